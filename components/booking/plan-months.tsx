'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { memo } from 'react';
import type { Proposal } from '@/lib/packages/propose-plan';
import { useDays } from './day-names';
import { monthsOf, type PlanDay } from './month-view';
import { goToRow } from './plan-row-place';
import { weekdaysFrom } from './week';

type PlanMonthsProps = {
  proposal: Proposal;
  weekStart: number;
  /** Sessions that stand elsewhere than a moment ago. */
  changed: ReadonlySet<number>;
  className?: string;
};

/** The plan from afar: its months, every planned day a way to the row that says the same in words. */
export const PlanMonths = memo(function PlanMonths({
  proposal,
  weekStart,
  changed,
  className = '',
}: PlanMonthsProps) {
  const format = useFormatter();
  const days = useDays();
  const months = monthsOf(proposal, weekStart);
  if (months.length === 0) return null;
  return (
    <div className={className}>
      {months.map(({ first, weeks }) => (
        <table
          key={first}
          className="shrink-0 self-start border-separate border-spacing-0 text-center text-xs"
        >
          <caption className="pb-1 text-start text-xs font-medium text-ink">
            {format.dateTime(new Date(`${first}T00:00Z`), 'month', { timeZone: 'UTC' })}
          </caption>
          <thead>
            <tr>
              {weekdaysFrom(weekStart).map((weekday) => (
                <th key={weekday} scope="col" className="h-6 w-7.5 font-normal text-faint">
                  <span aria-hidden>{days(weekday).short}</span>
                  <span className="sr-only">{days(weekday).long}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the weeks of a month do not move
              <tr key={row}>
                {week.map((day, column) => (
                  <td key={day?.date ?? `none-${column}`} className="h-7 w-7.5 p-0">
                    {day ? (
                      <Day day={day} isChanged={day.session !== null && changed.has(day.session)} />
                    ) : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
});

const round = 'mx-auto flex size-7 items-center justify-center rounded-full';

function Day({ day: { date, day, session }, isChanged }: { day: PlanDay; isChanged: boolean }) {
  const t = useTranslations('booking');
  const format = useFormatter();
  if (session === null) return <span className={`${round} text-faint`}>{day}</span>;
  const name = format.dateTime(new Date(`${date}T00:00Z`), 'day', { timeZone: 'UTC' });
  return (
    <button
      type="button"
      aria-label={t('goToRow', { day: name, number: session })}
      onClick={() => goToRow(session)}
      className={`target ${round} bg-accent font-medium text-accent-on transition-colors hover:bg-accent-strong ${isChanged ? 'ring-2 ring-accent ring-offset-2 ring-offset-paper' : ''}`}
    >
      {day}
    </button>
  );
}
