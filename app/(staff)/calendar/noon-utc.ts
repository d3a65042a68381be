import { DAY_MS, type Instant } from '@/lib/time/instant';
import { epochDayOf, type LocalDate } from '@/lib/time/local-date';

/** A date as an instant, to be written in UTC: a date has no zone that could shift it. */
export const noonUtc = (date: LocalDate): Instant => epochDayOf(date) * DAY_MS + DAY_MS / 2;
