import type { TenantScope } from '@/db/scope';
import type { InputRefusal } from '@/lib/planning/clinic-calendar';
import { ok, type Result } from '@/lib/result/result';
import { freeStarts } from '@/lib/scheduling/free-starts';
import { addDays, daysBetween } from '@/lib/time/local-date';
import { localDateOf } from '@/lib/time/wall-clock';
import { loadAppointmentProblem, THE_SESSION } from './appointment-problem';
import type { FreeTimesInput } from './input';

/** A day with its free local times, ascending. */
export interface FreeDay {
  date: string;
  times: string[];
}

const DAYS_BEFORE = 14;
const DAYS_AFTER = 28;
const MOST_DAYS = 6;

/**
 * The days around a date, without itself, that have free times for a visit of a length with a provider: the
 * nearest few, in order of the calendar. Errors: the fields that ask for what the tenant does not have.
 */
export async function freeDays(
  scope: TenantScope,
  input: FreeTimesInput,
): Promise<Result<{ days: FreeDay[] }, InputRefusal>> {
  const { date } = input;
  const patientId = input.patientId ?? null;
  const around = { ...input, patientId, until: addDays(date, DAYS_AFTER) };
  // The date itself is asked about first: it may be one that cannot be booked at all.
  const asked = await loadAppointmentProblem(scope, around);
  if (!asked.ok) return asked;
  const today = localDateOf(scope.now(), asked.value.instance.timeZone);
  const earliest = [today, addDays(date, -DAYS_BEFORE)].toSorted().at(-1) ?? today;
  const problem =
    earliest < date ? await loadAppointmentProblem(scope, { ...around, date: earliest }) : asked;
  if (!problem.ok) return problem;
  const starts = freeStarts(problem.value.instance, THE_SESSION);
  const byDate = Map.groupBy(starts, (start) => start.date);
  byDate.delete(date);
  const days = [...byDate].map(([day, free]) => ({ date: day, times: free.map(({ time }) => time) }));
  const far = (day: FreeDay) => Math.abs(daysBetween(date, day.date));
  return ok({
    days: days
      .toSorted((one, other) => far(one) - far(other))
      .slice(0, MOST_DAYS)
      .toSorted((one, other) => (one.date < other.date ? -1 : 1)),
  });
}
