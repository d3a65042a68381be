import type { TestInfo } from '@playwright/test';
import { bookPackage } from './booked';
import {
  choosePatient,
  fillPackage,
  notesField,
  openBooking,
  patientBox,
  planTable,
  pressLabel,
  savedPackage,
  sessionsField,
} from './booking';
import { expect, test } from './fixtures';
import { ownMonday } from './own-weeks';
import { chooseInMenu, pressFor } from './visit';

/** Two sessions with a provider whose weeks there no other spec books. */
const twoMondays = (testInfo: TestInfo) => ({
  patient: 'Whi',
  clinic: 'Riverside',
  service: 'Physiotherapy',
  provider: 'Samuel Okafor',
  days: ['Monday'],
  from: ownMonday(testInfo, { weeks: 2, place: 7 }),
  sessions: 2,
});

test.beforeEach(({ signIn }) => signIn('scheduler'));

test('without a connection what is pressed says so, the page stays, and trying again goes on', async ({
  page,
  context,
}) => {
  // The code of a part that nobody has reached for yet cannot come any more.
  let isCut = false;
  await context.route(/\/_next\/static\/chunks\//, (route) => (isCut ? route.abort() : route.continue()));
  await openBooking(page);
  const patient = await choosePatient(page, 'Whi');
  await sessionsField(page).fill('6');
  await notesField(page).fill('Comes with her brother.');
  await pressLabel(page.getByRole('radio', { name: 'Per session', exact: true }));
  isCut = true;
  await context.setOffline(true);

  const notLoaded = page.getByRole('alert').filter({ hasText: 'No answer from the server.' });
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(notLoaded).toBeVisible();
  await notLoaded.getByRole('button', { name: 'Try again' }).click();
  await expect(notLoaded).toBeVisible();
  await expect(patientBox(page)).toHaveValue(patient);
  await expect(notesField(page)).toHaveValue('Comes with her brother.');

  isCut = false;
  await context.setOffline(false);
  await notLoaded.getByRole('button', { name: 'Try again' }).click();
  const grid = page.getByRole('dialog', { name: 'Providers per session' });
  await expect(grid.getByRole('combobox', { name: 'Provider of session 6, choice 1' })).toBeVisible();
  await grid.getByRole('button', { name: 'Done', exact: true }).click();
  await pressLabel(page.getByRole('radio', { name: 'Single session', exact: true }));
  await expect(patientBox(page)).toHaveValue(patient);
});

test('a place pressed without a connection waits for it, and the page with what was typed stays', async ({
  page,
  context,
}) => {
  await openBooking(page);
  await notesField(page).fill('Comes with her brother.');
  const packages = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Packages/ });
  const told = page.getByText('No connection. What you typed stays');
  await context.setOffline(true);
  await packages.click();
  await expect(told).toBeVisible();
  await expect(packages.locator('[data-pending]')).toBeVisible();
  await expect(page).toHaveURL(/\/bookings\/new$/);
  await expect(notesField(page)).toHaveValue('Comes with her brother.');

  await context.setOffline(false);
  await expect(page).toHaveURL(/\/packages$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Packages' })).toBeVisible();
  await expect(told).toBeHidden();
  await page.goBack();
  await expect(notesField(page)).toHaveValue('Comes with her brother.');
});

test('a page that is left for a slow one is there again when the connection goes, with what was typed', async ({
  page,
  context,
}) => {
  await openBooking(page);
  await notesField(page).fill('Comes with her brother.');
  let isSlow = true;
  await page.route('**/calendar?_rsc=*', (route) => (isSlow ? undefined : route.continue()));
  const calendar = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Calendar/ });
  const loading = page.getByRole('status', { name: 'The calendar is loading' });
  await calendar.click();
  await expect(loading.last()).toBeVisible();
  await expect(notesField(page)).toBeHidden();

  isSlow = false;
  await context.setOffline(true);
  // In a live region, so that it is spoken.
  await expect(page.getByRole('status').filter({ hasText: 'No connection.' })).toBeVisible();
  await expect(loading).toHaveCount(0);
  await expect(notesField(page)).toHaveValue('Comes with her brother.');
  await expect(notesField(page)).toBeVisible();
});

