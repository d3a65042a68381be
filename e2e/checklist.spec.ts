// The testing checklist that the product began with, journey by journey and line by line.
import type { Page, TestInfo } from '@playwright/test';
import {
  assignProviders,
  countPackages,
  dayNames,
  fillPackage,
  fillSingle,
  freeTimes,
  openBooking,
  type PackageForm,
  type PlannedSession,
  planTable,
  pressLabel,
  progressOf,
  readPlan,
  saveButton,
  savedPackage,
} from './booking';
import { addDays, datesOn } from './dates';
import { onceItsDayHasCome } from './days-pass';
import { expect, type Product, test } from './fixtures';
import { ownMonday } from './own-weeks';
import {
  chooseInMenu,
  chooseInRow,
  confirmCancel,
  moveToNearest,
  pressFor,
  sessionRow,
  showInCalendar,
  visitCard,
} from './visit';

const CLINIC = 'Riverside';

/** Later than other journeys with these providers; `place` counts those here that book with one of them. */
const monday = (testInfo: TestInfo, place = 0) => ownMonday(testInfo, { weeks: 4, place: 4 + place });

/** Waits until the plan on the screen stands on these dates with these providers, and answers it. */
async function planOn(
  page: Page,
  { dates, providers }: { dates: readonly string[]; providers: readonly string[] },
): Promise<PlannedSession[]> {
  const days = await dayNames(page, dates);
  const expected = days.map((day, index) => ({
    number: index + 1,
    day,
    provider: providers[index % providers.length],
  }));
  await expect
    .poll(async () => (await readPlan(page)).map(({ number, day, provider }) => ({ number, day, provider })))
    .toEqual(expected);
  return readPlan(page);
}

/** Completes the first session of the package on the screen, which nobody may before its day. */
async function completeOnItsDay(page: Page, product: Product): Promise<void> {
  const visit = sessionRow(page, 1).getByRole('link', { name: /, session 1$/ });
  await onceItsDayHasCome(product, (await visit.getAttribute('href')) ?? '', async () => {
    await page.reload();
    await chooseInRow(page, 1, 'Complete');
    await expect(sessionRow(page, 1)).toContainText('Completed');
  });
}

/** The package on the screen has just these visits. */
async function expectVisits(page: Page, planned: readonly PlannedSession[]): Promise<void> {
  await expect(page.getByRole('link', { name: /, session \d+$/ })).toHaveCount(planned.length);
  for (const { number, day, time, provider } of planned) {
    for (const said of [day, time, provider]) await expect(sessionRow(page, number)).toContainText(said);
  }
}

