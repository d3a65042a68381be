import type { Page } from '@playwright/test';
import { bookPackage } from './booked';
import { pressLabel, progressOf } from './booking';
import { addDays } from './dates';
import { expect, test } from './fixtures';
import { ownMonday } from './own-weeks';
import { chooseInMenu, chooseInRow, confirmCancel, pressFor } from './visit';

/** Own weeks far beyond those of the other specs that book with this provider. */
const PLACE = 5;

test.beforeEach(({ signIn }) => signIn('scheduler'));

/** Four sessions on Tuesdays of three weeks: three find a place, the fourth finds none. Opens its page. */
async function openPackage(page: Page, from: string): Promise<string> {
  const { path, number, visits } = await bookPackage(page, {
    patient: 'Had',
    clinic: 'Riverside',
    service: 'Speech therapy',
    provider: 'Farah Siddiqui',
    days: ['Tuesday'],
    from,
    until: addDays(from, 20),
    sessions: 4,
    minutes: 45,
  });
  expect(visits).toHaveLength(3);
  await page.goto(path);
  await expect(progressOf(page)).toContainText('1 without a place');
  return number;
}

const more = (page: Page) => page.getByRole('button', { name: 'More actions', exact: true }).first();

test('a way out shows its plan and is saved; then who gives a session changes, and is taken back', async ({
  page,
}, testInfo) => {
  await openPackage(page, ownMonday(testInfo, { weeks: 4, place: PLACE }));
  const progress = progressOf(page);
  await expect(progress).toContainText('1 without a place');

  const dialog = page.getByRole('dialog', { name: 'Plan again' });
  await pressFor(dialog, page.getByRole('button', { name: /^\d+ days? longer: \+1$/ }));
  await expect(dialog.getByText('1 finds a place')).toBeVisible();
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await expect(progress).toContainText('1 without a place');
  await dialog.getByRole('button', { name: 'Save 1 session' }).click();
  await expect(dialog).toBeHidden();
  await expect(progress).toContainText('4 scheduled');
  await expect(progress).not.toContainText('without a place');

  await chooseInMenu(page, more(page), 'Change providers');
  const grid = page.getByRole('dialog', { name: 'Change providers' });
  await grid.getByLabel('Note for session 4').fill('Brings the splint.');
  await grid.getByRole('button', { name: 'Show the new plan' }).click();
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Session 4: note: Brings the splint.')).toBeVisible();
  // What was saved before can be taken back as well, as long as it is told: the latest stands first.
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(page.getByText('Session 4: note removed')).toBeVisible();
});

test('a package is cancelled as it was listed, and taken back', async ({ page }, testInfo) => {
  const number = await openPackage(page, ownMonday(testInfo, { weeks: 4, place: PLACE + 1 }));
  const progress = progressOf(page);
  await chooseInMenu(page, more(page), 'Cancel the package');
  const dialog = page.getByRole('alertdialog', { name: 'Cancel the package' });
  const going = dialog.getByRole('region', { name: '4 sessions are cancelled' });
  await expect(going.getByRole('listitem')).toHaveCount(4);

  const cancel = dialog.getByRole('button', { name: 'Cancel the package and 4 sessions' });
  await cancel.click();
  await expect(dialog.getByText('This is needed')).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toBeFocused();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The family has moved away.');
  await pressLabel(dialog.getByRole('checkbox', { name: `Yes, cancel 4 sessions of ${number}` }));
  await cancel.click();
  await expect(dialog).toBeHidden();
  await expect(progress).toContainText('4 cancelled');
  await expect(progress).toContainText('All sessions are cancelled');
  await expect(progress).not.toContainText('%');
  await expect(page.getByText('reason: The family has moved away.').first()).toBeVisible();

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(progress).toContainText('3 scheduled');
  await expect(progress).toContainText('1 without a place');
});

test('who cancels what has changed meanwhile is told by whom, sees it marked, and cancels the new list', async ({
  page,
  context,
}, testInfo) => {
  await openPackage(page, ownMonday(testInfo, { weeks: 4, place: PLACE + 2 }));
  const other = await context.newPage();
  await other.goto(page.url());
  await chooseInMenu(page, more(page), 'Cancel the package');
  const dialog = page.getByRole('alertdialog', { name: 'Cancel the package' });
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Moved away.');
  await pressLabel(dialog.getByRole('checkbox', { name: /^Yes, cancel 4 sessions/ }));

  await chooseInRow(other, 2, 'Cancel visit');
  await confirmCancel(other, { reason: 'On a school trip.', session: 'Cancelled too' });
  await expect(other.getByText('reason: On a school trip.')).toBeVisible();
  await expect(other.getByText(/^Session 2 \(Tue .+, \d\d:\d\d\): Scheduled → Cancelled$/)).toBeVisible();

  const press = (count: number) =>
    dialog.getByRole('button', { name: `Cancel the package and ${count} sessions` }).click();
  await press(4);
  const told = dialog.getByRole('alert');
  await expect(told).toContainText('The list has changed meanwhile. Nothing was cancelled.');
  await expect(told).toContainText('reason: On a school trip.');
  await expect(told.getByRole('button')).toHaveCount(0);
  const gone = dialog.getByRole('region', { name: '1 was cancelled meanwhile' });
  await expect(gone.getByRole('listitem')).toHaveText(/Cancelled.*You saw.*Scheduled/);
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toHaveValue('Moved away.');
  // Nobody has agreed to the new list yet.
  const sure = dialog.getByRole('checkbox', { name: /^Yes, cancel 3 sessions/ });
  await expect(sure).not.toBeChecked();
  await pressLabel(sure);
  await press(3);
  await expect(dialog).toBeHidden();
  await expect(progressOf(page)).toContainText('4 cancelled');
});

test('who plans again what has changed meanwhile is told by whom, sees the new plan marked, and saves it', async ({
  page,
  context,
}, testInfo) => {
  // The weeks of the tablet, on which this spec does not run: further ahead nothing can be booked.
  await openPackage(page, addDays(ownMonday(testInfo, { weeks: 4, place: PLACE + 1 }), 28));
  const other = await context.newPage();
  await other.goto(page.url());
  await chooseInMenu(page, more(page), 'Plan the rest again');
  const dialog = page.getByRole('dialog', { name: 'Plan again' });
  await dialog.getByRole('button', { name: /^\d+ days? longer: \+1$/ }).click();
  const save = dialog.getByRole('button', { name: /^Save \d sessions?$/ });
  await expect(save).toHaveText('Save 1 session');

  await chooseInRow(other, 2, 'Cancel visit');
  await confirmCancel(other, { reason: 'On a school trip.', session: 'Cancelled too' });
  await expect(other.getByText('reason: On a school trip.')).toBeVisible();

  await save.click();
  const told = dialog.getByRole('alert');
  await expect(told).toContainText(
    'Nothing was saved: a place was taken or a session was changed meanwhile.',
  );
  await expect(told).toContainText('reason: On a school trip.');
  await expect(dialog.getByText('Session 2 is not planned any more')).toBeVisible();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'You saw' }).first()).toBeVisible();
  await save.click();
  await expect(dialog).toBeHidden();
  await expect(progressOf(page)).toContainText('3 scheduled');
});
