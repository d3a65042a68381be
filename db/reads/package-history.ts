import type { Instant } from '@/lib/time/instant';
import type { TenantScope } from '../scope';
import type { OverlayChange } from './appointment-history';
import { listOverlayEvents } from './overlay-events';
import { visiblePackages } from './visible-packages';
import type { LengthChange, Place } from './visit-lengths';
import { withVisitStarts } from './visit-starts';

/**
 * One audit row of a package, of one of its sessions, who is for it or where a draft keeps it, or of a visit that is
 * or was a session's; or of another visit that was laid over one of those.
 */
export interface HistoryRow {
  id: string;
  at: number;
  /** Shared by everything that was written together; null on old rows. */
  changeId: string | null;
  record: 'package' | 'session' | 'appointment' | 'assignment' | 'kept' | 'overlay';
  actor: { kind: 'user' | 'system'; name: string };
  /** The actor who asks did it. */
  isOwn: boolean;
  /** The session it is about, or null for the package itself. */
  sessionNumber: number | null;
  action: string;
  /**
   * Columns and values; a change holds only what changed. Null before a creation and after a removal. Beside
   * `provider_id` stands the name as `provider_name`.
   */
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  /** Where the visit stood that the row is about, or that its session was given by it; null where there is none. */
  visitStart: Instant | null;
  /** How the length of the visit changed; null where it did not. */
  length: LengthChange | null;
  /** What a visit did that was laid over the one of the session; empty on all other rows. */
  overlay: readonly OverlayChange[];
}

/** A package of 100 sessions that all changed ten times: beyond that the admin log has the rest. */
const MOST_ROWS = 1000;

const COLUMNS = [
  'audit.id',
  'audit.at',
  'audit.change_id',
  'audit.actor_kind',
  'audit.actor_id',
  'audit.actor_name',
  'audit.action',
  'audit.before',
  'audit.after',
] as const;

/** What happened to a package and its sessions, newest first; nothing for a package not to be seen. */
export async function readPackageHistory(scope: TenantScope, packageId: string): Promise<HistoryRow[]> {
  const [ofPackage, ofSessions] = await Promise.all([
    visiblePackages(scope)
      .innerJoin('audit', (join) =>
        join
          .onRef('audit.tenant_id', '=', 'package.tenant_id')
          .onRef('audit.record_id', '=', 'package.id')
          .on('audit.record_type', '=', 'package'),
      )
      .select(COLUMNS)
      .where('package.id', '=', packageId)
      .orderBy('audit.at', 'desc')
      .orderBy('audit.id', 'desc')
      .limit(MOST_ROWS)
      .execute(),
    visiblePackages(scope)
      .innerJoin('session', (join) =>
        join
          .onRef('session.tenant_id', '=', 'package.tenant_id')
          .onRef('session.package_id', '=', 'package.id'),
      )
      .innerJoin('audit', (join) =>
        join
          .onRef('audit.tenant_id', '=', 'session.tenant_id')
          .onRef('audit.record_id', '=', 'session.id')
          .on('audit.record_type', '=', 'session'),
      )
      .select([...COLUMNS, 'session.number'])
      .where('package.id', '=', packageId)
      .orderBy('audit.at', 'desc')
      .orderBy('session.number')
      .limit(MOST_ROWS)
      .execute(),
  ]);
  const packageRows = ofPackage.map((row) =>
    historyRow(scope, row, { record: 'package', sessionNumber: null }),
  );
  const sessionRows = [
    ...ofSessions.map((row) => historyRow(scope, row, { record: 'session', sessionNumber: row.number })),
    ...(await readRemovedSessionRows(scope, packageId, packageRows)),
  ];
  const [visitRows, rowsByNumber] = await Promise.all([
    readVisitRows(scope, sessionRows),
    readRowsByNumber(scope, packageId, packageRows),
  ]);
  const overlayRows = await readOverlayRows(scope, visitRows);
  const places = await readPlaces(scope, [...visitsOf(sessionRows).keys()]);
  const { visits, sessions } = withVisitStarts(
    { visits: visitRows.filter(isOfVisit), sessions: sessionRows },
    places,
  );
  const rows = [...visits, ...overlayRows, ...sessions, ...rowsByNumber, ...packageRows];
  return rows
    .sort((one, other) => other.at - one.at) // stable: at one instant the sessions stand above their package
    .slice(0, MOST_ROWS);
}

