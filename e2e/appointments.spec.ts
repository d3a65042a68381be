import type { Locator, Page, TestInfo } from '@playwright/test';
import { bookPackage } from './booked';
import { dayNames } from './booking';
import { addDays } from './dates';
import { onceItsDayHasCome } from './days-pass';
import { expect, test } from './fixtures';
import { ownMonday } from './own-weeks';

const FIRST = '08:00';
const PROVIDER = 'Samuel Okafor';

/** Books two sessions, Monday and Wednesday at eight; answers where their visits are shown. */
async function bookTwoVisits(page: Page, testInfo: TestInfo, place: number) {
  const monday = ownMonday(testInfo, { weeks: 2, place });
  const { visits } = await bookPackage(page, {
    patient: 'Lay',
    clinic: 'Riverside',
    service: 'Physiotherapy',
    provider: PROVIDER,
    days: ['Monday', 'Wednesday'],
    from: monday,
    sessions: 2,
    minutes: 30,
  });
  const [first = '', second = ''] = visits;
  return { monday, first, second };
}

/** The visits of a day that the list and its filter mark as deliberate overlaps: both say the same. */
async function expectMarked(page: Page, date: string, addresses: readonly string[]): Promise<void> {
  const mark = page.getByText('Overlaps another appointment on purpose');
  const days = `from=${date}&to=${date}`;
  await page.goto(`/appointments?period=all&${days}&overlap=1`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const address of addresses)
    await expect(page.locator(`main a[href="${address}"]`).first()).toBeVisible();
  await expect(mark).toHaveCount(addresses.length);
  await page.goto(`/appointments?period=all&${days}`);
  await expect(page.locator('main a[href^="/appointments/"]').first()).toBeVisible();
  await expect(mark).toHaveCount(addresses.length);
}

const heading = (page: Page): Locator => page.locator('main header').first();
const dialog = (page: Page): Locator => page.getByRole('alertdialog');
const toMove = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Move', exact: true }).first().click();
const nearest = (page: Page): Locator =>
  dialog(page).getByRole('group', { name: 'Nearest free times' }).locator('label');
const moveButton = (page: Page): Locator => dialog(page).getByRole('button', { name: /^Move to / });
const undo = (page: Page): Promise<void> => page.getByRole('button', { name: 'Undo' }).click();

/** "Mon 4 Jan" as it is said in its year, "Mon, 4 Jan 2027" as it is in others. */
const inWhichYear = (day: string, time = ''): RegExp =>
  new RegExp(`${day.replace(' ', ',? ')}(?: \\d{4})?${time && `, ${time}`}`);

async function inMenu(page: Page, name: string): Promise<void> {
  await page.locator('main').getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name }).click();
}

/** Types a day and a time as one does, without separators. */
async function typePlace(page: Page, { date, time }: { date: string; time: string }): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-');
  await dialog(page).getByRole('spinbutton', { name: /^day/i }).click();
  await page.keyboard.type(`${day}${month}${year}`);
  await dialog(page).getByRole('spinbutton', { name: /^hour/i }).click();
  await page.keyboard.type(time.replace(':', ''));
}

/** The open dialog calls times the nearest only as long as none is nearer than the days it shows. */
async function expectOnlyNearestCalledSo(page: Page): Promise<void> {
  const called = dialog(page).getByRole('group', { name: 'Nearest free times', exact: true });
  const ofTheseDays = dialog(page).getByRole('group', { name: /^Free times .+ – .+, nearest to the visit$/ });
  await expect(called).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Later days' }).click();
  await expect(ofTheseDays).toBeVisible();
  await expect(called).toHaveCount(0);
  await dialog(page).getByRole('button', { name: 'Earlier days' }).click();
  await expect(called).toBeVisible();
  await expect(ofTheseDays).toHaveCount(0);
}

test.beforeEach(async ({ signIn }) => {
  test.slow();
  await signIn('scheduler');
});

test('a visit is moved to an offered time, and back', async ({ page }, testInfo) => {
  const { first, second } = await bookTwoVisits(page, testInfo, 0);
  await page.goto(second);
  await toMove(page);
  await expectOnlyNearestCalledSo(page);

  await page.goto(first);
  await expect(heading(page)).toContainText(FIRST);
  await toMove(page);
  await nearest(page).first().click();
  await expect(dialog(page).getByText('This time is free.')).toBeVisible();
  const reason = dialog(page).getByLabel('Reason for the move');
  await reason.fill('Given up');
  await dialog(page).getByRole('button', { name: 'Cancel', exact: true }).click();
  await toMove(page);
  await expect(reason).toHaveValue('');
  await nearest(page).first().click();
  await reason.fill('School trip');
  const goal = (await moveButton(page).textContent()) ?? '';
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await toMove(page);
  await expect(reason).toHaveValue('School trip');
  await expect(moveButton(page)).toHaveText(goal);
  await moveButton(page).click();
  await expect(dialog(page)).toBeHidden();
  await expect(heading(page)).not.toContainText(FIRST);
  await expect(page.getByText('Reason: School trip')).toBeVisible();
  await undo(page);
  await expect(heading(page)).toContainText(FIRST);
  await expect(page.getByText('A change was taken back')).toBeVisible();
});

