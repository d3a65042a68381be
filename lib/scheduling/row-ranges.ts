import type { DayProblem } from '@/lib/scheduling/day-sweep';
import type { RowRange } from '@/lib/scheduling/sweep';

/** Every row, for every session: what a plan that leaves some unplaced may use. */
export function allRows({
  sessions,
  spacing,
}: Pick<DayProblem, 'spacing'> & { readonly sessions: readonly unknown[] }): RowRange[] {
  const whole = { first: 0, end: spacing.rowDay.length };
  return sessions.map(() => whole);
}

/**
 * The rows on which each session can stand in a plan that places all of them, or null when there is clearly
 * no such plan.
 *
 * The first row is that of the plan which places each session as early as its own starts, the smallest gap
 * and the weekly limit allow. No plan that places all has its i-th session earlier: by induction its
 * session i-1 is not earlier than ours; and if ours were kept out of the row of its session i by a full week,
 * then our last `weekLimit` sessions lie in that week, its own are no earlier and yet before its session i,
 * hence in that week too, one too many. The last row is the same seen from the end.
 */
export function rowsWhenAllPlaced(problem: DayProblem): RowRange[] | null {
  const count = problem.sessions.length;
  const rows = problem.spacing.rowDay.length;
  const first = earliestRows(problem, { at: (step) => step, row: (row) => row, sign: 1 });
  const last = earliestRows(problem, {
    at: (step) => count - 1 - step,
    row: (row) => rows - 1 - row,
    sign: -1,
  });
  if (!first || !last) return null;
  const ranges = first.map((row, index) => ({ first: row, end: (last[index] ?? 0) + 1 }));
  return ranges.every((range) => range.first < range.end) ? ranges : null;
}

/** How to walk: sessions by `at`, rows by `row`, and whether days rise or fall on the way. */
type Walk = {
  readonly at: (step: number) => number;
  readonly row: (step: number) => number;
  readonly sign: 1 | -1;
};

function earliestRows({ sessions, spacing }: DayProblem, walk: Walk): number[] | null {
  const { rowDay, rowWeek } = spacing;
  const chosen: number[] = sessions.map(() => 0);
  let day = Number.NEGATIVE_INFINITY;
  let rowStep = 0;
  let week = Number.NaN;
  let inWeek = 0;
  for (let step = 0; step < sessions.length; step++) {
    const index = walk.at(step);
    const session = sessions[index];
    for (; ; rowStep++) {
      if (rowStep >= rowDay.length) return null;
      const row = walk.row(rowStep);
      if (session?.least[row] === Number.POSITIVE_INFINITY) continue;
      if (walk.sign * (rowDay[row] ?? 0) < day + spacing.minGapDays) continue;
      const isSameWeek = rowWeek[row] === week;
      const isFull = spacing.weekLimit > 0 && isSameWeek && inWeek >= spacing.weekLimit;
      if (isFull && !session?.isFixed) continue;
      inWeek = isSameWeek ? inWeek + 1 : 1;
      week = rowWeek[row] ?? 0;
      day = walk.sign * (rowDay[row] ?? 0);
      chosen[index] = row;
      break;
    }
  }
  return chosen;
}
