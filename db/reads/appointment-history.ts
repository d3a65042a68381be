import * as z from 'zod';
import type { Instant } from '@/lib/time/instant';
import { APPOINTMENT_STATUSES, type AppointmentStatus } from '../schema';
import type { TenantScope } from '../scope';
import { type LaterOfOver, listLaterOfOver } from './laid-over-later';
import { visibleAppointments } from './visible-appointments';
import { type LengthChange, lengthChange, placeBefore } from './visit-lengths';

/** One thing that a change did to an appointment. A place or person that is gone has no name: null. */
export type AppointmentChange =
  | { kind: 'state'; was: AppointmentStatus; is: AppointmentStatus }
  /** Moved: where it began, and where it begins. */
  | { kind: 'time'; was: Instant; is: Instant }
  /** Longer or shorter: how many minutes it took, and takes. */
  | { kind: 'length'; was: number; is: number }
  | { kind: 'provider' | 'room'; was: string | null; is: string | null }
  /** Laid over another visit on purpose, for that reason, or no longer. */
  | { kind: 'overlap'; is: string | null }
  /** Another visit was laid over it on purpose, or no longer; without number and reason where it may not be known. */
  | { kind: 'laid_over'; by: LaidOver | null }
  /** The visit that had been laid over it moved, or takes no time any more; without a number where it may not be known. */
  | { kind: 'over_moved'; number: string | null; start: Instant }
  | { kind: 'over_state'; number: string | null; is: AppointmentStatus }
  | { kind: 'notes' }
  | { kind: 'other' };

/** What another visit did that was laid over it. */
export type OverlayChange = Extract<AppointmentChange, { kind: 'laid_over' | 'over_moved' | 'over_state' }>;

export interface LaidOver {
  number: string | null;
  start: Instant;
  end: Instant;
  reason: string | null;
}

export interface AppointmentEvent {
  id: string;
  at: Instant;
  /** The person, or the command that the system ran. */
  by: { kind: 'user' | 'system'; name: string };
  /** The actor who asks did it. */
  isOwn: boolean;
  isCreation: boolean;
  /** An earlier change was taken back. */
  isUndo: boolean;
  /** Why it was moved or cancelled, in the words of who did it; null where nobody said. */
  reason: string | null;
  /** The version that the appointment had from then on; 0 for a change that was not counted. */
  version: number;
  /** Names everything that was changed along with it. */
  changeId: string | null;
  changes: AppointmentChange[];
}

/** The columns of an appointment's snapshot that people want to hear about. */
const told = z.object({
  start_at: z.number(),
  end_at: z.number(),
  status: z.enum(APPOINTMENT_STATUSES),
  provider_id: z.string(),
  room_id: z.string().nullable(),
  notes: z.string(),
  overlap_reason: z.string().nullable(),
  change_reason: z.string().nullable(),
  version: z.number(),
  laid_over_by: z.string().nullable(),
  laid_over_number: z.string().nullable(),
  laid_over_start: z.number().nullable(),
  laid_over_end: z.number().nullable(),
  laid_over_reason: z.string().nullable(),
});
/** A change holds only the columns that changed. */
const snapshot = told.partial().catch({});
type Snapshot = z.infer<typeof snapshot>;

/** Columns that change along with something else and say nothing by themselves. */
const SILENT = new Set(['updated_at', 'blocked_from', 'blocked_to']);
/** Actions that stand for a decision, which has a reason. */
const DECISIONS = new Set(['reschedule', 'cancel']);

/** What happened to an appointment, newest first. Ask only for one that the actor may see. */
export async function listAppointmentHistory(
  scope: TenantScope,
  appointmentId: string,
): Promise<AppointmentEvent[]> {
  const rows = await scope
    .from('audit')
    .select([
      'audit.id',
      'at',
      'actor_kind',
      'actor_id',
      'actor_name',
      'action',
      'change_id',
      'before',
      'after',
    ])
    .where('record_type', '=', 'appointment')
    .where('record_id', '=', appointmentId)
    .orderBy('at', 'desc')
    .orderBy('audit.id', 'desc')
    .execute();
  const events = rows.map((row) => ({ row, before: read(row.before), after: read(row.after) }));
  const changed = events.filter(({ row }) => row.before !== null);
  const states = changed.flatMap(({ before, after }) => [before.told, after.told]);
  const [names, known, lengths] = await Promise.all([
    namesOf(scope, states),
    knownOver(scope, states),
    readLengths(scope, { appointmentId, newestFirst: events }),
  ]);
  const reasons = reasonsOf(events);
  const laid = changed.flatMap(({ row, after }) =>
    after.told.laid_over_by ? { over: after.told.laid_over_by, row: row.id } : [],
  );
  const told = new Set(rows.flatMap(({ change_id }) => change_id ?? []));
  const later = await listLaterOfOver(scope, { laid, known: told });
  const own = scope.actor.kind === 'user' ? scope.actor.userId : null;
  const eventsOfOver = later.map((row) => eventOfOver(row, { own, known }));
  const ownEvents = events.map(({ row, before, after }, index) => ({
    id: row.id,
    at: row.at,
    by: { kind: row.actor_kind, name: row.actor_name },
    isOwn: own !== null && row.actor_id === own,
    isCreation: row.before === null,
    isUndo: row.action === 'undo',
    reason: reasons[index] ?? null,
    version: after.told.version ?? 0,
    changeId: row.change_id,
    changes:
      row.before === null
        ? []
        : changesBetween(before, after, { names, known, length: lengths[index] ?? null }),
  }));
  return [...ownEvents, ...eventsOfOver].sort(newestFirst);
}