test('days without a time that fits say why, and offer the nearest that has one', async ({
  page,
}, testInfo) => {
  const { first, monday } = await bookTwoVisits(page, testInfo, 6);
  await page.goto(first);
  await toMove(page);
  await expect(nearest(page).first()).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Later days' }).click();
  await expect(
    dialog(page).getByText('On these days only times that go against the wishes of the package.'),
  ).toBeVisible();
  await expect(dialog(page).getByText(/too close to the session before or after/)).toBeVisible();
  const [day = ''] = await dayNames(page, [monday]);
  const offered = dialog(page).getByRole('group', { name: 'Nearest free', exact: true }).locator('label');
  await expect(offered).toContainText(day);
  await offered.click();
  await expect(dialog(page).getByText('This time is free.')).toBeVisible();
  await expect(moveButton(page)).toContainText(inWhichYear(day));
});

test('a typed time is judged at once, and wishes are gone against knowingly', async ({ page }, testInfo) => {
  const { first, monday } = await bookTwoVisits(page, testInfo, 1);
  await page.goto(first);
  await toMove(page);
  await dialog(page).getByRole('button', { name: 'Move visit', exact: true }).press('Enter');
  await expect(dialog(page).getByRole('spinbutton', { name: /^day/i })).toBeFocused();
  await expect(dialog(page).getByText('This is needed')).toHaveCount(2);
  // A day is judged when its field is left, and a year that is not this one is named.
  await typePlace(page, { date: '9999-12-31', time: '10:00' });
  await expect(dialog(page).getByText('This is more than two years ahead')).toBeVisible();
  await expect(moveButton(page)).toHaveAccessibleName(/31 Dec 9999, 10:00/);
  await typePlace(page, { date: addDays(monday, 6), time: '10:00' });
  await expect(dialog(page).getByText('Samuel Okafor does not work then.')).toBeVisible();
  await expect(moveButton(page)).toHaveAttribute('aria-disabled', 'true');
  await moveButton(page).press('Enter');
  await expect(dialog(page).getByRole('spinbutton', { name: /^hour/i })).toBeFocused();

  const tuesday = addDays(monday, 1);
  await typePlace(page, { date: tuesday, time: '10:00' });
  await expect(dialog(page).getByText('This is not one of the preferred days of the package.')).toBeVisible();
  await moveButton(page).press('Enter');
  await expect(dialog(page).getByRole('checkbox', { name: 'Move it there all the same' })).toBeFocused();
  await dialog(page).getByText('Move it there all the same').click();
  await moveButton(page).click();
  const [day = ''] = await dayNames(page, [tuesday]);
  await expect(heading(page)).toContainText(`${day}, 10:00`);
});

test('a cancelled visit frees its time, and its session stays owed', async ({ page }, testInfo) => {
  const { first, second, monday } = await bookTwoVisits(page, testInfo, 2);
  const freeTimes = async () => {
    const answer = await page.request.get(`/api${second}/free-times?from=${monday}&days=1`);
    return (await answer.json()).days.flatMap(({ of }: { of: { times: string[]; against: string[] }[] }) =>
      of.flatMap(({ times, against }) => [...times, ...against]),
    );
  };
  await page.goto(first);
  await inMenu(page, 'Cancel visit');
  const button = dialog(page).getByRole('button', { name: 'Cancel visit, keep session 1 owed' });
  await button.click();
  await expect(dialog(page).getByText('This is needed')).toBeVisible();
  const reason = dialog(page).getByLabel('Reason', { exact: true });
  await expect(reason).toBeFocused();
  await reason.fill('Patient is ill');
  await button.click();
  await expect(dialog(page).getByRole('checkbox', { name: /^Yes, cancel / })).toBeFocused();
  await dialog(page)
    .getByText(/^Yes, cancel /)
    .click();
  await button.click();
  await expect(heading(page).getByText('Cancelled')).toBeVisible();
  await expect(page.getByText('Reason: Patient is ill')).toBeVisible();
  expect(await freeTimes()).toContain(FIRST);
  // It is owed and was never tried, so nothing is tried again.
  await page.locator('main a[href^="/packages/"]').first().click();
  await expect(page.getByRole('button', { name: /^Find a place: session \d$/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Try again/ })).toHaveCount(0);
  await page.goBack();
  await undo(page);
  await expect(heading(page).getByText('Scheduled')).toBeVisible();
});

test('on its day a visit is marked arrived and completed, and that is taken back', async ({
  page,
  product,
}, testInfo) => {
  const { first } = await bookTwoVisits(page, testInfo, 3);
  await page.goto(first);
  await page.locator('main').getByRole('button', { name: 'More actions' }).click();
  await expect(page.getByRole('menuitem', { name: 'Arrived' })).toContainText(
    'Not before the day of the visit',
  );
  await onceItsDayHasCome(product, first, () => sayAndTakeBack(page, first));
});

