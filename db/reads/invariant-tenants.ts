import { sql } from 'kysely';
import { type Database, database } from '../client';
import { TENANT_TABLES } from '../tenant-tables';
import { OuterHandleGuard } from '../transaction-guard';
import type { Finding } from './invariant-finding';

/**
 * Rows whose tenant does not exist. No tenant's scope could see them, so this one check asks all tables without
 * a tenant.
 */
export async function rowsWithoutTenant(on: Database = database()): Promise<Finding> {
  const handle = on.handle.withoutPlugins().withPlugin(new OuterHandleGuard());
  const finding: Finding = { checked: 0, broken: 0, examples: [] };
  for (const table of Object.keys(TENANT_TABLES)) {
    const { rows } = await sql<{ checked: number; broken: number }>`
      select count(*) as checked, count(case when tenant.id is null then 1 end) as broken
      from ${sql.table(table)} as owned left join tenant on tenant.id = owned.tenant_id`.execute(handle);
    const [counts] = rows;
    if (!counts) continue;
    finding.checked += counts.checked;
    finding.broken += counts.broken;
    if (counts.broken > 0) finding.examples.push({ id: table, what: `${counts.broken} rows of no tenant` });
  }
  return finding;
}
