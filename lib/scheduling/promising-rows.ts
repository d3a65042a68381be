import { bestAround } from '@/lib/scheduling/around';
import type { Problem } from '@/lib/scheduling/problem';
import { readOff } from '@/lib/scheduling/read-off';
import type { Grid, StartTable } from '@/lib/scheduling/start-table';
import { type RowRange, type SweepOptions, sweep } from '@/lib/scheduling/sweep';

/** Rows to either side of the best coarse plan: a few make V nearly the best value, for little work. */
const FREEDOM = 3;

const NO_ROWS: RowRange = { first: 0, end: 0 };

/**
 * The rows that a best plan can use, or null when no plan is feasible: a bound that is exact, not a guess.
 *
 * The problem is first solved with minutes and providers left out: a day costs what its cheapest start
 * costs, and only gaps are charged between sessions. Feasibility asks for days alone, so every plan has a
 * coarse one that costs no more, and every coarse plan can be filled in. The best real plan on or near the
 * days of the best coarse one has some value V; a day on which even the coarse plans of a session are worse
 * than V is in no best plan, nor in one equally good, so the tie rule is kept too.
 */
export function promisingRows(problem: Problem, options: SweepOptions): RowRange[] | null {
  const coarse = withDaysOnly(problem);
  const around = bestAround(coarse, options);
  if (around.swept.best === Number.POSITIVE_INFINITY) return null;

  const days = readOff(coarse, options.ranges, around.swept);
  const nearThoseDays = days.map((choice, index) => {
    if (!choice) return NO_ROWS;
    const range = options.ranges[index] ?? NO_ROWS;
    return {
      first: Math.max(range.first, choice.row - FREEDOM),
      end: Math.min(range.end, choice.row + FREEDOM + 1),
    };
  });
  const filledIn = sweep(problem, { ranges: nearThoseDays, maySkip: options.maySkip });
  // The two problems value a placed session differently; costs compare once that is taken out.
  const placed = days.filter((choice) => choice !== null).length;
  const most = filledIn.best + placed * filledIn.worth - placed * around.swept.worth;

  return options.ranges.map((range, index) => {
    const from = coarse.sessions[index]?.table.rowFrom;
    let { first, end } = range;
    const isOpen = (row: number) => {
      const cell = from?.[row] ?? 0;
      return cell < (from?.[row + 1] ?? 0) && around.value(index, row, cell) <= most;
    };
    while (first < end && !isOpen(first)) first++;
    while (end > first && !isOpen(end - 1)) end--;
    return { first, end };
  });
}

/** The same problem with one start per day, the cheapest, and nothing charged between minutes or providers. */
function withDaysOnly(problem: Problem): Problem {
  const grid: Grid = {
    rowDay: problem.grid.rowDay,
    columnOfMinute: new Int32Array(1440),
    minuteOfColumn: Int32Array.of(0),
    columnOfProvider: new Int32Array(0),
    providerColumns: 1,
    width: 1,
  };
  const tables = new Map<StartTable, StartTable>();
  const sessions = problem.sessions.map(({ table, isFixed }) => {
    const coarse = tables.get(table) ?? cheapestPerRow(table);
    tables.set(table, coarse);
    return { table: coarse, isFixed };
  });
  return { ...problem, grid, sessions, weights: { ...problem.weights, clock: 0, change: 0 } };
}

function cheapestPerRow(table: StartTable): StartTable {
  const rows = table.rowFrom.length - 1;
  const rowFrom = new Int32Array(rows + 1);
  const own = new Float64Array(rows);
  let cells = 0;
  for (let row = 0; row < rows; row++) {
    rowFrom[row] = cells;
    const from = table.rowFrom[row] ?? 0;
    const to = table.rowFrom[row + 1] ?? 0;
    if (from === to) continue;
    let least = Number.POSITIVE_INFINITY;
    for (let cell = from; cell < to; cell++) least = Math.min(least, table.own[cell] ?? 0);
    own[cells++] = least;
  }
  rowFrom[rows] = cells;
  // Which start it is does not matter here, so all are told apart by nothing.
  const nothing = new Int32Array(cells);
  const instant = new Float64Array(cells);
  return { rowFrom, own: own.slice(0, cells), column: nothing, instant, minute: nothing, provider: nothing };
}
