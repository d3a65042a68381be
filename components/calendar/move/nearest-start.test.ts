import { describe, expect, it } from 'vitest';
import type { FeasibleDay } from '@/lib/calendar/feasibility';
import { nearestStart, nextStart } from './nearest-start';

const NINE = 540;

/** Nora works from 08:00 to 12:00 and is booked from 09:00 to 10:00; she would rather not come before 09:00. */
const monday: FeasibleDay = {
  providerId: 'nora',
  date: '2027-01-04',
  blocked: [
    { from: 0, to: 480, hard: ['not_working'], soft: [] },
    { from: 480, to: 510, hard: [], soft: ['too_close'] },
    { from: 510, to: 600, hard: ['provider_busy'], soft: [] },
    { from: 705, to: 1440, hard: ['not_working'], soft: [] },
  ],
};
const sunday: FeasibleDay = { ...monday, blocked: [{ from: 0, to: 1440, hard: ['closed'], soft: [] }] };

describe('the nearest start', () => {
  it('is the time itself when nothing but a wish speaks against it, also off the grid', () => {
    expect(nearestStart(monday, 600, 15)).toBe(600);
    expect(nearestStart(monday, 485, 15)).toBe(485);
  });

  it('is earlier or later, whichever is nearer', () => {
    expect(nearestStart(monday, NINE, 15)).toBe(495);
    expect(nearestStart(monday, NINE + 10, 15)).toBe(600);
  });

  it('is the last of a day that is over', () => {
    expect(nearestStart(monday, 1425, 15)).toBe(690);
  });

  it('is none on a day without a place', () => {
    expect(nearestStart(sunday, NINE, 15)).toBeNull();
  });
});

describe('the next start', () => {
  it('leaves out what is blocked, in both directions', () => {
    expect(nextStart(monday, 495, { gridMinutes: 15, direction: 1 })).toBe(600);
    expect(nextStart(monday, 600, { gridMinutes: 15, direction: -1 })).toBe(495);
  });

  it('is none beyond the first and the last', () => {
    expect(nextStart(monday, 480, { gridMinutes: 15, direction: -1 })).toBeNull();
    expect(nextStart(monday, 690, { gridMinutes: 15, direction: 1 })).toBeNull();
  });
});