interface AuditRow {
  id: string;
  at: number;
  change_id: string | null;
  actor_kind: 'user' | 'system';
  actor_id: string | null;
  actor_name: string;
  action: string;
  before: string | null;
  after: string | null;
}

/** A person is known by their id: two of one name are two. */
const isOwn = ({ actor }: TenantScope, row: AuditRow): boolean =>
  row.actor_kind === actor.kind && row.actor_id === (actor.kind === 'user' ? actor.userId : null);

const historyRow = (
  scope: TenantScope,
  row: AuditRow,
  { record, sessionNumber }: Pick<HistoryRow, 'record' | 'sessionNumber'>,
): HistoryRow => ({
  id: row.id,
  at: row.at,
  changeId: row.change_id,
  record,
  actor: { kind: row.actor_kind, name: row.actor_name },
  isOwn: isOwn(scope, row),
  sessionNumber,
  action: row.action,
  before: valuesOf(row.before),
  after: valuesOf(row.after),
  visitStart: null,
  length: null,
  overlay: [],
});

type VisitRow = HistoryRow & { visitId: string };

/** What happened to the visits that the sessions have or had, once they were made. */
async function readVisitRows(scope: TenantScope, sessions: readonly HistoryRow[]): Promise<VisitRow[]> {
  const numberOf = visitsOf(sessions);
  if (numberOf.size === 0) return [];
  const rows = await scope
    .from('audit')
    .select([...COLUMNS, 'audit.record_id'])
    .where('record_type', '=', 'appointment')
    .where('record_id', 'in', [...numberOf.keys()].slice(0, MOST_ROWS))
    .where('audit.before', 'is not', null)
    .orderBy('audit.at', 'desc')
    .orderBy('audit.id', 'desc')
    .limit(MOST_ROWS)
    .execute();
  const found = rows.map((row) => ({
    ...historyRow(scope, row, {
      record: 'appointment',
      sessionNumber: numberOf.get(row.record_id) ?? null,
    }),
    visitId: row.record_id,
  }));
  return withNames(scope, found);
}

/** Nothing that only another visit did, which the rows of what was laid over it tell. */
const isOfVisit = ({ after }: Pick<VisitRow, 'after'>): boolean => !(after && 'laid_over_by' in after);

/** What was laid over the visits of the sessions on purpose, and what became of it. */
async function readOverlayRows(scope: TenantScope, visits: readonly VisitRow[]): Promise<HistoryRow[]> {
  const under = visits.flatMap(({ visitId, sessionNumber, after }): [string, number | null][] =>
    isOfVisit({ after }) ? [] : [[visitId, sessionNumber]],
  );
  const numberOf = new Map(under);
  const events = await listOverlayEvents(scope, [...numberOf.keys()]);
  return events.map(({ visitId, by, isUndo, ...event }) => ({
    ...event,
    record: 'overlay',
    actor: by,
    sessionNumber: numberOf.get(visitId) ?? null,
    action: isUndo ? 'undo' : 'change',
    before: {},
    after: {},
    visitStart: null,
    length: null,
  }));
}

/** The visits that the sessions have or had, and whose they are. */
function visitsOf(sessions: readonly HistoryRow[]): Map<string, number> {
  const numberOf = new Map<string, number>();
  for (const { sessionNumber, before, after } of sessions) {
    for (const id of [before?.appointment_id, after?.appointment_id]) {
      if (typeof id === 'string' && sessionNumber !== null) numberOf.set(id, sessionNumber);
    }
  }
  return numberOf;
}

