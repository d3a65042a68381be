import { addDays, type LocalDate, weekdayOf } from '@/lib/time/local-date';

/** The seven dates of the week that a date lies in; `weekStart` 0 = Sunday. */
export function weekDates(date: LocalDate, weekStart: number): LocalDate[] {
  const first = addDays(date, -((weekdayOf(date) - weekStart + 7) % 7));
  return Array.from({ length: 7 }, (_, day) => addDays(first, day));
}
