import type { Page } from '@playwright/test';
import {
  expectPlan,
  fillPackage,
  openBooking,
  planTable,
  pressLabel,
  readPlan,
  saveButton,
  savedPackage,
} from './booking';
import { expect, test } from './fixtures';
import { ownMonday } from './own-weeks';

test.beforeEach(async ({ page, signIn }) => {
  await signIn('scheduler');
  await openBooking(page);
});

const rows = (page: Page) => planTable(page).locator('tbody tr');

test('a way out is one press away, and what it gains comes true', async ({ page }, testInfo) => {
  const from = ownMonday(testInfo, { weeks: 4 });
  await fillPackage(page, {
    patient: 'Had',
    clinic: 'Riverside',
    service: 'Speech therapy',
    provider: 'Farah Siddiqui',
    days: ['Tuesday'],
    from,
    sessions: 20,
  });
  // The plan of the whole form, not the one of a moment before, when fewer fields were filled.
  await expect(page.getByText(/^\d+ of 20$/).first()).toBeVisible();
  const without = page.getByRole('region', { name: /without a place/ });
  await expect(without).toBeVisible();
  const placed = await rows(page).count();
  const wayOut = without.getByRole('button', { name: /^Also on Thursday: \+\d+$/ });
  const gained = Number((await wayOut.textContent())?.split('+').at(-1));
  expect(gained).toBeGreaterThan(0);
  await wayOut.click();
  await expect(rows(page)).toHaveCount(placed + gained);
  await expect(page.getByRole('checkbox', { name: 'Thursday' })).toBeChecked();
});

test('the buttons of every row are in sight, also where visits have rooms', async ({ page }, testInfo) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await fillPackage(page, {
    patient: 'Had',
    clinic: 'Riverside',
    service: 'Hand therapy',
    provider: 'Ingrid Solberg',
    days: ['Monday', 'Wednesday'],
    from: ownMonday(testInfo, { weeks: 4, place: 3 }),
    sessions: 3,
  });
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).first()).toContainText(/Gym|Pool room/);
  for (const width of [1440, 1100]) {
    await page.setViewportSize({ width, height: 900 });
    for (const name of ['Change the place of session 1', 'Keep session 1 here']) {
      await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
    }
  }
});

test('a session placed by hand is judged at once, and holds when the rest is planned anew', async ({
  page,
}, testInfo) => {
  const from = ownMonday(testInfo, { weeks: 4, place: 1 });
  await fillPackage(page, {
    patient: 'Had',
    clinic: 'Riverside',
    service: 'Speech therapy',
    provider: 'Farah Siddiqui',
    days: ['Monday', 'Thursday'],
    from,
    sessions: 3,
  });
  await expect(rows(page)).toHaveCount(3);
  const before = await readPlan(page);

  const refused: string[] = [];
  page.on('response', (answer) => {
    if (answer.url().includes('/api/plan/') && !answer.ok()) refused.push(answer.url());
  });
  await page.getByRole('button', { name: 'Change the place of session 2' }).click();
  const dialog = page.getByRole('dialog', { name: 'Place session 2' });
  const keep = dialog.getByRole('button', { name: 'Keep it here' });
  const typeTime = async (hour: string, minute: string) => {
    await dialog.getByRole('spinbutton', { name: /hour/ }).click();
    await page.keyboard.type(`${hour}${minute}`);
  };

  const year = dialog.getByRole('spinbutton', { name: /^year/i });
  const thisYear = (await year.getAttribute('aria-valuenow')) ?? '';
  await year.click();
  await page.keyboard.type('1950');
  await page.keyboard.press('Tab');
  await expect(dialog.getByText('This has passed, choose today or later').first()).toBeVisible();
  await expect(keep).toHaveAttribute('aria-disabled', 'true');
  await keep.press('Enter');
  await expect(page.getByRole('tooltip')).toHaveText('This has passed, choose today or later');
  await year.click();
  await page.keyboard.type(thisYear);

  await typeTime('03', '00');
  await expect(dialog.getByRole('status')).toHaveText('Farah Siddiqui does not work then.');
  await expect(keep).toHaveAttribute('aria-disabled', 'true');

  // Also who listens, and who has no mouse, is told why a day is struck out.
  const struckOut = dialog.getByRole('button', {
    name: /^Tuesday.+\. This is not one of the preferred days\.$/,
  });
  await expect(struckOut.first()).toHaveCSS('text-decoration-line', 'line-through');
  await expect(struckOut.first()).toHaveAttribute('title', 'This is not one of the preferred days.');

  await typeTime('15', '30');
  await expect(dialog.getByRole('status')).toContainText('15:30 holds');
  expect(refused).toEqual([]);
  await keep.click();
  await expect(dialog).toBeHidden();
  await expect(rows(page).nth(1)).toContainText('15:30');
  const kept = page.getByRole('button', { name: 'Let session 2 move again' });
  await expect(kept).toHaveAttribute('aria-pressed', 'true');
  // Only what was asked for has moved.
  await expectPlan(
    page,
    before.map((row) => (row.number === 2 ? { ...row, time: '15:30' } : row)),
  );
  await expect(page.getByRole('button', { name: 'Plan the rest anew' })).toBeVisible();

  await page.getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(rows(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(rows(page).nth(1)).toContainText('15:30');

  await pressLabel(page.getByRole('checkbox', { name: 'Tuesday' }));
  await expect(page.getByRole('checkbox', { name: 'Tuesday' })).toBeChecked();
  // Another wish: now the rest is planned anew, at the time of the one that is held.
  for (const number of [0, 1, 2]) await expect(rows(page).nth(number)).toContainText('15:30');
  await saveButton(page).click();
  await savedPackage(page);
  await expect(page.getByRole('table').filter({ hasText: '15:30' }).first()).toBeVisible();
});

test('the three ways to plan say what they are like, and choosing one shows it', async ({
  page,
}, testInfo) => {
  await fillPackage(page, {
    patient: 'Had',
    clinic: 'Riverside',
    service: 'Speech therapy',
    provider: 'Farah Siddiqui',
    days: [],
    from: ownMonday(testInfo, { weeks: 6, place: 2 }),
    sessions: 6,
  });
  await expect(rows(page)).toHaveCount(6);
  const regular = page.getByRole('radio', { name: /^Regular/ });
  await expect(page.locator('label').filter({ has: regular })).toContainText(/done \d+ \w+|The same plan as/);
  const before = await rows(page).allTextContents();
  await pressLabel(regular);
  await expect(regular).toBeChecked();
  await expect.poll(() => rows(page).allTextContents()).not.toEqual(before);
  await expect(page.getByText('best possible').first()).toBeVisible();
});