async function readPlaces(scope: TenantScope, ids: readonly string[]): Promise<Map<string, Place>> {
  if (ids.length === 0) return new Map();
  const rows = await scope
    .from('appointment')
    .select(['appointment.id', 'appointment.start_at', 'appointment.end_at'])
    .where('appointment.id', 'in', ids.slice(0, MOST_ROWS))
    .execute();
  return new Map(rows.map(({ id, start_at, end_at }) => [id, { start: start_at, end: end_at }]));
}

/** What happened to sessions that a draft had once; that they were removed, the package itself tells. */
async function readRemovedSessionRows(
  scope: TenantScope,
  packageId: string,
  ofPackage: readonly HistoryRow[],
): Promise<HistoryRow[]> {
  const changes = ofPackage.flatMap(({ changeId }) => changeId ?? []);
  if (changes.length === 0) return [];
  const rows = await scope
    .from('audit')
    .select(COLUMNS)
    .where('record_type', '=', 'session')
    .where('change_id', 'in', changes)
    .where('audit.after', 'is not', null)
    .where(
      'record_id',
      'not in',
      scope.from('session').select('session.id').where('package_id', '=', packageId),
    )
    .orderBy('audit.at', 'desc')
    .orderBy('audit.id')
    .limit(MOST_ROWS)
    .execute();
  return rows.flatMap((row): HistoryRow[] => {
    const { number, package_id: owner } = valuesOf(row.after) ?? {};
    if (owner !== packageId || typeof number !== 'number') return [];
    return [historyRow(scope, row, { record: 'session', sessionNumber: number })];
  });
}

/** Who was made for which session, and which places a draft kept, by changes of the package after it was made. */
async function readRowsByNumber(
  scope: TenantScope,
  packageId: string,
  ofPackage: readonly HistoryRow[],
): Promise<HistoryRow[]> {
  const changes = ofPackage.flatMap(({ changeId, before }) => (changeId && before ? [changeId] : []));
  if (changes.length === 0) return [];
  const rows = await scope
    .from('audit')
    .select([...COLUMNS, 'audit.record_type'])
    .where('record_type', 'in', ['provider_assignment', 'draft_session'])
    .where('change_id', 'in', changes)
    .orderBy('audit.at', 'desc')
    .orderBy('audit.id')
    .limit(MOST_ROWS)
    .execute();
  const found = rows.flatMap((row): HistoryRow[] => {
    const values = valuesOf(row.after) ?? valuesOf(row.before) ?? {};
    const { session_number: number, package_id: owner } = values;
    if (owner !== packageId || typeof number !== 'number') return [];
    const record = row.record_type === 'draft_session' ? 'kept' : 'assignment';
    return [historyRow(scope, row, { record, sessionNumber: number })];
  });
  return withNames(scope, found);
}

async function withNames<R extends HistoryRow>(scope: TenantScope, rows: readonly R[]): Promise<R[]> {
  const ids = rows
    .flatMap(({ before, after }) => [before?.provider_id, after?.provider_id])
    .filter((id) => typeof id === 'string');
  if (ids.length === 0) return [...rows];
  const people = await scope
    .from('provider')
    .select(['provider.id', 'provider.name'])
    .where('provider.id', 'in', [...new Set(ids)])
    .execute();
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const named = (values: HistoryRow['before']) =>
    values && typeof values.provider_id === 'string'
      ? { ...values, provider_name: names.get(values.provider_id) ?? '' }
      : values;
  return rows.map((row) => ({ ...row, before: named(row.before), after: named(row.after) }));
}

function valuesOf(json: string | null): Record<string, unknown> | null {
  if (json === null) return null;
  const values: unknown = JSON.parse(json);
  return typeof values === 'object' && values !== null ? { ...values } : null;
}
