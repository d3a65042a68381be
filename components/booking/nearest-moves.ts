import type { SessionMoves } from '@/lib/packages/session-moves';
import { DAY_MS } from '@/lib/time/instant';

type Move = SessionMoves['moves'][number];

const MOST_NEAREST = 6;
/** More of one day stand in that day's own list. */
const MOST_OF_A_DAY = 2;

/** The free times nearest to where a session stands now, in order of the calendar; its own place is none of them. */
export function nearestMoves(moves: readonly Move[], start: number | null): Move[] {
  if (start === null) return [];
  const taken = new Map<string, number>();
  return moves
    .filter((move) => move.start !== start)
    .toSorted((one, other) => distance(one, start) - distance(other, start))
    .filter(({ date }) => {
      const count = (taken.get(date) ?? 0) + 1;
      taken.set(date, count);
      return count <= MOST_OF_A_DAY;
    })
    .slice(0, MOST_NEAREST)
    .toSorted((one, other) => one.start - other.start);
}

/** Another day at the same hour is nearer than the same day at quite another one, but not than the next day. */
function distance(move: Move, start: number): number {
  const apart = Math.abs(move.start - start);
  const days = Math.round(apart / DAY_MS);
  return days + Math.abs(apart - days * DAY_MS) / DAY_MS;
}
