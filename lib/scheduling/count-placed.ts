import { sweepDays } from '@/lib/scheduling/day-sweep';
import type { Instance } from '@/lib/scheduling/instance';
import { allRows } from '@/lib/scheduling/row-ranges';
import { spacingOf } from '@/lib/scheduling/row-spacing';
import { daysBetween } from '@/lib/time/local-date';
import { localDateOf } from '@/lib/time/wall-clock';

/**
 * The most sessions that a feasible plan can place, fixed ones included; 0 when there is none. Feasibility asks
 * for days alone, so neither minutes nor providers take part: `openDays` are, per session, the days of the window
 * on which it has a start (asked of those that are not fixed).
 */
export function mostPlaced(instance: Instance, openDays: readonly ReadonlySet<number>[]): number {
  const daysOf = instance.sessions.map(({ fixed }, index): ReadonlySet<number> => {
    if (!fixed) return openDays[index] ?? new Set();
    return new Set([daysBetween(instance.window.from, localDateOf(fixed.start, instance.timeZone))]);
  });
  const used = new Set<number>();
  for (const days of new Set(daysOf)) for (const day of days) used.add(day);
  const rowDay = Int32Array.from(used).sort();
  const rowOf = new Map<number, number>();
  for (const [row, day] of rowDay.entries()) rowOf.set(day, row);
  const leastOf = new Map<ReadonlySet<number>, Float64Array>();
  const sessions = instance.sessions.map(({ fixed }, index) => {
    const days = daysOf[index] ?? new Set();
    const least = leastOf.get(days) ?? leastOn(days, rowOf);
    leastOf.set(days, least);
    return { least, isFixed: fixed !== null };
  });
  const spacing = spacingOf(instance, rowDay);
  const problem = { sessions, spacing, gapWeight: 0, targetGapHalfDays: 0, worth: 1 };
  const { best } = sweepDays(problem, { ranges: allRows(problem), maySkip: true });
  return best === Number.POSITIVE_INFINITY ? 0 : -best;
}

/** Nothing on the rows of these days, infinitely much on all others. */
function leastOn(days: ReadonlySet<number>, rowOf: ReadonlyMap<number, number>): Float64Array {
  const least = new Float64Array(rowOf.size).fill(Number.POSITIVE_INFINITY);
  for (const day of days) least[rowOf.get(day) ?? -1] = 0;
  return least;
}
