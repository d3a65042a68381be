import { DAY_MS } from '@/lib/time/instant';

/** A calendar date without a zone, `YYYY-MM-DD`, years 0001 to 9999. */
export type LocalDate = string;

/** The last date there is. */
export const LAST_DATE: LocalDate = '9999-12-31';

/** 0 = Sunday … 6 = Saturday. */
export type Weekday = number;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a date of the calendar; `2027-02-30` and `2027-2-3` are not. */
export function isLocalDate(text: string): text is LocalDate {
  if (!SHAPE.test(text) || text.startsWith('0000')) return false;
  return dateOfEpochDay(epochDayOf(text)) === text;
}

/** Days since 1970-01-01; negative before it. The arithmetic form of a date: differences are days. */
export function epochDayOf(date: LocalDate): number {
  const value = new Date(0);
  value.setUTCFullYear(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
  return Math.floor(value.getTime() / DAY_MS);
}

/** The date that lies `epochDay` days after 1970-01-01. */
export function dateOfEpochDay(epochDay: number): LocalDate {
  const value = new Date(epochDay * DAY_MS);
  const year = String(value.getUTCFullYear()).padStart(4, '0');
  const month = String(value.getUTCMonth() + 1).padStart(2, '0');
  return `${year}-${month}-${String(value.getUTCDate()).padStart(2, '0')}`;
}

/** The date `days` later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfEpochDay(epochDayOf(date) + days);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return epochDayOf(to) - epochDayOf(from);
}

/** The weekday of a date, 0 = Sunday. */
export function weekdayOf(date: LocalDate): Weekday {
  return weekdayOfEpochDay(epochDayOf(date));
}

/** The weekday of the day that lies `epochDay` days after 1970-01-01 (a Thursday), 0 = Sunday. */
export function weekdayOfEpochDay(epochDay: number): Weekday {
  return (((epochDay + 4) % 7) + 7) % 7;
}
