import type { Page } from '@playwright/test';
import {
  countPackages,
  dayNames,
  expectPlan,
  fillPackage,
  notesField,
  openBooking,
  type PackageForm,
  patientBox,
  progressOf,
  readPlan,
  saveButton,
  savedPackage,
  showForm,
  showPlan,
} from './booking';
import { addMinutes, datesOn } from './dates';
import { expect, test } from './fixtures';
import { ownMonday } from './own-weeks';

const SESSIONS = 4;
const MINUTES = 30;
const FIRST = '08:00';
const PROVIDER = 'Hassan Jaber';
const WEEKS = 3;

const formFrom = (from: string): PackageForm => ({
  // Nobody else books for them, so that their packages can be counted.
  patient: 'Ben',
  clinic: 'Al Noor',
  service: 'Physiotherapy',
  provider: PROVIDER,
  days: ['Monday', 'Wednesday'],
  from,
  sessions: SESSIONS,
});

async function planAt(page: Page, { from, time }: { from: string; time: string }) {
  const days = await dayNames(page, datesOn([1, 3], { from, count: SESSIONS }));
  return days.map((day, index) => ({ number: index + 1, day, time, provider: PROVIDER }));
}

test.beforeEach(async ({ signIn }) => {
  test.slow();
  await signIn('scheduler');
});

test('who saves second saves nothing, sees what changed, and saves that', async ({
  page,
  context,
}, testInfo) => {
  const from = ownMonday(testInfo, { weeks: WEEKS });
  const other = await context
    .browser()
    ?.newContext({ ...testInfo.project.use, storageState: await context.storageState() });
  if (!other) throw new Error('There is no browser.');
  const second = await other.newPage();
  const notes = 'Comes with her sister.\nمع أختها';

  await openBooking(page);
  await fillPackage(page, formFrom(from));
  await openBooking(second);
  const patient = await fillPackage(second, { ...formFrom(from), patient: 'Kof', notes });
  for (const screen of [page, second]) {
    await showPlan(screen);
    await expectPlan(screen, await planAt(screen, { from, time: FIRST }));
  }

  await saveButton(page).click();
  await savedPackage(page);
  await saveButton(second).click();
  await expect(second.getByRole('alert').getByText('Nothing is saved yet.')).toBeVisible();
  const lost = second.getByRole('alert').getByRole('listitem');
  await expect(lost).toHaveCount(SESSIONS);
  await expect(lost.first()).toHaveText(/^Session 1, .+, 08:00: .*Ben.* has this time now$/);
  const next = await planAt(second, { from, time: addMinutes(FIRST, MINUTES) });
  await expectPlan(second, next);
  expect(await readPlan(second)).toEqual(next.map((row) => ({ ...row, isMarked: true })));
  await expect(second).toHaveURL(/\/bookings\/new/);
  expect(await countPackages(page, { patient, from })).toBe(0);

  await showForm(second);
  await expect(notesField(second)).toHaveValue(notes);
  await expect(patientBox(second)).toHaveValue(patient);
  await saveButton(second).click();
  await savedPackage(second);
  await expect(second.getByRole('definition').getByText('Comes with her sister.')).toHaveText(notes);
  await expect(second.getByRole('link', { name: /session 1$/ })).toContainText(next[0]?.time ?? 'no time');
  await expect(progressOf(second).getByText(`${SESSIONS} scheduled`)).toBeVisible();
  await other.close();
});

test('pressing Save twice makes one package', async ({ page }, testInfo) => {
  const from = ownMonday(testInfo, { weeks: WEEKS, place: 1 });
  await openBooking(page);
  const patient = await fillPackage(page, formFrom(from));
  await showPlan(page);
  await expectPlan(page, await planAt(page, { from, time: FIRST }));
  await saveButton(page).dblclick();
  await savedPackage(page);
  expect(await countPackages(page, { patient, from })).toBe(1);
});

/** Loses the answers to the next saves on their way back; the server has done what they asked. Answers how many were. */
async function loseAnswers(page: Page, most: number): Promise<() => number> {
  let lost = 0;
  await page.route('**/bookings/new*', async (route) => {
    if (route.request().method() !== 'POST' || lost >= most) return route.fallback();
    lost += 1;
    const reply = await route.fetch();
    expect(await reply.text()).toContain('"ok":true');
    await route.abort('connectionreset');
  });
  return () => lost;
}

test('a reply that is lost is asked for again by itself, and one package is made', async ({
  page,
}, testInfo) => {
  const from = ownMonday(testInfo, { weeks: WEEKS, place: 2 });
  await openBooking(page);
  const patient = await fillPackage(page, formFrom(from));
  await showPlan(page);
  await expectPlan(page, await planAt(page, { from, time: FIRST }));
  const lost = await loseAnswers(page, 1);
  await saveButton(page).click();
  await savedPackage(page);
  expect(lost()).toBe(1);
  await expect(progressOf(page).getByText(`${SESSIONS} scheduled`)).toBeVisible();
  expect(await countPackages(page, { patient, from })).toBe(1);
});

test('replies that are lost again and again are told, and Save makes nothing twice', async ({
  page,
}, testInfo) => {
  const from = ownMonday(testInfo, { weeks: WEEKS, place: 3 });
  await openBooking(page);
  const patient = await fillPackage(page, formFrom(from));
  await showPlan(page);
  await expectPlan(page, await planAt(page, { from, time: FIRST }));
  const lost = await loseAnswers(page, 3);
  await saveButton(page).click();
  const notice = page.getByRole('alert').filter({ hasText: 'No answer from the server.' });
  await expect(notice).toContainText('press Save again, nothing is made twice');
  expect(lost()).toBe(3);
  await saveButton(page).click();
  await savedPackage(page);
  expect(await countPackages(page, { patient, from })).toBe(1);
});
