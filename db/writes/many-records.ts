import type { Patch, RecordName } from '../schema';
import type { WriteScope } from '../scope';
import { writeAudit } from './audit';

/** One record of several that change together, with the version that was read. */
export interface RecordChange<T extends RecordName> {
  id: string;
  version: number;
  patch: Patch<T>;
}

/** A record was changed, or is gone, since it was read. */
export interface Outrun {
  kind: 'outrun';
}

interface Changes<T extends RecordName> {
  changes: readonly RecordChange<T>[];
  action: string;
  /** Done once everything is read, before anything is written. */
  prepare?: () => Promise<unknown>;
}

/** Ids per statement, well under the parameter limits of both databases. */
const CHUNK = 400;

type Changed = { ok: true } | { ok: false; error: Outrun };
const OUTRUN: Changed = { ok: false, error: { kind: 'outrun' } };

/**
 * Changes many records of one kind, each with its version and its audit row, in one statement for all that
 * change alike. One that someone changed since it was read is answered, and the caller rolls back.
 */
export async function changeRecords<T extends RecordName>(
  write: WriteScope,
  table: T,
  { changes, action, prepare }: Changes<T>,
): Promise<Changed> {
  if (changes.length === 0) return { ok: true };
  const before = await rowsOf(write, table, changes);
  if (changes.some(({ id, version }) => before.get(id)?.version !== version)) return OUTRUN;
  await prepare?.();
  const updated_at = write.now();
  for (const { ids, version, patch } of alike(changes)) {
    const changed = await write
      .update(table as 'package') // a table that is a type parameter has no literal columns
      .set({ ...patch, version: version + 1, updated_at } as Patch<'package'>)
      .where(idOf(table), 'in', ids)
      .where('version', '=', version)
      .executeTakeFirst();
    if (changed.numUpdatedRows !== BigInt(ids.length)) return OUTRUN;
  }
  await writeAudit(
    write,
    changes.map(({ id, version, patch }) => {
      const was = before.get(id) ?? {};
      return {
        table,
        id,
        action,
        before: was,
        after: { ...was, ...patch, version: version + 1, updated_at },
      };
    }),
  );
  return { ok: true };
}

/**
 * Moves visits of which one may take the place of another: all leave their places first. The patches say where
 * each goes; one that says nothing of its status keeps it.
 */
export async function moveVisits(
  write: WriteScope,
  { changes, action }: Omit<Changes<'appointment'>, 'prepare'>,
): Promise<Changed> {
  if (changes.length === 0) return { ok: true };
  const ids = changes.map(({ id }) => id);
  const present = await write
    .from('appointment')
    .select(['appointment.id', 'appointment.status'])
    .where('appointment.id', 'in', ids)
    .execute();
  const statusOf = new Map(present.map(({ id, status }) => [id, status]));
  const leave = () =>
    write.update('appointment').set({ status: 'CANCELLED' }).where('appointment.id', 'in', ids).execute();
  return changeRecords(write, 'appointment', {
    changes: changes.map(({ id, version, patch }) => ({
      id,
      version,
      patch: { status: statusOf.get(id), ...patch },
    })),
    action,
    prepare: leave,
  });
}

const idOf = (table: RecordName) => `${table}.id` as 'package.id';

async function rowsOf<T extends RecordName>(
  write: WriteScope,
  table: T,
  changes: readonly RecordChange<T>[],
): Promise<Map<string, { id: string; version: number }>> {
  const found = new Map<string, { id: string; version: number }>();
  for (let start = 0; start < changes.length; start += CHUNK) {
    const ids = changes.slice(start, start + CHUNK).map(({ id }) => id);
    const rows = await write
      .from(table as 'package')
      .selectAll()
      .where(idOf(table), 'in', ids)
      .execute();
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}

/** What changes alike, some at a time. */
function alike<T extends RecordName>(changes: readonly RecordChange<T>[]) {
  const groups = new Map<string, { ids: string[]; version: number; patch: Patch<T> }>();
  for (const [index, { id, version, patch }] of changes.entries()) {
    const key = JSON.stringify([version, patch, Math.floor(index / CHUNK)]);
    const group = groups.get(key);
    if (group) group.ids.push(id);
    else groups.set(key, { ids: [id], version, patch });
  }
  return [...groups.values()];
}
