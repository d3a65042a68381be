import type { Locator, Page, TestInfo } from '@playwright/test';
import { bookPackage } from './booked';
import { addDays } from './dates';
import { expect, test } from './fixtures';
import { ownMonday } from './own-weeks';

const PROVIDER = 'Leena Pillai';
/** Works at the same clinic, and gives no speech therapy. */
const OTHER_SERVICE = 'Hassan Jaber';
const CLINIC = 'Al Noor';
const FIRST = '13:00';
/** Days of this clinic's week, which begins on Sunday. */
const [MONDAY, TUESDAY] = [1, 2];

/** Books a visit on Monday at the first free time; answers the patient's name. */
async function bookVisit(page: Page, { from, patient }: { from: string; patient: string }): Promise<string> {
  const booked = await bookPackage(page, {
    patient,
    clinic: CLINIC,
    service: 'Speech therapy',
    provider: PROVIDER,
    days: ['Monday'],
    from,
    sessions: 2,
    minutes: 45,
  });
  return booked.patient;
}

async function openDay(page: Page, date: string): Promise<void> {
  const clinic = page.locator('select').filter({ has: page.locator('option', { hasText: CLINIC }) });
  await page.goto(`/calendar?date=${date}`);
  await clinic.first().selectOption({ label: CLINIC });
  await expect(board(page)).toContainText(PROVIDER);
  await expect(board(page)).toHaveAttribute('data-movable');
}

const board = (page: Page): Locator => page.locator('[data-board]');
const column = (page: Page): Locator => page.getByRole('region', { name: PROVIDER, exact: true });
const visit = (page: Page, name: string): Locator =>
  column(page).locator('[data-visit]').filter({ hasText: name });
const card = (page: Page, name: string): Locator => visit(page, name).getByRole('link');
const inHand = (page: Page): Locator => page.locator('[data-mover]');
const spoken = (page: Page): Locator => board(page).locator('output[aria-live]');
const question = (page: Page): Locator => page.getByRole('dialog', { name: /^(Move|Change the length)/ });

/** Where a card can be held, and how many pixels an hour has. */
async function measure(page: Page, name: string) {
  const held = visit(page, name);
  // Away from the edges, where the board scrolls by itself under a visit in hand.
  await held.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const [box, track] = await Promise.all([held.boundingBox(), column(page).boundingBox()]);
  if (!box || !track) throw new Error(`${name} is not on the board.`);
  return { x: box.x + box.width / 2, y: box.y + 12, bottom: box.y + box.height, hour: track.height / 24 };
}

async function pickUpByKeys(page: Page, name: string): Promise<void> {
  await card(page, name).focus();
  await page.keyboard.press('m');
  await expect(inHand(page)).toBeFocused();
  await expect(page.locator('[data-painted]').first()).toBeAttached();
}

/** Shows another day, and waits until it is there. */
async function turn(page: Page, key: string): Promise<void> {
  const before = page.url();
  await page.keyboard.press(key);
  await expect(page).not.toHaveURL(before);
  await expect(spoken(page)).toContainText(/\d{4}: /);
}

const sayDays = (page: Page, dates: readonly string[]): Promise<string[]> =>
  page.evaluate(
    (all) =>
      all.map((date) =>
        new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(
          new Date(`${date}T12:00Z`),
        ),
      ),
    dates,
  );

/** A place a test: its first visit is at the first free time only where nobody else books. */
const mondayOf = (testInfo: TestInfo, place: number) => ownMonday(testInfo, { weeks: 2, place });

test.beforeEach(async ({ signIn }) => {
  test.slow();
  await signIn('scheduler');
});

test('a visit is dragged to a free time, confirmed, and taken back', async ({ page }, testInfo) => {
  const from = mondayOf(testInfo, 0);
  const name = await bookVisit(page, { from, patient: 'Lay' });
  await openDay(page, from);
  await expect(card(page, name)).toContainText(FIRST);

  const { x, y, hour } = await measure(page, name);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + hour, { steps: 5 });
  await expect(inHand(page)).toContainText('14:00');
  await expect(inHand(page)).toHaveAttribute('data-verdict', 'free');
  await page.mouse.up();
  await expect(question(page)).toContainText('14:00');
  const reason = question(page).getByLabel('Reason');
  await reason.fill('School trip');
  await page.keyboard.press('Escape');
  await expect(question(page)).toBeHidden();
  const putDownByKeys = async () => {
    await pickUpByKeys(page, name);
    for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  };
  await putDownByKeys();
  await expect(reason).toHaveValue('School trip');
  await question(page).getByRole('button', { name: 'Move', exact: true }).click();
  await expect(question(page)).toBeHidden();
  await expect(card(page, name)).toContainText('14:00');
  await expect(card(page, name)).toBeFocused();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(card(page, name)).toContainText(FIRST);
  // What was sent is kept no more.
  await putDownByKeys();
  await expect(reason).toHaveValue('');
});

