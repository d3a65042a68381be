import type { MayAct, VisitToAct } from './visit';

export type VisitAction = 'ARRIVED' | 'COMPLETED' | 'NO_SHOW' | 'SCHEDULED' | 'reschedule' | 'cancel';

const POSSIBLE: Record<VisitToAct['status'], readonly VisitAction[]> = {
  SCHEDULED: ['ARRIVED', 'COMPLETED', 'NO_SHOW', 'reschedule', 'cancel'],
  ARRIVED: ['COMPLETED', 'NO_SHOW', 'SCHEDULED', 'reschedule', 'cancel'],
  COMPLETED: ['SCHEDULED'],
  NO_SHOW: ['SCHEDULED'],
  CANCELLED: [],
};

export const isPossible = ({ status }: VisitToAct, action: VisitAction): boolean =>
  POSSIBLE[status].includes(action);

/** Whether the role may do it at all; what it may not is not shown. */
export function isAllowed(may: MayAct, action: VisitAction): boolean {
  if (action === 'reschedule') return may.reschedule;
  if (action === 'cancel') return may.cancel;
  return may.outcome;
}

/** When a visit is, on the clinic's calendar. */
export type Nearness = 'past' | 'today' | 'later';

/** What is usually done next with such a visit: it stands as a button, the rest in a menu. */
export function usualAction(
  visit: VisitToAct,
  { may, nearness }: { may: MayAct; nearness: Nearness },
): VisitAction | null {
  const wanted = usualOf(visit, nearness);
  if (wanted !== null && isAllowed(may, wanted)) return wanted;
  return isPossible(visit, 'reschedule') && may.reschedule ? 'reschedule' : null;
}

function usualOf({ status }: VisitToAct, nearness: Nearness): VisitAction | null {
  if (status === 'ARRIVED') return 'COMPLETED';
  if (status !== 'SCHEDULED') return null;
  if (nearness === 'later') return 'reschedule';
  return nearness === 'today' ? 'ARRIVED' : 'COMPLETED';
}
