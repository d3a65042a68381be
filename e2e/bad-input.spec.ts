import type { Page } from '@playwright/test';
import {
  countPackages,
  dateField,
  fillPackage,
  notesField,
  openBooking,
  type PackageForm,
  patientBox,
  planTable,
  sessionsField,
  typeDate,
} from './booking';
import { addDays } from './dates';
import { expect, test } from './fixtures';
import { ownMonday } from './own-weeks';

const WEEKS = 4;
const PROVIDER = 'Rania Khalil';

const formFrom = (from: string): PackageForm => ({
  patient: 'Meer',
  clinic: 'Al Noor',
  service: 'Behavioural therapy',
  provider: PROVIDER,
  days: ['Tuesday', 'Thursday'],
  from,
  sessions: 3,
});

const summary = (page: Page) => page.getByRole('alert').filter({ hasText: 'attention' });

/** Nothing was saved: the form is still there, and it says why. */
async function expectRefused(page: Page, fault: string): Promise<void> {
  await page.getByRole('button', { name: /^Save (\d|package)/ }).click();
  await expect(summary(page)).toContainText(fault);
  await expect(page).toHaveURL(/\/bookings\/new/);
}

test.beforeEach(async ({ signIn, page }) => {
  await signIn('scheduler');
  await openBooking(page);
});

test('an empty form names every field that is missing, and leads there', async ({ page }) => {
  await page.getByRole('button', { name: 'Save package' }).click();
  await expect(summary(page).getByRole('link')).toHaveText([
    'Patient: This is needed',
    'Service: This is needed',
    'Sessions: This is needed',
    'Length: This is needed',
    'Provider: This is needed',
  ]);
  await expect(summary(page)).toBeFocused();
  await summary(page)
    .getByRole('link', { name: /^Sessions/ })
    .click();
  await expect(sessionsField(page)).toBeFocused();
  await summary(page)
    .getByRole('link', { name: /^Patient/ })
    .click();
  await expect(patientBox(page)).toBeFocused();
});

test('a field is not left by what it opens, only by going on', async ({ page }) => {
  const fault = page.getByText('This is needed');
  await page.getByRole('button', { name: 'New patient', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'New patient' });
  await expect(dialog.getByRole('textbox').first()).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('textbox').nth(1)).toBeFocused();
  await expect(fault).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(patientBox(page)).toBeFocused();
  await sessionsField(page).focus();
  await expect(fault).toHaveCount(1);
});

test('somebody whom the search does not find is written down from where it says so', async ({ page }) => {
  await patientBox(page).fill('Quillon Zzyzx');
  await expect(page.getByText('Nobody found.', { exact: false })).toBeVisible();
  // The list covers what stands below the box.
  const list = page.locator('[data-trigger=ComboBox]');
  await list.getByRole('button', { name: 'New patient', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'New patient' });
  await expect(dialog.getByRole('textbox').first()).toHaveValue('Quillon');
});

test('dates that cannot be are told at the field', async ({ page }, testInfo) => {
  const from = ownMonday(testInfo, { weeks: WEEKS });
  await fillPackage(page, { ...formFrom(from), until: addDays(from, -1) });
  await expect(page.getByText('Must not be before the start')).toBeVisible();
  await expectRefused(page, 'Until: Must not be before the start');

  await typeDate(page, 'Until', addDays(from, 400));
  await expectRefused(page, 'Until: At most 366 days after the start');

  await typeDate(page, 'From', addDays(new Date().toISOString().slice(0, 10), -3));
  await expect(page.getByText('This has passed, choose today or later')).toBeVisible();
  await expectRefused(page, 'From: This has passed, choose today or later');

  await typeDate(page, 'From', '2207-03-01');
  await typeDate(page, 'Until', '2207-03-20');
  await expectRefused(page, 'From: This is more than two years ahead');
});

