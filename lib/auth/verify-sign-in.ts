import { createHash } from 'node:crypto';
import {
  type Account,
  accountsByEmail,
  forgetSignInAttempts,
  noteSignInAttempt,
  withdrawSignInAttempt,
} from '@/db/system';
import { ok, type Result, refused } from '@/lib/result/result';
import type { SignInInput } from './input';
import { isPassword, spendPasswordCheck } from './passwords';

export type SignInRefusal =
  | { kind: 'invalid' }
  | { kind: 'throttled'; retryInSeconds: number }
  | { kind: 'choose_tenant'; tenants: { slug: string; name: string }[] };

/** Another database than the process's own, for commands and tests. */
type On = Parameters<typeof accountsByEmail>[1];

const TRIES = 10;
const PERIOD_MS = 15 * 60_000;

/**
 * Checks an e-mail and password. Wrong password, unknown account and disabled user answer alike, in time and in
 * words; after ten failures in a quarter of an hour the account is throttled, whether or not it exists.
 */
export async function verifySignIn(
  input: SignInInput,
  now: number = Date.now(),
  on?: On,
): Promise<Result<Account, SignInRefusal>> {
  const throttleKey = createHash('sha256').update(input.email).digest('hex');
  const attempt = await noteSignInAttempt({ account: throttleKey, at: now, since: now - PERIOD_MS }, on);
  if (attempt.others.length >= TRIES) {
    await withdrawSignInAttempt(attempt.id, on);
    const freeAt = (attempt.others.at(-TRIES) ?? now) + PERIOD_MS;
    return refused({ kind: 'throttled', retryInSeconds: Math.ceil((freeAt - now) / 1000) });
  }
  const matching = await accountsWithPassword(input, on);
  const [account, ...others] = matching;
  if (!account) return refused({ kind: 'invalid' });
  if (others.length > 0) {
    const tenants = matching.map(({ tenantSlug, tenantName }) => ({ slug: tenantSlug, name: tenantName }));
    return refused({ kind: 'choose_tenant', tenants });
  }
  await forgetSignInAttempts(throttleKey, on);
  return ok(account);
}

async function accountsWithPassword({ email, password, tenant }: SignInInput, on?: On): Promise<Account[]> {
  const accounts = await accountsByEmail(email, on);
  const candidates = accounts.filter(
    (account) => account.isActive && (!tenant || account.tenantSlug === tenant),
  );
  if (candidates.length === 0) await spendPasswordCheck(password);
  const checks = await Promise.all(candidates.map((account) => isPassword(account.passwordHash, password)));
  return candidates.filter((_, index) => checks[index]);
}
