import type { TenantScope } from '@/db/scope';
import type { InputRefusal } from '@/lib/planning/clinic-calendar';
import { ok, type Result } from '@/lib/result/result';
import { movesOf } from '@/lib/scheduling/replan';
import type { SessionMovesInput } from './input';
import { heldInPlace, withHeld } from './pinned-sessions';
import { loadPlanningProblem } from './planning-problem';

export interface SessionMove {
  date: string;
  time: string;
  start: number;
  providerId: string;
  /** Sessions that the best plan places with this one here. */
  placed: number;
  /** What that plan costs, to compare moves that place equally many. */
  cost: number;
}

/**
 * Every free time that one session of a package not yet saved may take, in order of time, and what becomes of
 * the others if it does. The other pinned sessions stand; a pin of its own does not hold it. Errors: the
 * fields that ask for what the tenant does not have.
 */
export async function sessionMoves(
  scope: TenantScope,
  { number, ...input }: SessionMovesInput,
): Promise<Result<{ timeZone: string; moves: SessionMove[] }, InputRefusal>> {
  const problem = await loadPlanningProblem(scope, input);
  if (!problem.ok) return problem;
  const { instance } = problem.value;
  const others = heldInPlace(instance, input).filter((place) => place.number !== number);
  const moves = movesOf(withHeld(instance, others), number);
  return ok({
    timeZone: instance.timeZone,
    moves: moves.map(({ date, time, start, provider, placed, cost }) => ({
      date,
      time,
      start,
      providerId: provider,
      placed,
      cost,
    })),
  });
}
