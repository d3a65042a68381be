import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContextOptions, Cookie, Page } from '@playwright/test';
import { openPage, type PageToSee } from '../e2e/pages';

export const SIZES = {
  '1440': { viewport: { width: 1440, height: 900 } },
  '1024': { viewport: { width: 1024, height: 768 }, hasTouch: true },
  '390': { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const satisfies Record<string, BrowserContextOptions>;

export type Size = keyof typeof SIZES;
export type Look = { size: Size; language: 'en' | 'ar'; theme: 'light' | 'dark' };

export interface Shot {
  page: string;
  look: Look;
  /** Below the folder of photographs. */
  file: string;
  /** What a photograph does not show: errors of the browser, a page wider than its screen. */
  faults: string[];
}

interface Studio {
  browser: Browser;
  url: string;
  folder: string;
  isFullPage: boolean;
  cookiesOf: (page: PageToSee) => Promise<Cookie[]>;
}

/** Photographs the pages in one look; a page that cannot be seen becomes a fault, not the end. */
export async function photograph(studio: Studio, look: Look, pages: readonly PageToSee[]): Promise<Shot[]> {
  const shots: Shot[] = [];
  for (const toSee of pages) {
    const context = await studio.browser.newContext({
      ...SIZES[look.size],
      baseURL: studio.url,
      colorScheme: look.theme,
      locale: look.language === 'ar' ? 'ar' : 'en-GB',
      reducedMotion: 'reduce',
    });
    await context.addCookies([
      ...(await studio.cookiesOf(toSee)),
      { name: 'takt-locale', value: look.language, url: studio.url },
    ]);
    const page = await context.newPage();
    const faults = listenForFaults(page);
    const file = `${look.language}-${look.theme}/${toSee.name}-${look.size}.png`;
    try {
      await openPage(page, toSee);
      if (await isTooWide(page)) faults.push('is wider than the screen');
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
    }
    await mkdir(dirname(join(studio.folder, file)), { recursive: true });
    await page.screenshot({ path: join(studio.folder, file), fullPage: studio.isFullPage });
    shots.push({ page: toSee.name, look, file, faults });
    await context.close();
  }
  return shots;
}

function listenForFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // The browser itself reports the status of a page that is meant to be missing.
    if (message.type() === 'error' && !message.text().includes('404')) faults.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} for ${response.url()}`);
  });
  return faults;
}

const isTooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
