import type { TenantScope } from '../scope';

/** The id of no provider: what a user of role `provider` sees who is not linked to one. */
const NOBODY = '';

/** The one provider whose calendar, sessions and packages this actor may see, or null: everyone's. */
export function visibleProvider({ actor }: TenantScope): string | null {
  if (actor.kind !== 'user' || actor.role !== 'provider') return null;
  return actor.providerId ?? NOBODY;
}