test('a visit stays when it is dropped where nobody works, and its length is pulled at its lower edge', async ({
  page,
}, testInfo) => {
  const from = mondayOf(testInfo, 1);
  const name = await bookVisit(page, { from, patient: 'Lay' });
  await openDay(page, from);

  const { x, y, bottom, hour } = await measure(page, name);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y - hour, { steps: 5 });
  await expect(inHand(page)).toContainText('Not working then');
  await page.mouse.up();
  await expect(inHand(page)).toHaveCount(0);
  await expect(page.getByText(`${name} stays: Not working then`).first()).toBeVisible();
  await expect(card(page, name)).toContainText(FIRST);

  await page.mouse.move(x, bottom - 4);
  await page.mouse.down();
  await page.mouse.move(x, bottom - 4 + hour / 4, { steps: 5 });
  await expect(inHand(page)).toHaveAttribute('data-verdict', 'free');
  await page.mouse.up();
  await expect(question(page)).toContainText('Change the length');
  await question(page).getByRole('button', { name: 'Change the length' }).click();
  await expect(question(page)).toBeHidden();
  await expect(card(page, name)).toHaveAccessibleName(/until 14:00/);
  await expect(page.getByText(/now \d\d:\d\d–14:00/)).toBeVisible();
});

test('a visit is moved by keys, each place is said, and Escape gives up', async ({ page }, testInfo) => {
  const from = mondayOf(testInfo, 2);
  const name = await bookVisit(page, { from, patient: 'Lay' });
  await openDay(page, from);

  await pickUpByKeys(page, name);
  await page.keyboard.press('ArrowUp');
  await expect(spoken(page)).toContainText('12:45 to 13:30, Leena Pillai, blocked: Not working then');
  await page.keyboard.press('Escape');
  await expect(card(page, name)).toBeFocused();
  await expect(card(page, name)).toContainText(FIRST);

  await pickUpByKeys(page, name);
  for (const _ of [1, 2]) await page.keyboard.press('ArrowDown');
  await expect(spoken(page)).toContainText('13:30 to 14:15, Leena Pillai, free');
  await page.keyboard.press('Enter');
  await expect(question(page)).toContainText('13:30');
  await page.keyboard.press('Enter');
  await expect(question(page)).toBeHidden();
  await expect(card(page, name)).toContainText('13:30');
});

