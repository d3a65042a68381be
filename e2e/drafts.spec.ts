import type { Page } from '@playwright/test';
import {
  assignProviders,
  fillPackage,
  fillSingle,
  freeTimes,
  lengthField,
  notesField,
  openBooking,
  patientBox,
  planTable,
  pressLabel,
  progressOf,
  readPlan,
  saveButton,
  savedPackage,
  sessionsField,
  showPlan,
} from './booking';
import { addDays } from './dates';
import { expect, test } from './fixtures';
import { ownMonday } from './own-weeks';

test.beforeEach(async ({ signIn }) => signIn('scheduler'));

/** What every draft here is about. */
const DRAFT = {
  patient: 'Bal',
  clinic: 'Riverside',
  service: 'Occupational therapy',
  provider: 'Daniel Hooper',
  days: ['Monday', 'Thursday'],
};

const pin = (page: Page, number: number) =>
  page.getByRole('button', { name: `Keep session ${number} here`, exact: true });
const unpin = (page: Page, number: number) =>
  page.getByRole('button', { name: `Let session ${number} move again`, exact: true });

const rows = (page: Page) => planTable(page).locator('tbody tr');
const saveDraft = (page: Page) => page.getByRole('button', { name: 'Save as draft', exact: true });

/** Keeps a draft; answers the path of its page. */
async function keepDraft(
  page: Page,
  { from, sessions }: { from: string; sessions: number },
): Promise<string> {
  await openBooking(page);
  await fillPackage(page, {
    ...DRAFT,
    from,
    sessions,
    notes: 'Asked by phone',
  });
  await saveDraft(page).click();
  await savedPackage(page);
  return new URL(page.url()).pathname;
}

test('a draft is opened whole, changed, and scheduled', async ({ page }, testInfo) => {
  const path = await keepDraft(page, { from: ownMonday(testInfo, { weeks: 4, place: 3 }), sessions: 4 });
  await page.goto(`${path}/edit`);
  await expect(notesField(page)).toHaveValue('Asked by phone');
  await expect(page.getByRole('checkbox', { name: 'Thursday' })).toBeChecked();
  // Last what the rows tell: three of them are the plan of the whole form, not of a moment before.
  await lengthField(page).fill('30');
  await sessionsField(page).fill('3');
  await showPlan(page);
  await expect(rows(page)).toHaveCount(3);
  await saveButton(page).click();
  await savedPackage(page);
  expect(new URL(page.url()).pathname).toBe(path);

  await page.goto(`${path}/edit`);
  await expect(page.getByRole('heading', { name: 'This is no draft any more.' })).toBeVisible();
  await expect(page.getByText(/are scheduled already/)).toBeVisible();
});

test('times kept by hand come back with the draft, and one that is gone says so', async ({
  page,
}, testInfo) => {
  const from = ownMonday(testInfo, { weeks: 4, place: 1 });
  await openBooking(page);
  await fillPackage(page, { ...DRAFT, days: ['Thursday'], from, sessions: 3 });
  await expect(rows(page)).toHaveCount(3);
  for (const number of [1, 2]) await pin(page, number).click();
  const kept = await readPlan(page);
  await saveDraft(page).click();
  await savedPackage(page);
  const path = new URL(page.url()).pathname;
  await expect(page.getByText(/^2 sessions are kept by hand/)).toBeVisible();
  await expect(page.getByRole('heading', { name: '3 sessions without a place', exact: true })).toBeVisible();
  await expect(page.getByText('Not scheduled yet: the package is a draft.')).toBeVisible();
  await expect(progressOf(page)).toContainText('3 without a place yet');

  // Somebody takes the first of them.
  await fillSingle(page, {
    patient: 'Had',
    clinic: DRAFT.clinic,
    service: DRAFT.service,
    provider: DRAFT.provider,
    date: addDays(from, 3),
  });
  const time = kept[0]?.time ?? '';
  await freeTimes(page)
    .and(page.getByRole('radio', { name: time }))
    .locator('xpath=ancestor::label')
    .click();
  await page.getByRole('button', { name: 'Book appointment', exact: true }).click();
  await expect(page).toHaveURL(/\/appointments\//);

  await page.goto(path);
  await page.getByRole('link', { name: 'Schedule it', exact: true }).click();
  await showPlan(page);
  await expect(rows(page)).toHaveCount(3);
  for (const number of [1, 2]) await expect(unpin(page, number)).toBeVisible();
  await expect(rows(page).nth(0)).toContainText(`${DRAFT.provider} has another appointment then.`);
  await expect(rows(page).nth(1)).not.toContainText('another appointment');
  const now = await readPlan(page);
  expect(now.map(({ day, time: at }) => [day, at]).slice(0, 2)).toEqual(
    kept.map(({ day, time: at }) => [day, at]).slice(0, 2),
  );
  // What cannot stand is not counted as placed, and no number of sessions is said to be saved.
  const plan = page.getByRole('region', { name: 'Plan', exact: true });
  await expect(plan.getByText('2 of 3', { exact: true })).toBeVisible();
  await expect(plan.getByText('1 cannot be kept')).toBeVisible();
  await page.getByRole('button', { name: 'Save package', exact: true }).click();
  const told = page.getByRole('alert').filter({ hasText: 'Nothing is saved yet.' });
  await expect(told).toContainText('Session 1 cannot stand where it is kept by hand.');
  await told.getByRole('button', { name: 'Show session 1' }).click();
  await expect(rows(page).nth(0)).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: 'Change the place of session 1' })).toBeFocused();
  await unpin(page, 1).click();
  await expect(rows(page).nth(0)).not.toContainText('another appointment');
  await saveButton(page).click();
  await savedPackage(page);
  await expect(progressOf(page)).toContainText('3 scheduled');
});

