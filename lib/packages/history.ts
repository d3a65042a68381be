import type { OverlayChange } from '@/db/reads/appointment-history';
import type { HistoryRow } from '@/db/reads/package-history';
import { SESSION_STATUSES, type SessionStatus } from '@/db/schema';
import { countStatuses, type SessionCounts } from '@/lib/rules/package-progress';

export interface Change {
  field: string;
  from: unknown;
  to: unknown;
}

/** One visit that was moved; null is what stayed as it was. */
export interface VisitMove {
  number: number;
  start: { from: number; to: number } | null;
  /** In minutes. */
  length: { from: number; to: number } | null;
  provider: { from: string; to: string } | null;
  /** Laid over another visit on purpose, for that reason; none for one that no longer is. */
  overlap: { reason: string | null } | null;
}

/** What another visit did that was laid over the one of a session. */
export interface VisitUnder {
  number: number;
  change: OverlayChange;
}

/** The visit of a session, where it stood when its state changed. */
export interface VisitThen {
  number: number;
  start: number;
}

/** Sessions that are for others from then on, or have another note. */
export interface AssignmentChange {
  numbers: number[];
  from: string[];
  to: string[];
  /** Null where it stayed as it was. */
  note: string | null;
}

/** Which sessions of a draft are kept at which times from then on, and which no more. */
export interface KeptChange {
  kept: VisitThen[];
  released: number[];
}

/** One line of a package's history: rows that one person wrote at one moment for one cause stand together. */
export interface HistoryEntry {
  id: string;
  at: number;
  actor: HistoryRow['actor'];
  /** Why, in the words of who did it; null where nobody said. */
  reason: string | null;
  /** An earlier change was taken back. */
  isUndo: boolean;
  what:
    | { kind: 'package_created' }
    | { kind: 'sessions_created'; numbers: number[]; counts: SessionCounts }
    | { kind: 'package_changed'; changes: Change[] }
    | { kind: 'sessions_changed'; numbers: number[]; changes: Change[]; visits: VisitThen[] }
    | { kind: 'visits_moved'; moves: VisitMove[] }
    | { kind: 'visits_laid_over'; visits: VisitUnder[] }
    | { kind: 'assignments_changed'; changes: AssignmentChange[] }
    | ({ kind: 'kept_times_changed' } & KeptChange);
}

/** Book-keeping of the database and of the forms: nobody asks for it. */
const SILENT = new Set([
  'version',
  'updated_at',
  'created_at',
  'request_key',
  'request_hash',
  'id',
  'package_id',
  // Told as the reason and by the status.
  'cancelled_at',
  'cancelled_by',
  'cancel_reason',
]);

