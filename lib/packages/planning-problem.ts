import { type PlanningFacts, readPlanningFacts } from '@/db/reads/planning-facts';
import type { TenantScope } from '@/db/scope';
import { calendarOf, type InputRefusal, providerFault } from '@/lib/planning/clinic-calendar';
import { dateFault } from '@/lib/planning/input';
import type { FieldFaults } from '@/lib/result/field-faults';
import { ok, type Result, refused } from '@/lib/result/result';
import { DEFAULT_WINDOW_DAYS } from '@/lib/rules/package-limits';
import type { Instance, InstanceSession } from '@/lib/scheduling/instance';
import { PRESET_NAMES, PRESETS } from '@/lib/scheduling/presets';
import { isPromised } from '@/lib/scheduling/promise';
import { MOST_EXTENSION_DAYS } from '@/lib/scheduling/relaxations';
import { addDays } from '@/lib/time/local-date';
import { endOfDay, localDateOf, startOfDay } from '@/lib/time/wall-clock';
import type { ProposePlanInput } from './input';
import { targetGapHalfDays } from './target-gap';

export interface PlanningProblem {
  instance: Instance;
  facts: PlanningFacts;
  /** The clinic's date now. */
  today: string;
  windowTo: string;
}

/** The resolved end of a package's window: given, or 90 days from the start. */
export const windowEnd = (input: Pick<ProposePlanInput, 'startDate' | 'endDate'>): string =>
  input.endDate ?? addDays(input.startDate, DEFAULT_WINDOW_DAYS - 1);

/** The providers of each session number: the one for all, or the pool of each; none yet in a draft. */
export function providersOf(input: ProposePlanInput, number: number): string[] {
  const { providers } = input;
  if (providers.strategy === 'one') return providers.providerId === '' ? [] : [providers.providerId];
  return providers.sessions.find((session) => session.number === number)?.providerIds ?? [];
}

/**
 * Loads what planning needs and states the package as an instance for the engine; or says at which fields the
 * form asks for what the tenant does not have, or for more than is planned at once: nobody else would be served
 * meanwhile. A foreign id answers like an unknown one. `formerStart` is a first day that may have passed.
 */
export async function loadPlanningProblem(
  scope: TenantScope,
  input: ProposePlanInput,
  formerStart: string | null = null,
): Promise<Result<PlanningProblem, InputRefusal>> {
  const windowTo = windowEnd(input);
  const assigned = sessionNumbers(input).flatMap((number) => providersOf(input, number));
  const facts = await readPlanningFacts(scope, {
    clinicId: input.clinicId,
    serviceTypeId: input.serviceTypeId,
    patientId: input.patientId,
    providerIds: [...new Set([...assigned, ...(input.pinned ?? []).map(({ providerId }) => providerId)])],
    withColleagues: true,
    exceptPackageId: null,
    // A day either side covers every zone's midnight, and sessions and buffers that cross it; the rest is for
    // longer windows that the engine tries in search of a way out.
    from: startOfDay(addDays(input.startDate, -1), 'UTC'),
    to: endOfDay(addDays(windowTo, MOST_EXTENSION_DAYS + 2), 'UTC'),
  });
  const timeZone = facts.clinic?.timeZone ?? 'UTC';
  const today = localDateOf(scope.now(), timeZone);
  const fields = faultsAgainst(facts, input, { today, formerStart });
  if (Object.keys(fields).length > 0 || !facts.clinic || !facts.service) {
    return refused({ kind: 'invalid_input', fields });
  }
  // Who only has a place that is kept is known by name, and no way out for any session.
  const given = new Set(assigned);
  const providers = facts.providers.filter(({ id }) => given.has(id) || providerFault(facts, id) === null);
  const instance = instanceOf(input, { ...facts, providers }, scope.now());
  if (!isPromised(instance, PRESET_NAMES.length)) {
    return refused({ kind: 'invalid_input', fields: { sessionCount: { code: 'too_much_to_plan' } } });
  }
  return ok({ instance, facts, today, windowTo });
}

const sessionNumbers = (input: ProposePlanInput) =>
  Array.from({ length: input.sessionCount }, (_, index) => index + 1);

function faultsAgainst(
  facts: PlanningFacts,
  input: ProposePlanInput,
  { today, formerStart }: { today: string; formerStart: string | null },
): FieldFaults {
  const faults: FieldFaults = {};
  if (!facts.hasPatient) faults.patientId = { code: 'unknown' };
  if (!facts.clinic) faults.clinicId = { code: 'unknown' };
  else if (!facts.clinic.isActive) faults.clinicId = { code: 'inactive' };
  const startFault = input.startDate === formerStart ? null : dateFault(input.startDate, today);
  if (facts.clinic && startFault) faults.startDate = { code: startFault };
  if (!facts.service) faults.serviceTypeId = { code: 'unknown' };
  else if (!facts.service.isActive) faults.serviceTypeId = { code: 'inactive' };
  for (const [path, providerIds] of providerFields(input)) {
    const code = providerIds.map((id) => providerFault(facts, id)).find((fault) => fault !== null);
    if (code) faults[path] = { code };
  }
  return faults;
}

function providerFields(input: ProposePlanInput): [path: string, providerIds: string[]][] {
  const { providers } = input;
  if (providers.strategy === 'one') {
    return [['providers.providerId', providers.providerId === '' ? [] : [providers.providerId]]];
  }
  return providers.sessions.map((session, index) => [
    `providers.sessions.${index}.providerIds`,
    session.providerIds,
  ]);
}

function instanceOf(input: ProposePlanInput, facts: PlanningFacts, now: number): Instance {
  const sessions = sessionNumbers(input).map(
    (number): InstanceSession => ({
      number,
      durationMinutes: input.durationMinutes,
      providers: providersOf(input, number),
      fixed: null,
    }),
  );
  return {
    ...calendarOf(facts),
    format: 'takt-instance/1',
    window: { from: input.startDate, to: windowEnd(input) },
    notBefore: now,
    preferredDays: input.preferredDays,
    minGapDays: input.minGapDays,
    maxGapDays: input.maxGapDays,
    maxPerWeek: input.maxPerWeek,
    dayHours: input.dayHours,
    sessions,
    weights: PRESETS[input.goal],
    targetGapHalfDays: targetGapHalfDays(input),
    preferMinute: null,
  };
}
