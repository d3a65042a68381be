import type { TenantScope } from '@/db/scope';
import type { Result } from '@/lib/result/result';
import type { CancelSessionInput } from './replan/input';
import { type SettledSession, type SettleRefusal, settleSession } from './settle-session';

/** Cancels one session that has no place: it is no longer owed. One with a visit is cancelled with its visit. */
export function cancelSession(
  scope: TenantScope,
  { reason, ...session }: CancelSessionInput,
): Promise<Result<SettledSession, SettleRefusal>> {
  return settleSession(scope, {
    ...session,
    from: ['PENDING', 'FAILED'],
    patch: { status: 'CANCELLED', reasons: '[]', is_pinned: 0 },
    packagePatch: { cancel_reason: reason },
    action: 'cancel',
  });
}
