import { newId } from '@/lib/ids/new-id';
import type { NewRow, TenantTableName } from '../schema';
import type { WriteScope } from '../scope';
import { writeAudit } from './audit';

/** Rows that belong to a record and have no version of their own: they are added and removed, not edited. */
export type AddedTable = Extract<
  TenantTableName,
  'working_hours' | 'time_off' | 'closure' | 'provider_assignment' | 'draft_session'
>;
export type AddedRow<T extends AddedTable> = Omit<NewRow<T>, 'id'>;

/** Rows per statement: their columns times this stay under the parameter limits of both databases. */
const CHUNK = 400;

/** Adds rows and their audit entries; answers their ids, in order. */
export async function addRows<T extends AddedTable>(
  write: WriteScope,
  table: T,
  rows: readonly AddedRow<T>[],
  action = 'create',
): Promise<string[]> {
  const added = rows.map((row) => ({ ...row, id: newId() }));
  for (let start = 0; start < added.length; start += CHUNK) {
    // A table that is a type parameter has no literal columns; AddedRow has checked them.
    const chunk = added.slice(start, start + CHUNK) as unknown as NewRow<T>[];
    await write.insert(table, chunk).execute();
  }
  await writeAudit(
    write,
    added.map((row) => ({ table, id: row.id, action, before: null, after: row })),
  );
  return added.map(({ id }) => id);
}

/** Removes a provider's hours at a clinic, with their audit entries. */
export async function removeWorkingHours(
  write: WriteScope,
  { providerId, clinicId }: { providerId: string; clinicId: string },
): Promise<void> {
  const removed = await write
    .delete('working_hours')
    .where('provider_id', '=', providerId)
    .where('clinic_id', '=', clinicId)
    .returningAll()
    .execute();
  await writeAudit(
    write,
    removed.map((row) => ({
      table: 'working_hours',
      id: row.id,
      action: 'remove',
      before: row,
      after: null,
    })),
  );
}
