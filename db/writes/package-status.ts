import type { PackageStatus, Patch, SessionStatus } from '../schema';
import type { WriteScope } from '../scope';
import type { Outrun } from './many-records';
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

/** Holds a package that is not called off until the transaction ends, if it still has the version that was read. */
export async function lockPackage(
  write: WriteScope,
  { packageId, version }: { packageId: string; version: number },
): Promise<{ ok: true } | { ok: false; error: Outrun }> {
  const locked = await write
    .update('package')
    .set((eb) => ({ updated_at: eb.ref('package.updated_at') }))
    .where('package.id', '=', packageId)
    .where('version', '=', version)
    .executeTakeFirst();
  return locked.numUpdatedRows === 1n ? { ok: true } : { ok: false, error: { kind: 'outrun' } };
}

/** Changes a locked package after its sessions, its status with it: one change, so that it is undone as one. */
export async function changePackage(
  write: WriteScope,
  change: {
    packageId: string;
    version: number;
    patch: Patch<'package'>;
    action: string;
    rule: (sessions: SessionStatus[]) => PackageStatus;
  },
): Promise<void> {
  const { packageId, version, patch, action, rule } = change;
  const sessions = await write.from('session').select('status').where('package_id', '=', packageId).execute();
  const status = rule(sessions.map((session) => session.status));
  await updateRecord(write, 'package', { id: packageId, version, patch: { ...patch, status }, action });
}
