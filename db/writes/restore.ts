import type { ChangedRecord } from '../reads/change';
import type { Patch } from '../schema';
import type { WriteScope } from '../scope';
import { writeAudit } from './audit';
import { type ChangeRefusal, changeRecord } from './records';

/** The records whose changes can be taken back. */
export const RESTORABLE = ['appointment', 'session', 'package'] as const;
export type Restorable = (typeof RESTORABLE)[number];

/** What has to be put back, provided that it still is as the change left it. */
export type Restoration =
  | { kind: 'record'; table: Restorable; id: string; values: Record<string, unknown>; version: number }
  /** Who a session is for: it has no version, so it must still be for whom the change made it. */
  | { kind: 'assignment'; id: string; was: string; is: string };

const BOOK_KEEPING = new Set(['version', 'updated_at']);
/** A package follows its sessions; when they are put back it follows them again. */
const FOLLOWING = new Set(['follow_sessions', 'follow_visit']);

/**
 * What would take these changes back; null when it is more than putting values back: something was made or
 * removed, or is of a kind that does not change. A record that was changed twice goes back to its first state.
 */
export function restorationsOf(records: readonly ChangedRecord[]): Restoration[] | null {
  const found = new Map<string, Restoration>();
  for (const { table, id, action, before, after } of records) {
    if (before === null || after === null) return null;
    if (table === 'package' && FOLLOWING.has(action)) continue;
    const [was, is] = [columnsOf(before), columnsOf(after)];
    const key = `${table} ${id}`;
    const earlier = found.get(key);
    if (table === 'provider_assignment') {
      if (typeof was.provider_id !== 'string' || typeof is.provider_id !== 'string') return null;
      const first = earlier?.kind === 'assignment' ? earlier.was : was.provider_id;
      found.set(key, { kind: 'assignment', id, was: first, is: is.provider_id });
      continue;
    }
    const kind = RESTORABLE.find((name) => name === table);
    if (!kind || typeof is.version !== 'number') return null;
    const values = { ...was, ...(earlier?.kind === 'record' ? earlier.values : {}) };
    found.set(key, { kind: 'record', table: kind, id, values, version: is.version });
  }
  return [...found.values()];
}

/** Puts one thing back; refused when it has been changed since. */
export async function restore(
  write: WriteScope,
  restoration: Restoration,
): Promise<{ ok: true } | { ok: false; error: ChangeRefusal }> {
  if (restoration.kind === 'assignment') return restoreAssignment(write, restoration);
  const { table, id, values, version } = restoration;
  const kept = Object.entries(values).filter(([column]) => !BOOK_KEEPING.has(column));
  // The columns and values are our own, written when the record was changed.
  const patch = Object.fromEntries(kept) as Patch<Restorable>;
  const restored = await changeRecord(write, table, { id, patch, action: 'undo', version });
  return restored.ok ? { ok: true } : restored;
}

async function restoreAssignment(
  write: WriteScope,
  { id, was, is }: Extract<Restoration, { kind: 'assignment' }>,
): Promise<{ ok: true } | { ok: false; error: ChangeRefusal }> {
  const restored = await write
    .update('provider_assignment')
    .set({ provider_id: was })
    .where('provider_assignment.id', '=', id)
    .where('provider_id', '=', is)
    .executeTakeFirst();
  if (restored.numUpdatedRows !== 1n) return { ok: false, error: { kind: 'not_found' } };
  await writeAudit(write, [
    {
      table: 'provider_assignment',
      id,
      action: 'undo',
      before: { provider_id: is },
      after: { provider_id: was },
    },
  ]);
  return { ok: true };
}

function columnsOf(json: string): Record<string, unknown> {
  const values: unknown = JSON.parse(json);
  return typeof values === 'object' && values !== null ? { ...values } : {};
}
