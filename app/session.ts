import { isIP } from 'node:net';
import { cookies, headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { getToken } from 'next-auth/jwt';
import { cache } from 'react';
import type { TenantScope } from '@/db/scope';
import { isPermitted, type Permission } from '@/lib/auth/permissions';
import { type SignedIn, scopeOfToken } from '@/lib/auth/scope-of-token';
import { sessionSecret } from '@/lib/auth/settings';

/** Who is signed in on this request, or null; asked of the database once per request. */
export const signedIn = cache(async (): Promise<SignedIn | null> => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const request = {
    cookies: Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value])),
    headers: Object.fromEntries(head.entries()),
  };
  // getToken reads cookies and headers only; its type asks for a whole request.
  const token = await getToken({ req: request as never, secret: sessionSecret() });
  return scopeOfToken(token, originOf(head));
});

/** The lock of every page: sends a visitor to sign in, and shows "no access" without the permission. */
export async function pageScope(permission: Permission): Promise<TenantScope> {
  return (await pageAccount(permission)).scope;
}

/** Like `pageScope`, for the shell, which also shows who is signed in. */
export async function pageAccount(permission: Permission): Promise<SignedIn> {
  const current = await signedIn();
  if (!current) redirect('/sign-in');
  if (!isPermitted(current.account.role, permission)) forbidden();
  return current;
}

/**
 * The caller's address, as the load balancer in front of us saw it, or the server itself without one: the last
 * hop. Everything before it was written by the caller, and may say anything.
 */
function originOf(head: Headers): string {
  const hop = head.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  return isIP(hop) === 0 ? 'browser' : hop;
}
