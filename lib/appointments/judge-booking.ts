import type { TenantScope } from '@/db/scope';
import type { Blocker, Breach, BreachCode } from '@/lib/planning/breach';
import type { InputRefusal } from '@/lib/planning/clinic-calendar';
import { nameBreaches } from '@/lib/planning/name-breaches';
import { ok, type Result, refused } from '@/lib/result/result';
import { checkPlan } from '@/lib/scheduling/check-plan';
import { type PlacedSession, REASON_CODES, type ReasonCode } from '@/lib/scheduling/plan';
import { MINUTE_MS } from '@/lib/time/instant';
import { overlaps } from '@/lib/time/interval';
import { exactInstantOf } from '@/lib/time/wall-clock';
import { type AppointmentProblem, loadAppointmentProblem, THE_SESSION } from './appointment-problem';
import type { BookAppointmentInput, JudgeBookingInput } from './input';

/** When and with whom a new visit is to be; without a patient as long as nobody is chosen. */
type WantedVisit = Pick<BookAppointmentInput, 'providerId' | 'date' | 'time' | 'durationMinutes'> & {
  patientId: string | null;
};

/** The rules that a time breaks, and the visits that have it; both empty for a time that is free. */
export interface JudgedBooking {
  reasons: ReasonCode[];
  blockedBy: Blocker[];
}

/**
 * Judges a date and time for a new visit as booking it would, and saves nothing. Errors: the fields that ask for
 * what the tenant does not have, or a time that the clinic's clock skips.
 */
export async function judgeBooking(
  scope: TenantScope,
  input: JudgeBookingInput,
): Promise<Result<JudgedBooking, InputRefusal>> {
  const wanted = { ...input, patientId: input.patientId ?? null };
  const problem = await loadAppointmentProblem(scope, wanted);
  if (!problem.ok) return problem;
  const judged = await judgeVisit(scope, wanted, problem.value);
  if (!judged) return noSuchTime();
  return ok({ reasons: judged.reasons, blockedBy: blockersOf(judged.breaches) });
}

export const noSuchTime = () =>
  refused({ kind: 'invalid_input' as const, fields: { time: { code: 'no_such_time' as const } } });

/** Each visit in the way once, whatever of it is shared. */
export const blockersOf = (breaches: readonly Breach[]): Blocker[] => {
  const blockers = breaches.flatMap(({ by }) => by ?? []);
  return [...new Map(blockers.map((by) => [by.appointmentId ?? `${by.start} ${by.end}`, by])).values()];
};

/** Where the visit would stand and what it breaks there; null in a skipped hour. */
export async function judgeVisit(scope: TenantScope, wanted: WantedVisit, problem: AppointmentProblem) {
  const place = placeOf(wanted, problem);
  if (!place) return null;
  const reasons = brokenRules(problem, place);
  const breaches = await whoIsAt(scope, wanted, problem, { place, codes: reasons });
  return { place, reasons, breaches };
}

/** The rules with the visits that have the place. */
export const whoIsAt = (
  scope: TenantScope,
  { patientId }: WantedVisit,
  { facts }: AppointmentProblem,
  { place, codes }: { place: PlacedSession; codes: readonly BreachCode[] },
): Promise<Breach[]> => {
  const { provider: providerId, start, end } = place;
  return nameBreaches(scope, {
    codes,
    facts,
    place: { providerId, patientId, start, end, exceptAppointmentId: null },
  });
};

/** On the date and time typed, with a free room if one is needed. */
function placeOf(wanted: WantedVisit, { instance }: AppointmentProblem): PlacedSession | null {
  const start = exactInstantOf(wanted.date, wanted.time, instance.timeZone);
  if (start === null) return null;
  const end = start + wanted.durationMinutes * MINUTE_MS;
  const visit = { from: start, to: end };
  const room = instance.rooms?.find(({ busy }) => !busy.some((span) => overlaps(span, visit)));
  return { number: THE_SESSION, provider: wanted.providerId, room: room?.id ?? null, start, end };
}

function brokenRules({ instance }: AppointmentProblem, place: PlacedSession): ReasonCode[] {
  const rules: readonly string[] = checkPlan(instance, { placed: [place] }).map((breach) => breach.rule);
  return REASON_CODES.filter((code) => rules.includes(code));
}
