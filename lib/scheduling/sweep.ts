import { type ColumnsInUse, columnsInUse } from '@/lib/scheduling/columns-in-use';
import { Continuation, type Frontier } from '@/lib/scheduling/continuation';
import { type Columns, columnsFor, type LeastOfRows, liftOf, NOTHING } from '@/lib/scheduling/least-of-rows';
import { lesser } from '@/lib/scheduling/lesser';
import type { Problem, ProblemSession } from '@/lib/scheduling/problem';
import { RowCloser } from '@/lib/scheduling/row-closer';
import { cheapestSpan, firstCellOf, type StartTable } from '@/lib/scheduling/start-table';
import type { WeekRooms } from '@/lib/scheduling/week-rooms';

/**
 * The exact planner's dynamic programme, from the last session to the first.
 *
 * Let F(i, s, r) be the least value of a plan of sessions i, i+1, … in which session i stands at start s and
 * leaves its week room for r more (`week-rooms.ts`); the value of a plan is its cost less `worth` for each
 * placed session. `worth` exceeds every possible cost, so the least value has the most sessions placed and,
 * among those, the least cost. Then
 *
 *     F(i, s, r) = own(s) - worth + min( 0 if the plan may end here,
 *                                        min over k > i, s' of pair(s, s') + F(k, s', r') )
 *
 * where k runs up to the next fixed session (which cannot be skipped), s' keeps the gap rule to s, and r' is
 * what r leaves in the same week, which needs r > 0, else all that a new week has. Rules 6 and 7 look at nothing
 * but consecutive placed sessions and the count of the week, so (s, r) is all that the rest of a plan can depend
 * on: the recursion is exact (Bellman's principle), and by induction F holds the least value over all feasible
 * plans.
 *
 * The minimum costs constant time per state because the pair cost is a sum of a part for days, one for
 * minutes and one for providers. The frontier holds, per (room, day, minute, provider), the least over all k > i
 * and all s' of that day of clock and change cost plus F: `RowCloser`. The minimum over days is a sliding window
 * on it, once below and once above the wanted gap, where the gap cost is linear: `Continuation`. The same week
 * is at most six days, looked at one by one.
 *
 * All numbers are integers below 2^53, so doubles hold them exactly.
 */
export type Sweep = {
  /** Per session, what F is at each of its starts; from the first session that was valued. */
  readonly values: readonly SessionValues[];
  /** The least value of a whole plan; infinite when there is no feasible one. */
  readonly best: number;
  readonly states: number;
};

/** Rows `[first, end)` on which a session may stand. */
export type RowRange = { readonly first: number; readonly end: number };

/**
 * F of one session, in two parts to save memory: a bound for each stand, and how far each start is above it. The
 * bound is the least own cost together with the least of what may follow, as if one start had both. Within a row
 * that is little: replacing the first start of a plan by another of the same day keeps it feasible (rules 6 and 7 ask
 * for dates) and changes only its own cost and its minute and provider against the next. So either all starts of a
 * row have a finite value or none, and they differ by no more than 1440 * (clock + prefer) + change.
 */
export type SessionValues = {
  /** The first stand of the session's rows; nothing is kept of stands beyond its rows. */
  readonly firstStand: number;
  /** By stand, counted from the first: no start of it is worth less. Infinite where it has none in a best plan. */
  readonly bound: Float64Array;
  readonly above: Uint16Array | Int32Array;
  /** By stand, counted from the first: where its first start lies in `above`. */
  readonly aboveFrom: Int32Array;
};

export type SweepOptions = {
  /** Earlier sessions are not valued; 0 when left out. */
  readonly firstSession?: number;
  readonly ranges: readonly RowRange[];
  /** Whether sessions may stay unplaced. */
  readonly maySkip: boolean;
  /** The most that session `index` may be worth on a stand of the row: with more, it is in no best plan. */
  readonly ceiling?: (index: number, row: number, stand: number) => number;
};

export function sweep(problem: Problem, options: SweepOptions): Sweep {
  const run = new Run(problem, options);
  const values: SessionValues[] = [];
  const first = options.firstSession ?? 0;
  for (let index = problem.sessions.length - 1; index >= first; index--) values.push(run.valueSession(index));
  values.reverse();
  return { values, best: run.leastOfAll(), states: run.states };
}

/** The value of a session on a stand at the `n`-th start of its row. */
export function valueAt(values: SessionValues, stand: number, n: number): number {
  const { firstStand, bound, above, aboveFrom } = values;
  return (bound[stand - firstStand] ?? 0) + (above[(aboveFrom[stand - firstStand] ?? 0) + n] ?? 0);
}

