import type { APIRequestContext, PlaywrightWorkerArgs } from '@playwright/test';
import type { Product } from './fixtures';
import { findSignIn, openSession, type Role } from './session';
import { actionIds } from './surface';

/** `former` has signed out everywhere and comes back with the old cookie; `stranger` works for the other tenant. */
export const WHO = ['visitor', 'former', 'viewer', 'provider', 'scheduler', 'admin', 'stranger'] as const;
export type Who = (typeof WHO)[number];
export type People = Record<Who, APIRequestContext>;

const OTHER_TENANT = 'harbour';

/** One request context per person; none follows a redirect, which is an answer here. */
export async function callPeople(
  playwright: PlaywrightWorkerArgs['playwright'],
  product: Product,
): Promise<People> {
  const own = product.signIns.filter(({ tenant }) => tenant !== OTHER_TENANT);
  const others = product.signIns.filter(({ tenant }) => tenant === OTHER_TENANT);
  const call = async (role?: Role, signIns = own): Promise<APIRequestContext> => {
    const options = { baseURL: product.url, maxRedirects: 0, extraHTTPHeaders: { 'accept-language': 'en' } };
    if (!role) return playwright.request.newContext(options);
    const door = await playwright.request.newContext({ baseURL: product.url });
    const cookies = await openSession(door, findSignIn(signIns, role));
    await door.dispose();
    return playwright.request.newContext({ ...options, storageState: { cookies, origins: [] } });
  };
  const people: People = {
    visitor: await call(),
    // A user of the other tenant whom no other test needs: their sessions end here.
    former: await call('provider', others),
    viewer: await call('viewer'),
    provider: await call('provider'),
    scheduler: await call('scheduler'),
    admin: await call('admin'),
    stranger: await call('scheduler', others),
  };
  await callAction(people.former, { action: 'app/(staff)/actions.ts#signOutEverywhere', input: [] });
  return people;
}

/** Calls a server action as the browser does; answers the status, and what the action returned if it ran. */
export async function callAction(
  person: APIRequestContext,
  { action, input }: { action: string; input: readonly unknown[] },
): Promise<{ status: number; returned: unknown }> {
  const id = actionIds().get(action);
  if (id === undefined) throw new Error(`The build does not know the action ${action}.`);
  const response = await person.post('/calendar', {
    headers: { 'next-action': id, accept: 'text/x-component', 'content-type': 'text/plain;charset=UTF-8' },
    data: JSON.stringify(input),
  });
  const returned = /^1:(.*)$/m.exec(await response.text())?.[1];
  return { status: response.status(), returned: returned === undefined ? undefined : JSON.parse(returned) };
}
