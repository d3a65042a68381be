import type { TenantScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { followSessions } from '@/db/writes/package-status';
import { updateRecord } from '@/db/writes/records';
import { ok, type Result, refused } from '@/lib/result/result';
import { packageStatusOf } from '@/lib/rules/package-status';

export type Outcome = 'ARRIVED' | 'COMPLETED' | 'NO_SHOW' | 'CANCELLED';

export type RecordOutcomeRefusal = { kind: 'not_found' } | { kind: 'not_open'; status: string };

/** What became of an appointment says what became of its session; having arrived changes nothing yet. */
const SESSION_STATUS = {
  ARRIVED: null,
  COMPLETED: 'COMPLETED',
  NO_SHOW: 'NO_SHOW',
  CANCELLED: 'CANCELLED',
} as const;

/**
 * Records what became of a booked visit: the appointment, its session and the package's status change
 * together, or none. Only a visit that is still scheduled, or has arrived, can have an outcome.
 */
export async function recordOutcome(
  scope: TenantScope,
  { appointmentId, outcome }: { appointmentId: string; outcome: Outcome },
): Promise<Result<null, RecordOutcomeRefusal>> {
  const recorded = await transaction<null, RecordOutcomeRefusal>(scope, async (write) => {
    const appointment = await write
      .from('appointment')
      .select(['appointment.status', 'appointment.version'])
      .where('appointment.id', '=', appointmentId)
      .executeTakeFirst();
    if (!appointment) return refused({ kind: 'not_found' });
    if (appointment.status !== 'SCHEDULED' && appointment.status !== 'ARRIVED') {
      return refused({ kind: 'not_open', status: appointment.status });
    }
    const action = outcome.toLowerCase();
    await updateRecord(write, 'appointment', {
      id: appointmentId,
      version: appointment.version,
      patch: { status: outcome },
      action,
    });
    const session = await write
      .from('session')
      .select(['session.id', 'session.package_id', 'session.version'])
      .where('appointment_id', '=', appointmentId)
      .executeTakeFirst();
    const status = SESSION_STATUS[outcome];
    if (session && status) {
      await updateRecord(write, 'session', {
        id: session.id,
        version: session.version,
        patch: { status },
        action,
      });
      await followSessions(write, session.package_id, (sessions, isCancelled) =>
        packageStatusOf(sessions, { isCancelled }),
      );
    }
    return ok(null);
  });
  if (recorded.ok) return recorded;
  const { error } = recorded;
  if (error.kind === 'not_found' || error.kind === 'not_open') return refused(error);
  throw new Error(`An outcome was refused: ${JSON.stringify(error)}`);
}