/** The working memory of one sweep, allocated once. */
class Run {
  states = 0;

  private readonly width: number;
  private readonly rooms: WeekRooms;
  private readonly continuation: Continuation;
  private readonly closer: RowCloser;
  private readonly columns: readonly ColumnsInUse[];
  private frontier: Frontier;
  /** Where the frontier of the next session is built. */
  private spare: Columns;

  constructor(
    private readonly problem: Problem,
    private readonly options: SweepOptions,
  ) {
    const { grid, spacing, weights } = problem;
    this.width = grid.width;
    this.rooms = spacing.rooms;
    this.continuation = new Continuation(problem);
    this.closer = new RowCloser(grid, weights);
    this.columns = columnsInUse(problem, (session) => this.maySkip(session));
    const stands = this.rooms.from.at(-1) ?? 0;
    this.frontier = { ...columnsFor(stands, grid.width), first: 0, end: 0, ranges: [], mayEnd: true };
    this.spare = columnsFor(stands, grid.width);
  }

  /** Values the session at all its starts and moves the frontier in front of it. */
  valueSession(index: number): SessionValues {
    const session = this.problem.sessions[index];
    const range = this.options.ranges[index];
    const columns = this.columns[index];
    if (!session || !range || !columns) throw new Error(`No session ${index}.`);
    const { table } = session;
    const { from } = this.rooms;
    const isSkippable = this.maySkip(session);
    const values = this.roomFor(table, range);

    this.continuation.startOn(this.frontier);
    for (let row = range.end - 1; row >= range.first; row--) {
      const hasStarts = (table.rowFrom[row] ?? 0) < (table.rowFrom[row + 1] ?? 0);
      if (hasStarts) this.continuation.inLaterWeeks(row);
      for (let stand = from[row] ?? 0; stand < (from[row + 1] ?? 0); stand++) {
        const isKept = isSkippable && row >= this.frontier.first && row < this.frontier.end;
        if (hasStarts) this.valueStand(values, columns, { index, row, stand, isKept });
        else this.openStand(stand, columns, isKept);
      }
    }
    this.states += values.above.length;
    this.moveFrontier(range, columns, isSkippable);
    return values;
  }

  private maySkip(session: ProblemSession): boolean {
    return this.options.maySkip && !session.isFixed;
  }

  leastOfAll(): number {
    const { least, first, end, mayEnd } = this.frontier;
    const { from } = this.rooms;
    let best = mayEnd ? 0 : Number.POSITIVE_INFINITY;
    for (let stand = from[first] ?? 0; stand < (from[end] ?? 0); stand++)
      best = Math.min(best, least[stand] ?? 0);
    return best;
  }

  /** The starts of one stand: value each, offer them to the sessions before, and keep them for reading off. */
  private valueStand(
    kept: SessionValues,
    columns: ColumnsInUse,
    { index, row, stand, isKept }: StandOfSession,
  ): void {
    const { options, problem } = this;
    const table = problem.sessions[index]?.table;
    if (!table) return;
    const after = this.continuation.inAnyWeek(row, stand);
    const cheapest = cheapestSpan(table, row);
    const bound = after.least - problem.worth + cheapest;
    const most = options.ceiling ? options.ceiling(index, row, stand) : Number.MAX_VALUE;
    const { above } = kept;
    const shift = kept.aboveFrom[stand - kept.firstStand] ?? 0;
    const lowest = bound > most ? NOTHING : weigh(table, row, { after, cheapest, above, shift });
    const least = bound + lowest;
    if (least > most) {
      this.openStand(stand, columns, isKept);
      return;
    }
    kept.bound[stand - kept.firstStand] = bound;
    this.openStand(stand, columns, isKept, least);

    const { width, spare } = this;
    const minutes = problem.grid.minuteOfColumn.length;
    const standFrom = stand * width;
    const opened = spare.least[stand] ?? 0;
    const lift = liftOf(least, opened) - lowest;
    let cell = shift;
    for (let span = table.rowFrom[row] ?? 0; span < (table.rowFrom[row + 1] ?? 0); span++) {
      const from = standFrom + (table.provider[span] ?? 0) * minutes;
      const to = from + (table.end[span] ?? 0);
      for (let column = from + (table.first[span] ?? 0); column < to; column++) {
        spare.above[column] = lesser(spare.above[column] ?? 0, (above[cell++] ?? 0) + lift);
      }
    }
    spare.most[stand] = opened + this.closer.close(spare.above, standFrom, columns);
  }

