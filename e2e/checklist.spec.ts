// The testing checklist that the product began with, journey by journey and line by line.
import type { TestInfo } from '@playwright/test';
import { countPackages, dayNames, fillSingle, freeTimes, pressLabel } from './booking';
import { expect, test } from './fixtures';
import { ownMonday } from './own-weeks';
import { chooseInMenu, confirmCancel, moveToNearest, showInCalendar, visitCard } from './visit';

const CLINIC = 'Riverside';

/** Beyond the weeks of all other journeys; `place` counts those here that book with one provider. */
const monday = (testInfo: TestInfo, place = 0) => ownMonday(testInfo, { weeks: 4, place: 4 + place });

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

    const card = (at: string) => visitCard(page, PROVIDER, [at, patient, SERVICE, 'Scheduled']);
    await test.step('Check appointment appears in calendar', async () => {
      await page.goto(address);
      await showInCalendar(page);
      await expect(card(time)).toBeVisible();
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
