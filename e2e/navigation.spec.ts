import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { patientBox, pressLabel } from './booking';
import { expect, test } from './fixtures';
import { pressFor } from './visit';

test.beforeEach(({ signIn }) => signIn('scheduler'));

test('a place that was pressed is marked until its page is there, and a slow one shows its skeleton', async ({
  page,
}) => {
  await page.goto('/today');
  const answer = await holdPatients(page);
  const patients = placeNamed(page, 'Patients');
  const mark = patients.locator('[data-pending]');
  await expect(mark).toBeHidden();
  await patients.click();
  await expect(mark).toBeVisible();
  await expectSkeletonOfPatients(page);
  answer();
  await expect(page).toHaveURL(/\/patients/);
  await expect(mark).toBeHidden();
  await expectPatients(page);
});

test('a place that its letter leads to shows its skeleton, too', async ({ page }) => {
  await page.goto('/today');
  const answer = await holdPatients(page);
  await expect(async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await expect(skeletonIn(page)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expectSkeletonOfPatients(page);
  answer();
  await expectPatients(page);
});

test('a record that is slow to come shows its outline where one is, and the list stays as it was behind it', async ({
  page,
}) => {
  await page.goto('/appointments?when=all');
  const names = page.getByRole('table').getByRole('link');
  await names.last().scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => scrollY);
  expect(scrolled).toBeGreaterThan(0);
  const answer = await hold(page, /\/appointments\/[^/?]+\?.*_rsc=/);
  await names.last().click();
  await expect(skeletonIn(page)).toBeInViewport();
  await expect(placeNamed(page, 'Calendar')).toHaveAttribute('aria-current', 'page');
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  answer();
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
  await expect(skeletonIn(page)).toBeHidden();
  await page.goBack();
  await expect(names.last()).toBeInViewport();
});

const placeNamed = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name });
const skeletonIn = (page: Page) => page.getByRole('main').getByRole('status', { name: 'Loading…' });

const holdPatients = (page: Page): Promise<() => void> => hold(page, '**/patients?_rsc=*');

/** What is asked for there answers only when it is told to. */
async function hold(page: Page, url: string | RegExp): Promise<() => void> {
  let answer = () => {};
  const seen = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(url, async (route) => {
    await seen;
    await route.continue();
  });
  return answer;
}

async function expectSkeletonOfPatients(page: Page): Promise<void> {
  await expect(skeletonIn(page)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Patients');
  await expect(placeNamed(page, 'Patients')).toHaveAttribute('aria-current', 'page');
  await expect(placeNamed(page, 'Today')).not.toHaveAttribute('aria-current');
}

async function expectPatients(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Patients' })).toBeVisible();
  await expect(skeletonIn(page)).toBeHidden();
  await expect(page.getByRole('table')).toBeVisible();
}

test('the key of a new booking begins in the first field, and for the patient that is looked at', async ({
  page,
}) => {
  await page.goto('/packages?view=all');
  await expect(async () => {
    await page.keyboard.press('n');
    await expect(page).toHaveURL(/\/bookings\/new$/, { timeout: 1_000 });
  }).toPass();
  await expect(patientBox(page)).toBeFocused();

  // On the page itself it leads back there, also from a choice that one was just making.
  const single = page.getByRole('radio', { name: 'Single session', exact: true });
  await pressLabel(single);
  await expect(page).toHaveURL(/\/bookings\/new\?kind=single$/);
  await single.press('n');
  await expect(patientBox(page)).toBeFocused();
  await expect(single).toBeChecked();

  await page.goto('/patients');
  const name = page.getByRole('table').getByRole('link').first();
  const patient = (await name.textContent()) ?? '';
  await name.click();
  await expect(page.getByRole('heading', { level: 1, name: patient })).toBeVisible();
  const id = new URL(page.url()).pathname.split('/').at(-1);
  await page.keyboard.press('n');
  await expect(page).toHaveURL(`/bookings/new?patient=${id}`);
  await expect(patientBox(page)).toHaveValue(patient);
  await expect(page.getByRole('combobox', { name: 'Clinic', exact: true })).toBeFocused();
});

test('a row that is opened by a key leads to the title, a place in the navigation keeps the focus', async ({
  page,
}) => {
  await page.goto('/patients');
  const name = page.getByRole('table').getByRole('link').first();
  await name.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  const packages = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Packages/ });
  await packages.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Packages' })).toBeVisible();
  await expect(packages).toBeFocused();
});

test('a panel over a page is a dialog by its own name, and nothing of it stands outside', async ({
  page,
}) => {
  await page.goto('/packages?view=all');
  await pressFor(
    page.getByRole('dialog', { name: 'Start', exact: true }),
    page.getByRole('button', { name: 'Start', exact: true }),
  );
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
});
