import { defineConfig } from '@playwright/test';
import type { ProductOptions } from './e2e/fixtures';
import { browserFlags, findBrowser } from './scripts/browser.mjs';

const executablePath = findBrowser();

// What a page says to a screen reader differs between desk and phone, not between databases.
const SAME_ON_BOTH_DATABASES = [
  'access.spec.ts',
  'checklist.spec.ts',
  'keyboard.spec.ts',
  'plan-by-hand.spec.ts',
  'preferences.spec.ts',
  'script-budget.spec.ts',
];
// What the server answers, and what a keyboard does, is the same for every size of screen.
const FOR_ONE_SCREEN = [
  'access-matrix.spec.ts',
  'bad-input.spec.ts',
  'keyboard.spec.ts',
  'plan-by-hand.spec.ts',
  'preferences.spec.ts',
  'script-budget.spec.ts',
  'sessions.spec.ts',
];
// Its lines are about the desk and the tablet beside it; a phone shows the day as a list, which others check.
const FOR_WIDE_SCREENS = ['checklist.spec.ts'];

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
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'tablet',
      testIgnore: ['access.spec.ts', ...FOR_ONE_SCREEN],
      use: { viewport: { width: 1024, height: 768 }, hasTouch: true },
    },
    // Its colours are the desk's; what differs is the layout, in both directions.
    {
      name: 'phone',
      testIgnore: [...FOR_ONE_SCREEN, ...FOR_WIDE_SCREENS],
      grepInvert: /en, dark|ar, light/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    {
      name: 'postgres',
      testIgnore: SAME_ON_BOTH_DATABASES,
      use: { viewport: { width: 1440, height: 900 }, database: 'postgres' },
    },
  ],
});
