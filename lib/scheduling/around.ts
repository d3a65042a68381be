import { mirrored } from '@/lib/scheduling/mirror';
import type { Problem } from '@/lib/scheduling/problem';
import { allRows } from '@/lib/scheduling/row-ranges';
import { sweep, valueAt } from '@/lib/scheduling/sweep';
import { twinStand } from '@/lib/scheduling/week-rooms';

/**
 * The least value of a plan with session `index` at the `n`-th start of the row, that start counted twice by
 * itself (its own cost less `worth`); infinite when there is no such plan.
 *
 * One sweep gives the best rest after the session, a sweep of the mirrored problem the best rest before it. In
 * the week of the start the two share the limit: if the rest may take `room` more sessions of the week, the
 * beginning may have taken `limit - 1 - room`. Every plan has such a room, so the best room gives the best plan.
 */
export function bestAround(problem: Problem, index: number): (row: number, n: number) => number {
  const { rooms, weekLimit: limit } = problem.spacing;
  const options = { ranges: allRows(problem), maySkip: true };
  const mirror = mirrored(problem);
  const [after] = sweep(problem, { ...options, firstSession: index }).values;
  const twinIndex = problem.sessions.length - 1 - index;
  const [before] = sweep(mirror, { ...options, firstSession: twinIndex }).values;

  return (row, n) => {
    let least = Number.POSITIVE_INFINITY;
    if (!after || !before) return least;
    for (let stand = rooms.from[row] ?? 0; stand < (rooms.from[row + 1] ?? 0); stand++) {
      const twin = twinStand(rooms, mirror.spacing.rooms, { row, stand, limit });
      least = Math.min(least, valueAt(after, stand, n) + valueAt(before, twin, n));
    }
    return least;
  };
}
