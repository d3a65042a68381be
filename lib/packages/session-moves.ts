import type { TenantScope } from '@/db/scope';
import type { InputRefusal } from '@/lib/planning/clinic-calendar';
import { ok, type Result } from '@/lib/result/result';
import { explainDays } from '@/lib/scheduling/explain';
import type { ReasonCode } from '@/lib/scheduling/plan';
import { planPackage } from '@/lib/scheduling/plan-package';
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
}

export interface SessionMoves {
  timeZone: string;
  /** This session and all others that have a place without it: a move with fewer placed costs others their place. */
  placedAtNoCost: number;
  /** The free times of the days that were asked about, in order of time. */
  moves: SessionMove[];
  /** Every day of the package: how many free times it has, and why none. */
  days: { date: string; free: number; reason: ReasonCode | null }[];
}

/**
 * The free times that one session of a package not yet saved may take on some days, and what becomes of the
 * others if it does; and for every day whether it has any. The other pinned sessions stand; a pin of its own
 * does not hold it. Errors: the fields that ask for what the tenant does not have.
 */
export async function sessionMoves(
  scope: TenantScope,
  { number, from, to, ...input }: SessionMovesInput,
): Promise<Result<SessionMoves, InputRefusal>> {
  const problem = await loadPlanningProblem(scope, input);
  if (!problem.ok) return problem;
  const { instance } = problem.value;
  const others = heldInPlace(instance, input).filter((place) => place.number !== number);
  const held = withHeld(instance, others);
  const moves = movesOf(held, number);
  const standing = planPackage(held).placed.filter((place) => place.number !== number);
  const free = Map.groupBy(moves, (move) => move.date);
  return ok({
    timeZone: instance.timeZone,
    placedAtNoCost: 1 + standing.length,
    moves: moves
      .filter(({ date }) => from <= date && date <= to)
      .map(({ date, time, start, provider, placed }) => ({
        date,
        time,
        start,
        providerId: provider,
        placed,
      })),
    days: explainDays(instance, others, number).map(({ date, code }) => {
      const count = free.get(date)?.length ?? 0;
      return { date, free: count, reason: count > 0 ? null : code };
    }),
  });
}
