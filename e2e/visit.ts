import { expect, type Locator, type Page } from '@playwright/test';
import { pressLabel } from './booking';

/** Presses until it is heard: a page listens only once it has come alive. */
export async function pressFor(shown: Locator, control: Locator): Promise<void> {
  await expect(async () => {
    if (!(await shown.isVisible())) await control.click({ timeout: 1_000 });
    await expect(shown).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
}

/** Chooses from a menu by the words of an entry; a second line under them says only why it is off. */
export async function chooseInMenu(page: Page, trigger: Locator, entry: string): Promise<void> {
  const item = page.getByRole('menuitem', { name: entry, exact: true });
  await pressFor(item, trigger);
  await item.click();
}

/** Moves a visit to the nearest of the offered times, by the button that opens the dialog; answers which. */
export async function moveToNearest(page: Page, button: Locator): Promise<{ day: string; time: string }> {
  const dialog = page.getByRole('alertdialog', { name: /^Move the visit of / });
  await pressFor(dialog, button);
  const nearest = dialog.getByRole('group', { name: 'Nearest free times' }).getByRole('radio').first();
  await pressLabel(nearest);
  await expect(nearest).toBeChecked();
  await expect(dialog.getByText('This time is free.')).toBeVisible();
  const chosen = await nearest.locator('xpath=ancestor::label').textContent();
  const [, day = '', time = ''] = /^(.+?)\s+(\d\d:\d\d)/.exec(chosen ?? '') ?? [];
  expect(time, `a day and a time: ${chosen}`).not.toBe('');
  await dialog.getByRole('textbox', { name: /^Reason for the move/ }).fill('The family asked for it.');
  await dialog.getByRole('button', { name: /^Move to / }).click();
  await expect(dialog).toBeHidden();
  return { day, time };
}

type Cancelling = { reason: string; session?: 'Still owed' | 'Cancelled too' };

/** Answers everything that the open dialog asks before a visit is cancelled. */
export async function confirmCancel(page: Page, { reason, session }: Cancelling): Promise<void> {
  const dialog = page.getByRole('alertdialog', { name: 'Cancel this visit?' });
  if (session) await pressLabel(dialog.getByRole('radio', { name: session, exact: true }));
  await dialog.getByRole('textbox', { name: /^Reason/ }).fill(reason);
  await pressLabel(dialog.getByRole('checkbox', { name: /^Yes, cancel / }));
  await dialog.getByRole('button', { name: /^Cancel visit/ }).click();
  await expect(dialog).toBeHidden();
}

/** From the page of an appointment to its day in the calendar. */
export async function showInCalendar(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Show in calendar' }).click();
  await expect(page).toHaveURL(/\/calendar\?.*date=/);
}

type VisitOnCard = { provider: string; time: string; said: readonly string[] };

/** The card of a visit in a provider's column of the day; it begins with the time, the rest in whatever order. */
export const visitCard = (page: Page, { provider, time, said }: VisitOnCard): Locator =>
  page
    .getByRole('region', { name: provider, exact: true })
    .getByRole('link', { name: new RegExp(`^${time}${said.map((part) => `(?=.*${part})`).join('')}`) });

/** The row of a session on the page of its package. */
export const sessionRow = (page: Page, number: number): Locator =>
  page
    .getByRole('table', { name: 'Sessions', exact: true })
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: new RegExp(`, session ${number}$`) }) });

/** What can be done with the visit of a session, from its row. */
export const chooseInRow = (page: Page, number: number, entry: string): Promise<void> =>
  chooseInMenu(
    page,
    sessionRow(page, number).getByRole('button', {
      name: new RegExp(`^More actions for session ${number}, `),
    }),
    entry,
  );
