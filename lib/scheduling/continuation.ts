import { type NextDays, nextDaysOf } from '@/lib/scheduling/next-days';
import type { Problem } from '@/lib/scheduling/problem';
import { SlidingMinimum } from '@/lib/scheduling/sliding-minimum';

/** What may follow the session at hand. */
export type Frontier = {
  /**
   * Per (week count, row, column): the least of clock and change cost from that column, plus value, over the
   * sessions that may stand next and their starts on that row.
   */
  readonly values: Float64Array;
  /** Rows outside `[first, end)` offer nothing; what `values` holds there is old. */
  readonly first: number;
  readonly end: number;
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
  private frontier: Frontier = { values: new Float64Array(0), first: 0, end: 0, mayEnd: true };
  private readonly nextDays: NextDays;
  private readonly near: SlidingMinimum | null;
  private readonly far: SlidingMinimum;
  private readonly later: Float64Array;
  private readonly after: Float64Array;

  constructor(
    private readonly problem: Problem,
    private readonly layers: number,
  ) {
    const { grid, gapWeight } = problem;
    this.nextDays = nextDaysOf(problem);
    const longest = this.nextDays.nearTo.reduce(
      (most, to, row) => Math.max(most, to - (this.nextDays.nearFrom[row] ?? 0)),
      0,
    );
    this.near = longest > SHORT ? new SlidingMinimum(grid.rowDay, grid.width, -2 * gapWeight) : null;
    this.far = new SlidingMinimum(grid.rowDay, grid.width, 2 * gapWeight);
    this.later = new Float64Array(grid.width);
    this.after = new Float64Array(grid.width);
  }

  /** Begins with the rows of another session. */
  startOn(frontier: Frontier): void {
    this.frontier = frontier;
    this.near?.reset(frontier.end);
    this.far.reset(frontier.end);
  }

  /**
   * What may follow on rows of later weeks; if weeks have no limit, on any row. The gap cost falls with the
   * days up to half the target and rises after it; on each side it is a sum of a part for either day.
   */
  inLaterWeeks(row: number): Float64Array {
    const { later, nextDays, near, far } = this;
    const { values, first, end, mayEnd } = this.frontier;
    const { gapWeight, targetGapHalfDays, grid } = this.problem;
    const slant = gapWeight * (2 * (grid.rowDay[row] ?? 0) + targetGapHalfDays);
    const nearFrom = Math.max(first, nextDays.nearFrom[row] ?? 0);
    const nearTo = Math.min(end, nextDays.nearTo[row] ?? 0);
    const farFrom = Math.max(first, nextDays.farFrom[row] ?? 0);
    const farTo = Math.min(end, nextDays.farTo[row] ?? 0);

    const unfollowed = mayEnd ? 0 : Number.POSITIVE_INFINITY;
    // A loop: `fill` costs more than all else here when rows are one column wide.
    for (let at = 0; at < later.length; at++) later[at] = unfollowed;
    if (near) near.lower(later, slant, values, nearFrom, nearTo);
    else for (let next = nearFrom; next < nearTo; next++) this.lowerToRow(later, 0, row, next);
    far.lower(later, -slant, values, farFrom, farTo);
    return later;
  }

  /**
   * What may follow a session that is the `layer + 1`-th of its week: a later week, or while the limit is
   * not reached a row of the same week, of which there are six at most. Asked after `inLaterWeeks`.
   */
  inAnyWeek(layer: number, row: number): Float64Array {
    const { after, later, nextDays } = this;
    const from = Math.max(this.frontier.first, nextDays.sameWeekFrom[row] ?? 0);
    const to = Math.min(this.frontier.end, nextDays.sameWeekTo[row] ?? 0);
    if (layer + 1 >= this.layers || from >= to) return later;
    after.set(later);
    for (let next = from; next < to; next++) this.lowerToRow(after, layer + 1, row, next);
    return after;
  }

  private lowerToRow(target: Float64Array, layer: number, row: number, next: number): void {
    const { gapWeight, targetGapHalfDays, grid } = this.problem;
    const { values } = this.frontier;
    const days = (grid.rowDay[next] ?? 0) - (grid.rowDay[row] ?? 0);
    const gapCost = gapWeight * Math.abs(2 * days - targetGapHalfDays);
    const offset = (layer * grid.rowDay.length + next) * grid.width;
    for (let at = 0; at < target.length; at++) {
      const value = (values[offset + at] ?? 0) + gapCost;
      if (value < (target[at] ?? 0)) target[at] = value;
    }
  }
}
