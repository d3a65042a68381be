import type { Page } from '@playwright/test';
import { bookPackage } from './booked';
import { fillSingle, freeTimes, pressLabel, progressOf } from './booking';
import { addDays } from './dates';
import { expect, test } from './fixtures';
import { ownMonday } from './own-weeks';
import { chooseInMenu, chooseInRow, confirmCancel, moveToNearest, pressFor, sessionRow } from './visit';

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

/** Where the visits are shown, in the order of the sessions. */
const sessionLinks = async (page: Page): Promise<string[]> => {
  const links = page.locator('main a[href^="/appointments/"]');
  const all = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
  return [...new Set(all)];
};

const more = (page: Page) => page.getByRole('button', { name: 'More actions', exact: true }).first();

test('a way out shows its plan and is saved; then who gives a session changes, and is taken back', async ({
  page,
}, testInfo) => {
  await openPackage(page, ownMonday(testInfo, { weeks: 4, place: PLACE }));
  const progress = progressOf(page);
  await expect(progress).toContainText('1 without a place');

  const dialog = page.getByRole('dialog', { name: 'Plan again' });
  await pressFor(dialog, page.getByRole('button', { name: /^\d+ days? longer: \+1$/ }));
  await expect(dialog.getByRole('region', { name: 'New plan' })).toContainText('1 finds a place');
  // Either choice says what it moves before it is taken.
  await expect(dialog.getByText('Without a place: 0 sessions move, 1 finds a place.')).toBeVisible();
  await expect(dialog.getByText(/^Everything not done: \d sessions? moves?, /)).toBeVisible();
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

  // What was moved by hand is marked, stays when the rest is planned, and moves where it is asked for.
  const row = sessionRow(page, 2);
  await expect(row).not.toContainText('Kept by hand');
  await moveToNearest(page, row.getByRole('button', { name: /^Move/ }));
  await expect(row).toContainText('Kept by hand');
  await page.getByRole('button', { name: 'Plan the rest again' }).click();
  await expect(dialog.getByText('Session 2 is kept by hand and stays where it is.')).toBeVisible();
  const plan = dialog.getByRole('region', { name: 'New plan' });
  const second = plan.getByRole('listitem').filter({ hasText: /^Session 2/ });
  await expect(second).toHaveCount(0);
  await pressLabel(dialog.getByRole('checkbox', { name: 'Plan the one kept by hand, too' }));
  await expect(dialog.getByText('Session 2 was kept by hand and may move.')).toBeVisible();
  await expect(second).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Save 1 session' }).click();
  await expect(dialog).toBeHidden();
  await expect(row).not.toContainText('Kept by hand');
});

