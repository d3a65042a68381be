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

test('what is joined by a comma is joined by the one of the language', async ({ page, context, product }) => {
  await context.addCookies([{ name: 'takt-locale', value: 'ar', url: product.url }]);
  const latin = /\p{Script=Arabic}[^\p{L}]*, /u;
  for (const path of ['/bookings/new', '/calendar?view=week', '/appointments']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('main :is(button, a, [role=spinbutton])').first()).toBeVisible();
    const labels = page.locator('[aria-label]:not(:lang(en))');
    const said = await labels.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''));
    expect(said.filter((label) => latin.test(label))).toEqual([]);
  }
  await page.goto('/bookings/new');
  // The field itself comes with the first touch.
  const year = page.locator('[data-type=year]').first();
  await year.click();
  await expect(year).toHaveAttribute('aria-label', /^السنة،/);
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
