import { describe, expect, it } from 'vitest';
import type { Instance } from '@/lib/scheduling/instance';
import { planPackage } from '@/lib/scheduling/plan-package';
import { withRelaxation } from '@/lib/scheduling/relaxations';
import { from, nora, omar, sessions, smallClinic } from '@/lib/scheduling/testing/small-clinic';

const relaxations = (instance: Instance) => planPackage(instance).relaxations;

describe('what would place more', () => {
  it('is nothing when all are placed', () => {
    expect(relaxations(smallClinic)).toEqual([]);
  });
  it('is another weekday', () => {
    const sundays = { ...smallClinic, preferredDays: [0], closures: ['2027-01-05'], sessions: sessions(2) };
    const days = relaxations(sundays).flatMap(({ change }) => ('addDay' in change ? [change.addDay] : []));
    expect(days).toEqual([1, 3, 4, 5, 6]);
  });
  it('is the smallest extension that gains, not one day more', () => {
    const sundays = { ...smallClinic, preferredDays: [0], sessions: sessions(2) };
    expect(relaxations(sundays)).toContainEqual({ change: { extendDays: 1 }, placed: 1 });
    const shorter = { ...sundays, window: { from: '2027-01-03', to: '2027-01-04' } };
    expect(relaxations(shorter)).toContainEqual({ change: { extendDays: 6 }, placed: 1 });
    const closed = { ...sundays, closures: ['2027-01-10', '2027-01-17'] };
    expect(relaxations(closed)).toContainEqual({ change: { extendDays: 15 }, placed: 1 });
  });
  it('is at most 60 days more, in a window of at most 366', () => {
    const away = [{ ...nora, timeOff: [from('2027-01-04T00:00:00Z', '2028-03-10T00:00:00Z')] }];
    const year = { ...smallClinic, providers: away, sessions: sessions(2) };
    expect(relaxations(year)).toEqual([]);
    const long = { ...smallClinic, window: { from: '2027-01-03', to: '2028-01-03' }, preferredDays: [0] };
    expect(
      relaxations({ ...long, sessions: sessions(60) }).some(({ change }) => 'extendDays' in change),
    ).toBe(false);
  });
  it('never lies beyond the last date there is', () => {
    const last = { ...smallClinic, window: { from: '9999-12-30', to: '9999-12-31' } };
    expect(relaxations({ ...last, providers: [{ ...nora, hours: [] }] })).toEqual([]);
    const earlier = { ...last, window: { from: '9999-12-28', to: '9999-12-29' }, sessions: sessions(3) };
    expect(relaxations(earlier)).toContainEqual({ change: { extendDays: 1 }, placed: 1 });
  });
  it('is another provider, for the sessions that found no place', () => {
    const away = { ...nora, timeOff: [from('2027-01-04T00:00:00Z', '2028-03-10T00:00:00Z')] };
    const world = { ...smallClinic, providers: [away, omar], sessions: sessions(3) };
    expect(relaxations(world)).toEqual([{ change: { addProvider: 'omar' }, placed: 2 }]);
  });
  it('is an hour more, earlier or later', () => {
    const noon = { ...smallClinic, dayHours: { from: '11:30', to: '12:15' } };
    expect(relaxations(noon)).toEqual([{ change: { dayHours: { from: '10:30', to: '12:15' } }, placed: 1 }]);
    const dawn = { ...smallClinic, dayHours: { from: '00:30', to: '09:00' } };
    expect(relaxations(dawn)).toEqual([{ change: { dayHours: { from: '00:30', to: '10:00' } }, placed: 1 }]);
  });
  it('is one more per week, or a smaller gap, the largest that gains', () => {
    const once = { ...smallClinic, maxPerWeek: 1, sessions: sessions(3) };
    expect(relaxations(once)).toContainEqual({ change: { maxPerWeek: 2 }, placed: 1 });
    const apart = { ...smallClinic, minGapDays: 7, sessions: sessions(2) };
    expect(relaxations(apart)).toContainEqual({ change: { minGapDays: 6 }, placed: 1 });
  });
  it('comes with the most gained first, and then what asks least', () => {
    const sundays = { ...smallClinic, preferredDays: [0], maxPerWeek: 1, sessions: sessions(3) };
    const found = relaxations(sundays);
    expect(found.map(({ placed }) => placed)).toEqual(
      found.map(({ placed }) => placed).sort((a, b) => b - a),
    );
    expect(found[0]).toEqual({ change: { extendDays: 1 }, placed: 1 });
  });
  it('is true: planning again with the change places that many more', () => {
    const sundays = {
      ...smallClinic,
      preferredDays: [0],
      minGapDays: 3,
      maxPerWeek: 1,
      sessions: sessions(4),
    };
    const plan = planPackage(sundays);
    for (const { change, placed } of plan.relaxations) {
      const again = planPackage(withRelaxation(sundays, plan.placed, change));
      expect(again.placed.length - plan.placed.length).toBe(placed);
    }
  });
});