async function sayAndTakeBack(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await inMenu(page, 'Arrived');
  await expect(heading(page).getByText('Arrived', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Complete', exact: true }).click();
  await expect(heading(page).getByText('Completed', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Move', exact: true }).first()).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await page.keyboard.press('Control+z');
  await expect(heading(page).getByText('Arrived', { exact: true })).toBeVisible();
  await inMenu(page, 'Take back');
  await expect(heading(page).getByText('Scheduled', { exact: true })).toBeVisible();
}

test('who moves second is shown what changed, and loses nothing typed', async ({
  page,
  context,
}, testInfo) => {
  const { first, monday } = await bookTwoVisits(page, testInfo, 4);
  await page.goto(first);
  const other = await context.newPage();
  await other.goto(first);
  await toMove(other);
  await nearest(other).last().click();
  await other.getByLabel('Reason for the move').fill('Typed in the second tab');

  await toMove(page);
  await nearest(page).first().click();
  await dialog(page).getByLabel('Reason for the move').fill('The first was faster');
  await moveButton(page).click();
  await expect(dialog(page)).toBeHidden();

  await moveButton(other).click();
  const told = other.getByRole('alert').filter({ hasText: 'changed while you were looking' });
  await expect(told).toContainText('The first was faster');
  const [day = ''] = await dayNames(page, [monday]);
  const [seen, now] = [told.getByRole('definition').first(), told.getByRole('definition').last()];
  await expect(seen).toContainText(inWhichYear(day, FIRST));
  await expect(now).not.toContainText(inWhichYear(day, FIRST));
  await told.getByRole('button', { name: 'Go on from the new state' }).click();
  await expect(other.getByLabel('Reason for the move')).toHaveValue('Typed in the second tab');
  await moveButton(other).click();
  await expect(dialog(other)).toBeHidden();
  await expect(other.getByText('Reason: Typed in the second tab')).toBeVisible();
});

test('a visit laid over another is marked on both and told in both histories, as long as they share their time', async ({
  page,
}, testInfo) => {
  const { first, second, monday } = await bookTwoVisits(page, testInfo, 5);
  const mark = page.getByText('Overlaps another appointment on purpose');
  await page.goto(first);
  await toMove(page);
  await typePlace(page, { date: addDays(monday, 2), time: FIRST });
  await dialog(page).getByText('Lay it over on purpose').click();
  await dialog(page).getByLabel('Why two visits at one time').fill('Siblings together');
  await dialog(page).getByText('Move it there all the same').click();
  await moveButton(page).click();
  await expect(dialog(page)).toBeHidden();
  await expect(mark).toBeVisible();
  await page.locator('main a[href^="/packages/"]').first().click();
  await expect(
    page.getByText(/^Session 1: .+ → .+; laid over .+ on purpose: Siblings together$/),
  ).toBeVisible();

  await page.goto(second);
  await expect(mark).toBeVisible();
  const [wednesday = ''] = await dayNames(page, [addDays(monday, 2)]);
  const laid = new RegExp(
    `^APT-[\\d-]+ was laid over it on purpose, ${inWhichYear(wednesday, FIRST).source} – .+: Siblings together$`,
  );
  await expect(page.getByText(laid)).toBeVisible();
  await page.locator('main a[href^="/packages/"]').first().click();
  await expect(page.getByText(/^Session 2: APT-.+ was laid over its visit on purpose/)).toBeVisible();
  const shared = addDays(monday, 2);
  await expectMarked(page, shared, [first, second]);
  await page.goto(second);
  await toMove(page);
  await nearest(page).first().click();
  await moveButton(page).click();
  await expect(dialog(page)).toBeHidden();
  await expect(mark).toBeHidden();
  await page.goto(first);
  await expect(page.getByText('Siblings together').first()).toBeVisible();
  await expect(mark).toBeHidden();
  await expectMarked(page, shared, []);
});

test('in the calendar a visit is shown with whole columns beside it, none of them cut at its start', async ({
  page,
}, testInfo) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  const { first } = await bookTwoVisits(page, testInfo, 7);
  await page.goto(first);
  await page.getByRole('link', { name: 'Show in calendar' }).click();
  const board = page.locator('[data-board]');
  await expect(board.locator('[data-shown]')).toBeInViewport();
  const { scrolled, starts } = await board.evaluate((element) => ({
    scrolled: element.scrollLeft,
    starts: [...element.querySelectorAll('[data-track]')].map(
      (track) => track.getBoundingClientRect().left - element.getBoundingClientRect().left,
    ),
  }));
  expect(scrolled).toBeGreaterThan(0);
  // The hours have 56 pixels, and the board an edge of one.
  expect(starts.some((start) => Math.abs(start - 57) < 1)).toBe(true);
});
