import { DAY_MS, MINUTE_MS } from '@/lib/time/instant';
import { epochDayOf, type LocalDate } from '@/lib/time/local-date';
import { instantOfWall } from '@/lib/time/wall-clock';
import { offsetPeriods } from '@/lib/time/zone-offsets';

/**
 * A run of local dates with the instant of each one's midnight, so that a whole calendar needs one
 * conversion per day. On a regular day every minute of the day is `starts[day] + minute * 60,000`; on the
 * few others (clocks change, or midnight itself is skipped) each minute must be asked for.
 */
export type LocalDays = {
  readonly zone: string;
  /** Days since 1970-01-01 of the first date. */
  readonly firstEpochDay: number;
  readonly count: number;
  /** `count + 1` instants: where each date begins, and where the last one ends. */
  readonly starts: Float64Array;
  readonly isRegular: Uint8Array;
};

/** The `count` local dates from `from` on. */
export function localDays(from: LocalDate, count: number, zone: string): LocalDays {
  const firstEpochDay = epochDayOf(from);
  const wallFrom = firstEpochDay * DAY_MS;
  const wallTo = wallFrom + count * DAY_MS;
  const periods = offsetPeriods(zone, wallFrom - 2 * DAY_MS, wallTo + 2 * DAY_MS);
  const starts = new Float64Array(count + 1).fill(Number.NaN);
  const isRegular = new Uint8Array(count);

  for (const [index, { from: begins, offset }] of periods.entries()) {
    const ends = periods[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    const first = Math.max(0, Math.ceil((begins + offset - wallFrom) / DAY_MS));
    // The midnights that this stretch owns, less those that an earlier stretch has shown already.
    for (let day = first; day <= count; day++) {
      const instant = wallFrom + day * DAY_MS - offset;
      if (instant >= ends) break;
      if (Number.isNaN(starts[day])) starts[day] = instant;
      if (day < count && starts[day] === instant && instant + DAY_MS <= ends) isRegular[day] = 1;
    }
  }
  for (let day = 0; day <= count; day++) {
    if (Number.isNaN(starts[day])) starts[day] = instantOfWall(wallFrom + day * DAY_MS, zone).instant;
  }
  return { zone, firstEpochDay, count, starts, isRegular };
}

/** The instant of a minute (0 to 1440) of the date; a skipped one means the first instant after the gap. */
export function instantOfMinute(days: LocalDays, day: number, minute: number): number {
  // The end of a date is the start of the next one, even when clocks go back at midnight in between.
  if (minute === 1440) return days.starts[day + 1] ?? Number.NaN;
  if (days.isRegular[day]) return (days.starts[day] ?? 0) + minute * MINUTE_MS;
  return instantOfWall((days.firstEpochDay + day) * DAY_MS + minute * MINUTE_MS, days.zone).instant;
}

/** As `instantOfMinute`, but NaN for a minute that the zone skips on that date. */
export function exactInstantOfMinute(days: LocalDays, day: number, minute: number): number {
  if (days.isRegular[day]) return (days.starts[day] ?? 0) + minute * MINUTE_MS;
  const wall = (days.firstEpochDay + day) * DAY_MS + minute * MINUTE_MS;
  const { instant, isSkipped } = instantOfWall(wall, days.zone);
  return isSkipped ? Number.NaN : instant;
}
