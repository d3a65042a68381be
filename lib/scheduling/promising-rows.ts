import { type DayProblem, daysBefore, daysOfBest, sweepDays } from '@/lib/scheduling/day-sweep';
import type { Problem } from '@/lib/scheduling/problem';
import { leastOwn, type StartTable } from '@/lib/scheduling/start-table';
import { type RowRange, type SweepOptions, sweep } from '@/lib/scheduling/sweep';

/** Rows to either side of the best coarse plan: a few make V nearly the best value, for little work. */
const FREEDOM = 3;

const NO_ROWS: RowRange = { first: 0, end: 0 };

/**
 * Where sessions may stand in a best plan, or null when no plan is feasible: a bound that is exact, not a guess.
 *
 * The problem is first solved for days alone (`DayProblem`). The best real plan on or near the days of the best
 * one of these has some value V; a day on which even the plans of days with a session there are worse than V is
 * in no best plan, nor in one equally good, so the tie rule is kept too. The same is true of a stand whose real
 * value, once it is known, is too much together with the plans of days before it: that is its ceiling.
 */
export function promisingRows(
  problem: Problem,
  days: DayProblem,
  options: SweepOptions,
): SweepOptions | null {
  const swept = sweepDays(days, options);
  if (swept.best === Number.POSITIVE_INFINITY) return null;

  const nearThoseDays = daysOfBest(days, swept).map((row, index) => {
    const range = options.ranges[index] ?? NO_ROWS;
    if (row === null) return NO_ROWS;
    return { first: Math.max(range.first, row - FREEDOM), end: Math.min(range.end, row + FREEDOM + 1) };
  });
  const most = sweep(problem, { ...options, ranges: nearThoseDays }).best;
  const before = daysBefore(days, options);
  const { from } = days.spacing.rooms;

  const ranges = options.ranges.map((range, index) => {
    const values = swept.values[index];
    const isOpen = (row: number) => {
      for (let stand = from[row] ?? 0; stand < (from[row + 1] ?? 0); stand++) {
        const value = values?.[stand] ?? 0;
        if (value < Number.POSITIVE_INFINITY && value + before(index, row, stand) <= most) return true;
      }
      return false;
    };
    let { first, end } = range;
    while (first < end && !isOpen(first)) first++;
    while (end > first && !isOpen(end - 1)) end--;
    return { first, end };
  });
  const ceiling: SweepOptions['ceiling'] = (index, row, stand) => most - before(index, row, stand);
  return { ranges, maySkip: options.maySkip, ceiling };
}

/** The problem with minutes and providers left out. */
export function withDaysOnly(problem: Problem): DayProblem {
  const leastOf = new Map<StartTable, Float64Array>();
  const sessions = problem.sessions.map(({ table, isFixed }) => {
    const least = leastOf.get(table) ?? leastOwn(table);
    leastOf.set(table, least);
    return { least, isFixed };
  });
  const { spacing, gapWeight, targetGapHalfDays, worth } = problem;
  return { sessions, spacing, gapWeight, targetGapHalfDays, worth };
}
