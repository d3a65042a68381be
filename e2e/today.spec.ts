import type { Page, TestInfo } from '@playwright/test';
import { addDays, mondayIn } from './dates';
import { expect, test } from './fixtures';
import { pressFor } from './visit';

test.beforeEach(({ signIn }) => signIn('scheduler'));

/** A working day of last week; a day of its own for each size of screen, since they share one clinic. */
function ownPastDay({ project }: TestInfo): string {
  return addDays(mondayIn(-1), Math.max(0, ['desktop', 'tablet', 'phone'].indexOf(project.name)));
}

/** Folded away are the visits whose outcome is known. */
const unfold = (page: Page): Promise<void> =>
  page.locator('main details').evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute('open', '');
  });

/** The last of a page is seen above the toast, whose buttons a finger can hit, and which can be put away. */
async function expectAboveToasts(page: Page): Promise<void> {
  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  const dismiss = page.getByRole('button', { name: 'Dismiss', exact: true });
  const last = page.locator('main li').last();
  await undo.hover();
  await last.evaluate((row) => row.scrollIntoView({ block: 'center' }));
  const [row, button, cross] = [
    await last.boundingBox(),
    await undo.boundingBox(),
    await dismiss.boundingBox(),
  ];
  for (const box of [button, cross]) {
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(44);
  }
  expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThanOrEqual(button?.y ?? 0);
  await dismiss.click();
  await expect(undo).toBeHidden();
}

test('the day begins with who comes next, and what needs attention beside it', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/today$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\d{4}$/);
  const attention = page.getByRole('region', { name: 'Needs attention' });
  const listed = attention.getByRole('listitem').getByRole('link').first();
  const said = await listed.textContent();
  await listed.click();
  await expect(page).toHaveURL(/\/attention\?kind=/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Needs attention');
  const name = await page.getByRole('region').getByRole('heading', { level: 2 }).first().textContent();
  expect(said).toContain(name);
});

test('what needs attention is gone through one after the other', async ({ page }) => {
  await page.goto('/attention?kind=unplaced');
  const name = page.getByRole('region').getByRole('heading', { level: 2 }).first();
  const first = await name.textContent();
  await page.getByRole('link', { name: 'Next', exact: true }).click();
  await expect(page.getByText(/^2 of \d+\+?$/)).toBeVisible();
  await expect(name).not.toHaveText(first ?? '');
  await page.keyboard.press('k');
  await expect(page.getByText(/^1 of \d+\+?$/)).toBeVisible();
  await expect(name).toHaveText(first ?? '');
});

test('an outcome is taken back in two presses, and Ctrl+Z gives it again', async ({ page }, testInfo) => {
  await page.goto(`/today?date=${ownPastDay(testInfo)}`);
  const completed = page.locator('main li').filter({ hasText: 'Completed' });
  // A single visit: no package follows it, so the lists of packages stay as other tests know them.
  const single = completed.filter({ hasNotText: /\d+\/\d+/ }).first();
  await expect(async () => {
    await unfold(page);
    await expect(single).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const address = await single.getByRole('link').first().getAttribute('href');
  const visit = page.locator('main li').filter({ has: page.locator(`a[href="${address}"]`) });

  const takeBack = page.getByRole('menuitem', { name: 'Take back' });
  await pressFor(takeBack, visit.getByRole('button', { name: /^More actions for / }));
  await takeBack.click();
  await expect(page.getByText(/is scheduled again$/)).toBeVisible();
  await expect(visit).toContainText('No outcome yet');
  await expectAboveToasts(page);

  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^Taken back: .+ All is as it was before\.$/)).toBeVisible();
  await expect(async () => {
    await unfold(page);
    await expect(visit).toContainText('Completed', { timeout: 1_000 });
  }).toPass();
});

test('the clinic that one works at is remembered, for today, calendar and lists', async ({ page }) => {
  await page.goto('/today');
  const choice = page.getByRole('menuitemradio', { name: 'Riverside' });
  await pressFor(choice, page.getByRole('button', { name: /^Clinic: / }));
  await choice.click();
  await expect(page.getByRole('button', { name: 'Clinic: Riverside' })).toBeVisible();
  await page.goto('/calendar');
  await expect(
    page.getByRole('combobox', { name: 'Clinic', exact: true }).locator('option:checked'),
  ).toHaveText('Riverside');
  await page.goto('/packages');
  await expect(page).toHaveURL(/\?clinic=[\w-]{36}$/);
  await page.goto('/packages?view=all');
  await expect(page).toHaveURL(/\?view=all$/);
});
