import type { TestInfo } from '@playwright/test';
import { mondayIn } from './dates';

/** Beyond the demo's own bookings, so that calendars there hold only what a test books. */
const FIRST_FREE_WEEK = 18;
const SCREENS = ['desktop', 'tablet', 'phone'];

/**
 * A Monday from which on a test has `weeks` weeks of a provider to itself, although desktop, tablet and phone
 * share one clinic and run at once; `place` counts the tests of a spec that book with one provider.
 */
export function ownMonday(
  { project }: TestInfo,
  { weeks, place = 0 }: { weeks: number; place?: number },
): string {
  const screen = Math.max(0, SCREENS.indexOf(project.name));
  return mondayIn(FIRST_FREE_WEEK + weeks * (screen + SCREENS.length * place));
}
