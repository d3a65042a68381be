import { tooEarlyFor, type VisitClock } from '@/lib/rules/outcome-time';
import type { MayAct, VisitToAct } from './visit';

export type VisitAction = 'ARRIVED' | 'COMPLETED' | 'NO_SHOW' | 'SCHEDULED' | 'reschedule' | 'cancel';

const POSSIBLE: Record<VisitToAct['status'], readonly VisitAction[]> = {
  SCHEDULED: ['ARRIVED', 'COMPLETED', 'NO_SHOW', 'reschedule', 'cancel'],
  ARRIVED: ['COMPLETED', 'NO_SHOW', 'SCHEDULED', 'reschedule', 'cancel'],
  COMPLETED: ['SCHEDULED'],
  NO_SHOW: ['SCHEDULED'],
  CANCELLED: [],
};

export type WhyNot = `not.${VisitToAct['status']}` | 'early.before_day' | 'early.before_start';

/** Why this cannot be done with the visit now, as the words are named, or null. */
export function whyNot({ status }: VisitToAct, action: VisitAction, clock: VisitClock): WhyNot | null {
  if (!POSSIBLE[status].includes(action)) return `not.${status}`;
  if (action === 'reschedule' || action === 'cancel') return null;
  const why = tooEarlyFor(action, clock);
  return why && `early.${why}`;
}

/** Whether something was said of the visit that can be taken back. */
export const canBeTakenBack = ({ status }: VisitToAct): boolean => POSSIBLE[status].includes('SCHEDULED');

/** Whether the role may do it at all; what it may not is not shown. */
export function isAllowed(may: MayAct, action: VisitAction): boolean {
  if (action === 'reschedule') return may.reschedule;
  if (action === 'cancel') return may.cancel;
  return may.outcome;
}

/** When a visit is, on the clinic's calendar. */
export type ClinicClock = VisitClock & { isToday: boolean };

/** What is usually done next with such a visit: it stands as a button, the rest in a menu. */
export function usualAction(
  visit: VisitToAct,
  { may, clock }: { may: MayAct; clock: ClinicClock },
): VisitAction | null {
  const wanted = usualOf(visit, clock);
  if (wanted !== null && isAllowed(may, wanted)) return wanted;
  return whyNot(visit, 'reschedule', clock) === null && may.reschedule ? 'reschedule' : null;
}

function usualOf({ status }: VisitToAct, { hasDayCome, isToday }: ClinicClock): VisitAction | null {
  if (!hasDayCome) return POSSIBLE[status].includes('reschedule') ? 'reschedule' : null;
  if (status === 'ARRIVED') return 'COMPLETED';
  if (status !== 'SCHEDULED') return null;
  return isToday ? 'ARRIVED' : 'COMPLETED';
}
