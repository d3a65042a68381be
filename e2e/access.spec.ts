import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Language } from '../messages/languages';
import { patientBox } from './booking';
import { mondayIn } from './dates';
import { expect, test } from './fixtures';
import { openPage, PAGES } from './pages';

const LOOKS: { language: Language; colorScheme: 'light' | 'dark' }[] = [
  // Each language and each set of colours once: nothing depends on both.
  { language: 'en', colorScheme: 'light' },
  { language: 'ar', colorScheme: 'dark' },
];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const { language, colorScheme } of LOOKS) {
  test.describe(`${language}, ${colorScheme}`, () => {
    test.use({ colorScheme, reducedMotion: 'reduce' });

    for (const toSee of PAGES) {
      test(`${toSee.name} is open to all`, async ({ context, page, product, signIn }) => {
        await context.addCookies([{ name: 'takt-locale', value: language, url: product.url }]);
        if (toSee.role) await signIn(toSee.role);
        await openPage(page, toSee);
        await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
        expect(await findFaults(page)).toEqual([]);
        expect(await widthBeyondScreen(page)).toBe(0);
      });
    }
  });
}

test('on the board, in Arabic too, each card is called by the words that are written on it', async ({
  context,
  page,
  product,
  signIn,
}) => {
  // A phone has a list in place of the board.
  await page.setViewportSize({ width: 1440, height: 900 });
  await context.addCookies([{ name: 'takt-locale', value: 'ar', url: product.url }]);
  await signIn('scheduler');
  await page.goto(`/calendar?date=${mondayIn(1)}`);
  const cards = page.locator('[data-board] [data-visit] > a');
  await expect(cards.first()).toBeAttached();
  const written = await cards.evaluateAll((all) =>
    all.map((card) =>
      [...card.childNodes]
        .map((part) => (part instanceof Element && part.matches('.sr-only') ? '' : part.textContent))
        .join('')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    ),
  );
  for (const [index, words] of written.entries()) {
    // Then comes what is not written: until when, with whom, in which state.
    const rest = ' ?، (?:.+، )?حتى \\d\\d:\\d\\d، .+، .+';
    await expect(cards.nth(index)).toHaveAccessibleName(new RegExp(`^${words}${rest}$`));
  }
  // axe takes joined Arabic letters for icons, and would not find them in a label: there is none to look in.
  await expect(page.locator('[data-board] [data-visit] > a[aria-label]')).toHaveCount(0);
});

test('while the list of a search is open, the page around it is there for all', async ({ page, signIn }) => {
  await signIn('scheduler');
  await page.goto('/bookings/new');
  await patientBox(page).pressSequentially('ma');
  await expect(page.getByRole('main').getByRole('option', { name: 'ma' }).first()).toBeInViewport();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

/** Pixels by which a page can be pushed sideways; only what scrolls by itself may be wider than its place. */
const widthBeyondScreen = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

async function findFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
