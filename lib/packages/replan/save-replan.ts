import type { TenantScope } from '@/db/scope';
import { ok, type Result } from '@/lib/result/result';
import type { PlacedSession } from '@/lib/scheduling/plan';
import { doOnce } from '../do-once';
import { commitReplan, type SavedReplan, savedReplan } from './commit-replan';
import type { SaveReplanInput } from './input';
import { holds, withStanding } from './propose-replan';
import { placesStillAsked, type ReplanChanged, replanChanged, restsOn } from './replan-changed';
import { loadReplanProblem, type ReplanProblem, type ReplanRefusal } from './replan-problem';
import { whyUnplaced } from './why-unplaced';

export type SaveReplanRefusal =
  | ReplanRefusal
  /** The plan that was shown does not hold any more: see there. */
  | ReplanChanged;

/**
 * Saves exactly the plan that was shown for a stored package, in one transaction, or nothing. What stays
 * without a place keeps its reasons and counts one more try. Errors: as for the proposal, and a plan that does
 * not hold any more, because a session or a calendar was changed since or is changed this very moment.
 */
export function saveReplan(
  scope: TenantScope,
  input: SaveReplanInput,
): Promise<Result<SavedReplan, SaveReplanRefusal>> {
  const { changeId, packageId } = input;
  const named = { changeId, packageId, action: 'replan', answerOf: savedReplan };
  return doOnce(scope, named, () => save(scope, input));
}

async function save(
  scope: TenantScope,
  input: SaveReplanInput,
): Promise<Result<SavedReplan, SaveReplanRefusal>> {
  const loaded = await loadReplanProblem(scope, input);
  if (!loaded.ok) return loaded;
  const problem = loaded.value;
  const placed = shownPlaces(problem, input);
  if (!placed || !restsOn(problem, input.basis) || !holds(problem, placed))
    return replanChanged(scope, problem, input);

  const saved = await commitReplan(scope, {
    changeId: input.changeId,
    problem,
    changes: input.changes,
    placed,
    reasons: reasonsFor(problem, placed),
    isByHand: false,
  });
  if (saved.ok) return ok(saved.value);
  if (saved.error.kind === 'duplicate') throw new Error(`A plan was refused: ${saved.error.constraint}`);
  const now = await loadReplanProblem(scope, input);
  return now.ok ? replanChanged(scope, now.value, input) : now;
}

/** The places that were shown; null when one is of a session that is not to be planned. */
function shownPlaces(problem: ReplanProblem, input: SaveReplanInput): PlacedSession[] | null {
  const placed = placesStillAsked(problem, input);
  return placed.length === input.shown.length ? placed : null;
}

function reasonsFor(problem: ReplanProblem, placed: readonly PlacedSession[]) {
  const reasonsOf = whyUnplaced(problem, withStanding(problem.instance, placed));
  return new Map(problem.open.map(({ number }) => [number, reasonsOf(number)]));
}
