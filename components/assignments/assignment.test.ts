import { describe, expect, it } from 'vitest';
import { type AssignmentChange, assign, type SessionProviders, takenBack } from './assignment';

const row = (...providerIds: string[]): SessionProviders => ({ providerIds, note: '' });
/** Session 1 is done, session 4 was cancelled. */
const isFixed = (number: number) => number === 1 || number === 4;
const stored = [row('lea'), row('omar'), row('nora'), row('lea'), row('ben'), row('ben')];
const after = (change: AssignmentChange) =>
  assign(stored, change, isFixed).map(({ providerIds }) => providerIds.join('+'));

describe('changing who is for which session of a stored package', () => {
  it('fills down from a session and leaves what is done or cancelled', () => {
    expect(after({ kind: 'fill_down', from: 2 })).toEqual(['lea', 'omar', 'omar', 'lea', 'omar', 'omar']);
  });

  it('alternates between the first two that are not done', () => {
    expect(after({ kind: 'alternate' })).toEqual(['lea', 'omar', 'nora', 'lea', 'omar', 'nora']);
  });

  it('does not give or paste over a session that is done', () => {
    expect(after({ kind: 'give_all', numbers: [1, 6], providerIds: ['zoe'] })).toEqual([
      'lea',
      'omar',
      'nora',
      'lea',
      'ben',
      'zoe',
    ]);
    expect(after({ kind: 'providers', perSession: stored.map(() => row('zoe')) })[3]).toBe('lea');
    expect(after({ kind: 'session', number: 1, to: { providerIds: ['zoe'] } })[0]).toBe('lea');
  });

  it('is taken back where it changed something, and what was typed since stays', () => {
    const filled = assign(stored, { kind: 'fill_down', from: 2 }, isFixed);
    const noted = assign(filled, { kind: 'session', number: 5, to: { note: 'splint' } }, isFixed);
    expect(takenBack(noted, { before: stored, after: filled })).toEqual(
      stored.map((each, index) => (index === 4 ? { ...each, note: 'splint' } : each)),
    );
  });

  it('alternates nothing when only one session is left', () => {
    expect(assign(stored, { kind: 'alternate' }, (number) => number !== 6)).toEqual(stored);
  });
});
