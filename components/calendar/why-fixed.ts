import type { DayCard } from '@/lib/calendar/day-column';
import type { BoardWork } from './board-work';
import type { Carried, MoveColumn } from './move/desk';

type Fixed = 'role' | 'done' | 'missed' | 'cancelled' | 'past' | 'begunBefore';

/** Why a visit cannot be taken in hand, or null. */
export function whyFixed(
  { appointment: { status, end }, hasBegunBefore }: DayCard,
  { may, now }: Pick<BoardWork, 'may' | 'now'>,
): Fixed | null {
  if (!may.reschedule) return 'role';
  if (status === 'COMPLETED') return 'done';
  if (status === 'NO_SHOW') return 'missed';
  if (status === 'CANCELLED') return 'cancelled';
  if (end <= now) return 'past';
  return hasBegunBefore ? 'begunBefore' : null;
}

/** The visit of a board that an event is for, and why it cannot be taken in hand. */
export function carriedIn(
  { columns, work }: { columns: readonly MoveColumn[]; work: BoardWork },
  target: EventTarget | null,
): { carried: Carried; fixed: Fixed | null } | null {
  const id =
    target instanceof Element ? target.closest<HTMLElement>('[data-visit]')?.dataset.visit : undefined;
  for (const { column } of columns) {
    const card = column.cards.find(({ appointment }) => appointment.id === id);
    if (!card) continue;
    const durationMinutes = Math.round((card.appointment.end - card.appointment.start) / 60_000);
    const carried = { card, durationMinutes, providerId: column.provider.id, date: column.date };
    return { carried, fixed: whyFixed(card, work) };
  }
  return null;
}
