import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { StateGlyph } from '@/components/ui/state-glyph';
import type { MonthDay } from '@/lib/calendar/show-month';
import type { CalendarHref } from './address';

export interface MonthCell extends MonthDay {
  /** 3 */
  number: string;
  /** Sunday 3 January 2027 */
  name: string;
  href: CalendarHref;
  isToday: boolean;
  isOutside: boolean;
}

type MonthBoardProps = { label: string; weekdays: readonly string[]; days: readonly MonthCell[] };

/** A month at a glance: a day is a link to itself. */
export function MonthBoard({ label, weekdays, days }: MonthBoardProps) {
  const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, week) =>
    days.slice(week * 7, week * 7 + 7),
  );
  return (
    <table
      aria-label={label}
      className="w-full table-fixed border-separate border-spacing-0 overflow-hidden rounded border border-hairline bg-surface transition-opacity group-has-data-pending/calendar:opacity-60"
    >
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th
              key={weekday}
              scope="col"
              className="border-s border-hairline bg-paper px-2 py-2 text-start text-sm font-medium text-soft first:border-s-0 max-md:px-0 max-md:text-center max-md:text-xs"
            >
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.date}>
            {week.map((day) => (
              <DayCell key={day.date} day={day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day }: { day: MonthCell }) {
  const t = useTranslations('calendar');
  const states = useTranslations('states');
  const ground = day.isOutside ? 'bg-paper' : day.isOff ? 'hatched bg-surface' : '';
  return (
    <td
      className={`h-28 border-s border-t border-hairline p-0 align-top first:border-s-0 max-md:h-20 ${ground}`}
    >
      <Link
        href={day.href}
        prefetch={false}
        aria-current={day.isToday ? 'date' : undefined}
        className="flex h-full min-h-20 flex-col gap-1 p-2 transition-colors hover:bg-ink/4 focus-visible:-outline-offset-2 max-md:items-center max-md:px-0.5"
      >
        <span className="flex items-center justify-between gap-2 max-md:flex-col">
          <span
            aria-hidden
            className={`grid h-6 min-w-6 items-center text-sm max-md:justify-items-center ${
              day.isToday
                ? 'justify-items-center rounded-full bg-accent font-semibold text-accent-on'
                : day.isOutside
                  ? 'text-faint'
                  : 'font-medium'
            }`}
          >
            {day.number}
          </span>
          <span className="sr-only">{day.name}</span>
          {day.visits > 0 ? (
            <span className={`text-base font-semibold ${day.isOutside ? 'text-faint' : ''}`}>
              <span aria-hidden>{day.visits}</span>
              <span className="sr-only">{t('visits', { count: day.visits })}</span>
            </span>
          ) : (
            <span className="sr-only">{t('visits', { count: 0 })}</span>
          )}
        </span>
        <span className="flex flex-wrap gap-x-2.5 gap-y-0.5 max-md:justify-center max-md:gap-1">
          {day.states.map(({ status, count }) => (
            <span key={status} className="flex items-center gap-1 text-xs text-soft">
              <StateGlyph state={status} className="size-3" />
              <span aria-hidden className="max-md:hidden">
                {count}
              </span>
              <span className="sr-only">{t('inState', { count, state: states(status) })}</span>
            </span>
          ))}
        </span>
        {day.closure === null ? null : (
          <span className="max-w-full truncate text-xs font-medium text-warn max-md:hidden">
            {t('closed', { label: day.closure })}
          </span>
        )}
        {day.closure === null && day.away.length > 0 ? (
          <span
            dir="auto"
            className="max-w-full self-start truncate text-xs text-soft max-md:hidden"
            title={day.away.map(({ name, label }) => `${name}: ${label}`).join('\n')}
          >
            {day.away.length === 1 ? day.away[0]?.name : null}
            {day.away.length === 1 ? `: ${day.away[0]?.label}` : t('away', { count: day.away.length })}
          </span>
        ) : null}
        {day.closure === null && day.isOff ? <span className="sr-only">{t('notWorking')}</span> : null}
      </Link>
    </td>
  );
}
