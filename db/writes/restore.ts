import { type ChangedRecord, LAID_OVER } from '../reads/change';
import type { Patch } from '../schema';
import type { WriteScope } from '../scope';
import { type AssignmentRestoration, restoreAssignments } from './assignments';
import { type DraftRestoration, draftSessionIn, restoreDraftSessions } from './draft-sessions';
import { changeRecords, moveVisits, type RecordChange } from './many-records';

type Values = Record<string, unknown>;

/** The records whose changes can be taken back. */
export const RESTORABLE = ['appointment', 'session', 'package'] as const;
export type Restorable = (typeof RESTORABLE)[number];

/** A record, the version that the change gave it, and what was there before. */
export interface FormerRecord {
  id: string;
  version: number;
  values: Values;
}

/** Everything that has to be put back, provided that it still is as the change left it. */
export interface Restoration {
  records: Record<Restorable, FormerRecord[]>;
  /** Visits that the change made for sessions that were owed: they are called off again. */
  madeVisits: string[];
  /** Who a session is for has no version: it must still be for whom the change made it. */
  assignments: AssignmentRestoration[];
  /** What a draft remembered of its sessions until the change. */
  draftSessions: DraftRestoration;
}

const BOOK_KEEPING = new Set(['version', 'updated_at']);
/** A package follows its sessions; when they are put back it follows them again. */
const FOLLOWING = new Set(['follow_sessions', 'follow_visit']);

/**
 * What would take these changes back; null when it is more than that: something was made that is not the visit
 * of a session that was there, or is of a kind that does not change. A record that was changed twice goes back
 * to its first state.
 */
export function restorationOf(records: readonly ChangedRecord[]): Restoration | null {
  const former = { appointment: new Map(), session: new Map(), package: new Map() } satisfies Record<
    Restorable,
    Map<string, FormerRecord>
  >;
  const placed = visitsOfFormerSessions(records);
  const madeVisits: string[] = [];
  const assignments = new Map<string, AssignmentRestoration>();
  const draftSessions: DraftRestoration = { made: [], gone: [] };
  for (const record of records) {
    const { table, id, action } = record;
    const [was, is] = [valuesOf(record.before), valuesOf(record.after)];
    if (action === LAID_OVER || (table === 'package' && was && is && FOLLOWING.has(action))) continue;
    if (table === 'provider_assignment') {
      const back = assignmentBack(id, { was, is, earlier: assignments.get(id) });
      if (!back) return null;
      assignments.set(id, back);
      continue;
    }
    if (table === 'draft_session') {
      const gone = was && draftSessionIn(was);
      if (gone) draftSessions.gone.push(gone);
      else draftSessions.made.push(id);
      continue;
    }
    if (table === 'appointment' && was === null && placed.has(id)) {
      madeVisits.push(id);
      continue;
    }
    const kind = RESTORABLE.find((name) => name === table);
    if (!kind || !was || !is || typeof is.version !== 'number') return null;
    const earlier: FormerRecord | undefined = former[kind].get(id);
    former[kind].set(id, { id, version: is.version, values: { ...was, ...earlier?.values } });
  }
  return {
    records: {
      appointment: [...former.appointment.values()],
      session: [...former.session.values()],
      package: [...former.package.values()],
    },
    madeVisits,
    assignments: [...assignments.values()],
    draftSessions,
  };
}

/** The visits that the change gave to sessions which were there before it. */
const visitsOfFormerSessions = (records: readonly ChangedRecord[]) =>
  new Set(
    records
      .filter(({ table, before }) => table === 'session' && before !== null)
      .map(({ after }) => valuesOf(after)?.appointment_id),
  );

interface AssignmentStates {
  was: Values | null;
  is: Values | null;
  earlier: AssignmentRestoration | undefined;
}

function assignmentBack(id: string, { was, is, earlier }: AssignmentStates): AssignmentRestoration | null {
  if (was && !is) return rowBack(was);
  if (typeof is?.provider_id !== 'string') return null;
  if (!was) return { kind: 'remove', id, is: is.provider_id };
  if (typeof was.provider_id !== 'string') return null;
  const first = earlier?.kind === 'give_back' ? earlier.was : was.provider_id;
  return { kind: 'give_back', id, was: first, is: is.provider_id };
}

/** The whole row was kept when it was removed. */
function rowBack({ package_id, session_number, provider_id, note }: Values): AssignmentRestoration | null {
  if (typeof package_id !== 'string' || typeof session_number !== 'number') return null;
  if (typeof provider_id !== 'string' || typeof note !== 'string') return null;
  return { kind: 'add', row: { package_id, session_number, provider_id, note } };
}

/** Puts everything back; false when something has been changed since, and the caller rolls back. */
export async function restore(write: WriteScope, restoration: Restoration): Promise<boolean> {
  const { records, madeVisits, assignments, draftSessions } = restoration;
  // All leave their places first: one may go back to where another is now.
  const moved = await moveVisits(write, {
    changes: [
      ...records.appointment.map((former) => changeBack<'appointment'>(former)),
      ...madeVisits.map((id) => ({ id, version: 1, patch: { status: 'CANCELLED' as const } })),
    ],
    action: 'undo',
  });
  if (!moved.ok) return false;
  for (const table of ['session', 'package'] as const) {
    const changes = records[table].map((former) => changeBack<typeof table>(former));
    const changed = await changeRecords(write, table, { changes, action: 'undo' });
    if (!changed.ok) return false;
  }
  await restoreDraftSessions(write, draftSessions);
  return restoreAssignments(write, assignments);
}

function changeBack<T extends Restorable>({ id, version, values }: FormerRecord): RecordChange<T> {
  const kept = Object.entries(values).filter(([column]) => !BOOK_KEEPING.has(column));
  // The columns and values are our own, written when the record was changed.
  return { id, version, patch: Object.fromEntries(kept) as Patch<T> };
}

function valuesOf(json: string | null): Values | null {
  if (json === null) return null;
  const values: unknown = JSON.parse(json);
  return typeof values === 'object' && values !== null ? { ...values } : {};
}
