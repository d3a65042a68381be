import type { RecordName } from '../schema';
import type { TenantScope } from '../scope';

/** Whether each of these is a record of the tenant; foreign ids are as good as none. */
export async function isOfTenant(
  scope: TenantScope,
  table: Extract<RecordName, 'clinic' | 'provider' | 'service_type'>,
  ids: readonly string[],
): Promise<boolean> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return true;
  const rows = await scope
    .from(table as 'clinic')
    .select('id')
    .where('id', 'in', wanted)
    .execute();
  return rows.length === wanted.length;
}
