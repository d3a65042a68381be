import type { Page } from '@playwright/test';
import type { Role } from './session';

export type PageToSee = {
  name: string;
  /** Who looks; nobody is signed in without it. */
  role?: Role;
  path: string;
  /** A link on that page: the page meant is where it leads. */
  follow?: string;
  /** What comes after the address of that link. */
  below?: string;
};

/** Every page of the product: checked for access by all, and photographed by `npm run shots`. */
export const PAGES: readonly PageToSee[] = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'today', role: 'scheduler', path: '/today' },
  { name: 'attention', role: 'scheduler', path: '/attention' },
  { name: 'calendar-day', role: 'scheduler', path: '/calendar' },
  { name: 'calendar-week', role: 'scheduler', path: '/calendar?view=week' },
  { name: 'calendar-month', role: 'scheduler', path: '/calendar?view=month' },
  {
    name: 'appointment',
    role: 'scheduler',
    path: '/calendar?view=week',
    follow: 'main a[href^="/appointments/"]',
  },
  { name: 'packages', role: 'scheduler', path: '/packages' },
  { name: 'package', role: 'scheduler', path: '/packages', follow: 'main a[href^="/packages/"]' },
  { name: 'appointments', role: 'scheduler', path: '/appointments' },
  { name: 'patients', role: 'scheduler', path: '/patients' },
  { name: 'patient', role: 'scheduler', path: '/patients', follow: 'main a[href^="/patients/"]' },
  { name: 'new-booking', role: 'scheduler', path: '/bookings/new' },
  { name: 'new-single-booking', role: 'scheduler', path: '/bookings/new?kind=single' },
  {
    name: 'edit-draft',
    role: 'scheduler',
    path: '/packages?status=DRAFT',
    follow: 'main a[href^="/packages/"]',
    below: '/edit',
  },
  { name: 'not-found', role: 'scheduler', path: '/packages/no-such-package' },
];

export async function openPage(page: Page, { path, follow, below = '' }: PageToSee): Promise<void> {
  await page.goto(path);
  if (follow !== undefined) {
    const address = await page.locator(follow).first().getAttribute('href');
    if (address === null) throw new Error(`${path} has no link ${follow}.`);
    await page.goto(`${address}${below}`);
  }
  // A page is itself when its first data and fonts are there. A link fetched ahead that leads nowhere keeps
  // the network busy for good, so the wait has an end.
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
  await page.evaluate(() => document.fonts.ready);
}
