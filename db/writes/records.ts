import { newId } from '@/lib/ids/new-id';
import type { NewRow, Patch, RecordName, Row } from '../schema';
import type { WriteScope } from '../scope';
import { Outpaced } from '../transaction';
import { type AuditEntry, writeAudit } from './audit';

/*
 * Every record that people edit is written through these two, so that no change goes without its version and
 * its audit row.
 */

export type NewRecord<T extends RecordName> = Omit<
  NewRow<T>,
  'id' | 'version' | 'created_at' | 'updated_at'
> & {
  id?: string;
};

/** Rows per statement: wide rows times this stay under the parameter limits of both databases. */
const CHUNK = 400;

/** Creates records and their audit rows; answers their ids, in order. */
export async function createRecords<T extends RecordName>(
  write: WriteScope,
  table: T,
  records: readonly NewRecord<T>[],
  action = 'create',
): Promise<string[]> {
  const at = write.now();
  const rows = records.map((record) => ({
    ...record,
    id: record.id ?? newId(),
    version: 1,
    created_at: at,
    updated_at: at,
  }));
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = rows.slice(start, start + CHUNK);
    await write.insert(table, chunk as unknown as NewRow<T>[]).execute();
  }
  await writeAudit(
    write,
    rows.map((row): AuditEntry => ({ table, id: row.id, action, before: null, after: row })),
  );
  return rows.map((row) => row.id);
}

export async function createRecord<T extends RecordName>(
  write: WriteScope,
  table: T,
  record: NewRecord<T>,
  action?: string,
): Promise<string> {
  const [id] = await createRecords(write, table, [record], action);
  if (id === undefined) throw new Error('A record was not created.');
  return id;
}

export type ChangeRefusal = { kind: 'not_found' } | { kind: 'stale'; version: number };

/**
 * Changes one record, raises its version and audits what was and what is. With `version`, a record that
 * someone changed meanwhile is refused as stale.
 */
export async function changeRecord<T extends RecordName>(
  write: WriteScope,
  table: T,
  change: { id: string; patch: Patch<T>; action: string; version?: number },
): Promise<{ ok: true; value: Row<T> } | { ok: false; error: ChangeRefusal }> {
  const idColumn = `${table}.id` as 'package.id'; // a table that is a type parameter has no literal columns
  const found = await write
    .from(table as 'package')
    .selectAll()
    .where(idColumn, '=', change.id)
    .executeTakeFirst();
  if (!found) return { ok: false, error: { kind: 'not_found' } };
  const before = found as unknown as Row<T> & { version: number };
  if (change.version !== undefined && change.version !== before.version) {
    return { ok: false, error: { kind: 'stale', version: before.version } };
  }
  const after = { ...before, ...change.patch, version: before.version + 1, updated_at: write.now() };
  const changed = await write
    .update(table as 'package')
    .set({ ...change.patch, version: after.version, updated_at: after.updated_at } as Patch<'package'>)
    .where(idColumn, '=', change.id)
    .where('version', '=', before.version)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) return { ok: false, error: { kind: 'stale', version: before.version } };
  await writeAudit(write, [{ table, id: change.id, action: change.action, before, after }]);
  return { ok: true, value: after };
}

/**
 * Changes a record about which this transaction has decided from what it read; answers it as it is now.
 * `version` is the one that was read: someone else's change since then starts the transaction over (see
 * `Outpaced`). 'any' is for a change that would be the same whatever the record held.
 */
export async function updateRecord<T extends RecordName>(
  write: WriteScope,
  table: T,
  { version, ...change }: { id: string; version: number | 'any'; patch: Patch<T>; action: string },
): Promise<Row<T>> {
  const changed = await changeRecord(write, table, version === 'any' ? change : { ...change, version });
  if (changed.ok) return changed.value;
  if (changed.error.kind === 'stale') throw new Outpaced(`${table} ${change.id} changed meanwhile`);
  throw new Error(`${table} ${change.id} is gone`);
}
