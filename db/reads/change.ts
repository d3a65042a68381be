import type { TenantScope } from '../scope';

/** The action of an audit row that only tells a visit of another one: nothing of its own record has changed. */
export const LAID_OVER = 'laid_over';

/** One record that a change has altered, as its audit row tells it. */
export interface ChangedRecord {
  table: string;
  id: string;
  action: string;
  /** The columns that changed, with their values before; null for a record that the change made. */
  before: string | null;
  after: string | null;
}

export interface Change {
  at: number;
  /** The id of the user who made it; null for the system. */
  by: string | null;
  records: ChangedRecord[];
}

/** Everything that one transaction has changed, in the order of writing, or null for an unknown or foreign id. */
export async function readChange(scope: TenantScope, changeId: string): Promise<Change | null> {
  const rows = await scope
    .from('audit')
    .select(['at', 'actor_id', 'record_type', 'record_id', 'action', 'before', 'after'])
    .where('change_id', '=', changeId)
    .orderBy('audit.id')
    .execute();
  const [first] = rows;
  if (!first) return null;
  return {
    at: first.at,
    by: first.actor_id,
    records: rows.map(({ record_type, record_id, action, before, after }) => ({
      table: record_type,
      id: record_id,
      action,
      before,
      after,
    })),
  };
}

/** Who was the last to change one of these records in another change, from that moment on; null for nobody. */
export async function readLaterActor(
  scope: TenantScope,
  { changeId, change: { at, records } }: { changeId: string; change: Change },
): Promise<{ id: string | null; name: string } | null> {
  const later = await scope
    .from('audit')
    .select(['actor_id as id', 'actor_name as name'])
    .where(
      'record_id',
      'in',
      records.map(({ id }) => id),
    )
    .where('at', '>=', at)
    .where((where) => where.or([where('change_id', '!=', changeId), where('change_id', 'is', null)]))
    .orderBy('at', 'desc')
    .orderBy('audit.id', 'desc')
    .executeTakeFirst();
  return later ?? null;
}

/** The packages whose sessions or own records are among these. */
export async function packagesOfRecords(
  scope: TenantScope,
  records: readonly { table: string; id: string }[],
): Promise<string[]> {
  const idsOf = (table: string) => records.filter((record) => record.table === table).map(({ id }) => id);
  const sessionIds = idsOf('session');
  const rows =
    sessionIds.length === 0
      ? []
      : await scope
          .from('session')
          .select('session.package_id')
          .distinct()
          .where('session.id', 'in', sessionIds)
          .execute();
  const known = await scope
    .from('package')
    .select('package.id')
    .where('package.id', 'in', [...idsOf('package'), ...rows.map((row) => row.package_id), ''])
    .orderBy('package.id')
    .execute();
  return known.map(({ id }) => id);
}
