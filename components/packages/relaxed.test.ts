import { describe, expect, it } from 'vitest';
import { relaxed } from './relaxed';

const wishes = {
  endDate: '2027-01-28',
  preferredDays: [0, 4],
  dayHours: null,
  minGapDays: 2,
  maxGapDays: null,
  maxPerWeek: 2,
  goal: 'regular' as const,
};
const session = (
  number: number,
  place: { start: number; end: number; providerId: string; roomId: null } | null,
) => ({
  number,
  status: 'FAILED' as const,
  was: null,
  place,
  reasons: [],
  providerIds: ['nora'],
  isPinned: false,
});
const proposal = {
  wishes,
  sessions: [session(3, null), session(4, { start: 1, end: 2, providerId: 'nora', roomId: null })],
};

describe('a way out that is taken', () => {
  it('is another day, a later end, or another limit', () => {
    expect(relaxed({}, proposal, { addDay: 2 })).toEqual({ preferredDays: [0, 2, 4] });
    expect(relaxed({}, proposal, { extendDays: 6 })).toEqual({ endDate: '2027-02-03' });
    expect(relaxed({ endDate: '2027-02-03' }, proposal, { maxPerWeek: 3 })).toEqual({
      endDate: '2027-02-03',
      maxPerWeek: 3,
    });
  });

  it('adds a provider to the sessions that have no place, and to no other; notes stay', () => {
    const entered = { number: 3, providerIds: ['nora'], note: 'brings a toy' };
    const changes = { providers: [{ number: 4, providerIds: ['sara'] }, entered] };
    expect(relaxed(changes, proposal, { addProvider: 'omar' })).toEqual({
      providers: [
        { number: 4, providerIds: ['sara'] },
        { number: 3, providerIds: ['nora', 'omar'], note: 'brings a toy' },
      ],
    });
  });
});
