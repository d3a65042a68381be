import { describe, expect, it } from 'vitest';
import type { ReplannedSession } from '@/lib/packages/replan/propose-replan';
import { changedPlan } from './changed-plan';

const HOUR = 3_600_000;

const at = (hour: number, providerId = 'nora') => ({
  start: hour * HOUR,
  end: (hour + 1) * HOUR,
  providerId,
  roomId: null,
});
const session = (number: number, more: Partial<ReplannedSession> = {}): ReplannedSession => ({
  number,
  status: 'SCHEDULED',
  was: at(9),
  place: at(10),
  reasons: [],
  providerIds: ['nora'],
  isPinned: false,
  ...more,
});
const plan = (...sessions: ReplannedSession[]) => ({ sessions });

describe('what a new plan says otherwise', () => {
  it('is nothing where no plan was seen, or the same one', () => {
    expect(changedPlan(null, plan(session(1)))).toEqual({ seen: new Map(), gone: [] });
    expect(changedPlan(plan(session(1)), plan(session(1)))).toEqual({ seen: new Map(), gone: [] });
  });

  it('keeps what was seen of a session that stood elsewhere, goes elsewhere, to another, or nowhere', () => {
    const before = plan(session(1), session(2), session(3), session(4), session(5));
    const now = plan(
      session(1, { was: at(8) }),
      session(2, { place: at(11) }),
      session(3, { place: at(10, 'omar') }),
      session(4, { place: null }),
      session(5),
    );
    const { seen, gone } = changedPlan(before, now);
    expect([...seen.keys()]).toEqual([1, 2, 3, 4]);
    expect(seen.get(2)?.place).toEqual(at(10));
    expect(gone).toEqual([]);
  });

  it('does not mark another room, which nobody was told', () => {
    const now = plan(session(1, { place: { ...at(10), roomId: 'blue' } }));
    expect(changedPlan(plan(session(1)), now).seen.size).toBe(0);
  });

  it('names the sessions that are not planned any more', () => {
    expect(changedPlan(plan(session(1), session(2)), plan(session(2)))).toEqual({
      seen: new Map(),
      gone: [1],
    });
  });
});
