import { describe, expect, it } from 'vitest';
import { alternatives } from '@/lib/scheduling/alternatives';
import { checkPlan } from '@/lib/scheduling/check-plan';
import type { Instance } from '@/lib/scheduling/instance';
import { from, nora, omar, sessions, smallClinic } from '@/lib/scheduling/testing/small-clinic';

describe('three ways to plan a package', () => {
  it('are one when they come to the same plan', () => {
    const [only, ...others] = alternatives(smallClinic);
    expect(others).toEqual([]);
    expect(only?.presets).toEqual(['soonest', 'regular', 'same_provider']);
    expect(only?.summary).toEqual({
      placed: 1,
      unplaced: 0,
      weekdays: [0],
      times: ['09:00'],
      isAlwaysSameTime: true,
      providers: ['nora'],
      isAlwaysSameProvider: true,
      firstDate: '2027-01-03',
      lastDate: '2027-01-03',
    });
  });

  it('trade days for rhythm, and rhythm for the same provider', () => {
    const taken = from('2027-01-05T00:00:00Z', '2027-01-06T00:00:00Z');
    const world: Instance = {
      ...smallClinic,
      window: { from: '2027-01-03', to: '2027-01-16' },
      targetGapHalfDays: 4,
      providers: [{ ...nora, busy: [taken] }, omar],
      sessions: sessions(4, { providers: ['nora', 'omar'] }),
    };
    const found = alternatives(world);
    const lastDates = found.map(({ presets, summary }) => [presets[0], summary.lastDate]);
    expect(lastDates).toEqual([
      ['soonest', '2027-01-06'],
      ['regular', '2027-01-09'],
      ['same_provider', '2027-01-06'],
    ]);
    for (const { plan } of found) expect(checkPlan(world, plan)).toEqual([]);
    expect(found[0]?.summary.providers).toEqual(['nora', 'omar']);
    expect(found[1]?.summary.weekdays).toEqual([0, 2, 4, 6]);
    expect(found[2]?.summary.providers).toEqual(['omar']);
  });

  it('explain what they leave out', () => {
    const [only] = alternatives({ ...smallClinic, preferredDays: [0], sessions: sessions(2) });
    expect(only?.plan.unplaced[0]?.number).toBe(2);
    expect(only?.plan.relaxations.length).toBeGreaterThan(0);
  });
});
