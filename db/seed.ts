import type { Database } from './client';
import type { Role } from './schema';
import { mintScope, type TenantScope } from './scope';

/** The scope of one of the demo's own users at a moment of the demo's own past, so that its history reads true. */
export function demoScope(
  on: Database,
  user: { tenantId: string; userId: string; name: string; role: Role; providerId: string | null },
  now: () => number,
): TenantScope {
  const { tenantId, userId, name, role, providerId } = user;
  return mintScope(
    { tenantId, actor: { kind: 'user', userId, name, role, providerId, origin: 'demo' }, now },
    on,
  );
}
