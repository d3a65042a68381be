import AxeBuilder from '@axe-core/playwright';
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
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        ).toEqual([]);
      });
    }
  });
}
