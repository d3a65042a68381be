import type { Route } from 'next';
import { redirect } from 'next/navigation';
import type { SavedView } from '@/db/reads/saved-views';

type Address = Record<string, string | string[] | undefined>;

/** A list that is opened without any wish opens with the user's default view, where there is one. */
export function goToFirstView(
  list: 'packages' | 'appointments' | 'patients',
  address: Address,
  views: readonly SavedView[],
) {
  const first = views.find(({ isDefault }) => isDefault);
  if (!first || Object.keys(address).length > 0) return;
  const said = new URLSearchParams(first.query);
  said.set('view', first.id);
  redirect(`/${list}?${said}` as Route);
}

/** Where a default view exists, "everything" must be said, or the default would come back. */
export function knowingViews<Q extends { view: string | null }>(query: Q, views: readonly SavedView[]): Q {
  const hasDefault = views.some(({ isDefault }) => isDefault);
  return hasDefault && query.view === null ? { ...query, view: 'all' } : query;
}
