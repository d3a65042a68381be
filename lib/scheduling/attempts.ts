import type { Clinic } from '@/lib/scheduling/clinic';
import { type Problem, problemOf } from '@/lib/scheduling/problem';
import { promisingRows, withDaysOnly } from '@/lib/scheduling/promising-rows';
import { allRows, rowsWhenAllPlaced } from '@/lib/scheduling/row-ranges';
import type { SweepOptions } from '@/lib/scheduling/sweep';

/** A problem with what is left to sweep for its best plan. */
export type Prepared = {
  readonly problem: Problem;
  /** Tried in this order; the first that finds a plan finds the best one. None when there clearly is no plan. */
  readonly attempts: readonly SweepOptions[];
};

export function prepared(clinic: Clinic): Prepared {
  const problem = problemOf(clinic);
  return { problem, attempts: attemptsOf(problem) };
}

/**
 * If all sessions can be placed, every best plan places all, and few rows per session can take part; so that
 * is tried first. Only if there is no such plan are sessions allowed to stay out.
 *
 * Where rows are bounded beforehand, one attempt is left at most: a plan of days is found only where there is a plan.
 */
export function attemptsOf(problem: Problem): SweepOptions[] {
  const days = withDaysOnly(problem);
  const tight = rowsWhenAllPlaced(days);
  const attempts = [
    ...(tight ? [{ ranges: tight, maySkip: false }] : []),
    { ranges: allRows(problem), maySkip: true },
  ];
  if (!isLarge(problem)) return attempts;
  for (const attempt of attempts) {
    const promising = promisingRows(problem, days, attempt);
    if (promising) return [promising];
  }
  return [];
}

/** Where bounding the rows takes less time than it saves: only the time depends on it, never the plan. */
function isLarge({ grid, sessions }: Problem): boolean {
  return grid.width >= 16 && sessions.length * grid.rowDay.length * grid.width > LARGE;
}

const LARGE = 20_000;
