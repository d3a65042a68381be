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
