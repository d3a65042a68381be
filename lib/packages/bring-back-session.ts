import type { TenantScope } from '@/db/scope';
import type { Result } from '@/lib/result/result';
import type { BringBackSessionInput } from './replan/input';
import { type SettledSession, type SettleRefusal, settleSession } from './settle-session';

/** Owes a cancelled session again: it waits for a place like one that was never tried. */
export function bringBackSession(
  scope: TenantScope,
  session: BringBackSessionInput,
): Promise<Result<SettledSession, SettleRefusal>> {
  return settleSession(scope, {
    ...session,
    from: ['CANCELLED'],
    patch: { status: 'PENDING', appointment_id: null, attempts: 0, reasons: '[]' },
    packagePatch: {},
    action: 'bring_back',
  });
}
