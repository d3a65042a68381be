import type { DayCard } from '@/lib/calendar/day-column';
import type { BoardWork } from './board-work';

/** Why a visit cannot be taken in hand, or null. */
export function whyFixed(
  { appointment: { status, end }, hasBegunBefore }: DayCard,
  { may, now }: Pick<BoardWork, 'may' | 'now'>,
): 'role' | 'done' | 'missed' | 'cancelled' | 'past' | 'begunBefore' | null {
  if (!may.reschedule) return 'role';
  if (status === 'COMPLETED') return 'done';
  if (status === 'NO_SHOW') return 'missed';
  if (status === 'CANCELLED') return 'cancelled';
  if (end <= now) return 'past';
  return hasBegunBefore ? 'begunBefore' : null;
}
