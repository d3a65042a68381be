import type { Room } from '@/lib/scheduling/instance';
import { type Interval, overlaps } from '@/lib/time/interval';

/** The first room, in the clinic's own order, that is free for the whole visit; null when none is needed. */
export function freeRoomFor(rooms: readonly Room[] | null, visit: Interval): string | null {
  return rooms?.find((room) => !room.busy.some((busy) => overlaps(busy, visit)))?.id ?? null;
}
