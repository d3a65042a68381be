import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import SQLite from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresDialect,
  SqliteDialect,
  SqliteDriver,
  sql,
} from 'kysely';
import pg from 'pg';
import type { Dialect } from './dialect';
import type { Schema } from './schema';
import { TenantGuard } from './tenant-guard';
import { OuterHandleGuard } from './transaction-guard';

/** An open database. Raw Kysely stays inside `db/`: everything else goes through a scope. */
export interface Database {
  dialect: Dialect;
  handle: Kysely<Schema>;
  close(): Promise<void>;
}

export const DEFAULT_DATABASE_URL = 'file:data/takt.db';

/**
 * Opens `file:PATH` (SQLite) or `postgres://…`. Nothing is created but an empty SQLite file; see `migrate.ts`.
 */
export function openDatabase(url: string): Database {
  const dialect: Dialect = /^postgres(ql)?:\/\//.test(url) ? 'postgres' : 'sqlite';
  if (dialect === 'sqlite' && !url.startsWith('file:')) {
    throw new Error('DATABASE_URL must be file:PATH for SQLite or postgres://… for PostgreSQL.');
  }
  const handle = new Kysely<Schema>({
    dialect: dialect === 'postgres' ? postgresDialect(url) : sqliteDialect(url.slice('file:'.length)),
    plugins: [new TenantGuard(), new OuterHandleGuard()],
  });
  return {
    dialect,
    handle,
    async close() {
      if (dialect === 'sqlite') await sql`pragma optimize`.execute(handle.withoutPlugins());
      await handle.destroy();
    },
  };
}

function postgresDialect(connectionString: string) {
  const INT8 = 20;
  const pool = new pg.Pool({
    connectionString,
    max: Number(process.env.DATABASE_POOL_SIZE ?? 10),
    types: {
      // Instants and counts fit a JavaScript integer; without this they arrive as text.
      getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)),
    },
  });
  // An idle connection that the server closes (a restart, say) is replaced by the pool; unheard, it would end
  // the process.
  pool.on('error', (error) => console.error(`PostgreSQL closed an idle connection: ${error.message}`));
  return new PostgresDialect({
    pool,
    // A statement here takes milliseconds, and many people ask at once: compiling it to machine code or calling
    // other processes to help takes longer than the work, and the planner takes slower ways for their sake.
    onCreateConnection: async (connection) => {
      await connection.executeQuery(
        CompiledQuery.raw(
          "select set_config('jit', 'off', false), set_config('max_parallel_workers_per_gather', '0', false)",
        ),
      );
    },
  });
}

/** Kysely's own driver says plain `begin`, which fails half of all contended read-then-write transactions. */
class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDialect>[0];

  constructor(config: ConstructorParameters<typeof SqliteDialect>[0]) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new ImmediateSqliteDriver(this.#config);
  }
}

function sqliteDialect(path: string) {
  return new ImmediateSqliteDialect({
    database: async () => {
      const file = resolve(path);
      mkdirSync(dirname(file), { recursive: true });
      const database = new SQLite(file, { timeout: 20_000 });
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
      database.pragma('foreign_keys = ON');
      // Without statistics SQLite takes `tenant_id`, first in every index, for selective, and picks the wrong one.
      database.pragma('optimize = 0x10002');
      return database;
    },
  });
}

// Next.js loads this module more than once (pages, routes, instrumentation): one database per process all the same.
const holder = globalThis as { taktDatabase?: Database };

/** The database of this process, from `DATABASE_URL`. */
export function database(): Database {
  holder.taktDatabase ??= openDatabase(process.env.DATABASE_URL ?? DEFAULT_DATABASE_URL);
  return holder.taktDatabase;
}
