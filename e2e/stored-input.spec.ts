import {
  choosePatient,
  countPackages,
  expectPlan,
  fillPackage,
  openBooking,
  type PackageForm,
  patientBox,
  planTable,
  progressOf,
  saveButton,
  savedPackage,
} from './booking';
import { addDays } from './dates';
import { expect, test } from './fixtures';
import { ownMonday } from './own-weeks';
import { callAction } from './people';

const WEEKS = 4;

const formFrom = (from: string): PackageForm => ({
  patient: 'Meer',
  clinic: 'Al Noor',
  service: 'Behavioural therapy',
  provider: 'Rania Khalil',
  days: ['Tuesday', 'Thursday'],
  from,
  sessions: 3,
});

test.beforeEach(async ({ signIn, page }) => {
  await signIn('scheduler');
  await openBooking(page);
});

test('whatever is typed is stored as it was typed', async ({ page }, testInfo) => {
  const from = ownMonday(testInfo, { weeks: WEEKS, place: 1 });
  const notes = `'; drop table package; -- "quoted" <b>bold</b> \\ 100%\n👩🏽‍⚕️🧸 تأتي مع والدتها، بعد الظهر`;
  const patient = await choosePatient(page, 'عبدال');
  await fillPackage(page, { ...formFrom(from), patient: undefined, notes });
  await expect(saveButton(page)).toHaveText('Save 3 sessions');
  await expect(planTable(page).locator('tbody tr')).toHaveCount(3);
  await saveButton(page).click();
  await savedPackage(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(patient);
  expect(await page.getByRole('definition').filter({ hasText: 'drop table' }).textContent()).toBe(notes);
  expect(await countPackages(page, { patient, from })).toBe(1);
});

test('a null byte, which no database keeps, is refused at the field', async ({ page }) => {
  const answers = await Promise.all(
    ['savePackage', 'bookAppointment'].map((name) =>
      callAction(page.request, {
        action: `app/(staff)/bookings/new/actions.ts#${name}`,
        input: [{ notes: 'a\0b', patientId: '\0' }],
      }),
    ),
  );
  for (const { returned } of answers) {
    const fields = expect.objectContaining({ notes: { code: 'invalid' }, patientId: { code: 'invalid' } });
    expect(returned).toEqual({ ok: false, error: { kind: 'invalid_input', fields } });
  }
});

test('a search for anything finds nobody, and breaks nothing', async ({ page }) => {
  for (const typed of ["'; drop table patient; --", '%%%', '🧸🧸', '\\\\_']) {
    await patientBox(page).fill(typed);
    await expect(page.getByRole('option', { name: /^Nobody found/ })).toBeVisible();
  }
});

test('a package without any place is kept as a draft, with every reason', async ({ page }, testInfo) => {
  const from = ownMonday(testInfo, { weeks: WEEKS, place: 2 });
  // Rania works on Sundays, Tuesdays and Thursdays.
  const patient = await fillPackage(page, {
    ...formFrom(from),
    days: ['Friday', 'Saturday'],
    until: addDays(from, 13),
    sessions: 4,
  });
  await expect(page.getByText('None of 4 sessions fits').first()).toBeVisible();
  const unplaced = page.getByRole('region', { name: '4 without a place' });
  await expect(unplaced).toContainText('Sessions 1–4');
  const reasons = [/on 4 days Rania Khalil does not work/, /10 days are not Fri(day)? or Sat(urday)?/];
  for (const reason of reasons) await expect(unplaced).toContainText(reason);
  await expectPlan(page, []);

  await page.getByRole('button', { name: 'Save as draft, 4 sessions without a place' }).click();
  await savedPackage(page);
  await expect(page.getByRole('main')).toContainText('Draft');
  const progress = progressOf(page);
  await expect(progress.getByText('4 without a place')).toBeVisible();
  await expect(progress.getByRole('button', { name: /^Session \d, No place found$/ })).toHaveCount(4);
  const band = page.getByRole('region', { name: '4 sessions without a place' });
  await expect(band).toContainText('tried once');
  for (const reason of reasons) await expect(band).toContainText(reason);
  expect(await countPackages(page, { patient, from })).toBe(1);
});
