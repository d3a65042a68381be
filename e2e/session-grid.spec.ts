import { fillPackage, openBooking, pressLabel } from './booking';
import { mondayIn } from './dates';
import { expect, test } from './fixtures';

test('a range of sessions is given to one provider without a keyboard', async ({ page, signIn }) => {
  await signIn('scheduler');
  await openBooking(page);
  await fillPackage(page, {
    patient: 'Whi',
    clinic: 'Riverside',
    service: 'Speech therapy',
    days: ['Monday'],
    from: mondayIn(6),
    sessions: 100,
  });
  await pressLabel(page.getByRole('radio', { name: 'Per session', exact: true }));
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const grid = page.getByRole('dialog', { name: 'Providers per session' });
  const number = (which: number) =>
    grid.getByRole('button', { name: `Select session ${which}`, exact: true });
  const given = (which: number) =>
    grid.getByRole('combobox', { name: `Provider of session ${which}, choice 1`, exact: true });

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
  signIn,
}) => {
  await signIn('scheduler');
  await openBooking(page);
  await fillPackage(page, {
    patient: 'Whi',
    clinic: 'Riverside',
    service: 'Speech therapy',
    days: ['Monday'],
    from: mondayIn(6),
    sessions: 20,
  });
  await pressLabel(page.getByRole('radio', { name: 'Per session', exact: true }));
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const grid = page.getByRole('dialog', { name: 'Providers per session' });
  const number = (which: number) =>
    grid.getByRole('button', { name: `Select session ${which}`, exact: true });

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
  const given = (which: number) =>
    grid.getByRole('combobox', { name: `Provider of session ${which}, choice 1`, exact: true });
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

  await grid.getByRole('button', { name: 'Paste', exact: true }).click();
  const column = grid.getByRole('textbox', { name: /^A line a session/ });
  await column.fill('Nobody Atall');
  await grid.getByRole('button', { name: 'Take over', exact: true }).click();
  await expect(grid.getByText('nobody here is called “Nobody Atall”')).toBeVisible();
  const done = grid.getByRole('button', { name: 'Done', exact: true });
  await done.press('Enter');
  await expect(page.getByRole('tooltip')).toContainText('What you pasted is not taken over yet.');
  await expect(column).toHaveValue('Nobody Atall');
  await column.fill('Nora Whitfield');
  await grid.getByRole('button', { name: 'Take over', exact: true }).click();
  await done.click();
  await expect(grid).toBeHidden();
});