/** From the page of a package into the calendar on the day of a session; the way back is `address`. */
async function showSession(page: Page, { address, number }: { address: string; number: number }) {
  await page.goto(address);
  await page.getByRole('link', { name: new RegExp(`, session ${number}$`) }).click();
  await expect(page).toHaveURL(/\/appointments\//);
  await showInCalendar(page);
}

test.beforeEach(async ({ signIn }) => {
  test.slow();
  await signIn('scheduler');
});

test.describe('Single session flow', () => {
  const PROVIDER = 'Samuel Okafor';
  const SERVICE = 'Physiotherapy';

  test('a single session is booked, found, moved and cancelled', async ({ page }, testInfo) => {
    const date = monday(testInfo);
    const form = { clinic: CLINIC, service: SERVICE, provider: PROVIDER, date };
    const main = page.getByRole('main');

    const { patient, time } = await test.step('Create single session appointment', async () => {
      const name = await fillSingle(page, { ...form, patient: 'Ashdown' });
      const first = freeTimes(page).first();
      await pressLabel(first);
      await expect(first).toBeChecked();
      const chosen = await first.inputValue();
      await page.getByRole('button', { name: 'Book appointment' }).click();
      await expect(page).toHaveURL(/\/appointments\/[\w-]+$/);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
      await expect(main.getByText('Scheduled', { exact: true })).toBeVisible();
      await expect(main.getByText(/^APT-\d{8}-\d{4}$/)).toBeVisible();
      return { patient: name, time: chosen };
    });
    const address = page.url();

    await test.step('Verify no changes to existing functionality', async () => {
      await expect(main.getByText('Single appointment', { exact: true })).toBeVisible();
      expect(await countPackages(page, { patient, from: date })).toBe(0);
      await fillSingle(page, { ...form, patient: 'Pemberley' });
      await expect(freeTimes(page).first()).toBeAttached();
      const times = await freeTimes(page).evaluateAll((all) => all.map((one) => one.getAttribute('value')));
      expect(times).not.toContain(time);
    });

    const card = (at: string) =>
      visitCard(page, { provider: PROVIDER, time: at, said: [patient, SERVICE, 'Scheduled'] });
    await test.step('Check appointment appears in calendar', async () => {
      await page.goto(address);
      await showInCalendar(page);
      await expect(card(time)).toBeInViewport({ ratio: 1 });
      await card(time).click();
      await expect(page).toHaveURL(address);
    });

    await test.step('Test rescheduling and cancellation', async () => {
      const moved = await moveToNearest(
        page,
        page.getByRole('button', { name: 'Move', exact: true }).first(),
      );
      await expect(main.getByText(/^Moved from /)).toContainText(moved.time);
      await expect(main.getByText(/^Moved from /)).toContainText(time);
      await expect(main.getByText('Reason: The family asked for it.')).toBeVisible();
      await showInCalendar(page);
      await expect(card(moved.time)).toBeVisible();
      const [day] = await dayNames(page, [date]);
      if (moved.day === day) await expect(card(time)).toHaveCount(0);

      await page.goto(address);
      await chooseInMenu(page, page.getByRole('button', { name: 'More actions' }), 'Cancel visit');
      await confirmCancel(page, { reason: 'Away that week.' });
      await expect(main.getByText('Cancelled', { exact: true })).toBeVisible();
      await expect(main.getByText('Reason: Away that week.')).toBeVisible();
      await showInCalendar(page);
      await expect(page.getByRole('region', { name: PROVIDER, exact: true })).toBeVisible();
      await expect(card(moved.time)).toHaveCount(0);
    });
  });
});

test.describe('Package flow, single provider', () => {
  const PROVIDER = 'Grace Tembo';
  const SERVICE = 'Behavioural therapy';
  const SESSIONS = 4;

  test('a package is booked, planned, moved, given and cancelled', async ({ page, product }, testInfo) => {
    const from = monday(testInfo);
    const dates = datesOn([1, 3], { from, count: SESSIONS });
    const progress = progressOf(page);

    const patient = await test.step('Create package with single provider', async () => {
      await openBooking(page);
      return fillPackage(page, {
        patient: 'Fairweather',
        clinic: CLINIC,
        service: SERVICE,
        provider: PROVIDER,
        days: ['Monday', 'Wednesday'],
        from,
        sessions: SESSIONS,
      });
    });

    const planned = await test.step('Verify auto-scheduling works', async () => {
      const plan = await planOn(page, { dates, providers: [PROVIDER] });
      await expect(saveButton(page)).toHaveText(`Save ${SESSIONS} sessions`);
      await saveButton(page).click();
      await savedPackage(page);
      await expect(progress.getByText(`${SESSIONS} scheduled`)).toBeVisible();
      await expect(page.getByRole('region', { name: /without a place$/ })).toHaveCount(0);
      return plan;
    });
    const address = page.url();

    await test.step('Check all sessions created with correct provider', () => expectVisits(page, planned));

    const card = ({ number, time }: { number: number; time: string }) => {
      const said = [patient, SERVICE, 'Scheduled', `session ${number} of ${SESSIONS}`];
      return visitCard(page, { provider: PROVIDER, time, said });
    };
    await test.step('Verify appointments appear in calendar', async () => {
      for (const session of planned) {
        await showSession(page, { address, number: session.number });
        await expect(card(session)).toBeVisible();
      }
    });

    await test.step('Test progress tracking', async () => {
      await page.goto(address);
      await expect(progress.getByRole('toolbar', { name: `0 of ${SESSIONS} completed` })).toBeVisible();
      await expect(progress.getByText('0%')).toBeVisible();
      await completeOnItsDay(page, product);
      await expect(progress.getByRole('toolbar', { name: `1 of ${SESSIONS} completed` })).toBeVisible();
      await expect(progress.getByText('25%')).toBeVisible();
      await expect(progress.getByText('1 completed')).toBeVisible();
      await expect(progress.getByText('3 scheduled')).toBeVisible();
      await expect(sessionRow(page, 1)).toContainText('Completed');
      await expect(page.getByRole('main').getByText('In progress', { exact: true })).toBeVisible();
    });

    const moved = await test.step('Reschedule individual session', async () => {
      const place = await moveToNearest(
        page,
        sessionRow(page, 3).getByRole('button', { name: /^Move: session 3, / }),
      );
      const after = planned.map((row) => (row.number === 3 ? { ...row, ...place } : row));
      await expectVisits(page, after);
      await showSession(page, { address, number: 3 });
      await expect(card({ number: 3, time: place.time })).toBeVisible();
      return place;
    });

    await test.step('Cancel entire package', async () => {
      await page.goto(address);
      await chooseInMenu(
        page,
        page.getByRole('button', { name: 'More actions', exact: true }),
        'Cancel the package',
      );
      const dialog = page.getByRole('alertdialog', { name: 'Cancel the package' });
      const goes = dialog.getByRole('region', { name: '3 sessions are cancelled' });
      await expect(goes.getByRole('listitem')).toHaveCount(3);
      await expect(goes).toContainText(moved.time);
      await expect(dialog.getByRole('region', { name: '1 stays as it is' })).toContainText('Completed');
      await dialog.getByRole('textbox', { name: /^Reason/ }).fill('The family moves away.');
      await pressLabel(dialog.getByRole('checkbox', { name: /^Yes, cancel 3 sessions of PKG-/ }));
      await dialog.getByRole('button', { name: 'Cancel the package and 3 sessions' }).click();
      await expect(dialog).toBeHidden();
      await expect(progress.getByText('3 cancelled')).toBeVisible();
      await expect(progress.getByText('1 completed')).toBeVisible();
      await expect(page.getByRole('definition').filter({ hasText: 'The family moves away.' })).toBeVisible();
      await expect(
        page.getByRole('banner').or(page.getByRole('main')).getByText('Cancelled', { exact: true }).first(),
      ).toBeVisible();
      await showSession(page, { address, number: 3 });
      await expect(page.getByRole('region', { name: PROVIDER, exact: true })).toBeVisible();
      await expect(card({ number: 3, time: moved.time })).toHaveCount(0);
    });
  });
});

test.describe('Package flow, multiple providers', () => {
  const PROVIDERS = ['Nora Whitfield', 'Grace Tembo', 'Farah Siddiqui'];

  test('each session has the provider that was chosen for it', async ({ page, product }, testInfo) => {
    const from = monday(testInfo, 2);
    const progress = progressOf(page);

    await test.step('Create package with multiple providers', async () => {
      await openBooking(page);
      await fillPackage(page, {
        patient: 'Thornbury',
        clinic: CLINIC,
        service: 'Early intervention',
        days: ['Thursday'],
        from,
        sessions: PROVIDERS.length,
      });
    });

    await test.step('Assign different provider to each session', () => assignProviders(page, PROVIDERS));

    const planned = await test.step('Verify auto-scheduling respects assignments', () =>
      planOn(page, { dates: datesOn([4], { from, count: PROVIDERS.length }), providers: PROVIDERS }));

    await test.step('Check each session has correct provider', async () => {
      await saveButton(page).click();
      await savedPackage(page);
      await expectVisits(page, planned);
      const facts = page.getByRole('region', { name: 'Details' });
      for (const provider of PROVIDERS) await expect(facts).toContainText(provider);
    });

    await test.step('Test mixed completion (some done, some pending)', async () => {
      await completeOnItsDay(page, product);
      await expect(progress.getByText('1 completed')).toBeVisible();
      await chooseInRow(page, 2, 'Cancel visit');
      await confirmCancel(page, { reason: 'Ill on that day.', session: 'Still owed' });
      for (const count of ['1 completed', '1 scheduled', '1 without a place yet']) {
        await expect(progress.getByText(count)).toBeVisible();
      }
      await expect(progress.getByRole('toolbar', { name: '1 of 3 completed' })).toBeVisible();
      await expect(page.getByRole('main').getByText('In progress', { exact: true })).toBeVisible();
      await expect(sessionRow(page, 3)).toContainText('Scheduled');
    });
  });
});

test.describe('Preferred days', () => {
  const SERVICE = 'Physiotherapy';
  const form: Pick<PackageForm, 'clinic' | 'service'> = { clinic: CLINIC, service: SERVICE };

  test('sessions are only on the days that were chosen', async ({ page }, testInfo) => {
    const from = monday(testInfo, 1);
    const provider = 'Samuel Okafor';
    await test.step('Create package with specific preferred days', async () => {
      await openBooking(page);
      const days = ['Tuesday', 'Thursday'];
      await fillPackage(page, { ...form, patient: 'Marlowe', provider, days, from, sessions: 5 });
    });
    await test.step('Verify sessions only scheduled on those days', async () => {
      const planned = await planOn(page, {
        dates: datesOn([2, 4], { from, count: 5 }),
        providers: [provider],
      });
      await saveButton(page).click();
      await savedPackage(page);
      await expectVisits(page, planned);
      await expect(page.getByRole('definition').filter({ hasText: /^Tuesday and Thursday$/ })).toBeVisible();
    });
  });

  test('Test with no preferred days (any day)', async ({ page }, testInfo) => {
    const from = monday(testInfo, 2);
    const provider = 'Samuel Okafor';
    await openBooking(page);
    await fillPackage(page, { ...form, patient: 'Hartwell', provider, days: [], from, sessions: 6 });
    // He works from Monday to Friday, and one session a day is the most.
    const dates = datesOn([1, 2, 3, 4, 5], { from, count: 6 });
    const planned = await planOn(page, { dates, providers: [provider] });
    await saveButton(page).click();
    await savedPackage(page);
    await expectVisits(page, planned);
    await expect(page.getByRole('definition').filter({ hasText: 'Any day' })).toBeVisible();
  });

  test('Test with limited availability on preferred days', async ({ page }, testInfo) => {
    const from = monday(testInfo);
    // He is there on Tuesdays, but never on Mondays.
    const provider = 'Tomás Arrieta';
    const days = ['Monday', 'Tuesday'];
    await openBooking(page);
    const until = addDays(from, 13);
    await fillPackage(page, { ...form, patient: 'Kulkarni', provider, days, from, until, sessions: 4 });
    const planned = await planOn(page, { dates: datesOn([2], { from, count: 2 }), providers: [provider] });
    const without = page.getByRole('region', { name: '2 without a place' });
    await expect(without).toContainText(`${provider} does not work`);
    await saveButton(page).click();
    await savedPackage(page);
    await expectVisits(page, planned);
    const progress = progressOf(page);
    await expect(progress.getByText('2 scheduled')).toBeVisible();
    await expect(progress.getByText('2 without a place')).toBeVisible();
    const band = page.getByRole('region', { name: '2 sessions without a place' });
    await expect(band).toContainText(`${provider} does not work`);
  });
});

test.describe('Error handling', () => {
  const PROVIDER = 'Ingrid Solberg';

  test('sessions without a place are told, tried again and placed by hand', async ({ page }, testInfo) => {
    const from = monday(testInfo);
    const progress = progressOf(page);
    const reasons = [new RegExp(`${PROVIDER} does not work`), /\d+ days are not Sat/];
    const bandOf = (sessions: string) => page.getByRole('region', { name: `${sessions} without a place` });

    await test.step('Test with no available slots', async () => {
      await openBooking(page);
      await fillPackage(page, {
        patient: 'Deshpande',
        clinic: CLINIC,
        service: 'Occupational therapy',
        provider: PROVIDER,
        days: ['Saturday'],
        from,
        until: addDays(from, 20),
        sessions: 2,
      });
      await expect(page.getByText('None of 2 sessions fits').first()).toBeVisible();
      await expect(planTable(page).locator('tbody tr')).toHaveCount(0);
      await page.getByRole('button', { name: 'Save as draft, 2 sessions without a place' }).click();
      await savedPackage(page);
      await expect(progress.getByText('2 without a place')).toBeVisible();
    });

    await test.step('Verify error messages stored', async () => {
      await page.reload();
      for (const reason of reasons) await expect(bandOf('2 sessions')).toContainText(reason);
      await expect(bandOf('2 sessions')).toContainText('tried once');
    });

    await test.step('Test manual rescheduling of failed sessions', async () => {
      const dialog = page.getByRole('dialog', { name: 'Schedule session 1' });
      await pressFor(dialog, page.getByRole('button', { name: /^Schedule by hand\b.*\b1$/ }));
      const [day = ''] = await dayNames(page, [addDays(from, 2)]);
      const days = dialog.getByRole('group', { name: 'Free days' });
      await pressLabel(days.getByRole('radio', { name: new RegExp(`^${day}`) }));
      await dialog.getByRole('spinbutton', { name: /^hour/i }).click();
      await page.keyboard.type('0300');
      await expect(dialog.getByText(`${PROVIDER} does not work then.`)).toBeVisible();
      const time = dialog.getByRole('group', { name: 'Free times' }).getByRole('radio').first();
      await pressLabel(time);
      await expect(dialog.getByText('This is not one of the preferred days.')).toBeVisible();
      await pressLabel(dialog.getByRole('checkbox', { name: 'Schedule it all the same' }));
      await dialog.getByRole('button', { name: 'Schedule session 1', exact: true }).click();
      await expect(dialog).toBeHidden();
      await expect(progress.getByText('1 scheduled')).toBeVisible();
      for (const said of [day, PROVIDER, 'Scheduled']) await expect(sessionRow(page, 1)).toContainText(said);
      await expect(bandOf('1 session')).toBeVisible();
    });

    await test.step('Check scheduling attempts counter', async () => {
      await expect(bandOf('1 session')).toContainText('tried once');
      const dialog = page.getByRole('dialog', { name: 'Plan again' });
      await pressFor(dialog, bandOf('1 session').getByRole('button', { name: /^Try again\b.*\b2$/ }));
      await expect(dialog).toContainText('1 still without a place');
      await dialog.getByRole('button', { name: 'Keep without a place' }).click();
      await expect(dialog).toBeHidden();
      await expect(bandOf('1 session')).toContainText('tried 2 times');
      for (const reason of reasons) await expect(bandOf('1 session')).toContainText(reason);
    });
  });
});
