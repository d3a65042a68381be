import type { TenantScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { updateRecord } from '@/db/writes/records';
import { ok, type Result, refused } from '@/lib/result/result';

export type CancelPackageRefusal = { kind: 'not_found' } | { kind: 'already_cancelled' };

/**
 * Cancels a package and everything in it that has not happened, in one transaction: its open sessions and
 * their appointments, whose time is free at once. What was completed or missed stays as it was.
 */
export async function cancelPackage(
  scope: TenantScope,
  { packageId, reason }: { packageId: string; reason: string },
): Promise<Result<{ appointments: number }, CancelPackageRefusal>> {
  const cancelled = await transaction<{ appointments: number }, CancelPackageRefusal>(
    scope,
    async (write) => {
      const found = await write
        .from('package')
        .select(['cancelled_at', 'package.version'])
        .where('package.id', '=', packageId)
        .executeTakeFirst();
      if (!found) return refused({ kind: 'not_found' });
      if (found.cancelled_at !== null) return refused({ kind: 'already_cancelled' });
      const sessions = await write
        .from('session')
        .leftJoin('appointment', (join) =>
          join
            .onRef('appointment.tenant_id', '=', 'session.tenant_id')
            .onRef('appointment.id', '=', 'session.appointment_id'),
        )
        .select([
          'session.id',
          'session.version',
          'session.appointment_id',
          'appointment.version as appointmentVersion',
        ])
        .where('session.package_id', '=', packageId)
        .where('session.status', 'in', ['PENDING', 'FAILED', 'SCHEDULED'])
        .execute();
      const patch = { status: 'CANCELLED' } as const;
      let appointments = 0;
      for (const session of sessions) {
        const { appointment_id, appointmentVersion } = session;
        if (appointment_id !== null && appointmentVersion !== null) {
          await updateRecord(write, 'appointment', {
            id: appointment_id,
            version: appointmentVersion,
            patch,
            action: 'cancel',
          });
          appointments++;
        }
        await updateRecord(write, 'session', {
          id: session.id,
          version: session.version,
          patch: { ...patch, reasons: '[]' },
          action: 'cancel',
        });
      }
      await updateRecord(write, 'package', {
        id: packageId,
        version: found.version,
        patch: {
          ...patch,
          cancelled_at: scope.now(),
          cancelled_by: scope.actor.kind === 'user' ? scope.actor.userId : null,
          cancel_reason: reason,
        },
        action: 'cancel',
      });
      return ok({ appointments });
    },
  );
  if (cancelled.ok) return cancelled;
  const { error } = cancelled;
  if (error.kind === 'not_found' || error.kind === 'already_cancelled') return refused(error);
  throw new Error(`A cancellation was refused: ${JSON.stringify(error)}`);
}
