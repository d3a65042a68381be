import { describe, expect, it } from 'vitest';
import { changedRows, storedRows, withChanged } from './changed-assignments';

const session = (number: number, providerIds: string[], note = '') =>
  ({ number, providerIds, note, status: 'SCHEDULED', isFixed: false, visit: null }) as const;
/** Session 2 was cancelled. */
const stored = storedRows(
  { sessions: [session(1, ['nora', 'omar'], 'brings a toy'), session(3, ['omar'])] },
  3,
);

describe('what is changed of who is for which session', () => {
  it('is nothing where a pool is only told in another order', () => {
    const rows = withChanged(stored, [{ number: 1, providerIds: ['omar', 'nora'], note: 'brings a toy' }]);
    expect(changedRows(stored, rows)).toEqual([]);
  });

  it('names the sessions that go to others or have another note, and what was entered stands over what is stored', () => {
    const rows = withChanged(stored, [
      { number: 1, providerIds: ['nora', 'omar'], note: '' },
      { number: 3, providerIds: ['nora'] },
    ]);
    expect(changedRows(stored, rows)).toEqual([
      { number: 1, note: '' },
      { number: 3, providerIds: ['nora'] },
    ]);
  });

  it('keeps what somebody else made meanwhile of what was not touched', () => {
    const changed = changedRows(stored, withChanged(stored, [{ number: 3, note: 'brings a splint' }]));
    const meanwhile = storedRows({ sessions: [session(1, ['nora']), session(3, ['nora'])] }, 3);
    expect(withChanged(meanwhile, changed)).toEqual([
      { providerIds: ['nora'], note: '' },
      { providerIds: [], note: '' },
      { providerIds: ['nora'], note: 'brings a splint' },
    ]);
  });
});
