import { describe, expect, it } from 'vitest';
import type { Proposal } from '@/lib/packages/propose-plan';
import { instantOf } from '@/lib/time/wall-clock';
import { monthsOf } from './month-view';
import { brokenNumbers, changedNumbers, groupUnplaced, isSamePlan, type PlacedRow } from './plan-view';

const ZONE = 'Asia/Riyadh';

function placed(number: number, date: string, more: Partial<PlacedRow> = {}): PlacedRow {
  const start = instantOf(date, '00:30', ZONE);
  const end = start + 45 * 60_000;
  return { number, providerId: 'nora', roomId: null, start, end, isPinned: false, broken: [], ...more };
}

const planOf = (rows: PlacedRow[], unplaced: Proposal['unplaced'] = []): Proposal => ({
  timeZone: ZONE,
  placed: rows,
  unplaced,
  isOptimal: true,
  relaxations: [],
  choices: [],
  providers: { nora: 'Nora' },
  rooms: {},
  windowTo: '2027-04-02',
});

describe('what cannot stand where it is kept', () => {
  it('is every session whose place breaks a rule', () => {
    const stands = placed(1, '2027-01-03');
    const broken = (number: number) => placed(number, '2027-01-05', { broken: ['provider_busy'] });
    expect(brokenNumbers(planOf([stands]))).toEqual([]);
    expect(brokenNumbers(planOf([stands, broken(2), broken(3)]))).toEqual([2, 3]);
  });
});

describe('what has changed in a plan', () => {
  const before = planOf([placed(1, '2027-01-03'), placed(2, '2027-01-05')]);

  it('is nothing at first, and nothing when all stands where it stood', () => {
    expect(changedNumbers(null, before).size).toBe(0);
    expect(isSamePlan(before, planOf([placed(1, '2027-01-03'), placed(2, '2027-01-05')]))).toBe(true);
  });

  it('is a session that moved, has another provider or another room', () => {
    expect([...changedNumbers(before, planOf([placed(1, '2027-01-03'), placed(2, '2027-01-06')]))]).toEqual([
      2,
    ]);
    const other = planOf([
      placed(1, '2027-01-03', { providerId: 'omar' }),
      placed(2, '2027-01-05', { roomId: 'a' }),
    ]);
    expect([...changedNumbers(before, other)]).toEqual([1, 2]);
  });

  it('is a session that lost its place or got one, and not one that was not asked for before', () => {
    const less = planOf([placed(1, '2027-01-03')], [{ number: 2, reasons: [] }]);
    expect([...changedNumbers(before, less)]).toEqual([2]);
    expect([...changedNumbers(less, before)]).toEqual([2]);
    expect([...changedNumbers(less, planOf([...before.placed, placed(3, '2027-01-07')]))]).toEqual([2]);
  });

  it('is not the same plan when a session is gone', () => {
    const shorter = planOf([placed(1, '2027-01-03')]);
    expect(changedNumbers(before, shorter).size).toBe(0);
    expect(isSamePlan(before, shorter)).toBe(false);
  });

  it('is not the reasons alone', () => {
    const full = planOf([], [{ number: 1, reasons: [{ code: 'closed', days: 2 }] }]);
    expect(isSamePlan(full, planOf([], [{ number: 1, reasons: [{ code: 'closed', days: 3 }] }]))).toBe(true);
  });
});

describe('sessions without a place', () => {
  it('are told once for the same reasons', () => {
    const leave = [{ code: 'time_off' as const, days: 5, provider: 'nora' }];
    const full = [{ code: 'provider_busy' as const, days: 14 }];
    expect(
      groupUnplaced([
        { number: 3, reasons: full },
        { number: 4, reasons: leave },
        { number: 5, reasons: full },
      ]),
    ).toEqual([
      { numbers: [3, 5], reasons: full },
      { numbers: [4], reasons: leave },
    ]);
    expect(groupUnplaced([])).toEqual([]);
  });
});

describe('the little months', () => {
  it('run from the first planned day to the last, by the clinic’s clock and week', () => {
    // Half past midnight in Riyadh is still the day before in London.
    const [january, february, ...more] = monthsOf(
      planOf([placed(1, '2027-01-31'), placed(2, '2027-02-01')]),
      0,
    );
    expect([january?.first, february?.first, more]).toEqual(['2027-01-01', '2027-02-01', []]);
    const planned = january?.weeks.flat().filter((day) => day?.isPlanned);
    expect(planned?.map((day) => day?.date)).toEqual(['2027-01-31']);
    // 1 January 2027 is a Friday: five blanks after Sunday, four after Monday.
    expect(january?.weeks[0]?.map((day) => day?.day ?? null)).toEqual([null, null, null, null, null, 1, 2]);
    const [fromMonday] = monthsOf(planOf([placed(1, '2027-01-31')]), 1);
    expect(fromMonday?.weeks[0]?.[4]?.day).toBe(1);
    expect(fromMonday?.weeks.at(-1)?.at(-1)?.day).toBe(31);
  });

  it('include an empty month between two planned ones, and the turn of the year', () => {
    const months = monthsOf(planOf([placed(1, '2026-12-31'), placed(2, '2027-02-28')]), 0);
    expect(months.map(({ first }) => first)).toEqual(['2026-12-01', '2027-01-01', '2027-02-01']);
  });

  it('are none without a place', () => {
    expect(monthsOf(planOf([]), 0)).toEqual([]);
  });
});