  /**
   * Readies a stand of the next frontier, counted from a value that is to be offered on it: empty, or with what later
   * sessions offer if this one is skipped.
   */
  private openStand(
    stand: number,
    { asked, touched }: ColumnsInUse,
    isKept: boolean,
    offered = Number.POSITIVE_INFINITY,
  ): void {
    const { spare, frontier, width } = this;
    const kept = isKept ? (frontier.least[stand] ?? 0) : Number.POSITIVE_INFINITY;
    const least = Math.min(kept, offered);
    spare.least[stand] = least;
    spare.most[stand] = isKept ? (frontier.most[stand] ?? 0) : Number.POSITIVE_INFINITY;
    const offset = stand * width;
    for (const { from, end } of touched.ranges) spare.above.fill(NOTHING, offset + from, offset + end);
    if (kept === Number.POSITIVE_INFINITY) return;
    const lift = liftOf(kept, least);
    for (const { from, end } of asked.ranges) {
      spare.above.set(frontier.above.subarray(offset + from, offset + end), offset + from);
      if (lift === 0) continue;
      for (let at = offset + from; at < offset + end; at++) spare.above[at] = (spare.above[at] ?? 0) + lift;
    }
  }

  private moveFrontier(range: RowRange, columns: ColumnsInUse, isSkippable: boolean): void {
    const { above, least, most, first, end, mayEnd } = this.frontier;
    const { from } = this.rooms;
    let reach = range;
    if (isSkippable && first < end) {
      // What stands beyond the session's own rows stays on offer when it is skipped.
      reach =
        range.first < range.end
          ? { first: Math.min(first, range.first), end: Math.max(end, range.end) }
          : { first, end };
      for (let row = reach.first; row < reach.end; row++) {
        if (row >= range.first && row < range.end) continue;
        for (let stand = from[row] ?? 0; stand < (from[row + 1] ?? 0); stand++) {
          this.openStand(stand, columns, row >= first && row < end);
        }
      }
    }
    this.frontier = { ...this.spare, ...reach, ranges: columns.asked.ranges, mayEnd: mayEnd && isSkippable };
    this.spare = { above, least, most };
  }

  /** Room for the values of a session on its rows. */
  private roomFor(table: StartTable, range: RowRange): SessionValues {
    const { from } = this.rooms;
    const firstStand = from[range.first] ?? 0;
    const endStand = Math.max(firstStand, from[range.end] ?? 0);
    const aboveFrom = new Int32Array(endStand - firstStand);
    let states = 0;
    for (let row = range.first; row < range.end; row++) {
      const cells = firstCellOf(table, row + 1) - firstCellOf(table, row);
      for (let stand = from[row] ?? 0; stand < (from[row + 1] ?? 0); stand++) {
        aboveFrom[stand - firstStand] = states;
        states += cells;
      }
    }
    const { weights } = this.problem;
    const widest = 1440 * (weights.clock + weights.prefer) + weights.change;
    const above = widest < 65_536 ? new Uint16Array(states) : new Int32Array(states);
    const bound = new Float64Array(endStand - firstStand).fill(Number.POSITIVE_INFINITY);
    return { firstStand, bound, above, aboveFrom };
  }
}

type StandOfSession = {
  readonly index: number;
  readonly row: number;
  readonly stand: number;
  /** Whether what later sessions offer there stays on offer. */
  readonly isKept: boolean;
};

type Weighed = {
  readonly after: LeastOfRows;
  readonly cheapest: number;
  /** What comes out is written here. */
  readonly above: Uint16Array | Int32Array;
  readonly shift: number;
};

/** What each start of the row costs with what may follow it, above the bound of the stand; returns the least of it. */
function weigh(table: StartTable, row: number, { after, cheapest, above, shift }: Weighed): number {
  const { first, end, provider, own, ownOfMinute, rowFrom } = table;
  const minutes = ownOfMinute.length;
  let lowest = NOTHING;
  let cell = shift;
  for (let span = rowFrom[row] ?? 0; span < (rowFrom[row + 1] ?? 0); span++) {
    const base = (own[span] ?? 0) - cheapest;
    const column = after.offset + (provider[span] ?? 0) * minutes;
    const to = end[span] ?? 0;
    for (let minute = first[span] ?? 0; minute < to; minute++) {
      const value = base + (ownOfMinute[minute] ?? 0) + (after.above[column + minute] ?? 0);
      above[cell++] = value;
      lowest = lesser(lowest, value);
    }
  }
  return lowest;
}
