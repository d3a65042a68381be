import type { TenantScope } from '../scope';
import { visiblePackages } from './visible-packages';

/** One audit row of a package or of one of its sessions. */
export interface HistoryRow {
  id: string;
  at: number;
  actor: { kind: 'user' | 'system'; name: string };
  /** The session it is about, or null for the package itself. */
  sessionNumber: number | null;
  action: string;
  /** Columns and values; a change holds only what changed. Null before a creation and after a removal. */
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** A package of 100 sessions that all changed ten times: beyond that the admin log has the rest. */
const MOST_ROWS = 1000;

const COLUMNS = [
  'audit.id',
  'audit.at',
  'audit.actor_kind',
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
  const rows = [
    ...ofSessions.map((row) => ({ ...row, sessionNumber: row.number })),
    ...ofPackage.map((row) => ({ ...row, sessionNumber: null })),
  ];
  return rows
    .sort((one, other) => other.at - one.at) // stable: at one instant the sessions stand above their package
    .slice(0, MOST_ROWS)
    .map((row) => ({
      id: row.id,
      at: row.at,
      actor: { kind: row.actor_kind, name: row.actor_name },
      sessionNumber: row.sessionNumber,
      action: row.action,
      before: valuesOf(row.before),
      after: valuesOf(row.after),
    }));
}

function valuesOf(json: string | null): Record<string, unknown> | null {
  if (json === null) return null;
  const values: unknown = JSON.parse(json);
  return typeof values === 'object' && values !== null ? { ...values } : null;
}