test('a visit is carried by keys over days on which nobody works; the day is said, and that it was given up', async ({
  page,
}, testInfo) => {
  const from = mondayOf(testInfo, 6);
  const name = await bookVisit(page, { from, patient: 'Lay' });
  await openDay(page, from);
  // Back over the weekend, and on again to Tuesday.
  await pickUpByKeys(page, name);
  const [saturday, friday] = await sayDays(page, [addDays(from, -2), addDays(from, -3)]);
  for (const key of ['PageUp', 'PageUp']) await turn(page, key);
  await expect(spoken(page)).toContainText(`${saturday}: ${FIRST} to 13:45`);
  await expect(inHand(page)).toBeFocused();
  await turn(page, 'PageUp');
  await expect(spoken(page)).toContainText(`${friday}: ${FIRST} to 13:45`);
  for (const _ of [1, 2, 3]) await turn(page, 'PageDown');
  await expect(inHand(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(spoken(page)).toContainText('13:15 to 14:00, Leena Pillai, free');
  await page.keyboard.press('Enter');
  await expect(question(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question(page)).toBeHidden();
  await expect(spoken(page)).toHaveText('Given up, nothing was moved.');
  await expect(card(page, name)).toBeFocused();

  // Given up on another day, it is shown where it still stands; so too when it was put down there first.
  const itsDay = page.url();
  await pickUpByKeys(page, name);
  await turn(page, 'PageDown');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(itsDay);
  await expect(card(page, name)).toBeFocused();
  await pickUpByKeys(page, name);
  await turn(page, 'PageDown');
  await expect(spoken(page)).toContainText('possible, but');
  await page.keyboard.press('Enter');
  await question(page).getByRole('button', { name: 'Leave it', exact: true }).click();
  await expect(page).toHaveURL(itsDay);
  await expect(card(page, name)).toBeFocused();
});

test('code that cannot come is said, the visit goes back, and trying again asks about the place, by keys', async ({
  page,
  context,
}, testInfo) => {
  const from = mondayOf(testInfo, 10);
  const name = await bookVisit(page, { from, patient: 'Lay' });
  let isCut = false;
  const cutWith = async (words: RegExp) => {
    await context.unroute(/\/_next\/static\/chunks\//);
    await context.route(/\/_next\/static\/chunks\//, async (route) => {
      const reply = await route.fetch();
      if (isCut && words.test(await reply.text())) return route.abort();
      await route.fulfill({ response: reply });
    });
  };
  const notLoaded = page.getByRole('alert').filter({ hasText: 'No answer from the server.' });

  // Nothing has come that a visit is carried with.
  isCut = true;
  await cutWith(/role["'],\s*["']application|overlapReasonMissing/);
  await openDay(page, from);
  await card(page, name).focus();
  await page.keyboard.press('m');
  await expect(notLoaded).toBeVisible();
  await expect(inHand(page)).toHaveCount(0);
  // That has come, and what asks about the place has not.
  await cutWith(/overlapReasonMissing/);
  await notLoaded.getByRole('button', { name: 'Try again' }).click();
  await expect(notLoaded).toBeHidden();
  await pickUpByKeys(page, name);
  await page.keyboard.press('ArrowDown');
  await expect(spoken(page)).toContainText('13:15 to 14:00, Leena Pillai, free');
  await page.keyboard.press('Enter');
  await expect(notLoaded).toBeVisible();
  await expect(inHand(page)).toHaveCount(0);
  await expect(card(page, name)).toBeFocused();
  await expect(card(page, name)).toContainText(FIRST);

  isCut = false;
  // It may come by itself, too, with all that is fetched once somebody works on the page.
  await expect(async () => {
    const again = notLoaded.getByRole('button', { name: 'Try again' });
    if (await again.isVisible()) await again.click({ timeout: 1_000 });
    await expect(question(page)).toContainText('13:15', { timeout: 1_000 });
  }).toPass();
  await question(page).getByRole('button', { name: 'Move', exact: true }).click();
  await expect(question(page)).toBeHidden();
  await expect(card(page, name)).toContainText('13:15');
  await expect(card(page, name)).toBeFocused();
});

test('a move whose answer is lost is not said to have failed, and is done once', async ({
  page,
}, testInfo) => {
  const from = mondayOf(testInfo, 7);
  const name = await bookVisit(page, { from, patient: 'Lay' });
  await openDay(page, from);
  let lost = 0;
  await page.route('**/calendar*', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.fallback();
    lost += 1;
    const reply = await route.fetch();
    expect(await reply.text()).toContain('"ok":true');
    await route.abort('connectionreset');
  });
  await pickUpByKeys(page, name);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await question(page).getByRole('button', { name: 'Move', exact: true }).click();
  const told = question(page).getByRole('alert');
  await expect(told).toContainText('No answer from the server.');
  await expect(told).not.toContainText('Nothing was moved');
  await question(page).getByRole('button', { name: 'Try again' }).click();
  await expect(question(page)).toBeHidden();
  await expect(card(page, name)).toContainText('13:15');
});

test('in the week of the clinic a visit goes to another day, keeps its time, and is taken back', async ({
  page,
}, testInfo) => {
  const from = mondayOf(testInfo, 5);
  const name = await bookVisit(page, { from, patient: 'Lay' });
  await openDay(page, from);
  await page.goto(`${page.url()}&view=week`);
  const line = board(page).locator('[data-visit]').filter({ hasText: name });
  const cells = page.getByRole('row').filter({ hasText: PROVIDER }).locator('[data-cell]');

  await line.getByRole('link').focus();
  await page.keyboard.press('m');
  await expect(inHand(page)).toBeFocused();
  await expect(cells.first()).toHaveAttribute('data-says');
  await page.keyboard.press('ArrowRight');
  await expect(spoken(page)).toContainText(`${FIRST} to 13:45, Leena Pillai, Tuesday`);
  await expect(inHand(page)).toHaveAttribute('data-verdict', 'unwished');
  // What is sought further on is said, and said again where a key leads nowhere: the very same words would not be.
  await page.keyboard.press('Shift+ArrowDown');
  await expect(spoken(page)).toContainText('13:15 to 14:00, Leena Pillai, Tuesday');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(spoken(page)).toContainText(`${FIRST} to 13:45, Leena Pillai, Tuesday`);
  const rows = page.getByRole('rowheader');
  const names = await rows.allTextContents();
  const [own, other] = [names.indexOf(PROVIDER), names.indexOf(OTHER_SERVICE)];
  const [there, back] = own < other ? ['ArrowDown', 'ArrowUp'] : ['ArrowUp', 'ArrowDown'];
  for (let step = 0; step < Math.abs(other - own); step++) await page.keyboard.press(there);
  await expect(spoken(page)).toContainText(`${OTHER_SERVICE}, Tuesday`);
  await expect(spoken(page)).toContainText('blocked: Does not give this service');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(spoken(page)).toHaveText('No later free time on this day.');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(spoken(page)).toHaveText('No earlier free time on this day.');
  const before = await spoken(page).evaluate((region) => region.textContent);
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(() => spoken(page).evaluate((region) => region.textContent)).not.toBe(before);
  await expect(spoken(page)).toHaveText('No earlier free time on this day.');
  for (let step = 0; step < Math.abs(other - own); step++) await page.keyboard.press(back);
  for (let day = TUESDAY; day > 0; day--) await page.keyboard.press('ArrowLeft');
  await expect(spoken(page)).toContainText(`${PROVIDER}, Sunday`);
  await page.keyboard.press('ArrowLeft');
  await expect(spoken(page)).toHaveText('It goes no further that way.');
  for (let day = 0; day < TUESDAY; day++) await page.keyboard.press('ArrowRight');
  await expect(spoken(page)).toContainText(`${FIRST} to 13:45, Leena Pillai, Tuesday`);
  await page.keyboard.press('Enter');
  await expect(question(page)).toContainText('Not a day that the family prefers');
  await question(page).getByRole('button', { name: 'Move all the same' }).click();
  await expect(question(page)).toBeHidden();
  await expect(cells.nth(TUESDAY)).toContainText(`${FIRST}${name}`);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cells.nth(MONDAY)).toContainText(name);
});

test.describe('on a screen to touch', () => {
  test.use({ hasTouch: true });

  test('a visit is moved by a finger that stays on it, and a finger that goes on scrolls', async ({
    page,
  }, testInfo) => {
    const from = mondayOf(testInfo, 3);
    const name = await bookVisit(page, { from, patient: 'Lay' });
    await openDay(page, from);
    const { x, y, hour } = await measure(page, name);
    const touch = await page.context().newCDPSession(page);
    const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [{ x, y: at }] });

    await finger('touchStart', y);
    await expect(inHand(page)).toBeVisible();
    for (const part of [0.25, 0.5, 0.75, 1]) await finger('touchMove', y + hour * part);
    await expect(inHand(page)).toContainText('14:00');
    await finger('touchEnd');
    await expect(question(page)).toContainText('14:00');
    await question(page).getByRole('button', { name: 'Leave it' }).click();
    await expect(inHand(page)).toHaveCount(0);

    const scrolled = await board(page).evaluate((element) => element.scrollTop);
    await finger('touchStart', y);
    for (const part of [0.25, 0.5, 0.75, 1]) await finger('touchMove', y - hour * part);
    await finger('touchEnd');
    await expect.poll(() => board(page).evaluate((element) => element.scrollTop)).toBeGreaterThan(scrolled);
    await expect(inHand(page)).toHaveCount(0);
  });

  test('a finger takes a visit to later hours, however high the head is and however low the screen', async ({
    page,
  }, testInfo) => {
    const from = mondayOf(testInfo, 11);
    const name = await bookVisit(page, { from, patient: 'Lay' });
    await page.setViewportSize({ width: 1024, height: 768 });
    await openDay(page, from);
    await page.getByRole('link', { name: `${PROVIDER}: show the week` }).click();
    await expect(page).toHaveURL(/view=week/);
    const held = board(page).locator('[data-visit]').filter({ hasText: name });
    await expect(held).toBeVisible();
    const lowerEdge = async () => {
      const box = await board(page).boundingBox();
      return (box?.y ?? 0) + (box?.height ?? 0);
    };
    // The filter for the provider has a line more, and the board gives it that line.
    expect(await lowerEdge()).toBeLessThanOrEqual(768);

    // So low that the board has its least height, which reaches below the screen.
    await page.setViewportSize({ width: 1024, height: 480 });
    expect(await lowerEdge()).toBeGreaterThan(480 + 48);
    await board(page).evaluate((element) => {
      const [card] = element.querySelectorAll('[data-visit]');
      element.scrollTop += (card?.getBoundingClientRect().top ?? 0) - 340;
      scrollTo(0, 0);
    });
    const box = await held.boundingBox();
    if (!box) throw new Error(`${name} is not on the board.`);
    const x = box.x + box.width / 2;
    const touch = await page.context().newCDPSession(page);
    const finger = (type: 'touchStart' | 'touchMove', y: number) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] });
    await finger('touchStart', box.y + 12);
    await expect(inHand(page)).toBeVisible();
    const scrolled = () => board(page).evaluate((element) => element.scrollTop);
    const before = await scrolled();
    for (const y of [400, 440, 476]) await finger('touchMove', y);
    await expect.poll(scrolled).toBeGreaterThan(before + 100);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
    await expect(inHand(page)).toHaveCount(0);
  });

  test('an empty place begins a booking: one tap shows where, another goes there', async ({
    page,
  }, testInfo) => {
    const from = mondayOf(testInfo, 8);
    const name = await bookVisit(page, { from, patient: 'Kof' });
    await openDay(page, from);
    const { x, y, hour } = await measure(page, name);
    const start = page.getByRole('link', { name: /^New booking: / });
    await page.touchscreen.tap(x, y + 2 * hour);
    await expect(start).toHaveAttribute('data-shown');
    await start.tap();
    await expect(page).toHaveURL(/\/bookings\/new\?.*time=\d\d/);
  });
});

