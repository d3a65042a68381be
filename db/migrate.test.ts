import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrateToLatest, refuseOtherSchema } from './migrate';
import { sortName } from './migrations/0012-sort-name';
import { createTestDatabase, DIALECTS, type TestDatabase } from './testing';
import { createWorld } from './testing-world';

const columnsOf = async (database: TestDatabase) => {
  const tables = await database.handle.withoutPlugins().introspection.getTables();
  return Object.fromEntries(
    tables.map(({ name, columns }) => [
      name,
      columns.map((column) => `${column.name}${column.isNullable ? '?' : ''}`).sort(),
    ]),
  );
};

describe('the schema', () => {
  it('has the same tables and columns on both databases', async () => {
    const [sqlite, postgres] = await Promise.all(DIALECTS.map((dialect) => createTestDatabase(dialect)));
    if (!sqlite || !postgres) throw new Error('two databases are needed');
    try {
      expect(await columnsOf(sqlite)).toEqual(await columnsOf(postgres));
    } finally {
      await Promise.all([sqlite.remove(), postgres.remove()]);
    }
  });
});

describe.each(DIALECTS)('bringing a database up to date (%s)', (dialect) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase(dialect);
  });
  afterAll(() => database.remove());

  it('changes nothing where nothing is to be done', async () => {
    await expect(migrateToLatest(database)).resolves.toBeUndefined();
  });

  it('names the patients of an earlier version as lists sort them', async () => {
    const world = await createWorld(database, 'earlier');
    const handle = database.handle.withoutPlugins();
    await sql`drop index patient_by_sort_name`.execute(handle);
    await sql`alter table patient drop column sort_name`.execute(handle);
    await sql`create index patient_by_name on patient (tenant_id, family_name)`.execute(handle);
    await sql`update patient set family_name = 'Østergaard' where id = ${world.lina}`.execute(handle);
    await sortName.up(handle as unknown as Kysely<unknown>);
    const { rows } = await sql<{ sort_name: string }>`
      select sort_name from patient where tenant_id = ${world.tenantId} order by sort_name`.execute(handle);
    expect(rows.map((row) => row.sort_name)).toEqual(['berg earlier,sami', 'ostergaard,lina']);
  });

  it('refuses a database that a newer version has changed, and says what to do', async () => {
    await sql`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2030')`.execute(
      database.handle.withoutPlugins(),
    );
    const told = /schema version "9999-from-the-future".*does not know.*newer version of Takt/;
    await expect(migrateToLatest(database)).rejects.toThrow(told);
    await expect(refuseOtherSchema(database)).rejects.toThrow(told);
    await sql`delete from kysely_migration where name = '9999-from-the-future'`.execute(
      database.handle.withoutPlugins(),
    );
  });

  it('leaves a database that is not up to date to those who may change it', async () => {
    const handle = database.handle.withoutPlugins();
    await expect(refuseOtherSchema(database)).resolves.toBeUndefined();
    const applied = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
      handle,
    );
    const [latest, before] = applied.rows.map(({ name }) => name).reverse();
    await sql`delete from kysely_migration where name = ${latest}`.execute(handle);
    await expect(refuseOtherSchema(database)).rejects.toThrow(
      `schema version "${before}", this version of Takt works with "${latest}"`,
    );
    await sql`delete from kysely_migration`.execute(handle);
    await expect(refuseOtherSchema(database)).rejects.toThrow(/no schema yet.*brings it up to date/);
  });

  it('refuses a database that another program has made', async () => {
    const handle = database.handle.withoutPlugins();
    await sql`drop table kysely_migration`.execute(handle);
    await expect(migrateToLatest(database)).rejects.toThrow(/not made by Takt/);
  });
});
