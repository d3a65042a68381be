import { findAppointmentByRequest } from '@/db/reads/appointment-by-request';
import type { TenantScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { takeNumbers } from '@/db/writes/numbers';
import { auditOverlay } from '@/db/writes/overlays';
import { createRecord } from '@/db/writes/records';
import { queueAppointmentConfirmation } from '@/lib/notifications/queue';
import { type Blocker, type Breach, TAKEN } from '@/lib/planning/breach';
import { blockedTime, type InputRefusal } from '@/lib/planning/clinic-calendar';
import { requestHash } from '@/lib/planning/request-hash';
import { ok, type Result, refused } from '@/lib/result/result';
import type { PlacedSession, ReasonCode } from '@/lib/scheduling/plan';
import { localDateOf } from '@/lib/time/wall-clock';
import { type AppointmentProblem, loadAppointmentProblem } from './appointment-problem';
import type { BookAppointmentInput } from './input';
import { blockersOf, judgeVisit, noSuchTime, whoIsAt } from './judge-booking';
import { isDeliberate } from './may-overlap';

export interface BookedAppointment {
  appointmentId: string;
  number: string;
}

export type BookAppointmentRefusal =
  | InputRefusal
  /** The rules that the time breaks, and the visits that have it. */
  | { kind: 'no_room_for_it'; reasons: ReasonCode[]; blockedBy: Blocker[] }
  /** This form was saved already, as it stood then; it has been changed since. */
  | { kind: 'already_saved'; appointmentId: string; number: string };

/** Another room may be free when the one we chose was taken meanwhile; a taken provider or patient is final. */
const TRIES = 3;

/**
 * Books one appointment at the date and time typed, by the same rules as a package's sessions; only the
 * clinic's grid is not asked of a time that a person has chosen. Errors: faulty fields, or the rules that the
 * time breaks. A second save with the same request key answers the appointment of the first.
 */
export async function bookAppointment(
  scope: TenantScope,
  input: BookAppointmentInput,
): Promise<Result<BookedAppointment, BookAppointmentRefusal>> {
  const booked = await bookedBefore(scope, input);
  if (booked) return booked;
  const refusal = await tryToBook(scope, input);
  if (refusal.ok) return refusal;
  // What stands in the way may be the same request, saved a moment ago.
  return (await bookedBefore(scope, input)) ?? refusal;
}

/** What this form's key has made: the answer to a retry; a form that was changed since is told. */
async function bookedBefore(
  scope: TenantScope,
  input: BookAppointmentInput,
): Promise<Result<BookedAppointment, BookAppointmentRefusal> | null> {
  const found = await findAppointmentByRequest(scope, input.requestKey);
  if (!found) return null;
  const { requestHash: hash, ...booked } = found;
  return hash === requestHash(input) ? ok(booked) : refused({ kind: 'already_saved', ...booked });
}

async function tryToBook(
  scope: TenantScope,
  input: BookAppointmentInput,
): Promise<Result<BookedAppointment, BookAppointmentRefusal>> {
  for (let attempt = 1; ; attempt++) {
    const problem = await loadAppointmentProblem(scope, input);
    if (!problem.ok) return problem;
    const judged = await judgeVisit(scope, input, problem.value);
    if (!judged) return noSuchTime();
    const { place, reasons, breaches } = judged;
    const overlapReason = input.overlapReason ?? null;
    const isShared = reasons.length > 0 && isDeliberate(breaches, { actor: scope.actor, overlapReason });
    if (reasons.length > 0 && !isShared) return noRoomForIt(reasons, breaches);

    const saved = await commitAppointment(scope, input, problem.value, {
      ...place,
      room: reasons.includes('no_room') ? (problem.value.facts.rooms[0]?.id ?? null) : place.room,
      overlapReason: isShared ? overlapReason : null,
    });
    if (saved.ok) return saved;
    const { error } = saved;
    if (error.kind === 'duplicate') {
      if (error.constraint !== 'appointment_request_key') throw new Error(`Refused: ${error.constraint}`);
      return noRoomForIt([], []);
    }
    if (attempt === TRIES || error.resource !== 'room') {
      const codes = [TAKEN[error.resource]];
      const faster = await whoIsAt(scope, input, problem.value, { place, codes });
      return noRoomForIt(codes, faster);
    }
  }
}

const noRoomForIt = (reasons: ReasonCode[], breaches: Breach[]) =>
  refused({
    kind: 'no_room_for_it' as const,
    reasons,
    blockedBy: blockersOf(breaches),
  });

function commitAppointment(
  scope: TenantScope,
  input: BookAppointmentInput,
  { instance, facts }: AppointmentProblem,
  place: PlacedSession & { overlapReason: string | null },
) {
  return transaction(scope, async (write) => {
    const today = localDateOf(scope.now(), instance.timeZone);
    const [number = ''] = await takeNumbers(write, 'APT', today, 1);
    const appointmentId = await createRecord(write, 'appointment', {
      number,
      clinic_id: input.clinicId,
      patient_id: input.patientId,
      provider_id: place.provider,
      room_id: place.room,
      service_type_id: input.serviceTypeId,
      start_at: place.start,
      end_at: place.end,
      ...blockedTime(facts, place.start, place.end),
      status: 'SCHEDULED',
      overlap_reason: place.overlapReason,
      notes: input.notes,
      request_key: input.requestKey,
      request_hash: requestHash(input),
      external_id: null,
      created_by: scope.actor.kind === 'user' ? scope.actor.userId : null,
    });
    await auditOverlay(write, appointmentId);
    await queueAppointmentConfirmation(write, appointmentId);
    return ok({ appointmentId, number });
  });
}
