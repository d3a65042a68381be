import type { Page } from '@playwright/test';
import arabicPackages from '../messages/ar/packages.json' with { type: 'json' };
import arabicShell from '../messages/ar/shell.json' with { type: 'json' };
import { chooseInAccount } from './account';
import { expect, test } from './fixtures';

const root = (page: Page) => page.locator('html');

test.beforeEach(({ signIn }) => signIn('scheduler'));

test('another language keeps the page and turns it round', async ({ page }) => {
  await page.goto('/packages?status=COMPLETED&sort=patient');
  await expect(root(page)).toHaveAttribute('dir', 'ltr');
  // No other test completes a package, so these rows stay.
  const titleInEnglish = page.getByRole('heading', { level: 1, name: 'Packages' });
  await expect(titleInEnglish).toBeVisible();
  const rows = page.getByRole('rowheader');
  // The rows come after the page.
  await expect(rows.nth(3)).toBeVisible();
  const numbers = await rows.allTextContents();

  // The switch works once the page has come alive.
  await expect(async () => {
    await page.getByRole('button', { name: 'العربية' }).click({ timeout: 1_000 });
    await expect(root(page)).toHaveAttribute('dir', 'rtl', { timeout: 2_000 });
  }).toPass();
  await expect(root(page)).toHaveAttribute('lang', 'ar');
  await expect(page).toHaveURL(/\/packages\?status=COMPLETED&sort=patient$/);
  await expect(page.getByRole('heading', { level: 1, name: arabicPackages.title })).toBeVisible();
  await expect(rows).toHaveText(numbers);

  await page.reload();
  await expect(root(page)).toHaveAttribute('dir', 'rtl');
  await page.getByRole('link', { name: arabicShell.calendar }).first().click();
  await expect(page).toHaveURL(/\/calendar/);
  await expect(root(page)).toHaveAttribute('dir', 'rtl');
});

test('a chosen appearance stays after a reload', async ({ page }) => {
  const choose = async (name: string) => {
    await chooseInAccount(page, page.getByRole('menuitemradio', { name, exact: true }));
    await page.keyboard.press('Escape');
  };
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/packages');
  const light = await paper();
  await choose('Dark');
  await expect(root(page)).toHaveAttribute('data-theme', 'dark');
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.reload();
  await expect(root(page)).toHaveAttribute('data-theme', 'dark');
  expect(await paper()).toBe(dark);

  await choose('As the device');
  await expect(root(page)).toHaveAttribute('data-theme', 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(root(page)).toHaveAttribute('data-theme', 'dark');
});
