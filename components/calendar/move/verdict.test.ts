import { describe, expect, it } from 'vitest';
import type { FeasibleDay } from '@/lib/calendar/feasibility';
import { isOnlyTaken, verdictAt } from './verdict';

const monday: FeasibleDay = {
  providerId: 'nora',
  date: '2027-01-04',
  blocked: [
    { from: 0, to: 540, hard: ['not_working'], soft: ['too_close'] },
    { from: 600, to: 660, hard: [], soft: ['not_preferred_day'] },
  ],
};
const at = (minute: number, providerId = 'nora') =>
  verdictAt([monday], { providerId, date: '2027-01-04', minute });

describe('the verdict of a place', () => {
  it('names the rules that it breaks', () => {
    expect(at(525)).toEqual({ kind: 'blocked', hard: ['not_working'], soft: ['too_close'] });
  });

  it('is free from the first minute after what blocks', () => {
    expect(at(540)).toEqual({ kind: 'free' });
  });

  it('tells wishes from rules', () => {
    expect(at(600)).toEqual({ kind: 'unwished', soft: ['not_preferred_day'] });
  });

  it('is not known of a provider or a time nobody asked about', () => {
    expect(at(540, 'omar')).toEqual({ kind: 'unknown' });
    expect(verdictAt(null, { providerId: 'nora', date: '2027-01-04', minute: 0 })).toEqual({
      kind: 'unknown',
    });
  });
});

describe('a place that could be shared', () => {
  it('is one that is only taken', () => {
    expect(isOnlyTaken(['provider_busy', 'no_room'])).toBe(true);
    expect(isOnlyTaken(['provider_busy', 'time_off'])).toBe(false);
  });
});
