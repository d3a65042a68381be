import type { Instant } from '@/lib/time/instant';
import { type Interval, overlaps } from '@/lib/time/interval';
import type { LocalDate } from '@/lib/time/local-date';
import { endOfDay, localMinuteOf, startOfDay } from '@/lib/time/wall-clock';

export const MINUTES_PER_DAY = 1440;

/** Minutes of a day on the wall clock, 0 to 1440; half-open. */
export type MinuteSpan = { readonly from: number; readonly to: number };

export interface CalendarDay extends Interval {
  readonly date: LocalDate;
  readonly zone: string;
}

export function calendarDay(date: LocalDate, zone: string): CalendarDay {
  return { date, zone, from: startOfDay(date, zone), to: endOfDay(date, zone) };
}

/**
 * Where an interval stands on a day, by the minutes that the clinic's wall clock shows: the calendar's scale
 * always runs from 00:00 to 24:00, whether the day has 23, 24 or 25 hours, so that 09:00 is at the same
 * height on every day and every hour line is true. The price is paid twice a year, at night: the hour that is
 * skipped stays empty, and the two passes of the hour that comes twice share one place (side by side).
 * An interval whose clock time runs backwards (from the first 01:45 to the second 01:15) keeps its length.
 * Null when it has no moment of the day; what goes over midnight is cut there.
 */
export function minutesOnDay(interval: Interval, day: CalendarDay): MinuteSpan | null {
  if (!overlaps(interval, day)) return null;
  const from = interval.from <= day.from ? 0 : localMinuteOf(interval.from, day.zone);
  const to = interval.to >= day.to ? MINUTES_PER_DAY : localMinuteOf(interval.to, day.zone);
  if (to > from) return { from, to };
  const lengthMinutes = Math.ceil((interval.to - interval.from) / 60_000);
  return { from, to: Math.min(MINUTES_PER_DAY, from + lengthMinutes) };
}

/** The minute of the day that the clock shows, or null when the instant is on another day. */
export function minuteOnDay(instant: Instant, day: CalendarDay): number | null {
  return instant >= day.from && instant < day.to ? localMinuteOf(instant, day.zone) : null;
}