test('a save without a connection goes by itself once there is one', async ({ page, context }) => {
  await openBooking(page);
  await choosePatient(page, 'Whi');
  await page.getByRole('combobox', { name: 'Clinic', exact: true }).selectOption('Al Noor');
  await page.getByRole('combobox', { name: 'Service', exact: true }).selectOption('Physiotherapy');
  await page.getByRole('combobox', { name: 'Provider', exact: true }).selectOption('Hassan Jaber');
  await sessionsField(page).fill('2');
  const draft = page.getByRole('button', { name: /^Save as draft/ }).first();
  await context.setOffline(true);
  await draft.click();
  await expect(page.getByRole('alert').filter({ hasText: 'No connection.' })).toContainText(
    'It is saved by itself',
  );
  await context.setOffline(false);
  await savedPackage(page);
});

test('what a dialog could not ask or send goes by itself once the server answers', async ({
  page,
  context,
}, testInfo) => {
  const { path, visits } = await bookPackage(page, { ...twoMondays(testInfo), minutes: 30 });
  const anyQuestion = /\/api\//;

  await page.goto(visits[0] ?? '');
  const move = page.getByRole('alertdialog', { name: /^Move the visit of / });
  await context.route(anyQuestion, (route) => route.abort());
  await pressFor(move, page.getByRole('button', { name: 'Move', exact: true }).first());
  await expect(move.getByText('Free times could not be read.')).toBeVisible();
  await context.unroute(anyQuestion);
  await expect(move.getByRole('group', { name: 'Nearest free times' })).toBeVisible();
  await expect(page.getByText('No connection.')).toBeHidden();
  await pressLabel(move.getByRole('group', { name: 'Nearest free times' }).getByRole('radio').first());
  await expect(move.getByText('This time is free.')).toBeVisible();
  await context.setOffline(true);
  await move.getByRole('button', { name: /^Move to / }).click();
  await expect(move.getByRole('alert')).toContainText('No answer from the server.');
  await context.setOffline(false);
  await expect(move).toBeHidden();
  await expect(page.getByText(/^Moved from /)).toBeVisible();

  await page.goto(path);
  await context.route(anyQuestion, (route) => route.abort());
  await chooseInMenu(
    page,
    page.getByRole('button', { name: 'More actions', exact: true }).first(),
    'Extend or change days',
  );
  const replan = page.getByRole('dialog', { name: 'Extend or change days' });
  await expect(replan.getByRole('alert')).toBeVisible();
  await context.unroute(anyQuestion);
  await expect(replan.getByRole('region', { name: 'New plan' })).toBeVisible();
  await expect(replan.getByRole('alert')).toBeHidden();
  // Nor is there silence while the device itself says that it has no network.
  await context.setOffline(true);
  await pressLabel(replan.getByRole('checkbox', { name: 'Tuesday', exact: true }));
  await expect(replan.getByRole('alert')).toContainText('No answer from the server.');
  await context.setOffline(false);
  await expect(replan.getByRole('alert')).toBeHidden();
});

test('a plan that could not be made is made by itself once the server answers', async ({
  page,
  context,
}, testInfo) => {
  const anyQuestion = /\/api\//;
  await openBooking(page);
  await fillPackage(page, twoMondays(testInfo));
  const rows = planTable(page).locator('tbody tr');
  await expect(rows).toHaveCount(2);
  await context.route(anyQuestion, (route) => route.abort());
  await sessionsField(page).fill('3');
  const unreachable = page.getByText('No answer from the server', { exact: true });
  await expect(unreachable).toBeVisible();
  await context.unroute(anyQuestion);
  await expect(rows).toHaveCount(3);
  await expect(unreachable).toBeHidden();
});

test('the calendar says in the one notice that there is no connection, and of when it is', async ({
  page,
  context,
}) => {
  await page.goto('/calendar');
  const told = page.getByText(/No connection\./);
  await expect(told).toHaveCount(0);
  await context.setOffline(true);
  await expect(page.getByText(/^No connection\. This is the calendar of \d\d:\d\d;/)).toBeVisible();
  await expect(told).toHaveCount(1);
  await context.setOffline(false);
  await expect(told).toHaveCount(0);
});
