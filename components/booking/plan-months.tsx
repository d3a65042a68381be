'use client';

import { useFormatter } from 'next-intl';
import type { Proposal } from '@/lib/packages/propose-plan';
import { useDays } from './day-names';
import { monthsOf, weekdaysFrom } from './plan-view';

type PlanMonthsProps = { proposal: Proposal; weekStart: number; className?: string };

/** The plan from afar: its months with a dot on every planned day. The rows beside say the same in words. */
export function PlanMonths({ proposal, weekStart, className = '' }: PlanMonthsProps) {
  const format = useFormatter();
  const days = useDays();
  const months = monthsOf(proposal, weekStart);
  if (months.length === 0) return null;
  return (
    <div aria-hidden className={className}>
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
                <th key={weekday} className="size-6 font-normal text-faint">
                  {days(weekday).short}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the weeks of a month do not move
              <tr key={row}>
                {week.map((day, column) => (
                  <td key={day?.date ?? `none-${column}`} className="size-6 p-0">
                    {day ? (
                      <span
                        className={`mx-auto flex size-5 items-center justify-center rounded-full ${
                          day.isPlanned ? 'bg-accent font-medium text-accent-on' : 'text-faint'
                        }`}
                      >
                        {day.day}
                      </span>
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
}
