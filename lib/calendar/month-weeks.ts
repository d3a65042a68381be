import { addDays, daysBetween, type LocalDate } from '@/lib/time/local-date';
import { weekDates } from './week-dates';

/** The first date of the month that a date lies in. */
export const firstOfMonth = (date: LocalDate): LocalDate => `${date.slice(0, 8)}01`;

/** The same day of the month so many months later; where there is none, the last one before it. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = date.split('-').map(Number);
  const count = (year ?? 0) * 12 + (month ?? 1) - 1 + months;
  const first = `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`;
  const days = daysBetween(first, firstOfMonth(addDays(first, 31)));
  return addDays(first, Math.min(day ?? 1, days) - 1);
}

/** Every date of the weeks that a month touches: 28 to 42 of them, in order. */
export function monthWeeks(date: LocalDate, weekStart: number): LocalDate[] {
  const first = firstOfMonth(date);
  const last = addDays(addMonths(first, 1), -1);
  const dates: LocalDate[] = [];
  for (let week = weekDates(first, weekStart); (week[0] ?? last) <= last; ) {
    dates.push(...week);
    week = week.map((day) => addDays(day, 7));
  }
  return dates;
}
