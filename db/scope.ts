import type {
  DeleteQueryBuilder,
  DeleteResult,
  InsertQueryBuilder,
  InsertResult,
  Kysely,
  SelectQueryBuilder,
  UpdateQueryBuilder,
  UpdateResult,
} from 'kysely';
import { newId } from '@/lib/ids/new-id';
import { type Database, database } from './client';
import type { Dialect } from './dialect';
import type { NewRow, Role, Schema, TenantTableName } from './schema';

/** Who acts: a signed-in user, or a command or job of the system. */
export type Actor =
  | {
      kind: 'user';
      userId: string;
      name: string;
      role: Role;
      /** Set for role `provider`: sees and touches only this provider's calendar and sessions. */
      providerId: string | null;
      origin: string;
    }
  | { kind: 'system'; name: string; origin: string };

declare const minted: unique symbol;

/**
 * The right to read one tenant's rows. Every read takes it first; each of its queries already carries
 * `tenant_id = ?`. Minted in `lib/auth` (and `db/system`, `db/seed`, `db/testing`), nowhere else.
 */
export interface TenantScope {
  readonly [minted]: true;
  readonly tenantId: string;
  readonly actor: Actor;
  readonly dialect: Dialect;
  /** The present instant, one clock for everything an operation does. */
  readonly now: () => number;
  from<T extends TenantTableName>(table: T): SelectQueryBuilder<Schema, T, object>;
}

/** The right to write one tenant's rows, inside one transaction. Made by `transaction` only. */
export interface WriteScope extends TenantScope {
  /** Names everything this transaction writes, so that it can be told, and undone, as one. */
  readonly changeId: string;
  insert<T extends TenantTableName>(
    table: T,
    rows: readonly NewRow<T>[],
  ): InsertQueryBuilder<Schema, T, InsertResult>;
  update<T extends TenantTableName>(table: T): UpdateQueryBuilder<Schema, T, T, UpdateResult>;
  delete<T extends TenantTableName>(table: T): DeleteQueryBuilder<Schema, T, DeleteResult>;
}

export interface ScopeIdentity {
  tenantId: string;
  actor: Actor;
  now?: () => number;
}

const databases = new WeakMap<TenantScope, Database>();

/** Mints a scope. Whoever calls this has proved who acts for which tenant. */
export function mintScope(identity: ScopeIdentity, on: Database = database()): TenantScope {
  const scope = readScope(identity, on.dialect, on.handle);
  databases.set(scope, on);
  return scope;
}

/** The database under a scope, for `transaction`. */
export function databaseOf(scope: TenantScope): Database {
  const found = databases.get(scope);
  if (!found) throw new Error('A transaction was started from a scope inside a transaction.');
  return found;
}

function readScope(
  { tenantId, actor, now = Date.now }: ScopeIdentity,
  dialect: Dialect,
  handle: Kysely<Schema>,
) {
  const scope: Omit<TenantScope, typeof minted> = {
    tenantId,
    actor,
    dialect,
    now,
    from(table) {
      const query = handle.selectFrom(table as TenantTableName).where(tenantColumn(table), '=', tenantId);
      // Kysely cannot follow a table name that is still a type parameter; the caller's literal is exact.
      return query as unknown as ReturnType<TenantScope['from']> as never;
    },
  };
  return scope as TenantScope; // minted here
}

/** The scope for writing, on a transaction's own handle. */
export function writeScope(of: TenantScope, handle: Kysely<Schema>, changeId = newId()): WriteScope {
  const writing: Pick<WriteScope, 'changeId' | 'insert' | 'update' | 'delete'> = {
    changeId,
    insert(table, rows) {
      const owned = rows.map((row) => ({ ...row, tenant_id: of.tenantId }));
      return handle.insertInto(table).values(owned as never) as never;
    },
    update(table) {
      return handle
        .updateTable(table as TenantTableName)
        .where(tenantColumn(table), '=', of.tenantId) as never;
    },
    delete(table) {
      return handle
        .deleteFrom(table as TenantTableName)
        .where(tenantColumn(table), '=', of.tenantId) as never;
    },
  };
  // One moment for all that a transaction writes: it happened at once.
  const at = of.now();
  return { ...readScope({ ...of, now: () => at }, of.dialect, handle), ...writing };
}

const tenantColumn = <T extends TenantTableName>(table: T) => `${table}.tenant_id` as 'package.tenant_id';
