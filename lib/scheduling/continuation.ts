import type { ColumnRange } from '@/lib/scheduling/columns-in-use';
import { type Columns, columnsFor, LeastOfRows } from '@/lib/scheduling/least-of-rows';
import { type NextDays, nextDaysOf } from '@/lib/scheduling/next-days';
import type { Problem } from '@/lib/scheduling/problem';
import { SlidingMinimum } from '@/lib/scheduling/sliding-minimum';
import { followingStand, openingStand, roomOf } from '@/lib/scheduling/week-rooms';

/**
 * What may follow the session at hand: per (stand, column), the least of clock and change cost from that column,
 * plus value, over the sessions that may stand next and their starts there.
 */
export type Frontier = Columns & {
  /** Rows outside `[first, end)` offer nothing; what is held of them is old. */
  readonly first: number;
  readonly end: number;
  /** The columns in which something may be looked for; what is held of others is old. */
  readonly ranges: readonly ColumnRange[];
  /** Whether the plan may end with the session at hand. */
  readonly mayEnd: boolean;
};

/** Windows of at most so many rows are read row by row. */
const SHORT = 4;

/**
 * The least continuation of a plan, column by column, after a session on a given row: the minimum over the
 * next rows of gap cost and frontier. Asked for one row after another, from the last to the first.
 */
export class Continuation {
  private frontier: Frontier;
  private readonly nextDays: NextDays;
  private readonly near: SlidingMinimum | null;
  private readonly far: SlidingMinimum;
  private readonly later: LeastOfRows;
  private readonly after: LeastOfRows;
  /** The end of the plan, after which nothing costs anything. */
  private readonly ending: Columns;

  constructor(private readonly problem: Problem) {
    const { grid, spacing, gapWeight } = problem;
    this.nextDays = nextDaysOf(spacing, problem);
    const longest = this.nextDays.nearTo.reduce(
      (most, to, row) => Math.max(most, to - (this.nextDays.nearFrom[row] ?? 0)),
      0,
    );
    this.near = longest > SHORT ? new SlidingMinimum(spacing, grid.width, -2 * gapWeight) : null;
    this.far = new SlidingMinimum(spacing, grid.width, 2 * gapWeight);
    this.later = new LeastOfRows(grid.width);
    this.after = new LeastOfRows(grid.width);
    this.ending = columnsFor(1, grid.width);
    this.frontier = { ...this.ending, first: 0, end: 0, ranges: [], mayEnd: true };
  }

  /** Begins with the rows of another session. */
  startOn(frontier: Frontier): void {
    this.frontier = frontier;
    const { end, ranges } = frontier;
    this.near?.reset(end, ranges);
    this.far.reset(end, ranges);
    this.later.lookAt(ranges);
    this.after.lookAt(ranges);
  }

  /**
   * Settles what may follow on rows of later weeks; if weeks have no limit, on any row. The gap cost falls with
   * the days up to half the target and rises after it; on each side it is a sum of a part for either day.
   */
  inLaterWeeks(row: number): void {
    const { later, nextDays, near, far, frontier } = this;
    const { first, end, mayEnd } = frontier;
    const { gapWeight, targetGapHalfDays, spacing } = this.problem;
    const slant = gapWeight * (2 * (spacing.rowDay[row] ?? 0) + targetGapHalfDays);
    const nearFrom = Math.max(first, nextDays.nearFrom[row] ?? 0);
    const nearTo = Math.min(end, nextDays.nearTo[row] ?? 0);
    const farFrom = Math.max(first, nextDays.farFrom[row] ?? 0);
    const farTo = Math.min(end, nextDays.farTo[row] ?? 0);

    later.clear();
    if (mayEnd) later.offer(this.ending, 0, 0);
    if (!near) {
      for (let next = nearFrom; next < nearTo; next++) {
        later.offer(frontier, openingStand(spacing.rooms, next), this.gapCost(row, next));
      }
    } else if (nearFrom < nearTo) {
      near.slide(frontier, nearFrom, nearTo);
      near.offerTo(later, nearTo, slant);
    }
    if (farFrom < farTo) {
      far.slide(frontier, farFrom, farTo);
      far.offerTo(later, farTo, -slant);
    }
  }

  /**
   * What may follow a session on that stand of the row: a later week, or while there is room a row of the same
   * week, of which there are six at most. Asked after `inLaterWeeks`.
   */
  inAnyWeek(row: number, stand: number): LeastOfRows {
    const { after, later, nextDays, frontier } = this;
    const { rooms } = this.problem.spacing;
    const from = Math.max(frontier.first, nextDays.sameWeekFrom[row] ?? 0);
    const to = Math.min(frontier.end, nextDays.sameWeekTo[row] ?? 0);
    const room = roomOf(rooms, row, stand);
    if (room === 0 || from >= to) return later;
    after.takeOver(later);
    for (let next = from; next < to; next++) {
      after.offer(frontier, followingStand(rooms, next, room), this.gapCost(row, next));
    }
    return after;
  }

  private gapCost(row: number, next: number): number {
    const { gapWeight, targetGapHalfDays, spacing } = this.problem;
    const days = (spacing.rowDay[next] ?? 0) - (spacing.rowDay[row] ?? 0);
    return gapWeight * Math.abs(2 * days - targetGapHalfDays);
  }
}
