import type { Page } from '@playwright/test';
import {
  choosePatient,
  dayNames,
  expectPlan,
  fillPackage,
  isPhone,
  lengthField,
  pressLabel,
  pressNewBooking,
  progressOf,
  saveButton,
  savedPackage,
  sessionsField,
  showPlan,
} from './booking';
import { addMinutes, datesOn } from './dates';
import { expect, test } from './fixtures';
import { ownMonday } from './own-weeks';
import { findSignIn } from './session';

const MONDAY = 1;
const WEDNESDAY = 3;
const SESSIONS = 24;
const START = '08:30';
const END = addMinutes(START, 45);

test('a package is booked, from signing in to the calendar', async ({ page, product }, testInfo) => {
  test.slow();
  const { email, password } = findSignIn(product.signIns, 'scheduler');
  const from = ownMonday(testInfo, { weeks: 14 });
  const dates = datesOn([MONDAY, WEDNESDAY], { from, count: SESSIONS });

  await test.step('signs in', async () => {
    await page.goto('/sign-in');
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page).toHaveURL(/\/today/);
  });

  await test.step('opens a new booking by key and by button', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await pressNewBooking(page);
    await page.getByRole('link', { name: 'Packages' }).first().click();
    await expect(page).toHaveURL(/\/packages/);
    await page.getByRole('link', { name: 'New booking' }).first().click();
    await expect(page).toHaveURL(/\/bookings\/new/);
  });

  await test.step('chooses what kind, whom and what', async () => {
    const kind = (name: string) => page.getByRole('radio', { name, exact: true });
    await pressLabel(kind('Single session'));
    await expect(kind('Package')).not.toBeChecked();
    await pressLabel(kind('Package'));
    await expect(kind('Package')).toBeChecked();
  });

  const patient = await test.step('types three letters of a name and chooses the rest', async () => {
    const name = await choosePatient(page, 'Whi');
    expect(name).toMatch(/\bWhi/);
    await fillPackage(page, {
      clinic: 'Riverside',
      service: 'Speech therapy',
      provider: 'Nora Whitfield',
      days: ['Monday', 'Wednesday'],
      from,
    });
    await expect(sessionsField(page)).toHaveValue('24');
    await expect(lengthField(page)).toHaveValue('45');
    return name;
  });

  const days = await dayNames(page, dates);
  await test.step('sees the plan before anything is saved', async () => {
    await showPlan(page);
    await expectPlan(
      page,
      days.map((day, index) => ({ number: index + 1, day, time: START, provider: 'Nora Whitfield' })),
    );
    await expect(page.getByText(`${SESSIONS} of ${SESSIONS}`).first()).toBeVisible();
  });

  await test.step('saves it and sees progress and sessions', async () => {
    await expect(saveButton(page)).toHaveText(`Save ${SESSIONS} sessions`);
    await saveButton(page).click();
    await savedPackage(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(patient);
    const progress = progressOf(page);
    await expect(progress.getByRole('toolbar', { name: `0 of ${SESSIONS} completed` })).toBeVisible();
    await expect(progress.getByRole('button')).toHaveCount(SESSIONS);
    await expect(progress.getByText(`${SESSIONS} scheduled`)).toBeVisible();
    await expect(page.getByRole('link', { name: /^.+ session \d+$/ })).toHaveText(
      days.map(
        (day, index) => new RegExp(`^${day}\\s*${START}–${END}.*APT-\\d{8}-\\d{4}, session ${index + 1}$`),
      ),
    );
  });

  // Everything that the card of a visit means is in its name, in whatever order.
  const said = [
    START,
    END,
    patient,
    'Speech therapy',
    'Nora Whitfield',
    'Scheduled',
    `(session 1 of |1/)${SESSIONS}`,
  ];
  const visit = new RegExp(said.map((part) => `(?=.*${part})`).join(''));
  const monday = await longDay(page, from);
  await test.step('finds the first session on its day in the calendar', async () => {
    await page.getByRole('link', { name: /session 1$/ }).click();
    await expect(page).toHaveURL(/\/appointments\//);
    await page.getByRole('link', { name: 'Show in calendar' }).click();
    await expect(page).toHaveURL(new RegExp(`/calendar\\?.*date=${from}`));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(monday);
    if (isPhone(page)) {
      const list = page.getByRole('region', { name: /^Appointments, / });
      await expect(list.getByRole('link', { name: visit })).toBeVisible();
      return;
    }
    for (const provider of ['Nora Whitfield', 'Samuel Okafor', 'Grace Tembo']) {
      await expect(page.getByRole('region', { name: provider, exact: true })).toBeVisible();
    }
    const column = page.getByRole('region', { name: 'Nora Whitfield', exact: true });
    await expect(column.getByRole('link', { name: visit })).toBeVisible();
    const others = page.getByRole('region', { name: 'Grace Tembo', exact: true });
    await expect(others.getByRole('link', { name: patient })).toHaveCount(0);
  });

  await test.step('and in the week of the provider', async () => {
    await pressLabel(page.getByRole('radio', { name: 'Week', exact: true }));
    await expect(page).toHaveURL(/view=week/);
    if (isPhone(page)) {
      const week = page.getByRole('region', { name: /^Appointments, / });
      await expect(week.getByRole('heading', { level: 2 })).toHaveCount(7);
      await expect(week.getByRole('link', { name: visit })).toBeVisible();
      return;
    }
    await page.getByRole('link', { name: 'Nora Whitfield', exact: true }).click();
    await expect(page).toHaveURL(/provider=/);
    const day = page.getByRole('region', { name: monday });
    await expect(day.getByRole('link', { name: visit })).toBeVisible();
  });
});

/** `Monday 1 March 2027`, with or without the comma that some browsers and servers write. */
async function longDay(page: Page, date: string): Promise<RegExp> {
  const [weekday, rest] = await page.evaluate((day) => {
    const at = new Date(`${day}T00:00Z`);
    const say = (options: Intl.DateTimeFormatOptions) =>
      at.toLocaleDateString('en-GB', { ...options, timeZone: 'UTC' });
    return [say({ weekday: 'long' }), say({ day: 'numeric', month: 'long', year: 'numeric' })];
  }, date);
  return new RegExp(`^${weekday},? ${rest}`);
}
