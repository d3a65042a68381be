import { findSavedView, listSavedViews, type SavedView } from '@/db/reads/saved-views';
import type { TenantScope, WriteScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { changeRecord, updateRecord } from '@/db/writes/records';
import { ok, type Result, refused } from '@/lib/result/result';
import type { ChangeViewInput } from './input';

export type ChangeViewRefusal =
  | { kind: 'not_found' }
  | { kind: 'name_taken' }
  /** Changed meanwhile, on another of the user's screens: this is how it is now. */
  | { kind: 'stale'; view: SavedView };

/** Renames a view, gives it other filters, or makes it the one that its list opens with. */
export async function changeView(
  scope: TenantScope,
  { viewId, version, name, query, isDefault }: ChangeViewInput,
): Promise<Result<{ version: number }, ChangeViewRefusal>> {
  const changed = await transaction<{ version: number }, ChangeViewRefusal>(scope, async (write) => {
    const view = await findSavedView(write, viewId);
    if (!view) return refused({ kind: 'not_found' });
    if (view.version !== version) return refused({ kind: 'stale', view });
    if (isDefault) await unsetDefault(write, { list: view.list, except: viewId });
    const patch = { name, query, is_default: isDefault ? (1 as const) : (0 as const) };
    const after = await changeRecord(write, 'saved_view', { id: viewId, version, patch, action: 'change' });
    if (after.ok) return ok({ version: after.value.version });
    return after.error.kind === 'stale' ? refused({ kind: 'stale', view }) : refused({ kind: 'not_found' });
  });
  if (changed.ok) return changed;
  const { error } = changed;
  if (error.kind === 'duplicate') return refused({ kind: 'name_taken' });
  if (error.kind === 'slot_taken') throw new Error('A saved view takes nobody’s time.');
  return refused(error);
}

/** A list opens with one view: another one gives way first, or the database would refuse the second. */
async function unsetDefault(
  write: WriteScope,
  { list, except }: { list: Parameters<typeof listSavedViews>[1]; except: string },
): Promise<void> {
  for (const view of await listSavedViews(write, list)) {
    if (!view.isDefault || view.id === except) continue;
    const { id, version } = view;
    await updateRecord(write, 'saved_view', { id, version, patch: { is_default: 0 }, action: 'change' });
  }
}
