import type { MinuteSpan } from '@/lib/calendar/minutes-on-day';

/** A card's place beside others: the how-manieth of how many lanes. */
export type Lane = { readonly lane: number; readonly lanes: number };

/** A card is drawn at least this tall, so that its one line can be read. */
export const SHORTEST_CARD_MINUTES = 15;

/**
 * Puts cards that would cover each other side by side: each takes the first lane that is free where it
 * begins, and all that touch each other, directly or through a third, share their column's width evenly.
 * The cards come by start; the answer is in their order.
 */
export function assignLanes(cards: readonly MinuteSpan[]): Lane[] {
  const lanes: number[] = [];
  const counts: number[] = [];
  let ends: number[] = [];
  let clusterStart = 0;
  for (const [index, card] of cards.entries()) {
    if (ends.every((end) => end <= card.from)) {
      counts.fill(ends.length, clusterStart, index);
      clusterStart = index;
      ends = [];
    }
    const free = ends.findIndex((end) => end <= card.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = Math.max(card.to, card.from + SHORTEST_CARD_MINUTES);
    lanes[index] = lane;
    counts[index] = 0;
  }
  counts.fill(ends.length, clusterStart);
  return lanes.map((lane, index) => ({ lane, lanes: counts[index] ?? 1 }));
}

/** The inline place of a lane within its column. */
export const laneStyle = ({ lane, lanes }: Lane) => ({
  insetInlineStart: `${(lane * 100) / lanes}%`,
  inlineSize: `${100 / lanes}%`,
});
