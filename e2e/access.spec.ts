import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Language } from '../messages/languages';
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

/** Pixels by which a page can be pushed sideways; only what scrolls by itself may be wider than its place. */
const widthBeyondScreen = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

async function findFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const faults: string[] = [];
  for (const { id, nodes } of violations) {
    for (const { html, target } of nodes) {
      const isMistaken =
        id === 'label-content-name-mismatch' && (await isNamedAsWritten(page, String(target[0])));
      if (!isMistaken) faults.push(`${id}: ${html}`);
    }
  }
  return faults;
}

/**
 * axe compares drawn letters to leave out icons that a font makes of words; joined Arabic letters look like that
 * to it. So where it misses words in a name, the letters themselves decide.
 */
const isNamedAsWritten = (page: Page, selector: string): Promise<boolean> =>
  page
    .locator(selector)
    .evaluate((element) =>
      (element.getAttribute('aria-label') ?? '').includes(
        (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
      ),
    );
