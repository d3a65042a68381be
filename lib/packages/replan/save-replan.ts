import type { TenantScope } from '@/db/scope';
import { ok, type Result, refused } from '@/lib/result/result';
import type { PlacedSession } from '@/lib/scheduling/plan';
import { MINUTE_MS } from '@/lib/time/instant';
import { commitReplan, type SavedReplan } from './commit-replan';
import type { SaveReplanInput } from './input';
import { holds, type ReplanProposal, replanOf, withStanding } from './propose-replan';
import { loadReplanProblem, type ReplanProblem, type ReplanRefusal } from './replan-problem';
import { whyUnplaced } from './why-unplaced';

export type SaveReplanRefusal =
  | ReplanRefusal
  /** The plan that was shown does not hold any more: the one that would. */
  | { kind: 'plan_changed'; proposal: ReplanProposal };

/**
 * Saves exactly the plan that was shown for a stored package, in one transaction, or nothing. What stays
 * without a place keeps its reasons and counts one more try. Errors: as for the proposal, and a plan that does
 * not hold any more, because a session or a calendar was changed since or is changed this very moment.
 */
export async function saveReplan(
  scope: TenantScope,
  input: SaveReplanInput,
): Promise<Result<SavedReplan, SaveReplanRefusal>> {
  const loaded = await loadReplanProblem(scope, input);
  if (!loaded.ok) return loaded;
  const problem = loaded.value;
  const placed = shownPlaces(problem, input);
  if (!placed || problem.basis !== input.basis || !holds(problem, placed)) return planChanged(problem);

  const saved = await commitReplan(scope, {
    problem,
    changes: input.changes,
    placed,
    reasons: reasonsFor(problem, placed),
    isByHand: false,
  });
  if (saved.ok) return ok(saved.value);
  if (saved.error.kind === 'duplicate') throw new Error(`A plan was refused: ${saved.error.constraint}`);
  const now = await loadReplanProblem(scope, input);
  return now.ok ? planChanged(now.value) : now;
}

const planChanged = (problem: ReplanProblem) =>
  refused({ kind: 'plan_changed' as const, proposal: replanOf(problem) });

/** The places that were shown, with the lengths that the sessions have; null when one is not to be planned. */
function shownPlaces({ instance, open }: ReplanProblem, input: SaveReplanInput): PlacedSession[] | null {
  const openNumbers = new Set(open.map(({ number }) => number));
  if (input.shown.some(({ number }) => !openNumbers.has(number))) return null;
  const lengths = new Map(instance.sessions.map((each) => [each.number, each.durationMinutes]));
  return input.shown.map(({ number, providerId, roomId, start }) => ({
    number,
    provider: providerId,
    room: roomId,
    start,
    end: start + (lengths.get(number) ?? 0) * MINUTE_MS,
  }));
}

function reasonsFor(problem: ReplanProblem, placed: readonly PlacedSession[]) {
  const reasonsOf = whyUnplaced(problem, withStanding(problem.instance, placed));
  return new Map(problem.open.map(({ number }) => [number, reasonsOf(number)]));
}
