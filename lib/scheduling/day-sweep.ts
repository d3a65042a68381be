import { LeastRow } from '@/lib/scheduling/least-row';
import { nextDaysOf } from '@/lib/scheduling/next-days';
import { mirroredSpacing, type Spacing } from '@/lib/scheduling/row-spacing';
import type { RowRange, SweepOptions } from '@/lib/scheduling/sweep';
import { followingStand, openingStand, roomOf, twinStand } from '@/lib/scheduling/week-rooms';

/**
 * A problem with minutes and providers left out: a day costs what its cheapest start costs, and only gaps are
 * charged between sessions. Feasibility asks for days alone, so every plan has one of days that costs no more,
 * and every plan of days can be filled in.
 */
export type DayProblem = {
  readonly sessions: readonly DaySession[];
  readonly spacing: Spacing;
  readonly gapWeight: number;
  readonly targetGapHalfDays: number;
  readonly worth: number;
};

export type DaySession = {
  /** By row, what the cheapest start costs by itself; infinite where there is none. */
  readonly least: Float64Array;
  readonly isFixed: boolean;
};

export type DaySweep = {
  /** Per session and stand, the least value of a plan of it and later sessions. */
  readonly values: readonly Float64Array[];
  readonly best: number;
};

/** The dynamic programme of `sweep.ts` for days alone, one number per stand instead of a row of columns. */
export function sweepDays(problem: DayProblem, { ranges, maySkip }: SweepOptions): DaySweep {
  const { spacing, gapWeight, targetGapHalfDays, worth } = problem;
  const { rowDay, rooms } = spacing;
  const nextDays = nextDaysOf(spacing, problem);
  const near = new LeastRow(spacing, -2 * gapWeight);
  const far = new LeastRow(spacing, 2 * gapWeight);
  const values: Float64Array[] = [];
  // Per stand, the least value over the sessions that may come next.
  const frontier = new Float64Array(rooms.from.at(-1) ?? 0).fill(Number.POSITIVE_INFINITY);
  let mayEnd = true;

  for (let index = problem.sessions.length - 1; index >= 0; index--) {
    const session = problem.sessions[index];
    const range = ranges[index];
    if (!session || !range) throw new Error(`No session ${index}.`);
    const value = new Float64Array(frontier.length).fill(Number.POSITIVE_INFINITY);
    near.reset();
    far.reset();
    for (let row = range.end - 1; row >= range.first; row--) {
      const own = session.least[row] ?? 0;
      if (own === Number.POSITIVE_INFINITY) continue;
      const slant = gapWeight * (2 * (rowDay[row] ?? 0) + targetGapHalfDays);
      const later = Math.min(
        mayEnd ? 0 : Number.POSITIVE_INFINITY,
        near.least(frontier, nextDays.nearFrom[row] ?? 0, nextDays.nearTo[row] ?? 0) + slant,
        far.least(frontier, nextDays.farFrom[row] ?? 0, nextDays.farTo[row] ?? 0) - slant,
      );
      for (let stand = rooms.from[row] ?? 0; stand < (rooms.from[row + 1] ?? 0); stand++) {
        value[stand] = own - worth + Math.min(later, inSameWeek(row, roomOf(rooms, row, stand)));
      }
    }
    const isSkippable = maySkip && !session.isFixed;
    for (let stand = 0; stand < frontier.length; stand++) {
      const here = value[stand] ?? 0;
      if (!isSkippable || here < (frontier[stand] ?? 0)) frontier[stand] = here;
    }
    mayEnd = mayEnd && isSkippable;
    values.push(value);
  }
  const best = frontier.reduce(
    (least, value) => Math.min(least, value),
    mayEnd ? 0 : Number.POSITIVE_INFINITY,
  );
  return { values: values.reverse(), best };

  function inSameWeek(row: number, room: number): number {
    let least = Number.POSITIVE_INFINITY;
    if (room === 0) return least;
    const end = nextDays.sameWeekTo[row] ?? 0;
    for (let next = nextDays.sameWeekFrom[row] ?? 0; next < end; next++) {
      const days = (rowDay[next] ?? 0) - (rowDay[row] ?? 0);
      const value = frontier[followingStand(rooms, next, room)] ?? 0;
      least = Math.min(least, value + gapWeight * Math.abs(2 * days - targetGapHalfDays));
    }
    return least;
  }
}

/** One best plan of days: the row of each session, or null for those left out. */
export function daysOfBest(
  { sessions, spacing, gapWeight, targetGapHalfDays, worth }: DayProblem,
  { values, best }: DaySweep,
): (number | null)[] {
  const { rowDay, rowWeek, rooms } = spacing;
  let remaining = best;
  let last: { row: number; stand: number } | null = null;
  return sessions.map(({ least }, index) => {
    if (remaining === 0) return null;
    for (let row = last ? last.row + 1 : 0; row < rowDay.length; row++) {
      const days = last ? (rowDay[row] ?? 0) - (rowDay[last.row] ?? 0) : 0;
      if (last && (days < spacing.minGapDays || days > spacing.maxGapDays)) continue;
      let stand = openingStand(rooms, row);
      if (last && spacing.weekLimit > 0 && rowWeek[row] === rowWeek[last.row]) {
        const room = roomOf(rooms, last.row, last.stand);
        if (room === 0) continue;
        stand = followingStand(rooms, row, room);
      }
      const gapCost = last ? gapWeight * Math.abs(2 * days - targetGapHalfDays) : 0;
      if ((values[index]?.[stand] ?? 0) + gapCost !== remaining) continue;
      remaining -= gapCost + (least[row] ?? 0) - worth;
      last = { row, stand };
      return row;
    }
    return null;
  });
}

/**
 * The least value of a plan of days of the sessions before session `index`, which stands on that stand of the
 * row and is not counted; infinite when it cannot.
 */
export function daysBefore(problem: DayProblem, options: SweepOptions) {
  const { spacing, sessions, worth } = problem;
  const { rooms, weekLimit: limit } = spacing;
  const rows = spacing.rowDay.length;
  const mirror = { ...problem, spacing: mirroredSpacing(spacing), sessions: mirroredSessions(sessions) };
  const { values } = sweepDays(mirror, { ...options, ranges: mirroredRanges(options.ranges, rows) });

  return (index: number, row: number, stand: number): number => {
    const twin = twinStand(rooms, mirror.spacing.rooms, { row, stand, limit });
    const value = values[sessions.length - 1 - index]?.[twin] ?? 0;
    return value === Number.POSITIVE_INFINITY ? value : value - (sessions[index]?.least[row] ?? 0) + worth;
  };
}

function mirroredSessions(sessions: readonly DaySession[]): DaySession[] {
  const flipped = new Map<Float64Array, Float64Array>();
  return sessions
    .map(({ least, isFixed }) => {
      const own = flipped.get(least) ?? least.slice().reverse();
      flipped.set(least, own);
      return { least: own, isFixed };
    })
    .reverse();
}

function mirroredRanges(ranges: readonly RowRange[], rows: number): RowRange[] {
  return ranges.map(({ first, end }) => ({ first: rows - end, end: rows - first })).reverse();
}
