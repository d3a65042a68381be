import type { Problem } from '@/lib/scheduling/problem';
import { firstCellOf, startIn } from '@/lib/scheduling/start-table';
import type { RowRange, SessionValues, Sweep } from '@/lib/scheduling/sweep';
import { followingStand, openingStand, roomOf } from '@/lib/scheduling/week-rooms';

/** Where a session stands: the day of the window, the slot of the grid, the provider's place in the order of ids. */
export type Choice = { readonly day: number; readonly slot: number; readonly provider: number };

/**
 * Reads the best plan off the values of a sweep, and among equally good ones the one whose list of (start,
 * provider) is smallest, an unplaced session being later than any start. Session by session, the smallest
 * start from which the least value can still be reached is taken; if there is none, the session is left
 * unplaced. What remains possible after it is exactly what its value says, so no choice is ever regretted,
 * and each list entry is the smallest that any best plan with the same entries before it can have.
 *
 * A fixed session is placed without a choice: it stands where it is fixed.
 */
export function readOff(
  problem: Problem,
  ranges: readonly RowRange[],
  swept: Sweep,
): (Choice | 'fixed' | null)[] {
  const choices: (Choice | 'fixed' | null)[] = [];
  let remaining = swept.best;
  let last: Cell | null = null;
  for (const [index, values] of swept.values.entries()) {
    const session = problem.sessions[index];
    const range = ranges[index];
    const reader: Reader = { problem, index, values, last, remaining };
    const found: Found | null = range && remaining < 0 ? firstReaching(reader, range) : null;
    choices.push(found && (session?.isFixed ? 'fixed' : found.start));
    if (!found) continue;
    remaining = found.value - found.own + problem.worth;
    last = found;
  }
  return choices;
}

/** A start as far as costs tell it from others: its stand and its columns. */
type Cell = {
  readonly row: number;
  readonly stand: number;
  readonly minuteColumn: number;
  readonly providerColumn: number;
};
type Found = Cell & { readonly value: number; readonly own: number; readonly start: Choice | null };

type Reader = {
  readonly problem: Problem;
  readonly index: number;
  readonly values: SessionValues;
  readonly last: Cell | null;
  /** The least value of the sessions that are still to come. */
  readonly remaining: number;
};

/** The smallest (start, provider) of the session from which the plan can still be a best one. */
function firstReaching(reader: Reader, range: RowRange): Found | null {
  for (let row = Math.max(range.first, (reader.last?.row ?? -1) + 1); row < range.end; row++) {
    const found = firstOfRow(reader, row);
    if (found) return found;
  }
  return null;
}

function firstOfRow(reader: Reader, row: number): Found | null {
  const { problem, index, values, last, remaining } = reader;
  const { grid, weights } = problem;
  const table = problem.sessions[index]?.table;
  const step = stepTo(problem, last, row);
  if (!table || !step) return null;
  const { stand, gapCost } = step;
  const base = (values.bound[stand - values.firstStand] ?? 0) + gapCost;
  if (base > remaining) return null;

  let best: Found | null = null;
  for (let span = table.rowFrom[row] ?? 0; span < (table.rowFrom[row + 1] ?? 0); span++) {
    const providerColumn = table.provider[span] ?? 0;
    const changed = last && last.providerColumn !== providerColumn ? weights.change : 0;
    const shift =
      (values.aboveFrom[stand - values.firstStand] ?? 0) +
      (table.cellFrom[span] ?? 0) -
      firstCellOf(table, row);
    const first = table.first[span] ?? 0;
    for (let minuteColumn = first; minuteColumn < (table.end[span] ?? 0); minuteColumn++) {
      const value = base + (values.above[shift + minuteColumn - first] ?? 0);
      const minutes = last
        ? (grid.minuteOfColumn[minuteColumn] ?? 0) - (grid.minuteOfColumn[last.minuteColumn] ?? 0)
        : 0;
      if (value + weights.clock * Math.abs(minutes) + changed !== remaining) continue;
      // Later minute columns are later starts, whatever else they are.
      if (best && minuteColumn > best.minuteColumn) break;
      const cell = { row, stand, minuteColumn, providerColumn };
      const start = startOf(problem, index, cell);
      if (best?.start && start && !isEarlier(start, best.start)) continue;
      const own = (table.own[span] ?? 0) + (table.ownOfMinute[minuteColumn] ?? 0);
      best = { ...cell, start, value: value - gapCost, own };
    }
  }
  return best;
}

/** The stand on the row after the last session and the cost of the gap, or null where rules 6 and 7 forbid it. */
function stepTo(
  { spacing, gapWeight, targetGapHalfDays }: Problem,
  last: Cell | null,
  row: number,
): { stand: number; gapCost: number } | null {
  const { rowDay, rowWeek, rooms, minGapDays, maxGapDays, weekLimit } = spacing;
  if (!last) return { stand: openingStand(rooms, row), gapCost: 0 };
  const days = (rowDay[row] ?? 0) - (rowDay[last.row] ?? 0);
  if (days < minGapDays || days > maxGapDays) return null;
  const gapCost = gapWeight * Math.abs(2 * days - targetGapHalfDays);
  if (weekLimit === 0 || rowWeek[row] !== rowWeek[last.row]) {
    return { stand: openingStand(rooms, row), gapCost };
  }
  const room = roomOf(rooms, last.row, last.stand);
  return room === 0 ? null : { stand: followingStand(rooms, row, room), gapCost };
}

function startOf({ grid, sessions, ownCost }: Problem, index: number, cell: Cell): Choice | null {
  const day = grid.rowDay[cell.row] ?? 0;
  const start = startIn(grid, sessions[index]?.offers ?? [], ownCost, { ...cell, day });
  return start && { day, ...start };
}

function isEarlier(one: Choice, other: Choice): boolean {
  return one.slot < other.slot || (one.slot === other.slot && one.provider < other.provider);
}
