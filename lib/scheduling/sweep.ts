import { closeRow } from '@/lib/scheduling/closest-in-row';
import { type NextDays, nextDaysOf } from '@/lib/scheduling/next-days';
import type { Problem } from '@/lib/scheduling/problem';
import { SlidingMinimum } from '@/lib/scheduling/sliding-minimum';

/**
 * The exact planner's dynamic programme, from the last session to the first.
 *
 * Let F(i, s, c) be the least value of a plan of sessions i, i+1, … in which session i stands at start s and
 * is the c-th placed session of its week; the value of a plan is its cost less `worth` for each placed
 * session. `worth` exceeds every possible cost, so the least value has the most sessions placed and, among
 * those, the least cost. Then
 *
 *     F(i, s, c) = own(s) - worth + min( 0 if the plan may end here,
 *                                        min over k > i, s' of pair(s, s') + F(k, s', c') )
 *
 * where k runs up to the next fixed session (which cannot be skipped), s' keeps the gap rule to s, and c' is
 * c + 1 in the same week, at most the limit, else 1. Rules 6 and 7 look at nothing but consecutive placed
 * sessions and the count of the week, so (s, c) is all that the rest of a plan can depend on: the recursion
 * is exact (Bellman's principle), and by induction F holds the least value over all feasible plans.
 *
 * The minimum costs constant time per state because the pair cost is a sum of a part for days, one for
 * minutes and one for providers. The frontier holds, per (week count, day, minute, provider), the least over
 * all k > i and all s' of that day of clock and change cost plus F: `closeRow`. The minimum over days is a
 * sliding window on it, once below and once above the wanted gap, where the gap cost is linear:
 * `SlidingMinimum`. The same week is at most six days, looked at one by one.
 *
 * All numbers are integers below 2^53, so doubles hold them exactly.
 */
export type Sweep = {
  /** Per session, what F is at each of its starts. */
  readonly values: readonly SessionValues[];
  /** The least value of a whole plan; infinite when there is no feasible one. */
  readonly best: number;
  /** What placing one session is worth. */
  readonly worth: number;
  readonly states: number;
};

/** Rows `[first, end)` on which a session may stand. */
export type RowRange = { readonly first: number; readonly end: number };

/**
 * F of one session, in two parts to save memory: the least of each (week count, row), and how far each start
 * is above it. Within a row that is little: replacing the first start of a plan by another of the same day
 * keeps it feasible (rules 6 and 7 ask for dates) and changes only its own cost and its minute and provider
 * against the next. So either all starts of a row have a finite value or none, and they differ by no more
 * than 1440 * (clock + prefer) + change.
 */
export type SessionValues = {
  readonly firstCell: number;
  readonly cellCount: number;
  readonly rowBase: Float64Array;
  readonly above: Uint16Array | Int32Array;
};

export type SweepOptions = {
  readonly ranges: readonly RowRange[];
  /** Whether sessions may stay unplaced. */
  readonly maySkip: boolean;
};

export function sweep(problem: Problem, options: SweepOptions): Sweep {
  const run = new Run(problem, options);
  const values: SessionValues[] = new Array(problem.sessions.length);
  for (let index = problem.sessions.length - 1; index >= 0; index--) values[index] = run.valueSession(index);
  return { values, best: run.leastOfAll(), worth: run.worth, states: run.states };
}

/** The value of session `index` at a cell of its table, as the `layer + 1`-th session of its week. */
export function valueAt(
  values: SessionValues,
  rows: number,
  layer: number,
  row: number,
  cell: number,
): number {
  const base = values.rowBase[layer * rows + row] ?? 0;
  return base + (values.above[layer * values.cellCount + cell - values.firstCell] ?? 0);
}

/** The working memory of one sweep, allocated once. */
class Run {
  readonly worth: number;
  states = 0;

