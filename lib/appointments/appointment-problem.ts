import { type PlanningFacts, readPlanningFacts } from '@/db/reads/planning-facts';
import type { TenantScope } from '@/db/scope';
import { calendarOf, type InputRefusal, providerFault } from '@/lib/planning/clinic-calendar';
import { dateFault } from '@/lib/planning/input';
import type { FieldFaults } from '@/lib/result/field-faults';
import { ok, type Result, refused } from '@/lib/result/result';
import type { Instance } from '@/lib/scheduling/instance';
import { PRESETS } from '@/lib/scheduling/presets';
import { addDays } from '@/lib/time/local-date';
import { endOfDay, localDateOf, startOfDay } from '@/lib/time/wall-clock';

export interface AppointmentQuestion {
  clinicId: string;
  serviceTypeId: string;
  providerId: string;
  patientId: string | null;
  date: string;
  /** The last date that it may stand on; the date itself unless said otherwise. */
  until?: string;
  durationMinutes: number;
}

export interface AppointmentProblem {
  /** One session, on its dates, for one provider: judged by the same rules as a package's. */
  instance: Instance;
  facts: PlanningFacts;
}

/** The number of the one session in such an instance. */
export const THE_SESSION = 1;

/** Loads what a single appointment on a date must respect, or the fields that ask for what is not there. */
export async function loadAppointmentProblem(
  scope: TenantScope,
  question: AppointmentQuestion,
): Promise<Result<AppointmentProblem, InputRefusal>> {
  const { clinicId, serviceTypeId, providerId, patientId, date, until = date, durationMinutes } = question;
  const facts = await readPlanningFacts(scope, {
    clinicId,
    serviceTypeId,
    patientId,
    providerIds: [providerId],
    withColleagues: false,
    exceptPackageId: null,
    from: startOfDay(addDays(date, -1), 'UTC'),
    to: endOfDay(addDays(until, 2), 'UTC'),
  });
  const today = localDateOf(scope.now(), facts.clinic?.timeZone ?? 'UTC');
  const fields = faultsAgainst(facts, { providerId, date, today });
  if (Object.keys(fields).length > 0) return refused({ kind: 'invalid_input', fields });
  const instance: Instance = {
    ...calendarOf(facts),
    format: 'takt-instance/1',
    window: { from: date, to: until },
    notBefore: scope.now(),
    preferredDays: [],
    minGapDays: 1,
    maxGapDays: null,
    maxPerWeek: null,
    dayHours: null,
    sessions: [{ number: THE_SESSION, durationMinutes, providers: [providerId], fixed: null }],
    weights: PRESETS.soonest,
    targetGapHalfDays: null,
    preferMinute: null,
  };
  return ok({ instance, facts });
}

function faultsAgainst(
  facts: PlanningFacts,
  { providerId, date, today }: { providerId: string; date: string; today: string },
): FieldFaults {
  const faults: FieldFaults = {};
  if (!facts.hasPatient) faults.patientId = { code: 'unknown' };
  if (!facts.clinic) faults.clinicId = { code: 'unknown' };
  else if (!facts.clinic.isActive) faults.clinicId = { code: 'inactive' };
  const dayFault = dateFault(date, today);
  if (facts.clinic && dayFault) faults.date = { code: dayFault };
  if (!facts.service) faults.serviceTypeId = { code: 'unknown' };
  else if (!facts.service.isActive) faults.serviceTypeId = { code: 'inactive' };
  const code = providerFault(facts, providerId);
  if (code) faults.providerId = { code };
  return faults;
}
