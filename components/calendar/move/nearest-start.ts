import type { FeasibleDay } from '@/lib/calendar/feasibility';
import { BOARD_MINUTES } from '../geometry';

const isOpen = ({ blocked }: FeasibleDay, minute: number) =>
  !blocked.some(({ from, to, hard }) => hard.length > 0 && from <= minute && minute < to);

/** The start nearest to a minute that no rule speaks against, the earlier of two; null on a day without one. */
export function nearestStart(day: FeasibleDay, minute: number, gridMinutes: number): number | null {
  if (isOpen(day, minute)) return minute;
  const below = Math.floor(minute / gridMinutes) * gridMinutes;
  for (let step = 0; step * gridMinutes < BOARD_MINUTES; step++) {
    const [earlier, later] = [below - step * gridMinutes, below + (step + 1) * gridMinutes];
    const [near, far] = minute - earlier <= later - minute ? [earlier, later] : [later, earlier];
    for (const start of [near, far]) if (isOnDay(start) && isOpen(day, start)) return start;
  }
  return null;
}

/** The next such start after a minute, or the last one before it. */
export function nextStart(
  day: FeasibleDay,
  minute: number,
  { gridMinutes, direction }: { gridMinutes: number; direction: 1 | -1 },
): number | null {
  const first = direction === 1 ? Math.floor(minute / gridMinutes) + 1 : Math.ceil(minute / gridMinutes) - 1;
  for (let start = first * gridMinutes; isOnDay(start); start += direction * gridMinutes) {
    if (isOpen(day, start)) return start;
  }
  return null;
}

const isOnDay = (minute: number) => minute >= 0 && minute < BOARD_MINUTES;
