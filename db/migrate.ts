import { Migrator } from 'kysely/migration';
import type { Database } from './client';
import { migrationsFor } from './migrations';

/**
 * Brings the database to the schema this program knows. Refuses, in a sentence a person can act on, a
 * database that a newer or a different program has changed.
 */
export async function migrateToLatest(database: Database): Promise<void> {
  const migrations = migrationsFor(database.dialect);
  const migrator = new Migrator({
    db: database.handle.withoutPlugins(),
    provider: { getMigrations: async () => migrations },
  });
  await knownVersions(database);
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/** For what only reads: refuses also a database that is not up to date yet, and leaves it as it is. */
export async function refuseOtherSchema(database: Database): Promise<void> {
  const latest = Object.keys(migrationsFor(database.dialect)).at(-1);
  const version = (await knownVersions(database)).at(-1);
  if (version === latest) return;
  throw new SchemaRefused(
    `This database has ${version ? `schema version "${version}"` : 'no schema yet'}, this version of Takt works with "${latest}". Starting Takt on it brings it up to date.`,
  );
}

/** The migrations that the database has had, the latest last; refuses one that this program does not know. */
async function knownVersions(database: Database): Promise<string[]> {
  const known = Object.keys(migrationsFor(database.dialect));
  const handle = database.handle.withoutPlugins();
  const tables = await handle.introspection.getTables({ withInternalKyselyTables: true });
  const names = tables.map((table) => table.name);
  if (!names.includes('kysely_migration')) {
    const foreign = names.find((name) => name === 'tenant' || name === 'appointment');
    if (foreign) {
      throw new SchemaRefused(
        `This database has a table "${foreign}" but no record of Takt's migrations: it was not made by Takt. Use an empty database.`,
      );
    }
    return [];
  }
  const applied = await handle
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name')
    .execute();
  const versions = applied.map((row) => row.name);
  const unknown = versions.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new SchemaRefused(
      `This database has schema version "${unknown.at(-1)}", which this version of Takt (up to "${known.at(-1)}") does not know. Start the newer version of Takt, or restore a backup made before it.`,
    );
  }
  return versions;
}

export class SchemaRefused extends Error {}
