import { type Instant, MINUTE_MS } from '@/lib/time/instant';

export interface Place {
  start: Instant;
  end: Instant;
}

/** From how many minutes to how many. */
export interface LengthChange {
  from: number;
  to: number;
}

/** Where a visit stood before a change, which holds only what it changed. */
export function placeBefore(place: Place, before: Record<string, unknown> | null): Place {
  const { start_at: start, end_at: end } = before ?? {};
  return {
    start: typeof start === 'number' ? start : place.start,
    end: typeof end === 'number' ? end : place.end,
  };
}

/** How a visit became longer or shorter; null where it did not. */
export function lengthChange(was: Place, is: Place): LengthChange | null {
  const [from, to] = [minutesOf(was), minutesOf(is)];
  return from === to ? null : { from, to };
}

const minutesOf = ({ start, end }: Place): number => Math.round((end - start) / MINUTE_MS);
