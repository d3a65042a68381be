import type { APIRequestContext, Cookie } from '@playwright/test';
import type { SignIn } from '../scripts/product.mjs';

export type Role = 'admin' | 'scheduler' | 'provider' | 'viewer';

/** The first sign-in of a role: that of the tenant with all the data. */
export function findSignIn(signIns: readonly SignIn[], role: Role): SignIn {
  const found = signIns.find((signIn) => signIn.role === role);
  if (!found) throw new Error(`There is no sign-in for the role ${role}.`);
  return found;
}

/** Does what the form does, in two requests; the answer is for `context.addCookies`. */
export async function openSession(
  request: APIRequestContext,
  { email, password, tenant }: SignIn,
): Promise<Cookie[]> {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json();
  const response = await request.post('/api/auth/callback/credentials', {
    form: { csrfToken, email, password, tenant, json: 'true' },
  });
  const { cookies } = await request.storageState();
  const session = cookies.filter(({ name }) => name.includes('session-token'));
  if (session.length === 0) throw new Error(`${email} was not signed in: ${await response.text()}`);
  return session;
}