const newestFirst = (one: AppointmentEvent, other: AppointmentEvent) =>
  other.at - one.at || (one.id < other.id ? 1 : -1);

function eventOfOver(
  { id, at, actor, isUndo, changeId, over, start, status }: LaterOfOver,
  { own, known }: { own: string | null; known: ReadonlyMap<string, string> },
): AppointmentEvent {
  const number = known.get(over) ?? null;
  return {
    id,
    at,
    by: { kind: actor.kind, name: actor.name },
    isOwn: own !== null && actor.id === own,
    isCreation: false,
    isUndo,
    reason: null,
    version: 0,
    changeId,
    changes: [
      ...(status === null ? [] : [{ kind: 'over_state' as const, number, is: status }]),
      ...(start === null ? [] : [{ kind: 'over_moved' as const, number, start }]),
    ],
  };
}

/** The reason of each event, newest first: one that was given twice in a row is written down once only. */
function reasonsOf(events: readonly { row: { action: string }; after: Side }[]): (string | null)[] {
  let last: string | null = null;
  return [...events]
    .reverse()
    .map(({ row, after }) => {
      if (after.told.change_reason !== undefined) last = after.told.change_reason;
      return DECISIONS.has(row.action) ? last : null;
    })
    .reverse();
}

interface Side {
  told: Snapshot;
  columns: string[];
}

function read(text: string | null): Side {
  const values: unknown = text === null ? {} : JSON.parse(text);
  const columns = typeof values === 'object' && values !== null ? Object.keys(values) : [];
  return { told: snapshot.parse(values), columns };
}

type Names = ReadonlyMap<string, string>;

interface Known {
  names: Names;
  /** The numbers of the visits laid over it that the actor may see. */
  known: ReadonlyMap<string, string>;
  length: LengthChange | null;
}

function changesBetween(before: Side, after: Side, { names, known, length }: Known): AppointmentChange[] {
  const [was, is] = [before.told, after.told];
  const changes: AppointmentChange[] = [];
  if (was.status && is.status) changes.push({ kind: 'state', was: was.status, is: is.status });
  if (was.start_at !== undefined && is.start_at !== undefined) {
    changes.push({ kind: 'time', was: was.start_at, is: is.start_at });
  }
  if (length) changes.push({ kind: 'length', was: length.from, is: length.to });
  if (was.provider_id && is.provider_id) {
    const name = (id: string) => names.get(id) ?? null;
    changes.push({ kind: 'provider', was: name(was.provider_id), is: name(is.provider_id) });
  }
  if (was.room_id !== undefined && is.room_id !== undefined) {
    const name = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
    changes.push({ kind: 'room', was: name(was.room_id), is: name(is.room_id) });
  }
  if (is.overlap_reason !== undefined) changes.push({ kind: 'overlap', is: is.overlap_reason });
  if (is.laid_over_by !== undefined) changes.push({ kind: 'laid_over', by: overOf(is, known) });
  if (is.notes !== undefined) changes.push({ kind: 'notes' });
  const isOther = (column: string) => !SILENT.has(column) && !(column in told.shape);
  if (after.columns.some(isOther)) changes.push({ kind: 'other' });
  return changes;
}

function overOf(is: Snapshot, known: ReadonlyMap<string, string>): LaidOver | null {
  const { laid_over_by: by, laid_over_start: start, laid_over_end: end } = is;
  if (!by || start == null || end == null) return null;
  const isKnown = known.has(by);
  const { laid_over_number: number = null, laid_over_reason: reason = null } = isKnown ? is : {};
  return { number, start, end, reason };
}

/** How each event changed the length: an event holds only what it changed, so one goes back from how it is now. */
async function readLengths(
  scope: TenantScope,
  { appointmentId, newestFirst: events }: { appointmentId: string; newestFirst: readonly { before: Side }[] },
): Promise<(LengthChange | null)[]> {
  const now = await scope
    .from('appointment')
    .select(['start_at', 'end_at'])
    .where('appointment.id', '=', appointmentId)
    .executeTakeFirst();
  if (!now) return [];
  let place = { start: now.start_at, end: now.end_at };
  return events.map(({ before }) => {
    const is = place;
    place = placeBefore(is, before.told);
    return lengthChange(place, is);
  });
}

async function knownOver(
  scope: TenantScope,
  states: readonly Snapshot[],
): Promise<ReadonlyMap<string, string>> {
  const ids = states.flatMap(({ laid_over_by }) => laid_over_by ?? []);
  if (ids.length === 0) return new Map();
  const rows = await visibleAppointments(scope)
    .select(['appointment.id', 'appointment.number'])
    .where('appointment.id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}

async function namesOf(scope: TenantScope, states: readonly Snapshot[]): Promise<Names> {
  const ids = [...new Set(states.flatMap(({ provider_id, room_id }) => [provider_id, room_id]))].filter(
    (id) => typeof id === 'string',
  );
  if (ids.length === 0) return new Map();
  const [providers, rooms] = await Promise.all([
    scope.from('provider').select(['id', 'name']).where('provider.id', 'in', ids).execute(),
    scope.from('room').select(['id', 'name']).where('room.id', 'in', ids).execute(),
  ]);
  return new Map([...providers, ...rooms].map(({ id, name }) => [id, name]));
}
