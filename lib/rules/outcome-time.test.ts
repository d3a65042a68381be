import { describe, expect, it } from 'vitest';
import { tooEarlyFor } from './outcome-time';

const tomorrow = { hasDayCome: false, hasBegun: false };
const laterToday = { hasDayCome: true, hasBegun: false };
const begun = { hasDayCome: true, hasBegun: true };

describe('what becomes of a visit', () => {
  it.each(['ARRIVED', 'COMPLETED'] as const)('%s can be said from the day of the visit on', (outcome) => {
    expect(tooEarlyFor(outcome, tomorrow)).toBe('before_day');
    expect(tooEarlyFor(outcome, laterToday)).toBeNull();
    expect(tooEarlyFor(outcome, begun)).toBeNull();
  });

  it('is missed from its start on', () => {
    expect(tooEarlyFor('NO_SHOW', tomorrow)).toBe('before_start');
    expect(tooEarlyFor('NO_SHOW', laterToday)).toBe('before_start');
    expect(tooEarlyFor('NO_SHOW', begun)).toBeNull();
  });

  it('can be taken back at any time', () => {
    expect(tooEarlyFor('SCHEDULED', tomorrow)).toBeNull();
  });
});
