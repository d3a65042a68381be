import type { Page } from '@playwright/test';
import { fillPackage, openBooking, pressLabel } from './booking';
import { mondayIn } from './dates';
import { expect, test } from './fixtures';

test.beforeEach(async ({ signIn }) => signIn('scheduler'));

/** The grid of a package that is being typed, and what stands in its rows. */
async function openGrid(page: Page, sessions: number) {
  await openBooking(page);
  await fillPackage(page, {
    patient: 'Whi',
    clinic: 'Riverside',
    service: 'Speech therapy',
    days: ['Monday'],
    from: mondayIn(6),
    sessions,
  });
  await pressLabel(page.getByRole('radio', { name: 'Per session', exact: true }));
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const grid = page.getByRole('dialog', { name: 'Providers per session' });
  return {
    grid,
    number: (which: number) => grid.getByRole('button', { name: `Select session ${which}`, exact: true }),
    given: (which: number) =>
      grid.getByRole('combobox', { name: `Provider of session ${which}, choice 1`, exact: true }),
  };
}

test('a range of sessions is given to one provider without a keyboard', async ({ page }, testInfo) => {
  const { grid, number, given } = await openGrid(page, 100);
  // Who has no keyboard is not told of keys.
  const isTouched = await page.evaluate(() => matchMedia('(pointer: coarse)').matches);
  expect(isTouched).toBe(testInfo.project.name !== 'desktop');
  await expect(grid.getByText(/with Shift/)).toBeVisible({ visible: !isTouched });
  await expect(grid.getByText(/“Select up to…” ends a range/)).toBeVisible({ visible: isTouched });

  await number(12).click();
  const upTo = grid.getByRole('button', { name: 'Select up to…', exact: true });
  await upTo.click();
  await expect(upTo).toHaveAttribute('aria-pressed', 'true');
  await number(87).click();
  await expect(upTo).toHaveAttribute('aria-pressed', 'false');
  await grid
    .getByRole('combobox', { name: /^76 sessions selected/ })
    .selectOption({ label: 'Nora Whitfield' });
  for (const which of [12, 50, 87]) {
    await expect(given(which).locator('option:checked')).toHaveText('Nora Whitfield');
  }
  for (const which of [11, 88]) await expect(given(which)).toHaveValue('');
  // One number more is one number more.
  await number(90).click();
  await expect(grid.getByRole('combobox', { name: /^77 sessions selected/ })).toBeVisible();
});

test('sessions are selected by keys, and what was pasted in vain is not left without a word', async ({
  page,
}) => {
  const { grid, number, given } = await openGrid(page, 20);

  await number(1).press('Control+End');
  await expect(number(20)).toBeFocused();
  await number(20).press('Control+Home');
  await expect(number(1)).toBeFocused();
  await number(1).press('ArrowDown');
  for (const which of [2, 3]) await number(which).press('Shift+ArrowDown');
  await expect(number(4)).toBeFocused();
  await expect(grid.getByRole('combobox', { name: /^3 sessions selected/ })).toBeVisible();
  await expect(number(1)).toHaveAttribute('aria-pressed', 'false');

  // Filled down is what is selected. A list that is open closes alone, and what was selected stays.
  await given(2).selectOption({ label: 'Nora Whitfield' });
  await given(3).press('Enter');
  await expect(grid.locator('select:open')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(grid.locator('select:open')).toHaveCount(0);
  await grid.getByRole('button', { name: 'Fill down', exact: true }).click();
  for (const which of [2, 3, 4]) {
    await expect(given(which).locator('option:checked')).toHaveText('Nora Whitfield');
  }
  for (const which of [1, 5]) await expect(given(which)).toHaveValue('');

  // What one press has filled, one press takes back, and the next key the step before it.
  await grid.getByRole('textbox', { name: 'Note for session 3', exact: true }).fill('splint');
  await grid.getByRole('button', { name: 'Undo', exact: true }).click();
  for (const which of [3, 4]) await expect(given(which)).toHaveValue('');
  await expect(given(2).locator('option:checked')).toHaveText('Nora Whitfield');
  await number(1).press('Control+z');
  await expect(given(2)).toHaveValue('');
  await expect(grid.getByRole('textbox', { name: 'Note for session 3', exact: true })).toHaveValue('splint');

  await grid.getByRole('button', { name: 'Paste', exact: true }).click();
  const column = grid.getByRole('textbox', { name: /^A line a session/ });
  await column.fill('Nobody Atall');
  await grid.getByRole('button', { name: 'Take over', exact: true }).click();
  await expect(grid.getByText('nobody here is called “Nobody Atall”')).toBeVisible();
  const done = grid.getByRole('button', { name: 'Done', exact: true });
  await done.press('Enter');
  await expect(page.getByRole('tooltip')).toContainText('What you pasted is not taken over yet.');
  await expect(column).toHaveValue('Nobody Atall');
  // Nor is it lost by the cross or by Escape.
  const word = grid.getByRole('alert').filter({ hasText: 'What you pasted is not taken over yet.' });
  await column.press('Escape');
  await expect(column).toHaveValue('Nobody Atall');
  await expect(grid.getByRole('button', { name: 'Paste', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(word).toBeVisible();
  await grid.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(column).toHaveValue('Nobody Atall');
  await column.fill('Nora Whitfield');
  await grid.getByRole('button', { name: 'Take over', exact: true }).click();
  await done.click();
  await expect(grid).toBeHidden();
});

test('what fills the rows stays in reach below a hundred of them, and leaving for good is a choice', async ({
  page,
}) => {
  const { grid, number, given } = await openGrid(page, 100);
  await number(100).scrollIntoViewIfNeeded();
  for (const name of ['Fill down', 'Alternate', 'Paste']) {
    await expect(grid.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
  }
  // What the keys lead to does not come to lie below them.
  await number(100).focus();
  for (let each = 100; each > 85; each--) await page.keyboard.press('ArrowUp');
  await expect(number(85)).toBeFocused();
  const bar = await grid.getByRole('button', { name: 'Fill down', exact: true }).boundingBox();
  const row = await number(85).boundingBox();
  expect(row?.y ?? 0).toBeGreaterThan((bar?.y ?? 0) + (bar?.height ?? 0));

  await grid.getByRole('button', { name: 'Paste', exact: true }).click();
  const column = grid.getByRole('textbox', { name: /^A line a session/ });
  await expect(column).toBeFocused();
  await expect(column).toBeInViewport();
  await column.fill('Nora Whitfield');
  await grid.getByRole('button', { name: 'Close', exact: true }).click();
  await grid.getByRole('button', { name: 'Close without it', exact: true }).click();
  await expect(grid).toBeHidden();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(given(85)).toHaveValue('');
});
