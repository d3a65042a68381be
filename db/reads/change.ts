import type { TenantScope } from '../scope';

/** One record that a change has altered, as its audit row tells it. */
export interface ChangedRecord {
  table: string;
  id: string;
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
    .select(['at', 'actor_id', 'record_type', 'record_id', 'before', 'after'])
    .where('change_id', '=', changeId)
    .orderBy('audit.id')
    .execute();
  const [first] = rows;
  if (!first) return null;
  return {
    at: first.at,
    by: first.actor_id,
    records: rows.map(({ record_type, record_id, before, after }) => ({
      table: record_type,
      id: record_id,
      before,
      after,
    })),
  };
}
