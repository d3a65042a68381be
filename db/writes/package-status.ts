import type { PackageStatus, SessionStatus } from '../schema';
import type { WriteScope } from '../scope';
import { updateRecord } from './records';

/**
 * Brings a package's status in line with its sessions, by the rule it is given. The package row is locked
 * first, so that two sessions finishing at the same moment cannot each overlook the other.
 */
export async function followSessions(
  write: WriteScope,
  packageId: string,
  rule: (sessions: SessionStatus[], isCancelled: boolean) => PackageStatus,
): Promise<void> {
  const locked = await write
    .update('package')
    .set((eb) => ({ updated_at: eb.ref('package.updated_at') }))
    .where('package.id', '=', packageId)
    .returning(['status', 'cancelled_at', 'version'])
    .executeTakeFirstOrThrow();
  const sessions = await write.from('session').select('status').where('package_id', '=', packageId).execute();
  const status = rule(
    sessions.map((session) => session.status),
    locked.cancelled_at !== null,
  );
  if (status === locked.status) return;
  await updateRecord(write, 'package', {
    id: packageId,
    version: locked.version,
    patch: { status },
    action: 'follow_sessions',
  });
}
