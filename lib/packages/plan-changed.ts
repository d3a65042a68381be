import type { TenantScope } from '@/db/scope';
import { type Blocker, type BreachCode, TAKEN_BY } from '@/lib/planning/breach';
import { nameBreaches } from '@/lib/planning/name-breaches';
import { refused } from '@/lib/result/result';
import { checkPlan } from '@/lib/scheduling/check-plan';
import type { PlacedSession } from '@/lib/scheduling/plan';
import type { CreatePackageInput } from './input';
import { placesShown } from './package-to-save';
import type { PlanningProblem } from './planning-problem';
import { type Proposal, proposalOf } from './propose-plan';

/** A place that was shown and cannot be had any more; who has it, where it is a visit that the actor may see. */
export interface LostPlace {
  number: number;
  start: number;
  by: Blocker | null;
}

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
  const shown = placesShown(input);
  const breaches = checkPlan(problem.instance, { placed: shown });
  const broken = new Set(breaches.map(({ number }) => number));
  const lost: LostPlace[] = [];
  for (const place of shown.filter(({ number }) => broken.has(number))) {
    const codes = breaches.flatMap(({ number, rule }) =>
      number === place.number && isTaken(rule) ? [rule] : [],
    );
    lost.push({
      number: place.number,
      start: place.start,
      by: await whoHas(scope, problem, { input, place, codes }),
    });
  }
  return refused<PlanChanged>({ kind: 'plan_changed', proposal: newPlan(problem, input, broken), lost });
}

const isTaken = (rule: string): rule is BreachCode => rule in TAKEN_BY;

/** The first visit in the way; a family asks about one. */
async function whoHas(
  scope: TenantScope,
  { facts }: PlanningProblem,
  {
    input,
    place,
    codes,
  }: { input: { patientId: string }; place: PlacedSession; codes: readonly BreachCode[] },
): Promise<Blocker | null> {
  const { provider: providerId, start, end } = place;
  const at = { providerId, patientId: input.patientId, start, end, exceptAppointmentId: null };
  const [breach] = await nameBreaches(scope, { codes, facts, place: at });
  return breach?.by ?? null;
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
