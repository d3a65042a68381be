import type { Change } from '@/db/reads/change';
import { findSession } from '@/db/reads/package-session';
import { readPackageToPlan } from '@/db/reads/package-to-plan';
import type { Patch, SessionStatus } from '@/db/schema';
import type { TenantScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { changeRecords, type Outrun } from '@/db/writes/many-records';
import { changePackage, lockPackage } from '@/db/writes/package-status';
import { ok, type Result, refused } from '@/lib/result/result';
import { packageStatusOf } from '@/lib/rules/package-status';
import { type ChangedSince, changesSince } from './changes-since';
import { doOnce } from './do-once';

export interface SettledSession {
  changeId: string;
}

export type SettleRefusal =
  | { kind: 'not_found' }
  | { kind: 'package_cancelled' }
  /** The session is not in a state from which this is possible. */
  | { kind: 'not_possible'; status: SessionStatus }
  | ({ kind: 'stale' } & ChangedSince);

interface Settling {
  changeId?: string | undefined;
  packageId: string;
  version: number;
  seenAt?: number | undefined;
  number: number;
  from: readonly SessionStatus[];
  patch: Patch<'session'>;
  packagePatch: Patch<'package'>;
  action: string;
}

/** Changes what one session without a visit is owed as, and the package's status with it, or neither. */
export function settleSession(
  scope: TenantScope,
  settling: Settling,
): Promise<Result<SettledSession, SettleRefusal>> {
  const { changeId, packageId, action } = settling;
  const answerOf = (_: Change, made: string): SettledSession => ({ changeId: made });
  return doOnce(scope, { changeId, packageId, action, answerOf }, () => settle(scope, settling));
}

async function settle(
  scope: TenantScope,
  { changeId, packageId, version, seenAt, number, ...what }: Settling,
): Promise<Result<SettledSession, SettleRefusal>> {
  const [found, session] = await Promise.all([
    readPackageToPlan(scope, packageId),
    findSession(scope, { packageId, number }),
  ]);
  if (!found || !session) return refused({ kind: 'not_found' });
  if (found.isCancelled) return refused({ kind: 'package_cancelled' });
  if (found.version !== version) return stale(scope, { packageId, version, seenAt });
  const { id, status } = session;
  if (!what.from.includes(status)) return refused({ kind: 'not_possible', status });

  const settled = await transaction<SettledSession, Outrun>(
    scope,
    async (write) => {
      const locked = await lockPackage(write, { packageId, version });
      if (!locked.ok) return locked;
      const changed = await changeRecords(write, 'session', {
        changes: [{ id, version: session.version, patch: what.patch }],
        action: what.action,
      });
      if (!changed.ok) return changed;
      await changePackage(write, {
        packageId,
        version,
        patch: what.packagePatch,
        action: what.action,
        rule: (sessions) => packageStatusOf(sessions, { isCancelled: false }),
      });
      return ok({ changeId: write.changeId });
    },
    { changeId },
  );
  if (settled.ok) return settled;
  if (settled.error.kind === 'outrun') return stale(scope, { packageId, version, seenAt });
  throw new Error(`A session was not settled: ${JSON.stringify(settled.error)}`);
}

async function stale(scope: TenantScope, seen: Pick<Settling, 'packageId' | 'version' | 'seenAt'>) {
  return refused({ kind: 'stale' as const, ...(await changesSince(scope, seen)) });
}
