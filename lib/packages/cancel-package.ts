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
        .select('cancelled_at')
        .where('package.id', '=', packageId)
        .executeTakeFirst();
      if (!found) return refused({ kind: 'not_found' });
      if (found.cancelled_at !== null) return refused({ kind: 'already_cancelled' });
      const sessions = await write
        .from('session')
        .select(['session.id', 'appointment_id'])
        .where('package_id', '=', packageId)
        .where('session.status', 'in', ['PENDING', 'FAILED', 'SCHEDULED'])
        .execute();
      const patch = { status: 'CANCELLED' } as const;
      let appointments = 0;
      for (const session of sessions) {
        if (session.appointment_id) {
          await updateRecord(write, 'appointment', { id: session.appointment_id, patch, action: 'cancel' });
          appointments++;
        }
        await updateRecord(write, 'session', {
          id: session.id,
          patch: { ...patch, reasons: '[]' },
          action: 'cancel',
        });
      }
      await updateRecord(write, 'package', {
        id: packageId,
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
