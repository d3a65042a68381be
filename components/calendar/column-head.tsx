import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { memo } from 'react';
import type { DayColumn } from '@/lib/calendar/day-column';
import type { CalendarHref } from './address';
import { nameClass } from './visit-label';

type ColumnHeadProps = {
  name: string;
  column: DayColumn;
  /** Where the name leads, and what it says there. */
  href: CalendarHref | null;
  linkLabel: string;
  isMarked?: boolean;
};

/** Who or which day a column is for, and how full it is. */
export const ColumnHead = memo(function ColumnHead(props: ColumnHeadProps) {
  const { name, column, href, linkLabel, isMarked = false } = props;
  const t = useTranslations('calendar');
  return (
    <div className="relative flex h-full flex-col justify-between gap-1.5 px-2 pt-2 pb-1.5">
      <div className="flex min-w-0 items-baseline gap-2">
        <h2 dir="auto" className={`text-sm font-semibold ${nameClass} ${isMarked ? 'text-accent' : ''}`}>
          {href ? (
            <Link
              href={href}
              prefetch={false}
              aria-label={linkLabel}
              // The whole head leads there: a finger needs more than a line of text.
              className="rounded-sm underline-offset-4 after:absolute after:inset-0 hover:underline"
            >
              {name}
            </Link>
          ) : (
            name
          )}
        </h2>
        <Percent column={column} />
      </div>
      <Utilisation value={column.utilisation} />
      <span className="sr-only">{t('visits', { count: column.cards.length })}</span>
    </div>
  );
});

function Percent({ column }: { column: DayColumn }) {
  const t = useTranslations('calendar');
  const format = useFormatter();
  if (column.utilisation === null) {
    return column.works.length === 0 ? <span className="sr-only">{t('notWorking')}</span> : null;
  }
  const percent = format.number(column.utilisation, 'percent');
  return (
    <span className="ms-auto shrink-0 text-xs text-soft" title={t('booked', { percent })}>
      <span aria-hidden>{percent}</span>
      <span className="sr-only">{t('booked', { percent })}</span>
    </span>
  );
}

/** The taken share of the working time as a thin bar; an empty groove when there is no time to give. */
function Utilisation({ value }: { value: number | null }) {
  return (
    <div aria-hidden className="h-[3px] overflow-hidden rounded-full bg-ink/8">
      {value === null ? null : (
        <div className="h-full rounded-full bg-soft" style={{ inlineSize: `${Math.round(value * 100)}%` }} />
      )}
    </div>
  );
}
