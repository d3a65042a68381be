import { newId } from '@/lib/ids/new-id';
import type { RecordName, TenantTableName } from '../schema';
import type { WriteScope } from '../scope';

export interface AuditEntry {
  table: TenantTableName | RecordName;
  id: string;
  action: string;
  before: object | null;
  after: object | null;
}

const CHUNK = 400;

/** Never kept in an audit row: what would help an attacker who reads the log. */
const SECRET_COLUMNS = new Set(['password_hash']);

/** Writes who changed what, when and from where, in the same transaction as the change itself. */
export async function writeAudit(write: WriteScope, entries: readonly AuditEntry[]): Promise<void> {
  const { actor } = write;
  const rows = entries.map((entry) => ({
    id: newId(),
    at: write.now(),
    actor_kind: actor.kind,
    actor_id: actor.kind === 'user' ? actor.userId : null,
    actor_name: actor.name,
    origin: actor.origin,
    record_type: entry.table,
    record_id: entry.id,
    action: entry.action,
    change_id: write.changeId,
    ...difference(entry.before, entry.after),
  }));
  for (let start = 0; start < rows.length; start += CHUNK) {
    await write.insert('audit', rows.slice(start, start + CHUNK)).execute();
  }
}

/** A change keeps only the columns that changed; a creation or a removal keeps the whole record. */
function difference(before: object | null, after: object | null) {
  const was = before ? new Map(Object.entries(before)) : null;
  const is = after ? new Map(Object.entries(after)) : null;
  const columns = [...(is ?? was ?? new Map()).keys()].filter(
    (column) => !SECRET_COLUMNS.has(column) && (!was || !is || was.get(column) !== is.get(column)),
  );
  const snapshot = (values: Map<string, unknown> | null) =>
    values && JSON.stringify(Object.fromEntries(columns.map((column) => [column, values.get(column)])));
  return { before: snapshot(was), after: snapshot(is) };
}