test('the last day that can be typed is too far ahead', async ({ page }) => {
  const told: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') told.push(message.text());
  });
  // What is typed before its code is there is not heard.
  await expect(async () => {
    await typeDate(page, 'From', '9999-12-31');
    await expect(page.getByText('This is more than two years ahead')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expectRefused(page, 'From: This is more than two years ahead');
  expect(told).toEqual([]);
});

test('a day that no calendar has is not judged while it is typed', async ({ page }) => {
  const parts = dateField(page, 'From').getByRole('spinbutton');
  const fault = page.getByText('This has passed, choose today or later');
  await expect(async () => {
    await typeDate(page, 'From', '2020-02-20');
    await expect(parts).toHaveText(['20', '02', '2020'], { timeout: 1_000 });
  }).toPass();
  await expect(fault).toBeVisible();
  await parts.first().click();
  await page.keyboard.type('31');
  await expect(parts).toHaveText(['31', '02', '2020']);
  await expect(fault).toBeHidden();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(parts).toHaveText(['29', '02', '2020']);
  await expect(fault).toBeVisible();
});

test('a day that no calendar has does not come into the form', async ({ page }) => {
  const parts = dateField(page, 'From').getByRole('spinbutton');
  // The field is mended when one leaves it, once its code is there.
  await expect(async () => {
    await typeDate(page, 'From', '2028-02-31');
    await parts.last().focus();
    await page.keyboard.press('Tab');
    await expect(parts).toHaveText(['29', '02', '2028'], { timeout: 1_000 });
  }).toPass();
  await expect(page.getByText('There is no 31/02/2028: this is the nearest day.')).toBeVisible();
  // Another day was meant as it stands.
  await typeDate(page, 'From', '2028-02-28');
  await expect(page.getByText(/^There is no /)).toBeHidden();
});

test('one session is too few, a hundred and one are too many', async ({ page }, testInfo) => {
  await fillPackage(page, { ...formFrom(ownMonday(testInfo, { weeks: WEEKS })), sessions: 1 });
  await expectRefused(page, 'Sessions: At least 2');
  await sessionsField(page).fill('101');
  await expectRefused(page, 'Sessions: At most 100');
  await sessionsField(page).fill('');
  // Key by key, since what does not belong into a number is left out as it is typed.
  await sessionsField(page).pressSequentially('٢٫5x');
  await expect(sessionsField(page)).toHaveValue('2.5');
  await expect(page.getByText('Only digits belong here: “x” was left out.')).toBeVisible();
  await expectRefused(page, 'Sessions: Enter a whole number');
  await sessionsField(page).fill('-3');
  await expectRefused(page, 'Sessions: At least 2');
  await sessionsField(page).fill('2');
  await expect(summary(page)).toBeHidden();
  await expect(planTable(page).locator('tbody tr')).toHaveCount(2);
});

test('what is no number does not become another one', async ({ page }) => {
  const told = page.getByText(/^Only digits belong here/);
  await sessionsField(page).pressSequentially('1e3');
  await expect(sessionsField(page)).toHaveValue('13');
  await expect(told).toHaveText('Only digits belong here: “e” was left out.');
  await page.keyboard.press('Tab');
  await expect(told).toBeHidden();
  // Pasted as a whole it is taken as a whole, or not at all.
  await sessionsField(page).fill('2e1');
  await expect(sessionsField(page)).toHaveValue('13');
  await expect(told).toHaveText('Only digits belong here: “2e1” was left out.');
  await sessionsField(page).fill('١٢');
  await expect(sessionsField(page)).toHaveValue('12');
});

test('a provider of another clinic is not taken along', async ({ page }, testInfo) => {
  await fillPackage(page, formFrom(ownMonday(testInfo, { weeks: WEEKS })));
  await page.getByRole('combobox', { name: 'Clinic', exact: true }).selectOption('Riverside');
  // The form says it at once, the server a moment later in words of its own.
  const words = new RegExp(
    `${PROVIDER} does not give this service at this clinic|^Does not work at this clinic`,
  );
  await expect(page.getByText(words).first()).toBeVisible();
  await page.getByRole('button', { name: /^Save \d+ sessions/ }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: 'Provider: Does not work at this clinic' }),
  ).toBeVisible();
  await expect(page).toHaveURL(/\/bookings\/new/);
});

test('notes that are too long stay, and say by how much', async ({ page }, testInfo) => {
  const from = ownMonday(testInfo, { weeks: WEEKS });
  const notes = 'Long. '.repeat(1_667).slice(0, 10_000);
  const patient = await fillPackage(page, { ...formFrom(from), notes });
  await expect(page.getByText('6,000 characters too many')).toBeVisible();
  await expectRefused(page, 'Notes: At most 4,000 characters');
  await expect(notesField(page)).toHaveValue(notes);
  expect(await countPackages(page, { patient, from })).toBe(0);
});
