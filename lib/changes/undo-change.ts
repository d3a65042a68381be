import { packagesOfRecords, readChange, readLaterActor } from '@/db/reads/change';
import type { TenantScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { withdrawOutbox } from '@/db/writes/outbox';
import { auditOverlayUndone } from '@/db/writes/overlays';
import { followSessions } from '@/db/writes/package-status';
import { restorationOf, restore } from '@/db/writes/restore';
import { ok, type Result, refused } from '@/lib/result/result';
import { packageStatusOf } from '@/lib/rules/package-status';
import { UNDO_MINUTES } from '@/lib/rules/undo-window';
import { MINUTE_MS } from '@/lib/time/instant';
import type { UndoChangeInput } from './input';
import { type TakenPlace, takenPlace } from './taken-place';

export type UndoChangeRefusal =
  /** Unknown, someone else's, or more than putting values back. */
  | { kind: 'not_found' }
  | { kind: 'too_late' }
  /** A record of it has been changed since: by whom, null for the actor or nobody in person. */
  | { kind: 'changed_since'; by: string | null }
  /** The time has been given to someone else: which one of them, if it still is. */
  | { kind: 'slot_taken'; resource: 'provider' | 'patient' | 'room'; place: TakenPlace | null };

/**
 * Takes back everything that one change of the actor's own has altered, and the messages that it queued, all
 * of it or nothing; the undoing is itself a change. Errors: see `UndoChangeRefusal`.
 */
export async function undoChange(
  scope: TenantScope,
  { changeId }: UndoChangeInput,
): Promise<Result<{ records: number }, UndoChangeRefusal>> {
  const change = await readChange(scope, changeId);
  if (!change || scope.actor.kind !== 'user' || change.by !== scope.actor.userId) {
    return refused({ kind: 'not_found' });
  }
  const restoration = restorationOf(change.records);
  if (!restoration) return refused({ kind: 'not_found' });
  if (scope.now() - change.at > UNDO_MINUTES * MINUTE_MS) return refused({ kind: 'too_late' });

  const undone = await transaction<
    { records: number },
    Extract<UndoChangeRefusal, { kind: 'changed_since' }>
  >(scope, async (write) => {
    if (!(await restore(write, restoration))) return refused({ kind: 'changed_since', by: null });
    // Others may have gone on with the same packages: each follows what its sessions are now.
    for (const packageId of await packagesOfRecords(write, change.records)) {
      await followSessions(write, packageId, (sessions, isCancelled) =>
        packageStatusOf(sessions, { isCancelled }),
      );
    }
    await auditOverlayUndone(write, change.records);
    await withdrawOutbox(write, changeId);
    return ok({ records: new Set(change.records.map(({ id }) => id)).size });
  });
  if (undone.ok) return undone;
  const { error } = undone;
  if (error.kind === 'slot_taken') {
    const { kind, resource } = error;
    return refused({ kind, resource, place: await takenPlace(scope, { restoration, resource }) });
  }
  // A duplicate: whom a session was for before has been given it again meanwhile.
  const later = await readLaterActor(scope, { changeId, change });
  const isOther = later !== null && later.id !== null && later.id !== scope.actor.userId;
  return refused({ kind: 'changed_since', by: isOther ? later.name : null });
}
