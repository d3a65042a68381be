import { mirrored, mirroredCell } from '@/lib/scheduling/mirror';
import type { Problem } from '@/lib/scheduling/problem';
import { type Sweep, type SweepOptions, sweep, valueAt } from '@/lib/scheduling/sweep';

/** What whole plans are worth that have a session at a given start. */
export type Around = {
  /** The least value of a plan with session `index` at that cell; infinite when there is none. */
  readonly value: (index: number, row: number, cell: number) => number;
  /** The sweep from the last session to the first, which knows the least value of all. */
  readonly swept: Sweep;
};

/**
 * The best plan around every start of every session. One sweep gives the best rest after a session, a sweep
 * of the mirrored problem the best rest before it. In the week of the start the two share the limit: if up
 * to and including the session c of the week are taken, those from it on may take limit - c + 1. Every plan
 * has such a c, so the best c gives the best plan.
 */
export function bestAround(problem: Problem, options: SweepOptions): Around {
  const rows = problem.grid.rowDay.length;
  const sessions = problem.sessions.length;
  const layers = Math.max(1, problem.spacing.weekLimit);
  const after = sweep(problem, options);
  const ranges = options.ranges.map(({ first, end }) => ({ first: rows - end, end: rows - first })).reverse();
  const before = sweep(mirrored(problem), { ranges, maySkip: options.maySkip });

  const value = (index: number, row: number, cell: number) => {
    const table = problem.sessions[index]?.table;
    const valuesAfter = after.values[index];
    const valuesBefore = before.values[sessions - 1 - index];
    if (!table || !valuesAfter || !valuesBefore) return Number.POSITIVE_INFINITY;
    const twin = mirroredCell(table, row, cell);
    let least = Number.POSITIVE_INFINITY;
    for (let layer = 0; layer < layers; layer++) {
      const rest = valueAt(valuesAfter, rows, layer, row, cell);
      const start = valueAt(valuesBefore, rows, layers - 1 - layer, rows - 1 - row, twin);
      least = Math.min(least, rest + start);
    }
    // Both sweeps have counted the session itself.
    return least - (table.own[cell] ?? 0) + after.worth;
  };
  return { value, swept: after };
}
