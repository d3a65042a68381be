import { newId } from '@/lib/ids/new-id';
import { type Database, database } from './client';
import { refusalOf } from './dialect';
import { migrateToLatest, SchemaRefused } from './migrate';
import type { Role, Row } from './schema';
import { mintScope, type TenantScope, type WriteScope, writeScope } from './scope';
import { TenantGuard } from './tenant-guard';
import { markTransaction, OuterHandleGuard } from './transaction-guard';

/*
 * The few statements that belong to no tenant, or to all of them. Each says why it may.
 */

const acrossTenants = (on: Database) => on.handle.withoutPlugins().withPlugin(new OuterHandleGuard());

/** Brings this process's database to the schema that this program knows, or throws why it cannot. */
export async function prepareDatabase(): Promise<void> {
  const named = database();
  try {
    await migrateToLatest(named);
  } catch (error) {
    if (error instanceof SchemaRefused || !(error instanceof Error)) throw error;
    throw new Error(`The database that DATABASE_URL names cannot be used: ${error.message}`, {
      cause: error,
    });
  }
}

/** A scope for a command or a job, which acts for one tenant without a user. */
export function systemScope(
  tenantId: string,
  command: string,
  on: Database = database(),
  now?: () => number,
): TenantScope {
  const actor = { kind: 'system', name: command, origin: command } as const;
  return mintScope({ tenantId, actor, now }, on);
}

/** Makes a tenant, the one row that no tenant owns, and what it starts with: all of it, or nothing. */
export async function createTenant(
  tenant: { slug: string; name: string },
  on: Database = database(),
  furnish?: (write: WriteScope) => Promise<unknown>,
): Promise<{ ok: true; value: string } | { ok: false; error: 'slug_taken' }> {
  const id = newId();
  const scope = systemScope(id, 'tenant', on);
  try {
    await on.handle.transaction().execute((transaction) =>
      markTransaction(async () => {
        const unguarded = transaction.withoutPlugins();
        await unguarded
          .insertInto('tenant')
          .values({ id, ...tenant, created_at: scope.now() })
          .execute();
        await furnish?.(writeScope(scope, unguarded.withPlugin(new TenantGuard())));
      }),
    );
    return { ok: true, value: id };
  } catch (error) {
    if (refusalOf(error)?.kind === 'duplicate') return { ok: false, error: 'slug_taken' };
    throw error;
  }
}

/** Every tenant, for commands that check or serve the whole database. */
export function listTenants(on: Database = database()): Promise<Row<'tenant'>[]> {
  return acrossTenants(on).selectFrom('tenant').selectAll().orderBy('slug').execute();
}

export interface Account {
  tenantId: string;
  tenantSlug: string;
  tenantName: string;
  userId: string;
  name: string;
  email: string;
  role: Role;
  providerId: string | null;
  passwordHash: string;
  sessionVersion: number;
  isActive: boolean;
}

const accountsOf = (on: Database) =>
  acrossTenants(on)
    .selectFrom('app_user')
    .innerJoin('tenant', 'tenant.id', 'app_user.tenant_id')
    .select([
      'app_user.tenant_id as tenantId',
      'tenant.slug as tenantSlug',
      'tenant.name as tenantName',
      'app_user.id as userId',
      'app_user.name',
      'app_user.email',
      'app_user.role',
      'app_user.provider_id as providerId',
      'app_user.password_hash as passwordHash',
      'app_user.session_version as sessionVersion',
      'app_user.is_active',
    ]);

/** The accounts of an e-mail, in whichever tenants: at sign-in the tenant is what we are about to learn. */
export async function accountsByEmail(email: string, on: Database = database()): Promise<Account[]> {
  const rows = await accountsOf(on).where('app_user.email', '=', email).orderBy('tenant.slug').execute();
  return rows.map(({ is_active, ...row }) => ({ ...row, isActive: is_active === 1 }));
}

/** The account a session token names: read before there is a scope, to decide whether to mint one. */
export async function accountById(
  tenantId: string,
  userId: string,
  on: Database = database(),
): Promise<Account | null> {
  const row = await accountsOf(on)
    .where('app_user.tenant_id', '=', tenantId)
    .where('app_user.id', '=', userId)
    .executeTakeFirst();
  if (!row) return null;
  const { is_active, ...account } = row;
  return { ...account, isActive: is_active === 1 };
}

/** Ends one session for good, whatever copies of its token there are. Tokens belong to users, not to tenants' rows. */
export async function endSession(
  session: { id: string; until: number; now: number },
  on: Database = database(),
): Promise<void> {
  const handle = acrossTenants(on);
  await handle.deleteFrom('ended_session').where('until', '<', session.now).execute();
  await handle
    .insertInto('ended_session')
    .values({ id: session.id, until: session.until })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Whether a session was signed out: asked before there is a scope, to decide whether to mint one. */
export async function isSessionEnded(id: string, on: Database = database()): Promise<boolean> {
  const row = await acrossTenants(on)
    .selectFrom('ended_session')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Notes one more try to sign in, before the password is looked at, so that tries at the same moment see each
 * other. Answers the id of this try and the instants of the others since `since`, oldest first. It belongs to
 * no tenant, since it must behave alike for accounts that do not exist.
 */
export async function noteSignInAttempt(
  attempt: { account: string; at: number; since: number },
  on: Database = database(),
): Promise<{ id: string; others: number[] }> {
  const { account, at, since } = attempt;
  const id = newId();
  const handle = acrossTenants(on);
  await handle.deleteFrom('sign_in_attempt').where('at', '<=', since).execute();
  await handle.insertInto('sign_in_attempt').values({ id, account, at }).execute();
  const rows = await handle
    .selectFrom('sign_in_attempt')
    .select('at')
    .where('account', '=', account)
    .where('id', '<>', id)
    .orderBy('at')
    .execute();
  return { id, others: rows.map((row) => row.at) };
}

/** Takes back one try that was not answered, so that waiting it out is enough. */
export async function withdrawSignInAttempt(id: string, on: Database = database()): Promise<void> {
  await acrossTenants(on).deleteFrom('sign_in_attempt').where('id', '=', id).execute();
}

/** Forgets an account's tries after it signed in. */
export async function forgetSignInAttempts(account: string, on: Database = database()): Promise<void> {
  await acrossTenants(on).deleteFrom('sign_in_attempt').where('account', '=', account).execute();
}

/** Whether the database answers, for the health route: it reads no tenant's rows. */
export async function isDatabaseReachable(on: Database = database()): Promise<boolean> {
  try {
    await acrossTenants(on).selectFrom('tenant').select('id').limit(1).execute();
    return true;
  } catch {
    return false; // the caller's whole question
  }
}