  private readonly rows: number;
  private readonly width: number;
  private readonly layers: number;
  private readonly nextDays: NextDays;
  private readonly near: SlidingMinimum;
  private readonly far: SlidingMinimum;
  /** What may follow the session at hand: per (layer, row, column), valid for rows `[first, end)`. */
  private frontier: Float64Array;
  private nextFrontier: Float64Array;
  private first = 0;
  private end = 0;
  private mayEnd = true;
  /** The least continuation per column of the row at hand: in later weeks, and for one week count. */
  private readonly later: Float64Array;
  private readonly after: Float64Array;
  private readonly scratch: Float64Array;

  constructor(
    private readonly problem: Problem,
    private readonly options: SweepOptions,
  ) {
    const { grid, spacing, gapWeight } = problem;
    this.rows = grid.rowDay.length;
    this.width = grid.width;
    this.layers = Math.max(1, spacing.weekLimit);
    this.worth = worthOfPlacing(problem);
    this.nextDays = nextDaysOf(problem);
    this.near = new SlidingMinimum(grid.rowDay, grid.width, -2 * gapWeight);
    this.far = new SlidingMinimum(grid.rowDay, grid.width, 2 * gapWeight);
    const size = this.layers * this.rows * this.width;
    this.frontier = new Float64Array(size);
    this.nextFrontier = new Float64Array(size);
    this.later = new Float64Array(grid.width);
    this.after = new Float64Array(grid.width);
    this.scratch = new Float64Array(grid.width);
  }

  /** Values the session at all its starts and moves the frontier in front of it. */
  valueSession(index: number): SessionValues {
    const session = this.problem.sessions[index];
    const range = this.options.ranges[index];
    if (!session || !range) throw new Error(`No session ${index}.`);
    const { table, isFixed } = session;
    const { rows, layers } = this;
    const isSkippable = this.options.maySkip && !isFixed;
    const firstCell = table.rowFrom[range.first] ?? 0;
    const cellCount = (table.rowFrom[range.end] ?? 0) - firstCell;
    const rowBase = new Float64Array(layers * rows).fill(Number.POSITIVE_INFINITY);
    const above = this.offsets(layers * cellCount);

    this.near.reset(this.end);
    this.far.reset(this.end);
    for (let row = range.end - 1; row >= range.first; row--) {
      const from = table.rowFrom[row] ?? 0;
      const to = table.rowFrom[row + 1] ?? 0;
      if (from < to) this.findLater(row);
      for (let layer = 0; layer < layers; layer++) {
        this.openRow(layer, row, isSkippable);
        if (from === to) continue;
        const follow = this.findAfter(layer, row);
        const target = (layer * rows + row) * this.width;
        let least = Number.POSITIVE_INFINITY;
        for (let cell = from; cell < to; cell++) {
          const column = table.column[cell] ?? 0;
          const value = (table.own[cell] ?? 0) - this.worth + (follow[column] ?? 0);
          this.scratch[cell - from] = value;
          if (value < least) least = value;
          if (value < (this.nextFrontier[target + column] ?? 0)) this.nextFrontier[target + column] = value;
        }
        rowBase[layer * rows + row] = least;
        if (least === Number.POSITIVE_INFINITY) continue;
        closeRow(this.nextFrontier, target, this.problem.grid, this.problem.weights);
        const store = layer * cellCount - firstCell;
        for (let cell = from; cell < to; cell++)
          above[store + cell] = (this.scratch[cell - from] ?? 0) - least;
      }
    }
    this.states += layers * cellCount;
    this.moveFrontier(range, isSkippable, isFixed);
    return { firstCell, cellCount, rowBase, above };
  }

  leastOfAll(): number {
    let least = this.mayEnd ? 0 : Number.POSITIVE_INFINITY;
    for (let at = this.first * this.width; at < this.end * this.width; at++) {
      least = Math.min(least, this.frontier[at] ?? 0);
    }
    return least;
  }

