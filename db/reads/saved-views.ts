import type { ListName } from '../schema';
import type { TenantScope } from '../scope';

export interface SavedView {
  id: string;
  version: number;
  name: string;
  /** The part of the address after the question mark. */
  query: string;
  isDefault: boolean;
}

/** The views that this user keeps for a list, by name. They are nobody else's; a command has none. */
export async function listSavedViews(scope: TenantScope, list: ListName): Promise<SavedView[]> {
  const rows = await ownViews(scope).where('list', '=', list).orderBy('name').orderBy('id').execute();
  return rows.map(viewOf);
}

/** One of this user's views with the list it is for, or null. */
export async function findSavedView(
  scope: TenantScope,
  id: string,
): Promise<(SavedView & { list: ListName }) | null> {
  const row = await ownViews(scope).where('id', '=', id).executeTakeFirst();
  return row ? { ...viewOf(row), list: row.list } : null;
}

const ownViews = (scope: TenantScope) =>
  scope
    .from('saved_view')
    .select(['id', 'version', 'name', 'query', 'is_default', 'list'])
    .where('user_id', '=', scope.actor.kind === 'user' ? scope.actor.userId : '');

const viewOf = (row: { id: string; version: number; name: string; query: string; is_default: 0 | 1 }) => ({
  id: row.id,
  version: row.version,
  name: row.name,
  query: row.query,
  isDefault: row.is_default === 1,
});
