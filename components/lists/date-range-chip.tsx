'use client';

import { ChevronDown, X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { lazy, Suspense, useRef } from 'react';
import { chipClass, chipClearClass, chipTriggerClass } from '@/components/ui/chip-style';
import { Popover } from '@/components/ui/popover';
import { Skeleton } from '@/components/ui/skeleton';

// Whoever never opens it need not load a calendar.
const DateRangeFields = lazy(() => import('./date-range-fields'));

type Range = { from: string | null; to: string | null };
type DateRangeChipProps = Range & { label: string; onChange: (range: Range) => void };

/** The filter for dates: from, until, or both. */
export function DateRangeChip({ label, from, to, onChange }: DateRangeChipProps) {
  const t = useTranslations('lists.filters');
  const said = useRangeWords({ from, to });
  const chip = useRef<HTMLSpanElement>(null);
  const isActive = said !== null;

  function clear() {
    // The button that was pressed goes away: the focus stays at the filter.
    chip.current?.querySelector('button')?.focus();
    onChange({ from: null, to: null });
  }

  return (
    <span ref={chip} className={chipClass(isActive)}>
      <Popover
        label={said === null ? label : `${label} ${said}`}
        triggerClassName={chipTriggerClass(isActive)}
        trigger={
          <>
            <span className={`whitespace-nowrap ${isActive ? 'text-soft' : ''}`}>{label}</span>
            {/* Two words for those who listen, too. */}{' '}
            {isActive ? <span className="truncate font-medium">{said}</span> : null}
            <ChevronDown aria-hidden className="size-3.5 shrink-0" />
          </>
        }
      >
        {(close) => (
          <Suspense fallback={<Skeleton className="h-44 w-64" />}>
            <DateRangeFields
              from={from}
              to={to}
              onChange={(range) => {
                close();
                onChange(range);
              }}
            />
          </Suspense>
        )}
      </Popover>
      {isActive ? (
        <button
          type="button"
          aria-label={`${label}: ${t('anyDate')}`}
          onClick={clear}
          className={chipClearClass}
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : null}
    </span>
  );
}

function useRangeWords({ from, to }: Range): string | null {
  const t = useTranslations('lists.filters');
  const format = useFormatter();
  const words = (date: string) => format.dateTime(new Date(`${date}T00:00Z`), 'date', { timeZone: 'UTC' });
  if (from !== null && to !== null && from === to) return words(from);
  if (from !== null && to !== null) return t('between', { from: words(from), to: words(to) });
  if (from !== null) return t('since', { from: words(from) });
  return to === null ? null : t('upTo', { to: words(to) });
}
