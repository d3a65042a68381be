import type { JWT } from 'next-auth/jwt';
import { mintScope, type TenantScope } from '@/db/scope';
import { type Account, accountById, isSessionEnded } from '@/db/system';
import { SESSION_MAX_SECONDS } from './settings';

export interface SignedIn {
  scope: TenantScope;
  account: Omit<Account, 'passwordHash'>;
}

/**
 * Turns a session token into a scope, or null. The token only names the user: whether they are active, their
 * role and whether this session still counts is read from the database on every request, so that disabling a
 * user, changing a role and signing out everywhere take effect at once.
 */
export async function scopeOfToken(
  token: JWT | null,
  origin: string,
  now: number = Date.now(),
  on?: Parameters<typeof accountById>[2],
): Promise<SignedIn | null> {
  if (!token?.userId || !token.tenantId) return null;
  if (now / 1000 > token.signedInAt + SESSION_MAX_SECONDS) return null;
  const [found, isEnded] = await Promise.all([
    accountById(token.tenantId, token.userId, on),
    isSessionEnded(token.sessionId, on),
  ]);
  if (isEnded || !found?.isActive || found.sessionVersion !== token.sessionVersion) return null;
  const { passwordHash: _, ...account } = found;
  const { tenantId, userId, name, role, providerId } = account;
  const actor = { kind: 'user', userId, name, role, providerId, origin } as const;
  return { account, scope: mintScope({ tenantId, actor }, on) };
}
