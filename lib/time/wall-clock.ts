import { DAY_MS, type Instant, MINUTE_MS } from '@/lib/time/instant';
import { addDays, dateOfEpochDay, epochDayOf, type LocalDate } from '@/lib/time/local-date';
import { type LocalTime, minuteOfDay, timeOfMinute } from '@/lib/time/local-time';
import { offsetAt, offsetPeriods } from '@/lib/time/zone-offsets';

/** More than any zone has ever been away from UTC, or has ever jumped. */
const REACH_MS = 2 * DAY_MS;

/** The date that calendars in the zone show at the instant. */
export function localDateOf(instant: Instant, zone: string): LocalDate {
  return dateOfEpochDay(Math.floor((instant + offsetAt(zone, instant)) / DAY_MS));
}

/** The minute of the local day (0 to 1439) that clocks in the zone show at the instant. */
export function localMinuteOf(instant: Instant, zone: string): number {
  const wall = instant + offsetAt(zone, instant);
  return Math.floor((wall - Math.floor(wall / DAY_MS) * DAY_MS) / MINUTE_MS);
}

/** The time, `HH:MM`, that clocks in the zone show at the instant. */
export function localTimeOf(instant: Instant, zone: string): LocalTime {
  return timeOfMinute(localMinuteOf(instant, zone));
}

/**
 * The instant of a wall-clock time. A time that the zone skips means the first instant after the gap, a
 * repeated one its first occurrence; `24:00` is the midnight that ends the date.
 */
export function instantOf(date: LocalDate, time: LocalTime, zone: string): Instant {
  return instantOfWall(epochDayOf(date) * DAY_MS + minuteOfDay(time) * MINUTE_MS, zone).instant;
}

/** As `instantOf`, but null for a time that the zone skips on that date. */
export function exactInstantOf(date: LocalDate, time: LocalTime, zone: string): Instant | null {
  const { instant, isSkipped } = instantOfWall(
    epochDayOf(date) * DAY_MS + minuteOfDay(time) * MINUTE_MS,
    zone,
  );
  return isSkipped ? null : instant;
}

/** The first instant of the date in the zone. */
export function startOfDay(date: LocalDate, zone: string): Instant {
  return instantOf(date, '00:00', zone);
}

/** The first instant after the date in the zone: the start of the next one. */
export function endOfDay(date: LocalDate, zone: string): Instant {
  return startOfDay(addDays(date, 1), zone);
}

/**
 * The first instant at which wall clocks show `wall` (milliseconds of a calendar that knows no zone).
 * Every offset in force around it is tried: `wall - offset` is an answer when that offset holds there. No
 * answer means that clocks jumped over it; then the jump itself is the first instant after the gap.
 */
export function instantOfWall(wall: number, zone: string): { instant: Instant; isSkipped: boolean } {
  const periods = offsetPeriods(zone, wall - REACH_MS, wall + REACH_MS);
  for (const [index, period] of periods.entries()) {
    const instant = wall - period.offset;
    const until = periods[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    if (instant >= until) continue;
    if (instant >= period.from) return { instant, isSkipped: false };
    return { instant: period.from, isSkipped: true };
  }
  throw new Error(`No offset of ${zone} is known around ${wall}.`);
}
