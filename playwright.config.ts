import { defineConfig } from '@playwright/test';
import type { ProductOptions } from './e2e/fixtures';
import { browserFlags, findBrowser } from './scripts/browser.mjs';

const executablePath = findBrowser();

/*
 * Every journey runs on a desk with SQLite; elsewhere only where something else may happen. What the server
 * answers is the same on every screen, what a screen shows is the same on both databases: so tablet and phone
 * work with PostgreSQL, and a desk does so where they have no journey.
 */
const ON_TABLET = ['book-package', 'calendar-move', 'checklist', 'collision', 'session-grid', 'sign-in'];
const ON_PHONE = ['access', 'book-package', 'collision', 'lists', 'search', 'sign-in', 'today'];
const ON_POSTGRES = ['access-matrix', 'appointments', 'drafts', 'package-page', 'sessions', 'stored-input'];
/** In specs that a tablet shares: what keys and a mouse do, what the planner answers, what becomes of a lost answer. */
const SEEN_ON_A_DESK = [
  'by keys',
  'is dragged to a free time',
  'is dropped where nobody works',
  'in the week of the clinic',
  'who drops second',
  'are lost',
  'answer is lost',
  'a single session is booked',
  'the provider that was chosen',
  'sessions are only on',
  'no preferred days',
  'limited availability',
  'sessions without a place',
];
const specs = (names: readonly string[]) => names.map((name) => `**/${name}.spec.ts`);

// What a journey needs of the screen is said here; e2e/global-setup.ts starts the product on both databases.
export default defineConfig<object, ProductOptions>({
  testDir: 'e2e',
  globalSetup: './e2e/global-setup.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: process.env.CI === 'true',
  // Bounds for a page that never answers, wide enough for a machine that does other things as well.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    // A trace of every step costs a third of the time: worth it where somebody will look at it.
    trace: process.env.CI === 'true' ? 'off' : 'retain-on-failure',
    launchOptions: { executablePath, args: browserFlags },
  },
  projects: [
    {
      name: 'desktop',
      // Looking through a page for faults takes longest of all: each is seen once with a mouse in English, in
      // light colours, and once on a phone in Arabic, in dark ones. A finger is for a screen to touch.
      grepInvert: /ar, dark|on a screen to touch/,
      use: { viewport: { width: 1440, height: 900 } },
    },
    {
      name: 'tablet',
      testMatch: specs(ON_TABLET),
      grepInvert: new RegExp(SEEN_ON_A_DESK.join('|')),
      use: { viewport: { width: 1024, height: 768 }, hasTouch: true, database: 'postgres' },
    },
    {
      name: 'phone',
      testMatch: specs(ON_PHONE),
      grepInvert: /en, light|(is|are) lost|Save twice|a view is saved/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, database: 'postgres' },
    },
    {
      name: 'postgres',
      testMatch: specs(ON_POSTGRES),
      // What is asked and not stored answers alike, as the tests of its reads have shown.
      grepInvert: /days without a time|a typed time|what was typed|begins filled in|nobody is led/,
      use: { viewport: { width: 1440, height: 900 }, database: 'postgres' },
    },
  ],
});
