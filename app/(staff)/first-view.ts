import { redirect } from 'next/navigation';
import type { SavedView } from '@/db/reads/saved-views';
import type { ListPath } from '@/lib/lists/address';

type Address = Record<string, string | string[] | undefined>;

/** With what a list opens when nobody says anything: the user's default view, or the clinic they work at. */
export interface First {
  view: SavedView | null;
  clinicId: string | null;
}

export const firstOfList = (views: readonly SavedView[], clinicId: string | null): First => ({
  view: views.find(({ isDefault }) => isDefault) ?? null,
  clinicId,
});

/** A list that is opened without any wish opens with what comes first, where there is something. */
export function goToFirst(list: ListPath, address: Address, { view, clinicId }: First) {
  if (Object.keys(address).length > 0) return;
  const said = new URLSearchParams(view?.query ?? (clinicId === null ? '' : { clinic: clinicId }));
  if (view) said.set('view', view.id);
  if (said.size > 0) redirect(`${list}?${said}`);
}

/** Where something comes first, "everything" must be said, or that would come back. */
export function knowingFirst<Q extends { view: string | null }>(query: Q, { view, clinicId }: First): Q {
  const hasFirst = view !== null || clinicId !== null;
  return hasFirst && query.view === null ? { ...query, view: 'all' } : query;
}
