import { describe, expect, it } from 'vitest';
import type { SessionCounts } from '@/lib/rules/package-progress';
import { barSegments } from './bar-segments';

const NONE: SessionCounts = { PENDING: 0, SCHEDULED: 0, COMPLETED: 0, CANCELLED: 0, FAILED: 0, NO_SHOW: 0 };
const statesOf = (counts: Partial<SessionCounts>) =>
  barSegments({ ...NONE, ...counts }).map(({ state }) => state);
const shareOf = (counts: Partial<SessionCounts>) => {
  const states = statesOf(counts);
  return Object.fromEntries(
    [...new Set(states)].map((state) => [state, states.filter((s) => s === state).length]),
  );
};

describe('the pieces of a small progress bar', () => {
  it('are one per session while there is room, the done ones first', () => {
    expect(statesOf({ SCHEDULED: 2, COMPLETED: 1, FAILED: 1 })).toEqual([
      'COMPLETED',
      'SCHEDULED',
      'SCHEDULED',
      'FAILED',
    ]);
    expect(statesOf({ COMPLETED: 20 })).toHaveLength(20);
  });

  it('are in proportion for more sessions', () => {
    expect(shareOf({ COMPLETED: 50, SCHEDULED: 50 })).toEqual({ COMPLETED: 10, SCHEDULED: 10 });
    expect(shareOf({ COMPLETED: 21 })).toEqual({ COMPLETED: 20 });
    expect(shareOf({ COMPLETED: 33, SCHEDULED: 33, PENDING: 34 })).toEqual({
      COMPLETED: 7,
      SCHEDULED: 6,
      PENDING: 7,
    });
  });

  it('keep a piece for whatever is there at all', () => {
    const counts = { COMPLETED: 95, SCHEDULED: 1, PENDING: 1, FAILED: 1, NO_SHOW: 1, CANCELLED: 1 };
    const shares = shareOf(counts);
    expect(shares).toEqual({ COMPLETED: 15, SCHEDULED: 1, PENDING: 1, FAILED: 1, NO_SHOW: 1, CANCELLED: 1 });
  });

  it('are none for no session', () => {
    expect(statesOf({})).toEqual([]);
  });
});
