import { expect, test } from './fixtures';
import { findSignIn } from './session';

test('a scheduler signs in and sees the calendar', async ({ page, product }) => {
  const { email, password } = findSignIn(product.signIns, 'scheduler');
  await page.goto('/calendar');
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/calendar/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('the navigation counts what is open and what ends soon; a phone has room for what is urgent only', async ({
  page,
  signIn,
}, testInfo) => {
  await signIn('scheduler');
  await page.goto('/packages');
  const isSeen = async (words: RegExp) => {
    const box = await page.locator('nav').getByTitle(words).boundingBox();
    return box !== null && box.width > 10;
  };
  const hasRoom = testInfo.project.name !== 'phone';
  expect(await isSeen(/needs? attention$/)).toBe(true);
  expect(await isSeen(/open packages?$/)).toBe(hasRoom);
  expect(await isSeen(/nothing follows$/)).toBe(hasRoom);
});

test('a wrong password is refused in words', async ({ page, product }) => {
  const { email } = findSignIn(product.signIns, 'viewer');
  await page.goto('/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  // Next.js has an alert of its own, which says where one is.
  await expect(page.getByRole('alert').filter({ hasText: 'do not match' })).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in/);
});
