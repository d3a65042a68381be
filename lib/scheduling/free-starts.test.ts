import { describe, expect, it } from 'vitest';
import { freeStarts } from '@/lib/scheduling/free-starts';
import { movesOf, replan } from '@/lib/scheduling/replan';
import {
  at,
  from,
  nora,
  omar,
  sessions,
  smallClinic,
  withFixed,
} from '@/lib/scheduling/testing/small-clinic';

const week = { ...smallClinic, sessions: withFixed(sessions(3), 1, '2027-01-04T09:00:00Z') };
const held = { ...week, sessions: withFixed(week.sessions, 3, '2027-01-08T09:00:00Z') };
const datesOf = (starts: readonly { date: string }[]) => [
  ...new Set(starts.map(({ date }) => date.slice(8))),
];

describe('the free starts of a session', () => {
  it('lie between the fixed sessions around it', () => {
    expect(datesOf(freeStarts(held, 2))).toEqual(['05', '06', '07']);
    expect(datesOf(freeStarts({ ...held, minGapDays: 2 }, 2))).toEqual(['06']);
  });
  it('keep the largest gap to a neighbour, and as many of them as open sessions could bridge', () => {
    expect(datesOf(freeStarts({ ...held, maxGapDays: 2 }, 2))).toEqual(['06']);
    expect(datesOf(freeStarts({ ...week, maxGapDays: 2 }, 3))).toEqual(['05', '06', '07', '08']);
  });
  it('keep the week within its limit', () => {
    expect(freeStarts({ ...held, maxPerWeek: 2 }, 2)).toEqual([]);
    expect(datesOf(freeStarts({ ...held, maxPerWeek: 2, weekStart: 5 }, 2))).toEqual(['05', '06', '07']);
  });
  it('include the place where the session itself stands now', () => {
    expect(freeStarts(held, 3).some(({ start }) => start === at('2027-01-08T09:00:00Z'))).toBe(true);
  });
  it('are in order of time and provider, each with a room', () => {
    const world = {
      ...smallClinic,
      window: { from: '2027-01-05', to: '2027-01-05' },
      providers: [omar, { ...nora, busy: [from('2027-01-05T10:00:00Z', '2027-01-05T11:00:00Z')] }],
      sessions: sessions(1, { providers: ['omar', 'nora'] }),
      rooms: [
        { id: 'r1', busy: [from('2027-01-05T09:00:00Z', '2027-01-05T10:00:00Z')] },
        { id: 'r2', busy: [] },
      ],
    };
    expect(freeStarts(world, 1).map(({ time, provider, room }) => `${time} ${provider} ${room}`)).toEqual([
      '09:00 nora r2',
      '09:00 omar r2',
      '10:00 omar r1',
      '11:00 nora r1',
      '11:00 omar r1',
    ]);
  });
  it('are none for a number that is not in the package', () => {
    expect(freeStarts(held, 9)).toEqual([]);
    expect(movesOf(held, 9)).toEqual([]);
  });
});

describe('moving a session', () => {
  it('says what each free time would cost, the rest planned around it', () => {
    const moves = movesOf({ ...smallClinic, sessions: sessions(2) }, 1);
    const mornings = moves.filter(({ time }) => time === '09:00');
    expect(mornings.map(({ date, placed, cost }) => [date.slice(8), placed, cost])).toEqual([
      ['03', 2, 1],
      ['04', 2, 3],
      ['05', 2, 5],
      ['06', 2, 7],
      ['07', 2, 9],
      ['08', 2, 11],
      ['09', 1, 6],
    ]);
  });
  it('plans the rest again when one is taken', () => {
    const place = { start: at('2027-01-07T10:00:00Z'), provider: 'nora' };
    const plan = replan({ ...smallClinic, sessions: sessions(2) }, 1, place);
    expect(plan.placed.map(({ start }) => start)).toEqual([place.start, at('2027-01-08T09:00:00Z')]);
  });
});
