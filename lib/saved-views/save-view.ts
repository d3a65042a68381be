import { listSavedViews } from '@/db/reads/saved-views';
import type { TenantScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { createRecord } from '@/db/writes/records';
import { ok, type Result, refused } from '@/lib/result/result';
import type { SaveViewInput } from './input';

/** More than anyone finds again in a menu. */
const MOST_VIEWS = 30;

export type SaveViewRefusal =
  | { kind: 'name_taken' }
  | { kind: 'too_many'; most: number }
  /** A command is no user, and keeps no views. */
  | { kind: 'not_found' };

/** Keeps the filters of a list under a name, for this user alone. */
export async function saveView(
  scope: TenantScope,
  { list, name, query }: SaveViewInput,
): Promise<Result<{ viewId: string }, SaveViewRefusal>> {
  const { actor } = scope;
  if (actor.kind !== 'user') return refused({ kind: 'not_found' });
  const saved = await transaction<{ viewId: string }, SaveViewRefusal>(scope, async (write) => {
    const views = await listSavedViews(write, list);
    if (views.length >= MOST_VIEWS) return refused({ kind: 'too_many', most: MOST_VIEWS });
    const record = { user_id: actor.userId, list, name, query, is_default: 0 as const };
    return ok({ viewId: await createRecord(write, 'saved_view', record) });
  });
  if (saved.ok) return saved;
  const { error } = saved;
  if (error.kind === 'duplicate') return refused({ kind: 'name_taken' });
  if (error.kind === 'slot_taken') throw new Error('A saved view takes nobody’s time.');
  return refused(error);
}
