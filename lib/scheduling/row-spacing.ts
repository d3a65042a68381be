import type { Instance } from '@/lib/scheduling/instance';
import { canPassLimit, type WeekRooms, weekRoomsOf } from '@/lib/scheduling/week-rooms';
import { epochDayOf } from '@/lib/time/local-date';

/** Rules 6 and 7 in numbers, for the days on which something can stand. */
export type Spacing = {
  readonly minGapDays: number;
  /** Infinity when there is no limit. */
  readonly maxGapDays: number;
  /** The most sessions a week may hold, or 0 when no week has days enough to go past it. */
  readonly weekLimit: number;
  /** Day of the window of each row, ascending. */
  readonly rowDay: Int32Array;
  /** A number per row; rows of one week share it, and it grows with time. */
  readonly rowWeek: Int32Array;
  readonly rooms: WeekRooms;
};

/** The rules of the instance for rows on those days of the window, which may lie outside it. */
export function spacingOf(
  { window, minGapDays, maxGapDays, maxPerWeek, weekStart }: Instance,
  rowDay: Int32Array,
): Spacing {
  const firstEpochDay = epochDayOf(window.from);
  // Day 0 of the epoch was a Thursday.
  const rowWeek = rowDay.map((day) => Math.floor((firstEpochDay + day + 4 - weekStart) / 7));
  const rows = { rowDay, rowWeek };
  const weekLimit = maxPerWeek !== null && canPassLimit(rows, maxPerWeek, minGapDays) ? maxPerWeek : 0;
  return {
    minGapDays,
    maxGapDays: maxGapDays ?? Number.POSITIVE_INFINITY,
    weekLimit,
    ...rows,
    rooms: weekRoomsOf(rows, weekLimit, minGapDays),
  };
}

/** The same rules with time running backwards. */
export function mirroredSpacing(spacing: Spacing): Spacing {
  const rows = { rowDay: flippedAxis(spacing.rowDay), rowWeek: flippedAxis(spacing.rowWeek) };
  return { ...spacing, ...rows, rooms: weekRoomsOf(rows, spacing.weekLimit, spacing.minGapDays) };
}

function flippedAxis(axis: Int32Array): Int32Array {
  return axis.map((value) => -value).reverse();
}