/** Moves the second visit of the day to 15:00, by keys. */
async function takeThree(page: Page, name: string): Promise<void> {
  await pickUpByKeys(page, name);
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowDown');
  await expect(inHand(page)).toContainText('15:00');
  await page.keyboard.press('Enter');
  await question(page).getByRole('button', { name: 'Move', exact: true }).click();
  await expect(card(page, name)).toContainText('15:00');
}

test('who drops second puts nothing there, and is told who has the place; others see it by themselves', async ({
  page,
  context,
}, testInfo) => {
  const from = mondayOf(testInfo, 4);
  const first = await bookVisit(page, { from, patient: 'Lay' });
  const second = await bookVisit(page, { from, patient: 'Kof' });
  const other = await context.newPage();
  await openDay(page, from);
  await openDay(other, from);

  // Both want 15:00.
  await pickUpByKeys(page, first);
  for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowDown');
  await expect(spoken(page)).toContainText('15:00 to 15:45, Leena Pillai, free');
  await page.keyboard.press('Enter');
  await expect(question(page)).toBeVisible();
  await takeThree(other, second);

  await question(page).getByRole('button', { name: 'Move', exact: true }).click();
  await expect(question(page).getByRole('alert')).toContainText(second);
  await question(page).getByRole('button', { name: 'Overlap on purpose' }).click();
  const why = question(page).getByRole('textbox', { name: 'Why should they overlap?' });
  await expect(why).toBeFocused();
  await why.fill('Brothers come together.');
  await page.keyboard.press('Escape');
  await expect(card(page, first)).toContainText(FIRST);
  await expect(card(page, second)).toContainText('15:00');

  // It is there again for the same visit, for no other, and no more once it is given up.
  const layOver = async (name: string, key: string) => {
    await pickUpByKeys(page, name);
    for (let step = 0; step < 8; step++) await page.keyboard.press(key);
    await expect(spoken(page)).toContainText('blocked');
    await page.keyboard.press('Enter');
  };
  await layOver(second, 'ArrowUp');
  await expect(why).toHaveValue('');
  await page.keyboard.press('Escape');
  await layOver(first, 'ArrowDown');
  await expect(why).toHaveValue('Brothers come together.');
  await question(page).getByRole('button', { name: 'Leave it' }).click();
  await layOver(first, 'ArrowDown');
  await expect(why).toHaveValue('');
  await page.keyboard.press('Escape');

  await other.getByRole('button', { name: 'Undo' }).click();
  await expect(card(page, second)).not.toContainText('15:00');
});

