import type { Problem } from '@/lib/scheduling/problem';
import type { StartTable } from '@/lib/scheduling/start-table';

/**
 * The same problem with time running backwards: the last session first, the last day first. Its plans are
 * those of the problem, at the same cost, since the rules and costs between two sessions look at how far
 * apart they are and not at which comes first. Session i becomes n-1-i, row r becomes rows-1-r.
 */
export function mirrored(problem: Problem): Problem {
  const tables = new Map<StartTable, StartTable>();
  const sessions = problem.sessions.map(({ table, isFixed }) => {
    const flipped = tables.get(table) ?? flippedTable(table);
    tables.set(table, flipped);
    return { table: flipped, isFixed };
  });
  return {
    ...problem,
    sessions: sessions.reverse(),
    grid: { ...problem.grid, rowDay: flippedAxis(problem.grid.rowDay) },
    spacing: { ...problem.spacing, rowWeek: flippedAxis(problem.spacing.rowWeek) },
  };
}

function flippedAxis(axis: Int32Array): Int32Array {
  return axis.map((value) => -value).reverse();
}

/** Cell `c` of a row of the table is cell `mirroredCell(table, row, c)` of the flipped one. */
export function mirroredCell(table: StartTable, row: number, cell: number): number {
  const cells = table.rowFrom.at(-1) ?? 0;
  return cells - (table.rowFrom[row + 1] ?? 0) + cell - (table.rowFrom[row] ?? 0);
}

function flippedTable(table: StartTable): StartTable {
  const rows = table.rowFrom.length - 1;
  const cells = table.rowFrom[rows] ?? 0;
  const origin = new Int32Array(cells);
  for (let row = 0; row < rows; row++) {
    for (let cell = table.rowFrom[row] ?? 0; cell < (table.rowFrom[row + 1] ?? 0); cell++) {
      origin[mirroredCell(table, row, cell)] = cell;
    }
  }
  return {
    rowFrom: table.rowFrom.map((_, row) => cells - (table.rowFrom[rows - row] ?? 0)),
    column: origin.map((cell) => table.column[cell] ?? 0),
    own: Float64Array.from(origin, (cell) => table.own[cell] ?? 0),
    instant: Float64Array.from(origin, (cell) => table.instant[cell] ?? 0),
    minute: origin.map((cell) => table.minute[cell] ?? 0),
    provider: origin.map((cell) => table.provider[cell] ?? 0),
  };
}