test('a draft is kept before it is known who gives which session, and scheduled only after', async ({
  page,
}, testInfo) => {
  const { provider, ...open } = DRAFT;
  await openBooking(page);
  await fillPackage(page, { ...open, from: ownMonday(testInfo, { weeks: 4, place: 2 }), sessions: 3 });
  await assignProviders(page, [provider]);
  await saveDraft(page).click();
  await savedPackage(page);
  await expect(page.getByText('Sessions 2–3 have no provider yet.')).toBeVisible();

  await page.getByRole('link', { name: 'Schedule it', exact: true }).click();
  await expect(page.getByText('Nobody yet')).toBeVisible();
  await page.getByRole('button', { name: /^Save (3 sessions|package)/ }).click();
  await expect(page.getByRole('alert').filter({ hasText: /2–3/ })).toBeVisible();
  await assignProviders(page, [provider, provider, provider]);
  await expect(rows(page)).toHaveCount(3);
  await saveButton(page).click();
  await savedPackage(page);
  await expect(progressOf(page)).toContainText('3 scheduled');
});

test('of two who edit one draft the second is shown both, and loses nothing typed', async ({
  page,
  context,
}, testInfo) => {
  const path = await keepDraft(page, { from: ownMonday(testInfo, { weeks: 4, place: 4 }), sessions: 3 });
  await page.goto(`${path}/edit`);
  await expect(notesField(page)).toHaveValue('Asked by phone');

  const other = await context.newPage();
  await other.goto(`${path}/edit`);
  await expect(notesField(other)).toHaveValue('Asked by phone');
  await lengthField(other).fill('60');
  await notesField(other).fill('Theirs');
  await showPlan(other);
  await expect(rows(other)).toHaveCount(3);
  await pin(other, 1).click();
  await saveDraft(other).click();
  await savedPackage(other);
  await other.close();

  await notesField(page).fill('Mine');
  await saveDraft(page).click();
  await expect(page.getByRole('alert').filter({ hasText: 'has changed this draft meanwhile' })).toBeVisible();
  await expect(notesField(page)).toHaveValue('Mine');
  const theirs = (value: string) =>
    page.getByRole('region', { name: 'Changed by someone else' }).filter({ hasText: value });
  await expect(theirs('Theirs')).toBeVisible();
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  const box = await theirs('60 min').boundingBox();
  for (const name of ['Take it', 'Keep mine']) {
    const button = await theirs('60 min').getByRole('button', { name }).boundingBox();
    expect(button?.x ?? 0).toBeGreaterThanOrEqual(box?.x ?? 0);
    expect((button?.x ?? 0) + (button?.width ?? 0)).toBeLessThanOrEqual((box?.x ?? 0) + (box?.width ?? 0));
  }
  if (wide) await page.setViewportSize(wide);
  await theirs('60 min').getByRole('button', { name: 'Take it' }).click();
  await expect(lengthField(page)).toHaveValue('60');
  await theirs('Theirs').getByRole('button', { name: 'Keep mine' }).click();
  // What stands with the plan is found from the form of a phone, too.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Show me', exact: true }).click();
  await expect(theirs('kept by hand: session 1')).toBeInViewport();
  await theirs('kept by hand: session 1').getByRole('button', { name: 'Keep mine' }).click();
  if (wide) await page.setViewportSize(wide);
  await saveDraft(page).click();
  await savedPackage(page);

  await page.goto(`${path}/edit`);
  await expect(lengthField(page)).toHaveValue('60');
  await expect(notesField(page)).toHaveValue('Mine');
});

test('another package like one that there is begins filled in', async ({ page }, testInfo) => {
  const path = await keepDraft(page, { from: ownMonday(testInfo, { weeks: 4, place: 5 }), sessions: 5 });
  await page.goto(`/bookings/new?copy=${path.split('/').at(-1)}`);
  await expect(page.getByText(/^Like PKG-/)).toBeVisible();
  await expect(sessionsField(page)).toHaveValue('5');
  await expect(notesField(page)).toHaveValue('Asked by phone');
  await expect(patientBox(page)).not.toHaveValue('');
});

test('what was typed for a single session is there again, as a single session', async ({ page }) => {
  await page.goto('/bookings/new');
  const single = page.getByRole('radio', { name: 'Single session', exact: true });
  await pressLabel(single);
  await expect(single).toBeChecked();
  await notesField(page).fill('Asked at the desk');

  await page.goto('/patients');
  await page
    .getByRole('link', { name: /^New booking/ })
    .first()
    .click();
  await expect(single).toBeChecked();
  await expect(notesField(page)).toHaveValue('Asked at the desk');
  await expect(page).toHaveURL(/kind=single/);
});
