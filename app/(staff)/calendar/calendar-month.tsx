import { useFormatter, useTranslations } from 'next-intl';
import { calendarHref, onDate } from '@/components/calendar/address';
import { MonthBoard } from '@/components/calendar/month-board';
import type { CalendarClinic } from '@/db/reads/calendar-choices';
import type { CalendarQuery } from '@/lib/calendar/input';
import type { ShownMonth } from '@/lib/calendar/show-month';
import type { Around } from './calendar-places';
import { noonUtc } from './noon-utc';

type CalendarMonthProps = { month: ShownMonth; clinic: CalendarClinic; query: CalendarQuery; around: Around };

/** The month: how much each day holds, and the way to it. */
export function CalendarMonth({ month, clinic, query, around }: CalendarMonthProps) {
  const t = useTranslations('calendar');
  const format = useFormatter();
  const named = (date: string, how: 'month' | 'weekday' | 'fullDay') =>
    format.dateTime(noonUtc(date), how, { timeZone: 'UTC' });
  return (
    <MonthBoard
      label={t('monthLabel', { clinic: clinic.name, month: named(around.date, 'month') })}
      weekdays={month.days.slice(0, 7).map(({ date }) => named(date, 'weekday'))}
      days={month.days.map((day) => ({
        ...day,
        number: String(Number(day.date.slice(8))),
        name: named(day.date, 'fullDay'),
        href: calendarHref(onDate({ ...query, view: 'day' }, day.date, month.today)),
        isToday: day.date === month.today,
        isOutside: day.date.slice(0, 7) !== around.date.slice(0, 7),
      }))}
    />
  );
}
