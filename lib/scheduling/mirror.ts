import type { Problem } from '@/lib/scheduling/problem';
import { mirroredSpacing } from '@/lib/scheduling/row-spacing';
import type { StartTable } from '@/lib/scheduling/start-table';

/**
 * The same problem with time running backwards: the last session first, the last day first. Its plans are
 * those of the problem, at the same cost, since the rules and costs between two sessions look at how far
 * apart they are and not at which comes first. Session i becomes n-1-i, row r becomes rows-1-r; the starts of a
 * row keep their order.
 */
export function mirrored(problem: Problem): Problem {
  const tables = new Map<StartTable, StartTable>();
  const sessions = problem.sessions.map((session) => {
    const table = tables.get(session.table) ?? flippedTable(session.table);
    tables.set(session.table, table);
    return { ...session, table };
  });
  const spacing = mirroredSpacing(problem.spacing);
  return {
    ...problem,
    sessions: sessions.reverse(),
    grid: { ...problem.grid, rowDay: spacing.rowDay },
    spacing,
  };
}

function flippedTable(table: StartTable): StartTable {
  const { rowFrom, first, end, provider, own } = table;
  const rows = rowFrom.length - 1;
  const spans = rowFrom[rows] ?? 0;
  const origin = new Int32Array(spans);
  const cellFrom = new Int32Array(spans + 1);
  let at = 0;
  for (let row = rows - 1; row >= 0; row--) {
    for (let span = rowFrom[row] ?? 0; span < (rowFrom[row + 1] ?? 0); span++) {
      cellFrom[at + 1] = (cellFrom[at] ?? 0) + (end[span] ?? 0) - (first[span] ?? 0);
      origin[at++] = span;
    }
  }
  return {
    ...table,
    rowFrom: rowFrom.map((_, row) => spans - (rowFrom[rows - row] ?? 0)),
    first: origin.map((span) => first[span] ?? 0),
    end: origin.map((span) => end[span] ?? 0),
    provider: origin.map((span) => provider[span] ?? 0),
    own: Int32Array.from(origin, (span) => own[span] ?? 0),
    cellFrom,
  };
}
