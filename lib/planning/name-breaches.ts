import { listVisitsInTheWay } from '@/db/reads/appointment-overlaps';
import type { PlanningFacts } from '@/db/reads/planning-facts';
import type { TenantScope } from '@/db/scope';
import { type Breach, TAKEN_BY } from './breach';
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
    const kind = TAKEN_BY[code];
    const there = found.filter(({ shares }) => kind && shares.includes(kind));
    if (!kind || there.length === 0) return [{ code, by: null }];
    return there.map(({ appointmentId, number, patientName, start, end }) => ({
      code,
      by: { kind, appointmentId, number, patientName, start, end },
    }));
  });
}
