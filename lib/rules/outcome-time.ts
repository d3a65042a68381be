import type { AppointmentStatus } from '@/db/schema';

/** How far the clock at the clinic is with a visit. */
export interface VisitClock {
  hasDayCome: boolean;
  hasBegun: boolean;
}

/**
 * Why this cannot be said of a visit yet, or null. Nobody arrives or is treated before the visit's day, though on
 * that day it may begin early; and nobody has missed what has not begun.
 */
export function tooEarlyFor(
  outcome: AppointmentStatus,
  { hasDayCome, hasBegun }: VisitClock,
): 'before_day' | 'before_start' | null {
  if ((outcome === 'ARRIVED' || outcome === 'COMPLETED') && !hasDayCome) return 'before_day';
  return outcome === 'NO_SHOW' && !hasBegun ? 'before_start' : null;
}