  /** The least continuation in a later week (or at all, when weeks have no limit). */
  private findLater(row: number): void {
    const { later, nextDays, near, far, frontier, first, end } = this;
    const { gapWeight, targetGapHalfDays, grid } = this.problem;
    const slant = gapWeight * (2 * (grid.rowDay[row] ?? 0) + targetGapHalfDays);
    later.fill(this.mayEnd ? 0 : Number.POSITIVE_INFINITY);
    near.slideTo(
      frontier,
      Math.max(first, nextDays.nearFrom[row] ?? 0),
      Math.min(end, nextDays.nearTo[row] ?? 0),
    );
    near.lower(later, slant);
    far.slideTo(
      frontier,
      Math.max(first, nextDays.farFrom[row] ?? 0),
      Math.min(end, nextDays.farTo[row] ?? 0),
    );
    far.lower(later, -slant);
  }

  /** The least continuation of a session that is the `layer + 1`-th of its week. */
  private findAfter(layer: number, row: number): Float64Array {
    const { after, later, frontier, width, nextDays } = this;
    const from = Math.max(this.first, nextDays.sameWeekFrom[row] ?? 0);
    const to = Math.min(this.end, nextDays.sameWeekTo[row] ?? 0);
    if (layer + 1 >= this.layers || from >= to) return later;

    const { gapWeight, targetGapHalfDays, grid } = this.problem;
    after.set(later);
    for (let next = from; next < to; next++) {
      const days = (grid.rowDay[next] ?? 0) - (grid.rowDay[row] ?? 0);
      const gapCost = gapWeight * Math.abs(2 * days - targetGapHalfDays);
      const offset = ((layer + 1) * this.rows + next) * width;
      for (let at = 0; at < width; at++) {
        const value = (frontier[offset + at] ?? 0) + gapCost;
        if (value < (after[at] ?? 0)) after[at] = value;
      }
    }
    return after;
  }

  /** Readies a row of the next frontier: empty, or with what later sessions offer if this one is skipped. */
  private openRow(layer: number, row: number, isSkippable: boolean): void {
    const offset = (layer * this.rows + row) * this.width;
    if (isSkippable && row >= this.first && row < this.end) {
      this.nextFrontier.set(this.frontier.subarray(offset, offset + this.width), offset);
    } else {
      this.nextFrontier.fill(Number.POSITIVE_INFINITY, offset, offset + this.width);
    }
  }

  private moveFrontier(range: RowRange, isSkippable: boolean, isFixed: boolean): void {
    if (isSkippable) {
      // What stands beyond the session's own rows stays on offer when it is skipped.
      for (let row = this.first; row < this.end; row++) {
        if (row >= range.first && row < range.end) continue;
        for (let layer = 0; layer < this.layers; layer++) this.openRow(layer, row, true);
      }
      for (let row = Math.min(range.end, this.end); row < Math.max(range.first, this.first); row++) {
        for (let layer = 0; layer < this.layers; layer++) this.openRow(layer, row, false);
      }
    }
    const isOpen = isSkippable && this.end > this.first;
    this.first = isOpen ? Math.min(this.first, range.first) : range.first;
    this.end = isOpen ? Math.max(this.end, range.end) : range.end;
    this.mayEnd &&= isSkippable && !isFixed;
    [this.frontier, this.nextFrontier] = [this.nextFrontier, this.frontier];
  }

  private offsets(length: number): Uint16Array | Int32Array {
    const { weights } = this.problem;
    const widest = 1440 * (weights.clock + weights.prefer) + weights.change;
    return widest < 65_536 ? new Uint16Array(length) : new Int32Array(length);
  }
}

/** More than any plan can cost, so that one session more outweighs every difference in cost. */
function worthOfPlacing({ sessions, grid, weights, gapWeight, targetGapHalfDays }: Problem): number {
  const span = (grid.rowDay.at(-1) ?? 0) - (grid.rowDay[0] ?? 0);
  const pair = gapWeight * (2 * span + targetGapHalfDays) + weights.clock * 1440 + weights.change;
  let own = 0;
  for (const { own: costs } of new Set(sessions.map((session) => session.table))) {
    for (const cost of costs) own = Math.max(own, cost);
  }
  return sessions.length * (own + pair) + 1;
}