/** The audit rows of a package as lines to read, in the order of the rows. */
export function historyOf(rows: readonly HistoryRow[]): HistoryEntry[] {
  const told = rowsToTell(rows);
  const groups = new Map<string, HistoryRow[]>();
  for (const row of told) {
    const key = row.record === 'package' ? row.id : causeOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const reasons = reasonsByChange(rows);
  return [...groups.values()].map((group) => entryOf(group, reasons)).filter(isAnythingTold);
}

/** Who was removed from a session and added to it again at once has stayed. */
function isAnythingTold({ what }: HistoryEntry): boolean {
  if (what.kind === 'kept_times_changed') return what.kept.length + what.released.length > 0;
  return what.kind !== 'assignments_changed' || what.changes.length > 0;
}

/**
 * A visit and its session are mostly changed together, and one of the two tells it: the visit where it went,
 * the session what became of it. What is left without anything to tell is left out.
 */
function rowsToTell(rows: readonly HistoryRow[]): HistoryRow[] {
  const settled = new Set(
    rows.filter((row) => row.record === 'session' && row.changeId && hasStatus(row)).map(pairOf),
  );
  const moved = new Set(
    rows.filter((row) => row.record === 'appointment' && row.changeId && isMove(row)).map(pairOf),
  );
  // That sessions are no longer all for one says less than who they are for now.
  const assigned = new Set(rows.flatMap((row) => (row.record === 'assignment' ? (row.changeId ?? []) : [])));
  const tellsMore = (row: HistoryRow) =>
    changesOf(row).some(({ field }) => field !== 'provider_strategy' || !assigned.has(row.changeId ?? ''));
  // What is scheduled or called off needs no kept places any more.
  const drafted = new Set(
    rows.flatMap((row) =>
      row.record === 'package' && row.changeId && !hasStatus(row) ? [row.changeId] : [],
    ),
  );
  return withVisitStates(rows).filter((row) => {
    if (row.record === 'kept') return drafted.has(row.changeId ?? '');
    if (row.record === 'appointment') return isMove(row) || (hasStatus(row) && !settled.has(pairOf(row)));
    if (row.record === 'assignment' || row.record === 'overlay') return true;
    if (row.record === 'package') return row.before === null || tellsMore(row);
    return row.before === null || hasStatus(row) || (changesOf(row).length > 0 && !moved.has(pairOf(row)));
  });
}

/** A session is scheduled until its visit is over; what its visit knows more exactly, that the patient has come, is told. */
function withVisitStates(rows: readonly HistoryRow[]): HistoryRow[] {
  const visits = new Map(
    rows
      .filter((row) => row.record === 'appointment' && row.changeId && hasStatus(row))
      .map((row) => [pairOf(row), row]),
  );
  return rows.map((row) => {
    const visit = row.record === 'session' && hasStatus(row) ? visits.get(pairOf(row)) : undefined;
    if (!visit) return row;
    return { ...row, before: arrivedIn(row.before, visit.before), after: arrivedIn(row.after, visit.after) };
  });
}

const arrivedIn = (session: HistoryRow['before'], visit: HistoryRow['before']): HistoryRow['before'] =>
  visit?.status === 'ARRIVED' ? { ...session, status: visit.status } : session;

const pairOf = ({ changeId, sessionNumber }: HistoryRow) => `${changeId} ${sessionNumber}`;

const hasStatus = ({ after, before }: HistoryRow) => before !== null && after?.status !== undefined;

const isMove = ({ before, after, length }: HistoryRow) =>
  before !== null && after !== null && (length !== null || 'start_at' in after || 'provider_id' in after);

/** Sessions that are changed in the same way at the same moment are one line. */
function causeOf(row: HistoryRow): string {
  const moment = row.changeId ?? [row.at, row.actor, row.action];
  if (row.record === 'appointment' && isMove(row)) return JSON.stringify([moment, 'move']);
  if (row.record === 'overlay') return JSON.stringify([moment, 'overlay']);
  if (row.record === 'assignment') return JSON.stringify([moment, 'assign']);
  if (row.record === 'kept') return JSON.stringify([moment, 'keep']);
  const what = row.before === null ? 'created' : changesOf(row).filter(({ field }) => isTold(field));
  return JSON.stringify([moment, what]);
}

/** What differs from session to session, such as the appointment it got, does not tear a line apart. */
const isTold = (field: string) => field === 'status';

/** The reason that was given with a change, by the change. */
function reasonsByChange(rows: readonly HistoryRow[]): Map<string, string> {
  const reasons = new Map<string, string>();
  for (const { changeId, after, before } of rows) {
    const reason = before === null ? null : (after?.change_reason ?? after?.cancel_reason);
    if (changeId !== null && typeof reason === 'string' && reason !== '') reasons.set(changeId, reason);
  }
  return reasons;
}

function entryOf(group: HistoryRow[], reasons: ReadonlyMap<string, string>): HistoryEntry {
  const [first] = group;
  if (!first) throw new Error('A line of history without a row.');
  const isUndo = first.action === 'undo';
  const reason = first.changeId === null || isUndo ? null : (reasons.get(first.changeId) ?? null);
  return { id: first.id, at: first.at, actor: first.actor, reason, isUndo, what: whatOf(first, group) };
}

function whatOf(first: HistoryRow, group: HistoryRow[]): HistoryEntry['what'] {
  if (first.record === 'package') {
    return first.before === null
      ? { kind: 'package_created' }
      : { kind: 'package_changed', changes: changesOf(first) };
  }
  if (first.record === 'appointment' && isMove(first)) {
    return { kind: 'visits_moved', moves: group.map(moveOf).sort((one, other) => one.number - other.number) };
  }
  if (first.record === 'overlay') return { kind: 'visits_laid_over', visits: visitsUnderIn(group) };
  if (first.record === 'assignment') {
    return { kind: 'assignments_changed', changes: assignmentChangesOf(group) };
  }
  if (first.record === 'kept') return { kind: 'kept_times_changed', ...keptChangeOf(group) };
  const numbers = group.flatMap((row) => row.sessionNumber ?? []).sort((a, b) => a - b);
  if (first.before !== null) {
    return { kind: 'sessions_changed', numbers, changes: changesOf(first), visits: visitsIn(group) };
  }
  const counts = countStatuses(group.flatMap((row) => statusIn(row.after)));
  return { kind: 'sessions_created', numbers, counts };
}

const visitsIn = (group: readonly HistoryRow[]): VisitThen[] =>
  group
    .flatMap(({ sessionNumber: number, visitStart: start }) =>
      number === null || start === null ? [] : [{ number, start }],
    )
    .sort((one, other) => one.number - other.number);

const visitsUnderIn = (group: readonly HistoryRow[]): VisitUnder[] =>
  group
    .flatMap(({ sessionNumber, overlay }) =>
      overlay.map((change) => ({ number: sessionNumber ?? 0, change })),
    )
    .sort((one, other) => one.number - other.number);

function moveOf({ sessionNumber, before, after, length }: HistoryRow): VisitMove {
  const [from, to] = [before?.start_at, after?.start_at];
  const [was, is] = [before?.provider_name, after?.provider_name];
  const reason = after?.overlap_reason;
  return {
    number: sessionNumber ?? 0,
    start: typeof from === 'number' && typeof to === 'number' ? { from, to } : null,
    length,
    provider: typeof was === 'string' && typeof is === 'string' ? { from: was, to: is } : null,
    overlap: reason === null || typeof reason === 'string' ? { reason } : null,
  };
}

/** What was removed and added, told once for all sessions that changed alike. */
function assignmentChangesOf(rows: readonly HistoryRow[]): AssignmentChange[] {
  const changes = new Map<string, AssignmentChange>();
  for (const [number, ofSession] of Map.groupBy(rows, ({ sessionNumber }) => sessionNumber ?? 0)) {
    const [from, to] = [namesIn(ofSession, 'before'), namesIn(ofSession, 'after')];
    const [was, is] = [noteIn(ofSession, 'before'), noteIn(ofSession, 'after')];
    const change = { from, to, note: was === is ? null : is };
    if (from.join('\n') === to.join('\n') && change.note === null) continue;
    const key = JSON.stringify(change);
    const alike = changes.get(key);
    if (alike) alike.numbers.push(number);
    else changes.set(key, { numbers: [number], ...change });
  }
  const inOrder = (one: number, other: number) => one - other;
  return [...changes.values()]
    .map((change) => ({ ...change, numbers: change.numbers.toSorted(inOrder) }))
    .sort((one, other) => inOrder(one.numbers[0] ?? 0, other.numbers[0] ?? 0));
}

/** What was remembered before and after, by session; a note alone is no time. */
function keptChangeOf(rows: readonly HistoryRow[]): KeptChange {
  const timesIn = (when: 'before' | 'after') =>
    new Map(
      rows.flatMap(({ sessionNumber, [when]: values }): [number, number][] =>
        sessionNumber !== null && typeof values?.start_at === 'number'
          ? [[sessionNumber, values.start_at]]
          : [],
      ),
    );
  const [was, is] = [timesIn('before'), timesIn('after')];
  const inOrder = (one: { number: number }, other: { number: number }) => one.number - other.number;
  return {
    kept: [...is]
      .filter(([number, start]) => was.get(number) !== start)
      .map(([number, start]) => ({ number, start }))
      .sort(inOrder),
    released: [...was.keys()].filter((number) => !is.has(number)).sort((one, other) => one - other),
  };
}

const namesIn = (rows: readonly HistoryRow[], when: 'before' | 'after'): string[] =>
  rows
    .flatMap((row) => row[when]?.provider_name ?? [])
    .map(String)
    .sort();

const noteIn = (rows: readonly HistoryRow[], when: 'before' | 'after'): string =>
  String(rows.find((row) => row[when]?.note)?.[when]?.note ?? '');

function changesOf({ before, after }: HistoryRow): Change[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .filter((field) => !SILENT.has(field))
    .map((field) => ({ field, from: before?.[field] ?? null, to: after?.[field] ?? null }));
}

function statusIn(values: HistoryRow['after']): SessionStatus[] {
  return SESSION_STATUSES.filter((status) => status === values?.status);
}
