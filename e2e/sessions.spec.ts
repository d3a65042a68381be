import type { Browser, Page } from '@playwright/test';
import { chooseInAccount } from './account';
import { expect, type Product, test } from './fixtures';
import { openSession } from './session';

const OTHER_TENANT = 'harbour';

/** Users of the small tenant, since sessions end here: the viewer's everywhere. */
function userOf({ signIns }: Product, wanted: 'viewer' | 'admin') {
  const found = signIns.find(({ tenant, role }) => tenant === OTHER_TENANT && role === wanted);
  if (!found) throw new Error('The demo has no such sign-in.');
  return found;
}

async function deviceOf(browser: Browser, product: Product): Promise<Page> {
  const context = await browser.newContext({ baseURL: product.url, locale: 'en-GB' });
  await context.addCookies(await openSession(context.request, userOf(product, 'viewer')));
  return context.newPage();
}

async function fillSignIn(
  page: Page,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('signing out everywhere ends the session of another device on its next request', async ({
  browser,
  product,
}) => {
  const [desk, tablet] = [await deviceOf(browser, product), await deviceOf(browser, product)];
  await tablet.goto('/packages');
  await expect(tablet.getByRole('heading', { level: 1 })).toHaveText('Packages');
  await desk.goto('/packages');
  await chooseInAccount(desk, desk.getByRole('menuitem', { name: 'Sign out everywhere' }));
  await expect(desk).toHaveURL(/\/sign-in/);

  const answer = await tablet.request.get('/api/patients/search?query=la');
  expect([answer.status(), await answer.json()]).toEqual([
    401,
    expect.objectContaining({ code: 'signed_out' }),
  ]);
  await tablet.getByRole('link', { name: 'Calendar' }).first().click();
  await expect(tablet).toHaveURL(/\/sign-in/);
  await desk.context().close();
  await tablet.context().close();
});

test('signing out ends this session, also for a copy of its cookie, and no other', async ({
  page,
  playwright,
  product,
  context,
}) => {
  // Sessions of its own: those of the other tests must outlive this one.
  const open = async () => {
    const request = await playwright.request.newContext({ baseURL: product.url });
    const cookies = await openSession(request, userOf(product, 'admin'));
    await request.dispose();
    return cookies;
  };
  const [own, other] = [await open(), await open()];
  await context.addCookies(own);
  await page.goto('/calendar');
  await chooseInAccount(page, page.getByRole('menuitem', { name: 'Sign out', exact: true }));
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto('/calendar');
  await expect(page).toHaveURL(/\/sign-in\?from=%2Fcalendar$/);

  await context.addCookies(own);
  await page.goto('/calendar');
  await expect(page).toHaveURL(/\/sign-in/);

  await context.addCookies(other);
  await page.goto('/calendar');
  await expect(page).toHaveURL(`${product.url}/calendar`);
});

test('after ten failures an account has to wait, whether or not it exists', async ({ page, request }) => {
  const email = `nobody-${crypto.randomUUID()}@example.org`;
  for (let tries = 0; tries < 10; tries++) {
    await expect(
      openSession(request, { email, password: 'wrong', role: 'viewer', tenant: '' }),
    ).rejects.toThrow(/was not signed in/);
  }
  await page.goto('/sign-in');
  await fillSignIn(page, { email, password: 'wrong again' });
  await expect(page.getByRole('alert').filter({ hasText: 'not signed in' })).toContainText(
    'Too many tries. Wait 15 minutes, then try again.',
  );
  await expect(page.getByLabel('Email')).toHaveValue(email);
  await expect(page).toHaveURL(/\/sign-in/);
});

test('a page that was asked for comes after signing in', async ({ page, product }) => {
  await page.goto('/packages?status=DRAFT&sort=patient');
  await expect(page).toHaveURL(/\/sign-in\?from=/);
  await fillSignIn(page, userOf(product, 'admin'));
  await expect(page).toHaveURL(`${product.url}/packages?status=DRAFT&sort=patient`);
});

for (const from of ['//evil.example/a', 'https://evil.example/a', '/\\evil.example', 'javascript:alert(1)']) {
  test(`nobody is led to ${from} by signing in`, async ({ page, product }) => {
    await page.goto(`/sign-in?from=${encodeURIComponent(from)}`);
    await fillSignIn(page, userOf(product, 'admin'));
    await expect(page).toHaveURL(`${product.url}/today`);
  });
}
