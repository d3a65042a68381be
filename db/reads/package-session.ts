import type { SessionStatus } from '../schema';
import type { TenantScope } from '../scope';

/** One session of a package by its number, or null; ask only for a package that the actor may see. */
export async function findSession(
  scope: TenantScope,
  { packageId, number }: { packageId: string; number: number },
): Promise<{ id: string; version: number; status: SessionStatus } | null> {
  const found = await scope
    .from('session')
    .select(['session.id', 'session.version', 'session.status'])
    .where('package_id', '=', packageId)
    .where('session.number', '=', number)
    .executeTakeFirst();
  return found ?? null;
}
