import { closeRow } from '@/lib/scheduling/closest-in-row';
import { Continuation, type Frontier } from '@/lib/scheduling/continuation';
import type { Problem } from '@/lib/scheduling/problem';
import type { StartTable } from '@/lib/scheduling/start-table';

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
 * `Continuation`. The same week is at most six days, looked at one by one.
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
  const values: SessionValues[] = [];
  for (let index = problem.sessions.length - 1; index >= 0; index--) values.push(run.valueSession(index));
  values.reverse();
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
  private readonly continuation: Continuation;
  private frontier: Frontier;
  /** Where the frontier of the next session is built. */
  private spare: Float64Array;
  private readonly scratch: Float64Array;

  constructor(
    private readonly problem: Problem,
    private readonly options: SweepOptions,
  ) {
    const { grid, spacing } = problem;
    this.rows = grid.rowDay.length;
    this.width = grid.width;
    this.layers = Math.max(1, spacing.weekLimit);
    this.worth = worthOfPlacing(problem);
    this.continuation = new Continuation(problem, this.layers);
    const size = this.layers * this.rows * this.width;
    this.frontier = { values: new Float64Array(size), first: 0, end: 0, mayEnd: true };
    this.spare = new Float64Array(size);
    this.scratch = new Float64Array(grid.width);
  }

  /** Values the session at all its starts and moves the frontier in front of it. */
  valueSession(index: number): SessionValues {
    const session = this.problem.sessions[index];
    const range = this.options.ranges[index];
    if (!session || !range) throw new Error(`No session ${index}.`);
    const { rowFrom } = session.table;
    const isSkippable = this.options.maySkip && !session.isFixed;
    const firstCell = rowFrom[range.first] ?? 0;
    const cellCount = Math.max(0, (rowFrom[range.end] ?? 0) - firstCell);
    const values = {
      firstCell,
      cellCount,
      rowBase: new Float64Array(this.layers * this.rows).fill(Number.POSITIVE_INFINITY),
      above: this.offsets(this.layers * cellCount),
    };

    this.continuation.startOn(this.frontier);
    for (let row = range.end - 1; row >= range.first; row--) {
      const hasStarts = (rowFrom[row] ?? 0) < (rowFrom[row + 1] ?? 0);
      if (hasStarts) this.continuation.inLaterWeeks(row);
      for (let layer = 0; layer < this.layers; layer++) {
        this.openRow(layer, row, isSkippable);
        if (hasStarts) this.valueRow(session.table, values, layer, row);
      }
    }
    this.states += this.layers * cellCount;
    this.moveFrontier(range, isSkippable);
    return values;
  }

  leastOfAll(): number {
    const { values, first, end, mayEnd } = this.frontier;
    let least = mayEnd ? 0 : Number.POSITIVE_INFINITY;
    for (let at = first * this.width; at < end * this.width; at++) least = Math.min(least, values[at] ?? 0);
    return least;
  }

  /** The starts of one row: value each, offer them to the sessions before, and keep them for reading off. */
  private valueRow(table: StartTable, values: SessionValues, layer: number, row: number): void {
    const { scratch, spare, worth } = this;
    const from = table.rowFrom[row] ?? 0;
    const to = table.rowFrom[row + 1] ?? 0;
    const after = this.continuation.inAnyWeek(layer, row);
    const offset = (layer * this.rows + row) * this.width;
    let least = Number.POSITIVE_INFINITY;
    for (let cell = from; cell < to; cell++) {
      const column = table.column[cell] ?? 0;
      const value = (table.own[cell] ?? 0) - worth + (after[column] ?? 0);
      scratch[cell - from] = value;
      if (value < least) least = value;
      if (value < (spare[offset + column] ?? 0)) spare[offset + column] = value;
    }
    if (least === Number.POSITIVE_INFINITY) return;
    values.rowBase[layer * this.rows + row] = least;
    const { above } = values;
    const shift = layer * values.cellCount - values.firstCell;
    for (let cell = from; cell < to; cell++) above[shift + cell] = (scratch[cell - from] ?? 0) - least;
    closeRow(spare, offset, this.problem.grid, this.problem.weights);
  }

  /** Readies a row of the next frontier: empty, or with what later sessions offer if this one is skipped. */
  private openRow(layer: number, row: number, isSkippable: boolean): void {
    const { values, first, end } = this.frontier;
    const { spare, width } = this;
    const offset = (layer * this.rows + row) * width;
    if (isSkippable && row >= first && row < end) {
      for (let at = offset; at < offset + width; at++) spare[at] = values[at] ?? 0;
    } else {
      for (let at = offset; at < offset + width; at++) spare[at] = Number.POSITIVE_INFINITY;
    }
  }

  private moveFrontier(range: RowRange, isSkippable: boolean): void {
    const { values, first, end, mayEnd } = this.frontier;
    let reach = range;
    if (isSkippable && first < end) {
      // What stands beyond the session's own rows stays on offer when it is skipped.
      reach =
        range.first < range.end
          ? { first: Math.min(first, range.first), end: Math.max(end, range.end) }
          : { first, end };
      for (let row = reach.first; row < reach.end; row++) {
        if (row >= range.first && row < range.end) continue;
        for (let layer = 0; layer < this.layers; layer++) this.openRow(layer, row, true);
      }
    }
    this.frontier = { values: this.spare, ...reach, mayEnd: mayEnd && isSkippable };
    this.spare = values;
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
