import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

test.beforeEach(({ signIn }) => signIn('scheduler'));

const box = (page: Page) => page.getByRole('dialog').getByRole('combobox', { name: 'Search everything' });
const results = (page: Page) => page.getByRole('listbox', { name: 'Results' });

/** Presses the key of the search until it is heard: a page listens only once it has come alive. */
async function openSearch(page: Page): Promise<void> {
  await expect(async () => {
    if (!(await box(page).isVisible())) await page.keyboard.press('/');
    await expect(box(page)).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

test('a patient is found by name and opened without a mouse', async ({ page }) => {
  await page.goto('/today');
  await openSearch(page);
  await page.keyboard.type('hadd');
  const patients = results(page).getByRole('group', { name: 'Patients' }).getByRole('option');
  await expect(patients.nth(1)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/patients\/[\w-]+$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hadd');
});

test('a list of results that scrolls is led through from the field', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 320 });
  await page.goto('/today');
  await openSearch(page);
  await page.keyboard.type('na');
  await expect(results(page).getByRole('option').nth(4)).toBeAttached();
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  // The first result is marked a moment after the last letter; from there keys lead through the list.
  await expect(box(page)).toHaveAttribute('aria-activedescendant', /./);
  await page.keyboard.press('End');
  await expect(results(page).getByRole('option').last()).toBeInViewport();
  await expect(box(page)).toBeFocused();
});

test('letters typed while the search is still coming are for the search', async ({ page }) => {
  let bring = () => {};
  const isBrought = new Promise<void>((resolve) => {
    bring = resolve;
  });
  let isHeldBack = false;
  await page.route(/\/_next\/static\/chunks\//, async (route) => {
    if (isHeldBack) await isBrought;
    await route.continue();
  });
  await page.goto('/today');
  isHeldBack = true;
  const button = page.getByRole('button', { name: 'Search', exact: true });
  await expect(async () => {
    if ((await button.getAttribute('aria-expanded')) !== 'true') await page.keyboard.press('/');
    await expect(button).toHaveAttribute('aria-expanded', 'true', { timeout: 1_000 });
  }).toPass();
  // An n by itself would begin a booking.
  await page.keyboard.type('nass');
  bring();
  await expect(box(page)).toHaveValue('nass');
  await expect(
    results(page)
      .getByRole('option', { name: /Nasser/ })
      .first(),
  ).toBeVisible();
  await expect(page).toHaveURL(/\/today$/);
});

test('a package is found by its number, and again among those opened last', async ({ page }) => {
  await page.goto('/packages');
  const number = (await page.getByRole('rowheader').first().textContent())?.match(/PKG-\d+-\d+/)?.[0] ?? '';
  await openSearch(page);
  await page.keyboard.type(number.toLowerCase());
  await expect(results(page).getByRole('option', { name: number })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/packages\/[\w-]+$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await openSearch(page);
  const last = results(page).getByRole('group', { name: 'Packages opened last' });
  await expect(last.getByRole('option', { name: number })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a slow answer never comes over a newer one', async ({ page }) => {
  let release: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/search', async (route) => {
    if (route.request().postDataJSON().query === 'layla') await held;
    // Nobody waits for the old answer any more, which is the point.
    await route.continue().catch(() => undefined);
  });
  await page.goto('/today');
  await openSearch(page);
  const asked = page.waitForRequest('**/api/search');
  await box(page).fill('layla');
  await asked;
  await box(page).fill('hadd');
  await expect(results(page).getByRole('option').first()).toContainText('Hadd');
  release();
  await expect(
    results(page)
      .getByRole('option')
      .filter({ hasText: /^Layla (?!Hadd)/ }),
  ).toHaveCount(0);
  await expect(results(page).getByRole('option').first()).toContainText('Hadd');
});

test('what nobody is called finds nothing, in words', async ({ page }) => {
  await page.goto('/today');
  await openSearch(page);
  await page.keyboard.type('zzzzqqq');
  await expect(page.getByText('Nothing found. Try fewer letters, or the file number.')).toBeVisible();
});
