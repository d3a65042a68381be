import type { Result } from '@/lib/result/result';
import { type DatabaseRefusal, isTransient, refusalOf } from './dialect';
import { databaseOf, type TenantScope, type WriteScope, writeScope } from './scope';
import { TenantGuard } from './tenant-guard';
import { isInsideTransaction, markTransaction } from './transaction-guard';

const TRIES = 5;

/**
 * Runs `work` in one writing transaction: all of it is kept, or nothing. A refused result rolls back, and so
 * does a refusal by the database itself (a taken slot, a duplicate), which is answered by its name. A
 * transient failure (PostgreSQL: serialization, deadlock) is tried again, so `work` must have no effect
 * outside the database. No network and no planning in here: everyone else's writes wait. `changeId` is the name
 * that the sender has given to the change; without it the change gets one of its own.
 */
export async function transaction<T, E = never>(
  scope: TenantScope,
  work: (write: WriteScope) => Promise<Result<T, E>>,
  { changeId }: { changeId?: string | undefined } = {},
): Promise<Result<T, E | DatabaseRefusal>> {
  if (isInsideTransaction()) throw new Error('A transaction was started inside another one.');
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce(scope, work, changeId);
    } catch (error) {
      if (error instanceof RolledBack) return error.result as Result<never, E>;
      const refusal = refusalOf(error);
      if (refusal) return { ok: false, error: refusal };
      const mayPass = isTransient(error) || error instanceof Outpaced;
      if (!mayPass || attempt === TRIES) throw error;
      await pause(attempt);
    }
  }
}

/** A record changed between our reading and our writing it: the transaction reads again and decides anew. */
export class Outpaced extends Error {}

/** Carries a refused result out of Kysely's transaction, which rolls back on a throw only. */
class RolledBack extends Error {
  constructor(readonly result: unknown) {
    super('rolled back');
  }
}

function attemptOnce<T, E>(
  scope: TenantScope,
  work: (write: WriteScope) => Promise<Result<T, E>>,
  changeId: string | undefined,
) {
  const { handle } = databaseOf(scope);
  return handle.transaction().execute((transaction) =>
    markTransaction(async () => {
      const guarded = transaction.withoutPlugins().withPlugin(new TenantGuard());
      const result = await work(writeScope(scope, guarded, changeId));
      if (!result.ok) throw new RolledBack(result);
      return result;
    }),
  );
}

/** Jitter, so that two transactions that met once do not meet again. */
const pause = (attempt: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
