import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { DATABASE_CASES } from './cases';
import { CATALOGUE_CASES } from './catalogue-cases';
import { CHANGE_CASES } from './change-cases';
import { INVARIANT_CASES } from './invariant-cases';
import { LIST_CASES } from './list-cases';
import { OPERATION_CASES } from './operation-cases';
import { PACKAGE_CASES } from './package-cases';
import { scopedExports } from './scoped-exports';
import { createMarkedTenant, type Ids, type Tenant, unknownIds } from './two-tenants';
import { VISIT_CASES } from './visit-cases';

const CASES = {
  ...DATABASE_CASES,
  ...LIST_CASES,
  ...CATALOGUE_CASES,
  ...CHANGE_CASES,
  ...INVARIANT_CASES,
  ...OPERATION_CASES,
  ...VISIT_CASES,
  ...PACKAGE_CASES,
};

describe('between two tenants', () => {
  it('has a case for everything that takes a scope, and for nothing else', () => {
    expect(Object.keys(CASES).sort()).toEqual(scopedExports().sort());
  });
});

describe.each(DIALECTS)('between two tenants (%s)', (dialect) => {
  let database: TestDatabase;
  let north: Tenant;
  let south: Tenant;
  beforeAll(async () => {
    database = await createTestDatabase(dialect);
    north = await createMarkedTenant(database, 'north');
    south = await createMarkedTenant(database, 'south');
  });
  afterAll(() => database.remove());

  it.each(Object.entries(CASES))('%s tells north nothing of south', async (_, ask) => {
    const before = await everythingOf(south);
    const foreign = await answer(() => ask(north.scope, south.ids), south.ids);
    const unknown = unknownIds();
    expect(foreign).toBe(await answer(() => ask(north.scope, unknown), unknown));
    expect(foreign).not.toContain(south.mark);
    expect(foreign).not.toContain(south.world.tenantId);
    expect(await everythingOf(south)).toBe(before);
  });

  it('finds the marks where they belong, so that their absence says something', async () => {
    const own = await CASES['db/reads/package-list.ts#readPackageList']?.(south.scope, south.ids);
    expect(JSON.stringify(own)).toContain(south.mark);
  });

  async function everythingOf(tenant: Tenant): Promise<string> {
    const handle = database.handle.withoutPlugins();
    const tables = await handle.introspection.getTables();
    const rows = tables
      .filter((table) => table.columns.some(({ name }) => name === 'tenant_id'))
      .map(async ({ name }) => {
        const found =
          await sql`select * from ${sql.table(name)} where tenant_id = ${tenant.world.tenantId}`.execute(
            handle,
          );
        return [name, found.rows.map((row) => JSON.stringify(row)).sort()];
      });
    return JSON.stringify(await Promise.all(rows));
  }
});

/** The answer as text, the ids that were asked with taken out; what is thrown by a foreign key counts alike. */
async function answer(ask: () => Promise<unknown>, ids: Ids): Promise<string> {
  let text: string;
  try {
    text = asText(await ask());
  } catch (error) {
    text = /foreign key/i.test(String(error)) ? 'no such record' : String(error);
  }
  for (const id of Object.values(ids)) text = text.replaceAll(id, '(asked)');
  return text;
}

const asText = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner instanceof Map || inner instanceof Set ? [...inner] : inner,
  ) ?? 'nothing';
