import type { Problem } from '@/lib/scheduling/problem';
import type { RowRange, SessionValues, Sweep } from '@/lib/scheduling/sweep';

/** Where a session stands: a row and a cell of its table. */
export type Choice = { readonly row: number; readonly cell: number };

/**
 * Reads the best plan off the values of a sweep, and among equally good ones the one whose list of (start,
 * provider) is smallest, an unplaced session being later than any start. Session by session, the smallest
 * start from which the least value can still be reached is taken; if there is none, the session is left
 * unplaced. What remains possible after it is exactly what its value says, so no choice is ever regretted,
 * and each list entry is the smallest that any best plan with the same entries before it can have.
 */
export function readOff(problem: Problem, ranges: readonly RowRange[], swept: Sweep): (Choice | null)[] {
  const choices: (Choice | null)[] = [];
  let remaining = swept.best;
  let last: Last | null = null;
  for (const [index, values] of swept.values.entries()) {
    const range = ranges[index];
    const reader: Reader = { problem, index, values, last, remaining };
    const found: Found | null = range && remaining < 0 ? firstReaching(reader, range) : null;
    choices.push(found);
    if (!found) continue;
    const own = problem.sessions[index]?.table.own[found.cell] ?? 0;
    remaining = found.value - own + swept.worth;
    last = { ...found, index };
  }
  return choices;
}

type Last = Choice & { readonly index: number; readonly layer: number };
type Found = Choice & { readonly value: number; readonly layer: number };

type Reader = {
  readonly problem: Problem;
  readonly index: number;
  readonly values: SessionValues;
  readonly last: Last | null;
  /** The least value of the sessions that are still to come. */
  readonly remaining: number;
};

/** The smallest (start, provider) of the session from which the plan can still be a best one. */
function firstReaching(reader: Reader, range: RowRange): Found | null {
  for (let row = range.first; row < range.end; row++) {
    const found = firstOfRow(reader, row);
    if (found) return found;
  }
  return null;
}

function firstOfRow({ problem, index, values, last, remaining }: Reader, row: number): Found | null {
  const { grid, spacing, weights, gapWeight, targetGapHalfDays } = problem;
  const table = problem.sessions[index]?.table;
  const before = last && problem.sessions[last.index]?.table;
  if (!table) return null;

  let layer = 0;
  let gapCost = 0;
  if (last) {
    const days = (grid.rowDay[row] ?? 0) - (grid.rowDay[last.row] ?? 0);
    if (days < spacing.minGapDays || days > spacing.maxGapDays) return null;
    if (spacing.weekLimit > 0 && spacing.rowWeek[row] === spacing.rowWeek[last.row]) layer = last.layer + 1;
    if (spacing.weekLimit > 0 && layer >= spacing.weekLimit) return null;
    gapCost = gapWeight * Math.abs(2 * days - targetGapHalfDays);
  }
  const base = (values.rowBase[layer * grid.rowDay.length + row] ?? 0) + gapCost;
  if (base > remaining) return null;

  let best: Found | null = null;
  for (let cell = table.rowFrom[row] ?? 0; cell < (table.rowFrom[row + 1] ?? 0); cell++) {
    const value = base + (values.above[layer * values.cellCount + cell - values.firstCell] ?? 0);
    let step = 0;
    if (last && before) {
      const minutes = (table.minute[cell] ?? 0) - (before.minute[last.cell] ?? 0);
      const isOther = table.provider[cell] !== before.provider[last.cell];
      step = weights.clock * Math.abs(minutes) + (isOther ? weights.change : 0);
    }
    if (value + step !== remaining) continue;
    // Cells of a row are in order of (minute, provider) unless they share a column of minutes.
    const isEarlier = !best || (table.instant[cell] ?? 0) < (table.instant[best.cell] ?? 0);
    if (isEarlier) best = { row, cell, layer, value: value - gapCost };
  }
  return best;
}
