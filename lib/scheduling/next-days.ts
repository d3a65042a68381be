import type { Spacing } from '@/lib/scheduling/row-spacing';

/**
 * For each row, the rows on which the next placed session may stand, as `[from, to)`. Rows of later weeks
 * come in two windows, since the gap cost |2*days - target| falls up to half the target and rises after it.
 */
export type NextDays = {
  readonly nearFrom: Int32Array;
  readonly nearTo: Int32Array;
  readonly farFrom: Int32Array;
  readonly farTo: Int32Array;
  /** Rows of the same week, which count towards its limit; empty when weeks have none. */
  readonly sameWeekFrom: Int32Array;
  readonly sameWeekTo: Int32Array;
};

export function nextDaysOf(
  { rowDay, minGapDays, maxGapDays, weekLimit, rowWeek }: Spacing,
  { gapWeight, targetGapHalfDays }: { readonly gapWeight: number; readonly targetGapHalfDays: number },
): NextDays {
  const isGapPriced = gapWeight > 0;
  const lastNear = isGapPriced ? Math.min(maxGapDays, Math.floor(targetGapHalfDays / 2)) : maxGapDays;

  const rows = rowDay.length;
  const columns = Array.from({ length: 6 }, () => new Int32Array(rows));
  const [nearFrom, nearTo, farFrom, farTo, sameWeekFrom, sameWeekTo] = columns;
  if (!nearFrom || !nearTo || !farFrom || !farTo || !sameWeekFrom || !sameWeekTo)
    throw new Error('unreachable');

  // All of these bounds grow with the row, so each is a finger that only moves on.
  let soonest = 0;
  let pastNear = 0;
  let pastFar = 0;
  let nextWeek = 0;
  for (let row = 0; row < rows; row++) {
    const day = rowDay[row] ?? 0;
    while (soonest < rows && (rowDay[soonest] ?? 0) < day + minGapDays) soonest++;
    while (pastNear < rows && (rowDay[pastNear] ?? 0) <= day + lastNear) pastNear++;
    while (pastFar < rows && (rowDay[pastFar] ?? 0) <= day + maxGapDays) pastFar++;
    while (nextWeek < rows && (rowWeek[nextWeek] ?? 0) <= (rowWeek[row] ?? 0)) nextWeek++;
    const later = weekLimit > 0 ? Math.max(soonest, nextWeek) : soonest;
    nearFrom[row] = later;
    nearTo[row] = pastNear;
    farFrom[row] = Math.max(later, pastNear);
    farTo[row] = pastFar;
    sameWeekFrom[row] = soonest;
    sameWeekTo[row] = weekLimit > 0 ? Math.min(nextWeek, pastFar) : soonest;
  }
  return { nearFrom, nearTo, farFrom, farTo, sameWeekFrom, sameWeekTo };
}
