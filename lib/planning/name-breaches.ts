import { listVisitsInTheWay } from '@/db/reads/appointment-overlaps';
import type { PlanningFacts } from '@/db/reads/planning-facts';
import type { TenantScope } from '@/db/scope';
import { type Blocker, type Breach, TAKEN_BY } from './breach';
import { blockedTime } from './clinic-calendar';

interface BreachQuestion<Code extends string> {
  codes: readonly Code[];
  facts: PlanningFacts;
  place: {
    providerId: string;
    patientId: string | null;
    start: number;
    end: number;
    /** The visit that is about to move, or null for a new one. */
    exceptAppointmentId: string | null;
  };
}

/** The broken rules with the visits that have the place, one breach for each visit. */
export async function nameBreaches<Code extends string>(
  scope: TenantScope,
  { codes, facts, place }: BreachQuestion<Code>,
): Promise<Breach<Code>[]> {
  if (!codes.some((code) => TAKEN_BY[code])) return codes.map((code) => ({ code, by: null }));
  const { blocked_from, blocked_to } = blockedTime(facts, place.start, place.end);
  const found = await listVisitsInTheWay(scope, {
    ...place,
    roomIds: facts.rooms.map(({ id }) => id),
    blockedFrom: blocked_from,
    blockedTo: blocked_to,
  });
  return codes.flatMap((code): Breach<Code>[] => {
    const taken = TAKEN_BY[code];
    const kinds: readonly Blocker['kind'][] =
      taken === 'provider' ? ['provider', 'pause'] : taken ? [taken] : [];
    const there = found.flatMap(({ appointmentId, number, patientName, start, end, shares }) => {
      const kind = kinds.find((each) => shares.includes(each));
      return kind ? [{ code, by: { kind, appointmentId, number, patientName, start, end } }] : [];
    });
    return there.length === 0 ? [{ code, by: null }] : there;
  });
}
