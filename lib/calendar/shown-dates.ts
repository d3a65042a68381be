import type { LocalDate } from '@/lib/time/local-date';
import type { CalendarQuery } from './input';
import { monthWeeks } from './month-weeks';
import { weekDates } from './week-dates';

/** The dates that a query shows around a date, in order and without gaps. */
export function shownDates(
  view: CalendarQuery['view'],
  date: LocalDate,
  weekStart: number,
): [LocalDate, ...LocalDate[]] {
  if (view === 'day') return [date];
  const [first = date, ...rest] = view === 'week' ? weekDates(date, weekStart) : monthWeeks(date, weekStart);
  return [first, ...rest];
}
