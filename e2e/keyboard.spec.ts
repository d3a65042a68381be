import type { Locator, Page } from '@playwright/test';
import {
  dateField,
  dayNames,
  expectPlan,
  lengthField,
  notesField,
  patientBox,
  pressNewBooking,
  progressOf,
  saveButton,
  savedPackage,
  sessionsField,
} from './booking';
import { datesOn } from './dates';
import { expect, test } from './fixtures';
import { ownMonday } from './own-weeks';

const MOST_STEPS = 40;

/** Goes on with Tab until the control has the focus, as people do. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  // Asked in one go: a field that has just been reached may be drawn anew, with its list.
  const reached = control.and(page.locator(':focus'));
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press('Tab');
    if ((await reached.count()) > 0) return;
  }
  throw new Error(`${control} is not reached by Tab.`);
}

test('a package is booked without a mouse', async ({ page, signIn }, testInfo) => {
  test.slow();
  await signIn('scheduler');
  await page.goto('/calendar');
  await pressNewBooking(page);
  const from = ownMonday(testInfo, { weeks: 3, place: 2 });
  const [year = '', month = '', day = ''] = from.split('-');

  await expect(patientBox(page)).toBeFocused();
  await page.keyboard.type('Poppy');
  await expect(
    page
      .getByRole('listbox')
      .getByRole('option', { name: /^Poppy/ })
      .first(),
  ).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(patientBox(page)).toHaveValue(/^Poppy \w/);

  for (const [name, letters] of [
    ['Clinic', 'Riv'],
    ['Service', 'Spe'],
  ] as const) {
    await tabTo(page, page.getByRole('combobox', { name, exact: true }));
    await page.keyboard.type(letters);
  }
  await expect(lengthField(page)).toHaveValue('45');
  await tabTo(page, sessionsField(page));
  await page.keyboard.type('4');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await expect(sessionsField(page)).toHaveValue('4');

  await tabTo(page, dateField(page, 'From').getByRole('spinbutton').first());
  await page.keyboard.type(`${day}${month}${year}`);
  for (const weekday of ['Thursday', 'Friday']) {
    await tabTo(page, page.getByRole('checkbox', { name: weekday, exact: true }));
    await page.keyboard.press('Space');
  }
  await tabTo(page, page.getByRole('combobox', { name: 'Provider', exact: true }));
  await page.keyboard.type('Far');
  await tabTo(page, notesField(page));
  await page.keyboard.type('By keys alone.');

  const days = await dayNames(page, datesOn([4, 5], { from, count: 4 }));
  await expectPlan(
    page,
    days.map((name, index) => ({ number: index + 1, day: name, time: '08:30', provider: 'Farah Siddiqui' })),
  );
  await tabTo(page, saveButton(page));
  await page.keyboard.press('Enter');
  await savedPackage(page);
  // What had the focus is gone: the title of the new page has it, and tells where one is.
  await expect(page.getByRole('heading', { level: 1, name: /^Poppy/ })).toBeFocused();
  const toast = page.getByText(/^Package PKG-\S+ saved/);
  await expect(toast).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(toast).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await expect(progressOf(page).getByText('4 scheduled')).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'By keys alone.' })).toBeVisible();

  const first = page.getByRole('link', { name: /session 1$/ });
  await tabTo(page, first);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/appointments\//);
});

test('going on by keys loses no place', async ({ page, signIn }) => {
  await signIn('scheduler');
  await page.goto('/attention?kind=unplaced');
  await expect(page.getByText(/^1 of \d+\+?$/)).toBeVisible();
  const next = page.getByRole('link', { name: 'Next', exact: true });
  await tabTo(page, next);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^2 of \d+\+?$/)).toBeVisible();
  await expect(page.locator('main :focus')).toHaveCount(1);
});
