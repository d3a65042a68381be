import type { PlanningFacts } from '@/db/reads/planning-facts';
import type { TenantScope } from '@/db/scope';
import { type Blocker, type BreachCode, TAKEN_BY } from '@/lib/planning/breach';
import { nameBreaches } from '@/lib/planning/name-breaches';
import type { checkPlan } from '@/lib/scheduling/check-plan';
import type { PlacedSession } from '@/lib/scheduling/plan';

/** A place that was shown and cannot be had any more; who has it, where it is a visit that the actor may see. */
export interface LostPlace {
  number: number;
  start: number;
  by: Blocker | null;
}

interface Around {
  facts: PlanningFacts;
  patientId: string;
  /** The visits of the package itself: none of them is somebody else's. */
  own: ReadonlySet<string>;
}

interface LostQuestion {
  around: Around;
  shown: readonly PlacedSession[];
  breaches: ReturnType<typeof checkPlan>;
}

/** Which of the places that were shown cannot be had any more, and who has them now. */
export async function lostPlaces(
  scope: TenantScope,
  { around, shown, breaches }: LostQuestion,
): Promise<LostPlace[]> {
  const broken = new Set(breaches.map(({ number }) => number));
  const lost: LostPlace[] = [];
  for (const place of shown.filter(({ number }) => broken.has(number))) {
    const codes = breaches.flatMap(({ number, rule }) =>
      number === place.number && isTaken(rule) ? [rule] : [],
    );
    lost.push({
      number: place.number,
      start: place.start,
      by: await whoHas(scope, around, { place, codes }),
    });
  }
  return lost;
}

const isTaken = (rule: string): rule is BreachCode => rule in TAKEN_BY;

/** The first visit in the way; a family asks about one. */
async function whoHas(
  scope: TenantScope,
  { facts, patientId, own }: Around,
  { place, codes }: { place: PlacedSession; codes: readonly BreachCode[] },
): Promise<Blocker | null> {
  const { provider: providerId, start, end } = place;
  const at = { providerId, patientId, start, end, exceptAppointmentId: null };
  const breaches = await nameBreaches(scope, { codes, facts, place: at });
  const others = breaches.flatMap(({ by }) => by ?? []);
  return others.find(({ appointmentId }) => appointmentId === null || !own.has(appointmentId)) ?? null;
}
