import type { TenantScope } from '@/db/scope';
import { refused } from '@/lib/result/result';
import { checkPlan } from '@/lib/scheduling/check-plan';
import type { CreatePackageInput } from './input';
import { type LostPlace, lostPlaces } from './lost-places';
import { placesShown } from './package-to-save';
import type { PlanningProblem } from './planning-problem';
import { type Proposal, proposalOf } from './propose-plan';

export interface PlanChanged {
  kind: 'plan_changed';
  proposal: Proposal;
  lost: LostPlace[];
}

/**
 * Refuses a plan that holds no longer: with the places that are lost, and a new plan in which every other session
 * stays where it was shown, unless planning all of them anew places more.
 */
export async function planChanged(
  scope: TenantScope,
  problem: PlanningProblem,
  input: Omit<CreatePackageInput, 'requestKey'>,
) {
  const { facts, instance } = problem;
  const shown = placesShown(input);
  const around = { facts, patientId: input.patientId, own: new Set<string>() };
  const breaches = checkPlan(instance, { placed: shown });
  const broken = new Set(breaches.map(({ number }) => number));
  const lost = await lostPlaces(scope, { around, shown, breaches });
  return refused<PlanChanged>({ kind: 'plan_changed', proposal: newPlan(problem, input, broken), lost });
}

function newPlan(
  problem: PlanningProblem,
  input: Omit<CreatePackageInput, 'requestKey'>,
  broken: ReadonlySet<number>,
): Proposal {
  const anew = proposalOf(problem, input);
  const byHand = new Set(input.pinned?.map(({ number }) => number));
  const staying = input.shown.filter(({ number }) => !broken.has(number) && !byHand.has(number));
  if (staying.length === 0) return anew;
  const kept = proposalOf(problem, { ...input, pinned: [...(input.pinned ?? []), ...staying] });
  if (kept.placed.length < anew.placed.length) return anew;
  // It is the best around what stays, which is not what the form asks for.
  return { ...kept, isOptimal: false };
}
