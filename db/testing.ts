import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { newId } from '@/lib/ids/new-id';
import { type Database, openDatabase } from './client';
import type { Dialect } from './dialect';
import { migrateToLatest } from './migrate';

/** Every database test runs on both: `describe.each(DIALECTS)('… on %s', (dialect) => …)`. */
export const DIALECTS: readonly Dialect[] = ['sqlite', 'postgres'];

export interface TestDatabase extends Database {
  url: string;
  /** Closes the database and removes it. */
  remove(): Promise<void>;
}

/** A fresh, migrated, empty database of its own. */
export async function createTestDatabase(dialect: Dialect): Promise<TestDatabase> {
  const { url, drop } = dialect === 'sqlite' ? sqliteFile() : await postgresDatabase();
  const database = openDatabase(url);
  await migrateToLatest(database);
  return {
    ...database,
    url,
    async remove() {
      await database.close();
      await drop();
    },
  };
}

function sqliteFile() {
  const folder = mkdtempSync(join(tmpdir(), 'takt-test-'));
  return {
    url: `file:${join(folder, 'takt.db')}`,
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function postgresDatabase() {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server) throw new Error('TEST_POSTGRES_URL is not set: run the tests through vitest.config.ts.');
  const name = `takt_test_${newId().replaceAll('-', '')}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `drop database ${name} with (force)`) };
}

async function onServer(url: string, statement: string) {
  const server = openDatabase(url);
  try {
    await sql.raw(statement).execute(server.handle.withoutPlugins());
  } finally {
    await server.close();
  }
}
