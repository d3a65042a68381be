import type { ChangedRecord } from '../reads/change';
import type { Patch } from '../schema';
import type { WriteScope } from '../scope';
import { type ChangeRefusal, changeRecord } from './records';

/** The records whose changes can be taken back. */
export const RESTORABLE = ['appointment', 'session', 'package'] as const;
export type Restorable = (typeof RESTORABLE)[number];

/** A record as it has to be again, provided that it still is as the change left it. */
export interface Restoration {
  table: Restorable;
  id: string;
  values: Record<string, unknown>;
  version: number;
}

const BOOK_KEEPING = new Set(['version', 'updated_at']);

/**
 * What would take these changes back; null when it is more than putting values back: a record was made, or is
 * of a kind that has no version. A record that was changed twice goes back to its first state.
 */
export function restorationsOf(records: readonly ChangedRecord[]): Restoration[] | null {
  const found = new Map<string, Restoration>();
  for (const { table, id, before, after } of records) {
    const kind = RESTORABLE.find((name) => name === table);
    if (!kind || before === null || after === null) return null;
    const [was, is] = [columnsOf(before), columnsOf(after)];
    if (typeof is.version !== 'number') return null;
    const earlier = found.get(`${table} ${id}`)?.values ?? {};
    found.set(`${table} ${id}`, { table: kind, id, values: { ...was, ...earlier }, version: is.version });
  }
  return [...found.values()];
}

/** Puts a record back; refused when it has been changed since. */
export async function restoreRecord(
  write: WriteScope,
  { table, id, values, version }: Restoration,
): Promise<{ ok: true } | { ok: false; error: ChangeRefusal }> {
  const kept = Object.entries(values).filter(([column]) => !BOOK_KEEPING.has(column));
  // The columns and values are our own, written when the record was changed.
  const patch = Object.fromEntries(kept) as Patch<Restorable>;
  const restored = await changeRecord(write, table, { id, patch, action: 'undo', version });
  return restored.ok ? { ok: true } : restored;
}

function columnsOf(json: string): Record<string, unknown> {
  const values: unknown = JSON.parse(json);
  return typeof values === 'object' && values !== null ? { ...values } : {};
}
