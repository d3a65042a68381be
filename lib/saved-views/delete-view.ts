import { findSavedView, type SavedView } from '@/db/reads/saved-views';
import type { TenantScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { removeSavedView } from '@/db/writes/saved-views';
import { ok, type Result, refused } from '@/lib/result/result';
import type { DeleteViewInput } from './input';

export type DeleteViewRefusal =
  | { kind: 'not_found' }
  /** Changed meanwhile, on another of the user's screens: this is how it is now. */
  | { kind: 'stale'; view: SavedView };

/** Forgets a view. What it showed is untouched. */
export async function deleteView(
  scope: TenantScope,
  { viewId, version }: DeleteViewInput,
): Promise<Result<{ name: string }, DeleteViewRefusal>> {
  const deleted = await transaction<{ name: string }, DeleteViewRefusal>(scope, async (write) => {
    const view = await findSavedView(write, viewId);
    if (!view) return refused({ kind: 'not_found' });
    if (view.version !== version) return refused({ kind: 'stale', view });
    await removeSavedView(write, viewId);
    return ok({ name: view.name });
  });
  if (deleted.ok) return deleted;
  const { error } = deleted;
  if (error.kind === 'duplicate' || error.kind === 'slot_taken')
    throw new Error(`A removal was refused: ${error.kind}`);
  return refused(error);
}
