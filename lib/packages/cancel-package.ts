import type { Change } from '@/db/reads/change';
import { readPackageToPlan, type SessionToPlan } from '@/db/reads/package-to-plan';
import type { Patch } from '@/db/schema';
import type { TenantScope, WriteScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { rememberSessions } from '@/db/writes/draft-sessions';
import { changeRecords, type Outrun } from '@/db/writes/many-records';
import { changePackage, lockPackage } from '@/db/writes/package-status';
import { queuePackageCancelled } from '@/lib/notifications/queue';
import { ok, type Result, refused } from '@/lib/result/result';
import { goesWhenCancelled } from '@/lib/rules/cancellation';
import { packageStatusOf } from '@/lib/rules/package-status';
import { type ChangedSince, changesSince, lastChangesOf } from './changes-since';
import { countIn, doOnce } from './do-once';
import type { HistoryEntry } from './history';
import type { CancelPackageInput } from './replan/input';

export interface CancelledPackage {
  changeId: string;
  sessions: number;
  appointments: number;
}

export type CancelPackageRefusal =
  | { kind: 'not_found' }
  | { kind: 'already_cancelled' }
  /** There is nothing left that could be cancelled. */
  | { kind: 'nothing_left' }
  /** What was listed is not what would go now: what was last done to the sessions that differ, newest first. */
  | { kind: 'list_changed'; entries: HistoryEntry[] }
  | ({ kind: 'stale' } & ChangedSince);

/**
 * Cancels exactly the sessions that were listed, with their visits, whose time is free at once; or nothing.
 * What was completed or missed, and a visit that has begun, stays as it is. The rest of a package leaves it as
 * what was done of it; the package as a whole is called off. One transaction, whatever the number.
 */
export function cancelPackage(
  scope: TenantScope,
  input: CancelPackageInput,
): Promise<Result<CancelledPackage, CancelPackageRefusal>> {
  const { changeId, packageId } = input;
  const named = { changeId, packageId, action: 'cancel', answerOf: cancelledPackage };
  return doOnce(scope, named, () => cancel(scope, input));
}

const cancelledPackage = (change: Change, changeId: string): CancelledPackage => ({
  changeId,
  sessions: countIn(change, 'session', 'cancel'),
  appointments: countIn(change, 'appointment', 'cancel'),
});

async function cancel(
  scope: TenantScope,
  input: CancelPackageInput,
): Promise<Result<CancelledPackage, CancelPackageRefusal>> {
  const found = await readPackageToPlan(scope, input.packageId);
  if (!found) return refused({ kind: 'not_found' });
  if (found.isCancelled) return refused({ kind: 'already_cancelled' });
  if (found.version !== input.version) return stale(scope, input);
  const going = found.sessions.filter((session) => goesWhenCancelled(visitOf(session), scope.now()));
  const differing = differingSessions(going, input.listed);
  if (differing.size > 0) return listChanged(scope, found.id, differing);
  if (going.length === 0 && input.what === 'rest') return refused({ kind: 'nothing_left' });

  const cancelled = await transaction<CancelledPackage, Outrun>(
    scope,
    async (write) => {
      const { id: packageId, version } = found;
      const locked = await lockPackage(write, { packageId, version });
      if (!locked.ok) return locked;
      const visits = going.flatMap(({ status, appointment }) =>
        status === 'SCHEDULED' && appointment ? [appointment] : [],
      );
      const freed = await changeRecords(write, 'appointment', {
        changes: visits.map(({ id, version }) => ({
          id,
          version,
          patch: { status: 'CANCELLED', change_reason: input.reason },
        })),
        action: 'cancel',
      });
      if (!freed.ok) return freed;
      const settled = await changeRecords(write, 'session', {
        changes: going.map(({ id, version }) => ({
          id,
          version,
          patch: { status: 'CANCELLED', reasons: '[]', is_pinned: 0 },
        })),
        action: 'cancel',
      });
      if (!settled.ok) return settled;
      await rememberSessions(write, packageId, []);
      await changePackage(write, {
        packageId,
        version,
        patch: packagePatch(write, input),
        action: 'cancel',
        rule: (sessions) => packageStatusOf(sessions, { isCancelled: input.what === 'package' }),
      });
      if (visits.length > 0) await queuePackageCancelled(write, found.id);
      return ok({ changeId: write.changeId, sessions: going.length, appointments: visits.length });
    },
    { changeId: input.changeId },
  );
  if (cancelled.ok) return cancelled;
  if (cancelled.error.kind === 'outrun') return stale(scope, input);
  throw new Error(`A cancellation was refused: ${JSON.stringify(cancelled.error)}`);
}

/** Someone was faster, with the package or with one of its sessions. */
async function stale(scope: TenantScope, seen: CancelPackageInput) {
  return refused({ kind: 'stale' as const, ...(await changesSince(scope, seen)) });
}

const visitOf = ({ status, place, appointment }: SessionToPlan) => ({
  status,
  visit: place && appointment ? { status: appointment.status, start: place.start } : null,
});

async function listChanged(scope: TenantScope, packageId: string, numbers: ReadonlySet<number>) {
  const entries = await lastChangesOf(scope, { packageId, numbers });
  return refused({ kind: 'list_changed' as const, entries });
}

/** The sessions that were not told of, or whose visit is not at the time that was told, or that go no longer. */
function differingSessions(
  going: readonly SessionToPlan[],
  listed: CancelPackageInput['listed'],
): ReadonlySet<number> {
  const lines = (list: CancelPackageInput['listed']) =>
    new Map(list.map(({ number, start }) => [number, start] as const));
  const present = lines(
    going.map(({ number, status, place }) => ({
      number,
      start: status === 'SCHEDULED' && place ? place.start : null,
    })),
  );
  const told = lines(listed);
  const numbers = [...present.keys(), ...told.keys()];
  // A session that is not in a list has no line there, not even one without a time.
  return new Set(numbers.filter((number) => present.get(number) !== told.get(number)));
}

/** Why and by whom is kept with the package; only one that is called off as a whole stays cancelled by that. */
function packagePatch(write: WriteScope, { what, reason }: CancelPackageInput): Patch<'package'> {
  if (what === 'rest') return { cancel_reason: reason };
  return {
    cancelled_at: write.now(),
    cancelled_by: write.actor.kind === 'user' ? write.actor.userId : null,
    cancel_reason: reason,
  };
}
