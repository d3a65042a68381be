import type { HistoryRow } from '@/db/reads/package-history';
import { SESSION_STATUSES, type SessionStatus } from '@/db/schema';
import { countStatuses, type SessionCounts } from '@/lib/rules/package-progress';

export interface Change {
  field: string;
  from: unknown;
  to: unknown;
}

/** One line of a package's history: rows that one person wrote at one moment for one cause stand together. */
export interface HistoryEntry {
  id: string;
  at: number;
  actor: HistoryRow['actor'];
  what:
    | { kind: 'package_created' }
    | { kind: 'sessions_created'; numbers: number[]; counts: SessionCounts }
    | { kind: 'package_changed'; changes: Change[] }
    | { kind: 'sessions_changed'; numbers: number[]; changes: Change[] };
}

/** Book-keeping of the database and of the forms: nobody asks for it. */
const SILENT = new Set(['version', 'updated_at', 'created_at', 'request_key', 'id', 'package_id']);

/** The audit rows of a package as lines to read, in the order of the rows. */
export function historyOf(rows: readonly HistoryRow[]): HistoryEntry[] {
  const groups = new Map<string, HistoryRow[]>();
  for (const row of rows) {
    const key = row.sessionNumber === null ? row.id : causeOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].map(entryOf);
}

/** Sessions that are changed in the same way at the same moment are one line. */
function causeOf(row: HistoryRow): string {
  const what = row.before === null ? 'created' : changesOf(row).filter(({ field }) => isTold(field));
  return JSON.stringify([row.at, row.actor, row.action, what]);
}

/** What differs from session to session, such as the appointment it got, does not tear a line apart. */
const isTold = (field: string) => field === 'status';

function entryOf(group: HistoryRow[]): HistoryEntry {
  const [first] = group;
  if (!first) throw new Error('A line of history without a row.');
  return { id: first.id, at: first.at, actor: first.actor, what: whatOf(first, group) };
}

function whatOf(first: HistoryRow, group: HistoryRow[]): HistoryEntry['what'] {
  if (first.sessionNumber === null) {
    return first.before === null
      ? { kind: 'package_created' }
      : { kind: 'package_changed', changes: changesOf(first) };
  }
  const numbers = group.flatMap((row) => row.sessionNumber ?? []).sort((a, b) => a - b);
  if (first.before !== null) return { kind: 'sessions_changed', numbers, changes: changesOf(first) };
  const counts = countStatuses(group.flatMap((row) => statusIn(row.after)));
  return { kind: 'sessions_created', numbers, counts };
}

function changesOf({ before, after }: HistoryRow): Change[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .filter((field) => !SILENT.has(field))
    .map((field) => ({ field, from: before?.[field] ?? null, to: after?.[field] ?? null }));
}

function statusIn(values: HistoryRow['after']): SessionStatus[] {
  return SESSION_STATUSES.filter((status) => status === values?.status);
}
