import { expect, type Locator, type Page } from '@playwright/test';

/** Chooses from the menu of the person who is signed in. */
export async function chooseInAccount(page: Page, entry: Locator): Promise<void> {
  // Pressed before the page has come alive, the button opens nothing; an open menu is not opened again.
  await expect(async () => {
    if (!(await entry.isVisible())) {
      await page.getByRole('button', { name: /^Account: / }).click({ timeout: 1_000 });
    }
    await expect(entry).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await entry.click();
}