test('what others take while a visit is in hand is not free any more, and they who have it are named, by keys and mouse', async ({
  page,
  context,
}, testInfo) => {
  const from = mondayOf(testInfo, 9);
  const first = await bookVisit(page, { from, patient: 'Lay' });
  const second = await bookVisit(page, { from, patient: 'Kof' });
  const other = await context.newPage();
  await openDay(page, from);
  await openDay(other, from);

  // One holds the visit over 15:00, the other takes that time.
  const { x, y, hour } = await measure(page, first);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + 2 * hour, { steps: 5 });
  await expect(inHand(page)).toContainText('15:00');
  await expect(inHand(page)).toHaveAttribute('data-verdict', 'free');
  const held = await inHand(page).boundingBox();
  await takeThree(other, second);
  await expect(inHand(page)).toHaveAttribute('data-verdict', 'blocked');
  await expect(inHand(page)).toContainText(`${second} has 15:00`);
  await expect(card(page, second)).toContainText('15:00');
  await expect(visit(page, first)).toHaveAttribute('data-ghost');
  expect(await inHand(page).boundingBox()).toEqual({ ...held, height: expect.any(Number) });
  await page.mouse.up();
  await expect(question(page).getByRole('alert')).toContainText(second);
  await page.keyboard.press('Escape');
  await expect(question(page)).toBeHidden();

  // By keys it is said by itself, and that the time is free again as well.
  await pickUpByKeys(page, first);
  for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowDown');
  await expect(spoken(page)).toContainText(`blocked: ${second} has 15:00`);
  await other.getByRole('button', { name: 'Undo' }).click();
  await expect(card(other, second)).not.toContainText('15:00');
  await expect(spoken(page)).toContainText('15:00 to 15:45, Leena Pillai, free');
  await expect(inHand(page)).toBeFocused();
});

