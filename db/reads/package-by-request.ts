import type { TenantScope } from '../scope';

/** The package that a form's request key has made, or null: for a second press of Save and for retries. */
export async function findPackageByRequest(scope: TenantScope, requestKey: string) {
  const found = await scope
    .from('package')
    .select(['package.id', 'package.number', 'package.request_hash'])
    .where('request_key', '=', requestKey)
    .executeTakeFirst();
  if (!found) return null;
  const sessions = await scope.from('session').select('status').where('package_id', '=', found.id).execute();
  return {
    packageId: found.id,
    number: found.number,
    requestHash: found.request_hash,
    scheduled: sessions.filter(({ status }) => status === 'SCHEDULED').length,
    failed: sessions.filter(({ status }) => status === 'FAILED').length,
  };
}
