import type { TenantScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { updateRecord } from '@/db/writes/records';
import { ok, type Result, refused } from '@/lib/result/result';

/** Ends every session of the signed-in user, on every device, from the next request on. */
export async function signOutEverywhere(scope: TenantScope): Promise<Result<null, { kind: 'not_found' }>> {
  const { actor } = scope;
  if (actor.kind !== 'user') return refused({ kind: 'not_found' });
  const ended = await transaction(scope, async (write) => {
    const user = await write
      .from('app_user')
      .select(['session_version', 'version'])
      .where('app_user.id', '=', actor.userId)
      .executeTakeFirstOrThrow();
    const patch = { session_version: user.session_version + 1 };
    await updateRecord(write, 'app_user', {
      id: actor.userId,
      version: user.version,
      patch,
      action: 'sign_out_everywhere',
    });
    return ok(null);
  });
  if (!ended.ok) throw new Error(`Sessions were not ended: ${JSON.stringify(ended.error)}`);
  return ended;
}
