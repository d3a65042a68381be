import type { AppointmentToChange } from '@/db/reads/appointment-to-change';
import { OPEN_STATUSES } from '@/db/schema';
import type { TenantScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { auditOverlay } from '@/db/writes/overlays';
import { type ChangeRefusal, changeRecord, updateRecord } from '@/db/writes/records';
import { followProvider } from '@/db/writes/session-provider';
import { queueAppointmentChanged } from '@/lib/notifications/queue';
import { type Breach, type BreachCode, TAKEN } from '@/lib/planning/breach';
import { blockedTime, type InputRefusal } from '@/lib/planning/clinic-calendar';
import { nameBreaches } from '@/lib/planning/name-breaches';
import { ok, type Result, refused } from '@/lib/result/result';
import { localDateOf } from '@/lib/time/wall-clock';
import type { RescheduleAppointmentInput } from './input';
import { type JudgedMove, judgeMove } from './judge-move';
import { isDeliberate } from './may-overlap';
import { answerToOlderVersion, type ChangedVisit, type VisitChangeRefusal } from './visit-change';

export type RescheduleAppointmentRefusal =
  | VisitChangeRefusal
  | InputRefusal
  /** What stands in the way, and which wishes of the package nobody has gone against knowingly. */
  | { kind: 'breaks'; hard: Breach[]; soft: Breach[] };

/** Another room may be free when the one we chose was taken meanwhile. */
const TRIES = 3;

/**
 * Moves a visit to another time, length or provider: the appointment, its session (which is held there from
 * now on) and who is assigned to it change together, or none. Its own old time is never in the way. Errors:
 * see the refusals; a place that was taken in the same moment is refused like one that was taken before.
 */
export async function rescheduleAppointment(
  scope: TenantScope,
  input: RescheduleAppointmentInput,
): Promise<Result<ChangedVisit, RescheduleAppointmentRefusal>> {
  for (let attempt = 1; ; attempt++) {
    const judged = await judgeMove(scope, input);
    if (!judged.ok) return judged;
    const answer = await answerBefore(scope, input, judged.value);
    if (answer) return answer;

    const moved = await commitMove(scope, input, judged.value);
    if (moved.ok) return moved;
    const { error } = moved;
    if (error.kind === 'not_found') return refused(error);
    if (error.kind === 'duplicate') throw new Error(`A move was refused: ${error.constraint}`);
    // Someone was faster: with the visit itself, which is told on the next round, or with its place.
    if (attempt === TRIES && error.kind === 'slot_taken') {
      const hard = await whoWasFaster(scope, judged.value, TAKEN[error.resource]);
      return refused({ kind: 'breaks', hard, soft: judged.value.soft });
    }
  }
}

/** What can be answered before anything is written: that it may not be, or that it is done already. */
async function answerBefore(
  scope: TenantScope,
  input: RescheduleAppointmentInput,
  { problem, place, hard, soft }: JudgedMove,
): Promise<Result<ChangedVisit, RescheduleAppointmentRefusal> | null> {
  const { appointment } = problem;
  const stands = (visit: AppointmentToChange) =>
    visit.start === place.start && visit.end === place.end && visit.providerId === place.providerId;
  if (appointment.version !== input.version) return answerToOlderVersion(scope, input, stands);
  if (!OPEN_STATUSES.includes(appointment.status)) {
    return refused({ kind: 'not_open', status: appointment.status });
  }
  if (stands(appointment)) {
    return refused({ kind: 'invalid_input', fields: { time: { code: 'same_place' } } });
  }
  const isStopped = hard.length > 0 && !isDeliberate(hard, { ...input, actor: scope.actor });
  const isUnheard = soft.some(({ code }) => !input.accepted.includes(code));
  return isStopped || isUnheard ? refused({ kind: 'breaks', hard, soft }) : null;
}

function commitMove(
  scope: TenantScope,
  input: RescheduleAppointmentInput,
  { problem, place, hard }: JudgedMove,
) {
  const { appointment, facts, instance } = problem;
  const dayOf = (instant: number) => localDateOf(instant, instance.timeZone);
  // Who has arrived has arrived for that day.
  const status = dayOf(place.start) === dayOf(appointment.start) ? appointment.status : 'SCHEDULED';
  return transaction<ChangedVisit, ChangeRefusal>(scope, async (write) => {
    const changed = await changeRecord(write, 'appointment', {
      id: appointment.id,
      version: input.version,
      patch: {
        provider_id: place.providerId,
        room_id: place.roomId,
        start_at: place.start,
        end_at: place.end,
        ...blockedTime(facts, place.start, place.end),
        status,
        overlap_reason: hard.length > 0 ? input.overlapReason : null,
        change_reason: input.reason || null,
      },
      action: 'reschedule',
    });
    if (!changed.ok) return changed;
    await auditOverlay(write, appointment.id);
    const session = await write
      .from('session')
      .select(['session.id', 'session.version', 'session.number', 'session.package_id'])
      .where('appointment_id', '=', appointment.id)
      .executeTakeFirst();
    if (session) {
      const { id, version, number, package_id } = session;
      const patch = { is_pinned: 1 as const };
      await updateRecord(write, 'session', { id, version, patch, action: 'reschedule' });
      await followProvider(write, {
        packageId: package_id,
        sessionNumber: number,
        from: appointment.providerId,
        to: place.providerId,
      });
    }
    if (place.end > write.now()) await queueAppointmentChanged(write, appointment.id);
    return ok({ changeId: write.changeId, version: changed.value.version });
  });
}

function whoWasFaster(
  scope: TenantScope,
  { problem, place }: JudgedMove,
  code: BreachCode,
): Promise<Breach[]> {
  const { facts, appointment } = problem;
  return nameBreaches(scope, {
    codes: [code],
    facts,
    place: { ...place, patientId: appointment.patientId, exceptAppointmentId: appointment.id },
  });
}
