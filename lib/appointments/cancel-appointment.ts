import type { TenantScope, WriteScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { followSessions } from '@/db/writes/package-status';
import { type ChangeRefusal, changeRecord, updateRecord } from '@/db/writes/records';
import { queueAppointmentCancelled } from '@/lib/notifications/queue';
import { ok, type Result, refused } from '@/lib/result/result';
import { packageStatusOf } from '@/lib/rules/package-status';
import type { CancelAppointmentInput } from './input';
import { openVisit } from './open-visit';
import { answerToOlderVersion, type ChangedVisit, type VisitChangeRefusal } from './visit-change';

/**
 * Cancels one visit; its time is free at once. Its session is cancelled with it, or goes back to those that
 * the package still owes. Errors: unknown, no longer open, or changed by someone else meanwhile.
 */
export async function cancelAppointment(
  scope: TenantScope,
  input: CancelAppointmentInput,
): Promise<Result<ChangedVisit, VisitChangeRefusal>> {
  const { appointmentId, version, reason } = input;
  const cancelled = await transaction<ChangedVisit, ChangeRefusal | VisitChangeRefusal>(
    scope,
    async (write) => {
      const visit = await openVisit(write, { appointmentId, version });
      if (!visit.ok) return visit;
      const changed = await changeRecord(write, 'appointment', {
        id: appointmentId,
        version,
        patch: { status: 'CANCELLED', change_reason: reason },
        action: 'cancel',
      });
      if (!changed.ok) return changed;
      if (visit.value.session) await releaseSession(write, visit.value.session, input.session);
      if (visit.value.start > write.now()) await queueAppointmentCancelled(write, appointmentId);
      return ok({ changeId: write.changeId, version: changed.value.version });
    },
  );
  if (cancelled.ok) return cancelled;
  const { error } = cancelled;
  if (error.kind === 'not_found' || error.kind === 'not_open') return refused(error);
  if (error.kind === 'stale') {
    return answerToOlderVersion(
      scope,
      input,
      (visit) => visit.status === 'CANCELLED' && visit.changeReason === reason,
    );
  }
  throw new Error(`A cancellation was refused: ${JSON.stringify(error)}`);
}

/** A session that is still owed lets go of the cancelled visit, so that it is planned like any other. */
async function releaseSession(
  write: WriteScope,
  { id, version, packageId }: { id: string; version: number; packageId: string },
  what: CancelAppointmentInput['session'],
): Promise<void> {
  const patch =
    what === 'cancel'
      ? { status: 'CANCELLED' as const }
      : { status: 'PENDING' as const, appointment_id: null, is_pinned: 0 as const, reasons: '[]' };
  await updateRecord(write, 'session', { id, version, patch, action: 'cancel' });
  await followSessions(write, packageId, (sessions, isCancelled) =>
    packageStatusOf(sessions, { isCancelled }),
  );
}
