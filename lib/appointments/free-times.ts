import type { TenantScope } from '@/db/scope';
import type { InputRefusal } from '@/lib/planning/clinic-calendar';
import { ok, type Result } from '@/lib/result/result';
import { explain } from '@/lib/scheduling/explain';
import { freeStarts } from '@/lib/scheduling/free-starts';
import type { ReasonCode } from '@/lib/scheduling/plan';
import { loadAppointmentProblem, THE_SESSION } from './appointment-problem';
import type { FreeTimesInput } from './input';

export interface FreeTimes {
  timeZone: string;
  /** Local times of the date and their instants in epoch milliseconds, ascending. */
  times: { time: string; start: number }[];
  /** Why there is none, when there is none. */
  reasons: ReasonCode[];
}

/**
 * The free times of a provider on a date for a visit of a length; with a patient, times when the patient is
 * elsewhere are left out. Errors: the fields that ask for what the tenant does not have.
 */
export async function freeTimes(
  scope: TenantScope,
  input: FreeTimesInput,
): Promise<Result<FreeTimes, InputRefusal>> {
  const problem = await loadAppointmentProblem(scope, { ...input, patientId: input.patientId ?? null });
  if (!problem.ok) return problem;
  const { instance } = problem.value;
  const times = freeStarts(instance, THE_SESSION).map(({ time, start }) => ({ time, start }));
  const reasons = times.length > 0 ? [] : explain(instance, []).flatMap((session) => session.reasons);
  return ok({ timeZone: instance.timeZone, times, reasons: reasons.map(({ code }) => code) });
}
