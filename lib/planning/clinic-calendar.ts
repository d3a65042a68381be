import type { PlanningFacts } from '@/db/reads/planning-facts';
import type { FieldFaults } from '@/lib/result/field-faults';
import type { GridMinutes, Instance } from '@/lib/scheduling/instance';
import { MINUTE_MS } from '@/lib/time/instant';

/** What the form says does not fit what the tenant has; told at the fields. */
export interface InputRefusal {
  kind: 'invalid_input';
  fields: FieldFaults;
}

/** Only active providers of the clinic who are qualified for the service may be given its sessions. */
export function providerFault(facts: PlanningFacts, providerId: string): string | null {
  const provider = facts.providers.find(({ id }) => id === providerId);
  if (!provider) return 'unknown';
  if (!provider.isActive) return 'inactive';
  if (!provider.isAtClinic) return 'not_at_clinic';
  if (!provider.isQualified) return 'not_qualified';
  return null;
}

/** The part of an instance that the clinic's calendar decides, the same for packages and single appointments. */
export function calendarOf(
  facts: PlanningFacts,
): Pick<
  Instance,
  'timeZone' | 'gridMinutes' | 'weekStart' | 'providers' | 'patientBusy' | 'closures' | 'rooms'
> {
  const { clinic, service } = facts;
  if (!clinic || !service) throw new Error('A planning problem needs a clinic and a service.');
  return {
    timeZone: clinic.timeZone,
    gridMinutes: clinic.gridMinutes as GridMinutes, // the clinic's form allows these values only
    weekStart: clinic.weekStart,
    providers: facts.providers.map(({ id, hours, timeOff, busy }) => ({
      id,
      hours,
      timeOff,
      busy,
      bufferBeforeMinutes: service.bufferBeforeMinutes,
      bufferAfterMinutes: service.bufferAfterMinutes,
    })),
    patientBusy: facts.patientBusy,
    closures: facts.closures,
    rooms: service.needsRoom ? facts.rooms.map(({ id, busy }) => ({ id, busy })) : null,
  };
}

/** The provider's time a visit blocks: the service's buffers around it. Instants in epoch milliseconds. */
export function blockedTime({ service }: PlanningFacts, start: number, end: number) {
  return {
    blocked_from: start - (service?.bufferBeforeMinutes ?? 0) * MINUTE_MS,
    blocked_to: end + (service?.bufferAfterMinutes ?? 0) * MINUTE_MS,
  };
}