test('who lays a visit over others hears of each of them, also of one whose pause only is missing, by keys', async ({
  page,
}, testInfo) => {
  const provider = 'نوف السبيعي';
  const from = mondayOf(testInfo, 12);
  const book = (patient: string, service: string) =>
    bookPackage(page, {
      patient,
      clinic: CLINIC,
      service,
      provider,
      days: ['Monday'],
      from,
      sessions: 2,
      minutes: 45,
    });
  // From half past eight on one after the other; the last of them needs five minutes after it.
  const under = await book('Lay', 'Speech therapy');
  const after = await book('Kof', 'Speech therapy');
  const moved = await book('Tunde', 'Early intervention');
  await openDay(page, from);
  const cardOf = (name: string) => board(page).locator('[data-visit]').filter({ hasText: name });
  await expect(cardOf(after.patient)).toContainText('09:15');
  await cardOf(moved.patient).getByRole('link').focus();
  await page.keyboard.press('m');
  await expect(inHand(page)).toBeFocused();
  for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowUp');
  await expect(spoken(page)).toContainText('08:30 to 09:15');
  await expect(spoken(page)).toContainText(`${under.patient} has 08:30`);
  await page.keyboard.press('Enter');
  const told = question(page).getByRole('alert').getByRole('listitem');
  await expect(told).toHaveText([
    `Already booked: ${under.patient}, 08:30–09:15`,
    `Only the pause between is missing: ${after.patient}, 09:15–10:00`,
  ]);
  await question(page).getByRole('textbox', { name: 'Why should they overlap?' }).fill('They play together.');
  await question(page).getByRole('button', { name: 'Overlap on purpose' }).click();
  await expect(question(page)).toBeHidden();
  // In the least width that two beside each other have, the mark of both stands clear of their edges.
  await page.setViewportSize({ width: 800, height: 768 });
  for (const name of [under.patient, moved.patient]) {
    const card = cardOf(name).getByRole('link');
    const [box, mark] = await Promise.all([
      card.boundingBox(),
      card.locator('svg.lucide-layers-2').boundingBox(),
    ]);
    if (!box || !mark) throw new Error(`The visit of ${name} has no mark.`);
    expect(box.x + box.width - (mark.x + mark.width)).toBeGreaterThanOrEqual(4);
    // Beside the time: what has no room there is not seen at all.
    expect(mark.y + mark.height - box.y).toBeLessThan(24);
  }

  await page.goto(after.visits[0] ?? '');
  await expect(page.getByRole('link', { name: `With ${moved.patient}, 08:30 – 09:15` })).toBeVisible();
  await expect(page.getByText('only the pause between is missing')).toBeVisible();
});