test('a package is cancelled as it was listed, and taken back', async ({ page, context }, testInfo) => {
  const from = ownMonday(testInfo, { weeks: 4, place: PLACE + 1 });
  const number = await openPackage(page, from);
  const progress = progressOf(page);
  await chooseInMenu(page, more(page), 'Cancel the package');
  const dialog = page.getByRole('alertdialog', { name: 'Cancel the package' });
  const going = dialog.getByRole('region', { name: '4 sessions are cancelled' });
  await expect(going.getByRole('listitem')).toHaveCount(4);
  // Nothing scrolls within what scrolls.
  expect(await going.evaluate((list) => getComputedStyle(list).overflowY)).toBe('visible');

  const cancel = dialog.getByRole('button', { name: 'Cancel the package and 4 sessions' });
  await cancel.click();
  await expect(dialog.getByText('This is needed')).toBeVisible();
  const reason = dialog.getByRole('textbox', { name: 'Reason' });
  await expect(reason).toBeFocused();
  await reason.fill('The family has moved away.');
  const sure = dialog.getByRole('checkbox', { name: `Yes, cancel 4 sessions of ${number}` });
  await pressLabel(sure);
  // The reason waits behind a closed dialog; whether it is meant is asked again.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await chooseInMenu(page, more(page), 'Cancel the package');
  await expect(reason).toHaveValue('The family has moved away.');
  await expect(sure).not.toBeChecked();
  await pressLabel(sure);
  await cancel.click();
  await expect(dialog).toBeHidden();
  await expect(progress).toContainText('4 cancelled');
  await expect(progress).toContainText('All sessions are cancelled');
  await expect(progress).not.toContainText('%');
  await expect(page.getByText('reason: The family has moved away.').first()).toBeVisible();

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(progress).toContainText('3 scheduled');
  await expect(progress).toContainText('1 without a place');
  // What was sent is kept no more.
  await chooseInMenu(page, more(page), 'Cancel the package');
  await expect(reason).toHaveValue('');

  // Where somebody else has one of the times by then, it is said which one, and who.
  await reason.fill('They have moved after all.');
  await pressLabel(sure);
  await cancel.click();
  await expect(progress).toContainText('4 cancelled');
  const told = (await sessionRow(page, 1).textContent()) ?? '';
  const [, time = ''] = /(\d\d:\d\d)–/.exec(told) ?? [];
  const other = await context.newPage();
  await fillSingle(other, {
    patient: 'Bal',
    clinic: 'Riverside',
    service: 'Speech therapy',
    provider: 'Farah Siddiqui',
    date: addDays(from, 1),
  });
  await pressLabel(freeTimes(other).and(other.getByRole('radio', { name: time })));
  await other.getByRole('button', { name: 'Book appointment', exact: true }).click();
  await expect(other).toHaveURL(/\/appointments\//);
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  const refusal = page.getByText(/^Not taken back: session 1, Tue .+: .+ has this time now\.$/);
  await expect(refusal).toContainText(time);
  await expect(progress).toContainText('4 cancelled');
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
  await expect(told).toBeInViewport({ ratio: 1 });
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
  // The same way out is another one where every visit to come may move.
  const mayMove = dialog.getByText('What would help, up to 3 visits may move:');
  await expect(mayMove).toBeVisible();
  await pressLabel(dialog.getByRole('radio', { name: /^Without a place/ }));
  await expect(dialog.getByText('What would help, no visit moves:')).toBeVisible();
  await pressLabel(dialog.getByRole('radio', { name: 'Everything not done' }));
  await expect(mayMove).toBeVisible();
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

test('a session owed no more, and a visit whose time is free at once, are cancelled with a reason and taken back', async ({
  page,
}, testInfo) => {
  // The weeks of the tablet, on which this spec does not run.
  const from = addDays(ownMonday(testInfo, { weeks: 4, place: PLACE }), 28);
  const number = await openPackage(page, from);
  const progress = progressOf(page);
  const undo = page.getByRole('button', { name: 'Undo', exact: true });

  const others = page.getByRole('button', { name: 'More for session 4', exact: true });
  await chooseInMenu(page, others, 'Cancel session 4');
  const dialog = page.getByRole('alertdialog', { name: 'Cancel session 4' });
  await expect(dialog).toContainText('The session is no longer owed.');
  const cancel = dialog.getByRole('button', { name: 'Cancel session 4', exact: true });
  await cancel.click();
  const reason = dialog.getByRole('textbox', { name: 'Reason' });
  await expect(dialog.getByText('This is needed')).toBeVisible();
  await expect(reason).toBeFocused();
  await reason.fill('Given up');
  await dialog.getByRole('button', { name: 'Keep', exact: true }).click();
  await chooseInMenu(page, others, 'Cancel session 4');
  await expect(reason).toHaveValue('');
  await reason.fill('Three are enough.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  await chooseInMenu(page, others, 'Cancel session 4');
  await expect(reason).toHaveValue('Three are enough.');
  await cancel.click();
  await expect(dialog).toBeHidden();
  await expect(progress).toContainText('1 cancelled');
  await expect(progress).not.toContainText('without a place');
  await expect(page.getByText('reason: Three are enough.')).toBeVisible();
  await undo.click();
  await expect(progress).toContainText('1 without a place');

  const tuesday = addDays(from, 8);
  const visits = await sessionLinks(page);
  const [first = '', second = ''] = visits;
  const time = (await sessionRow(page, 2).textContent())?.match(/\d\d:\d\d/)?.[0] ?? '';
  const isFree = async () => {
    const answer = await page.request.get(`/api${first}/free-times?from=${tuesday}&days=1`);
    const { days }: { days: { of: { times: string[]; against: string[] }[] }[] } = await answer.json();
    return days.flatMap(({ of }) => of.flatMap((each) => [...each.times, ...each.against])).includes(time);
  };
  expect(await isFree()).toBe(false);
  await chooseInRow(page, 2, 'Cancel visit');
  const visitDialog = page.getByRole('alertdialog', { name: 'Cancel this visit?' });
  await expect(visitDialog).toContainText(time);
  await expect(visitDialog).toContainText(`Session 2 of ${number}`);
  // Neither the other dialog's reason, nor in the dialog of another visit what is entered here.
  const why = visitDialog.getByRole('textbox', { name: /^Reason/ });
  const dropped = visitDialog.getByRole('radio', { name: 'Cancelled too', exact: true });
  await expect(why).toHaveValue('');
  await why.fill('On a school trip.');
  await pressLabel(dropped);
  await why.press('Escape');
  await expect(visitDialog).toBeHidden();
  await chooseInRow(page, 3, 'Cancel visit');
  await expect(why).toHaveValue('');
  await expect(dropped).not.toBeChecked();
  await page.keyboard.press('Escape');
  await chooseInRow(page, 2, 'Cancel visit');
  await expect(why).toHaveValue('On a school trip.');
  await expect(dropped).toBeChecked();
  await confirmCancel(page, { reason: 'On a school trip.', session: 'Cancelled too' });
  await expect(progress).toContainText('1 cancelled');
  expect(await isFree()).toBe(true);
  await undo.click();
  await expect(progress).toContainText('3 scheduled');
  await expect(page.locator(`main a[href="${second}"]`).first()).toBeVisible();
  expect(await isFree()).toBe(false);
});

/** Loses the answer to the next change on its way back; the server has done what it asked. */
async function loseNextAnswer(page: Page): Promise<void> {
  let lost = 0;
  await page.route('**/packages/*', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.fallback();
    lost += 1;
    const reply = await route.fetch();
    expect(await reply.text()).toContain('"ok":true');
    await route.abort('connectionreset');
  });
}

test('a change whose answer is lost is done once, and said to be done when it is sent again', async ({
  page,
}, testInfo) => {
  // The weeks of the phone, on which this spec does not run.
  const from = addDays(ownMonday(testInfo, { weeks: 4, place: PLACE }), 56);
  const number = await openPackage(page, from);
  const progress = progressOf(page);
  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  await chooseInMenu(page, more(page), 'Extend or change days');
  const plan = page.getByRole('dialog', { name: 'Extend or change days' });
  await plan.getByRole('button', { name: /^\d+ days? longer: \+1$/ }).click();
  await loseNextAnswer(page);
  await plan.getByRole('button', { name: 'Save 1 session' }).click();
  await expect(plan.getByRole('alert')).toContainText('No answer from the server.');
  await plan.getByRole('button', { name: 'Try again' }).click();
  await expect(plan).toBeHidden();
  await expect(undo).toBeVisible();
  await expect(progress).toContainText('4 scheduled');

  await page.unrouteAll();
  await chooseInMenu(page, more(page), 'Cancel the package');
  const dialog = page.getByRole('alertdialog', { name: 'Cancel the package' });
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The family has moved away.');
  await pressLabel(dialog.getByRole('checkbox', { name: `Yes, cancel 4 sessions of ${number}` }));
  await loseNextAnswer(page);
  await dialog.getByRole('button', { name: 'Cancel the package and 4 sessions' }).click();
  await expect(dialog.getByRole('alert')).toContainText('No answer from the server.');
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog).toBeHidden();
  await expect(progress).toContainText('4 cancelled');
  await undo.first().click();
  await expect(progress).toContainText('4 scheduled');
});

test('what was entered of a plan is there again; by hand nothing is placed that has a place meanwhile', async ({
  page,
  context,
}, testInfo) => {
  // The weeks of the phone, on which this spec does not run.
  await openPackage(page, addDays(ownMonday(testInfo, { weeks: 4, place: PLACE + 1 }), 56));
  const plan = page.getByRole('dialog', { name: 'Extend or change days' });
  const open = () => chooseInMenu(page, more(page), 'Extend or change days');
  const thursday = plan.getByRole('checkbox', { name: 'Thursday', exact: true });
  const perWeek = plan.getByRole('spinbutton', { name: 'Most per week' });
  const hoursFrom = plan.getByRole('group', { name: 'Patient free from' });
  const gap = plan.getByRole('spinbutton', { name: 'Days between, at most' });
  await open();
  await pressLabel(thursday);
  await perWeek.fill('99');
  await expect(plan.getByText('At most 7')).toBeVisible();
  // Nothing is being planned.
  await expect(plan.getByText(/planning…/i)).toHaveCount(0);
  await expect(plan.getByText('Visits to come may move', { exact: false })).toHaveCount(0);
  await plan.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await expect(page.getByRole('tooltip')).toHaveText('Correct what is marked first.');
  await hoursFrom.getByRole('spinbutton').first().click();
  await page.keyboard.type('1030');
  await gap.fill('-');
  await page.keyboard.press('Escape');
  await expect(plan).toBeHidden();
  await open();
  await expect(thursday).toBeChecked();
  await expect(perWeek).toHaveValue('99');
  await expect(hoursFrom).toContainText('10:30');
  await expect(gap).toHaveValue('-');
  await gap.fill('');
  await perWeek.fill('');
  await expect(plan.getByText(/^Without a place: .+[^.…]\.$/)).toBeVisible();
  await plan.getByRole('button', { name: 'Close' }).click();
  await open();
  await expect(thursday).toBeChecked();
  // Given up, it is forgotten.
  await plan.getByRole('button', { name: 'Cancel', exact: true }).click();
  await open();
  await expect(thursday).not.toBeChecked();
  await expect(hoursFrom).not.toContainText('10:30');
  await page.keyboard.press('Escape');

  const other = await context.newPage();
  await other.goto(page.url());
  const place = page.getByRole('dialog', { name: 'Schedule session 4' });
  await page.getByRole('button', { name: 'Schedule by hand: session 4', exact: true }).click();
  const day = place.getByRole('group', { name: 'Free days' }).getByRole('radio').nth(1);
  const time = place.getByRole('group', { name: 'Free times' }).getByRole('radio').nth(1);
  await pressLabel(day);
  // The times of that day, no more those of the day before.
  await expect(place.locator('[aria-busy=true]')).toHaveCount(0);
  await pressLabel(time);
  await expect(time).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(place).toBeHidden();
  await page.getByRole('button', { name: 'Schedule by hand: session 4', exact: true }).click();
  await expect(day).toBeChecked();
  await expect(time).toBeChecked();
  await place.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByRole('button', { name: 'Schedule by hand: session 4', exact: true }).click();
  await expect(day).not.toBeChecked();
  await pressLabel(place.getByRole('group', { name: 'Free times' }).getByRole('radio').first());
  await expect(place.getByRole('status').first()).not.toBeEmpty();
  // Its judgement lies over no field, on a small tablet neither.
  await page.setViewportSize({ width: 1024, height: 700 });
  for (const field of ['Date', 'Time']) {
    const part = place.getByRole('group', { name: field, exact: true }).getByRole('spinbutton').first();
    await expect(part).toBeInViewport({ ratio: 1 });
    await part.click({ trial: true });
  }
  const accept = place.getByRole('checkbox', { name: 'Schedule it all the same' });
  if (await accept.isVisible()) await pressLabel(accept);

  const theirs = other.getByRole('dialog', { name: 'Plan again' });
  await pressFor(theirs, other.getByRole('button', { name: /^\d+ days? longer: \+1$/ }));
  await theirs.getByRole('button', { name: 'Save 1 session' }).click();
  await expect(theirs).toBeHidden();

  const save = place.getByRole('button', { name: 'Schedule session 4' });
  await save.click();
  const told = place.getByRole('alert');
  await expect(told).toContainText('Someone has changed this package meanwhile');
  await told.getByRole('button', { name: 'Go on with the new state' }).click();
  const why = 'The session has another state now: Scheduled.';
  await expect(told).toContainText(why);
  await expect(place.getByRole('status')).toHaveCount(0);
  await expect(save).toHaveAttribute('aria-disabled', 'true');
  await save.press('Enter');
  await expect(page.getByRole('tooltip')).toHaveText(why);
  await told.getByRole('button', { name: 'Show the new state' }).click();
  await expect(place).toBeHidden();
  await expect(progressOf(page)).toContainText('4 scheduled');
});
