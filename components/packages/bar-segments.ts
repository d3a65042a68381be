import type { State } from '@/components/ui/state-glyph';
import type { SessionCounts } from '@/lib/rules/package-progress';

/** In the order in which a package goes its way. */
const ORDER = ['COMPLETED', 'NO_SHOW', 'SCHEDULED', 'PENDING', 'FAILED', 'CANCELLED'] as const;

/** More pieces than this cannot be told apart in a table. */
const MOST_SEGMENTS = 20;

export interface BarSegment {
  key: string;
  state: State;
  label: string;
}

/**
 * The pieces of a small progress bar: one per session while there is room, else in proportion (largest
 * remainders), where whatever is there at all keeps a piece.
 */
export function barSegments(counts: SessionCounts): BarSegment[] {
  const shares = sharesOf(counts);
  return ORDER.flatMap((state) =>
    Array.from({ length: shares[state] }, (_, place) => ({ key: `${state} ${place}`, state, label: '' })),
  );
}

function sharesOf(counts: SessionCounts): SessionCounts {
  const total = ORDER.reduce((sum, state) => sum + counts[state], 0);
  if (total <= MOST_SEGMENTS) return counts;
  const present = ORDER.filter((state) => counts[state] > 0).map((state) => {
    const exact = (counts[state] * MOST_SEGMENTS) / total;
    return { state, exact, share: Math.max(1, Math.floor(exact)) };
  });
  for (let left = MOST_SEGMENTS - sum(present); left > 0; left--) furthestBelow(present).share++;
  for (let over = sum(present) - MOST_SEGMENTS; over > 0; over--) largest(present).share--;
  const shareOf = new Map(present.map(({ state, share }) => [state, share]));
  const of = (state: (typeof ORDER)[number]) => shareOf.get(state) ?? 0;
  return {
    COMPLETED: of('COMPLETED'),
    NO_SHOW: of('NO_SHOW'),
    SCHEDULED: of('SCHEDULED'),
    PENDING: of('PENDING'),
    FAILED: of('FAILED'),
    CANCELLED: of('CANCELLED'),
  };
}

interface Share {
  exact: number;
  share: number;
}

const sum = (shares: readonly Share[]) => shares.reduce((all, { share }) => all + share, 0);

const furthestBelow = (shares: readonly Share[]): Share =>
  shares.reduce((one, other) => (other.exact - other.share > one.exact - one.share ? other : one));

const largest = (shares: readonly Share[]): Share =>
  shares.reduce((one, other) => (other.share > one.share ? other : one));
