'use client';

import { ChevronDown } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DatePicker } from '@/components/ui/date-picker';
import { Popover } from '@/components/ui/popover';

type Range = { from: string | null; to: string | null };
type StartDateChipProps = Range & { onChange: (range: Range) => void };

/** The filter for start dates: from, until, or both. */
export function StartDateChip({ from, to, onChange }: StartDateChipProps) {
  const t = useTranslations('packages.filters');
  const said = useRangeWords({ from, to });
  const isActive = said !== null;
  return (
    <Popover
      label={said === null ? t('starts') : `${t('starts')}: ${said}`}
      triggerClassName={`target inline-flex h-8 shrink-0 cursor-pointer items-center gap-1.5 rounded-full border px-3 text-sm transition-colors coarse:h-11 ${
        isActive
          ? 'border-accent bg-accent-soft text-ink'
          : 'border-edge/50 bg-surface text-soft data-hovered:border-edge data-hovered:text-ink'
      }`}
      trigger={
        <>
          <span className={isActive ? 'text-soft' : ''}>{t('starts')}</span>
          {isActive ? <span className="font-medium">{said}</span> : null}
          <ChevronDown aria-hidden className="size-3.5" />
        </>
      }
    >
      {(close) => (
        <RangeFields
          from={from}
          to={to}
          onChange={(range) => {
            close();
            onChange(range);
          }}
        />
      )}
    </Popover>
  );
}

function RangeFields({ from, to, onChange }: StartDateChipProps) {
  const t = useTranslations('packages.filters');
  const [first, setFirst] = useState(from ?? '');
  const [last, setLast] = useState(to ?? '');
  return (
    <form
      className="flex w-64 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onChange({ from: first || null, to: last || null });
      }}
    >
      <DatePicker label={t('from')} value={first} onChange={setFirst} />
      <DatePicker label={t('to')} value={last} onChange={setLast} min={first || undefined} />
      <div className="flex justify-between gap-2">
        <Button variant="quiet" onClick={() => onChange({ from: null, to: null })}>
          {t('anyStart')}
        </Button>
        <Button type="submit" variant="primary">
          {t('apply')}
        </Button>
      </div>
    </form>
  );
}

function useRangeWords({ from, to }: Range): string | null {
  const t = useTranslations('packages.filters');
  const format = useFormatter();
  const words = (date: string) => format.dateTime(new Date(`${date}T00:00Z`), 'date', { timeZone: 'UTC' });
  if (from !== null && to !== null) return t('startsBetween', { from: words(from), to: words(to) });
  if (from !== null) return t('startsFrom', { from: words(from) });
  return to === null ? null : t('startsUntil', { to: words(to) });
}
