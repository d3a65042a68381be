import { describe, expect, it } from 'vitest';
import { worldOf } from '@/bench/worlds';
import { clinicOf } from '@/lib/scheduling/clinic';
import type { Instance } from '@/lib/scheduling/instance';
import { isPromised, promisedProblem } from '@/lib/scheduling/promise';
import { aroundTheClock } from '@/lib/scheduling/testing/around-the-clock';

/** 100 sessions, 366 days, a pool of ten, every five minutes, in ordinary calendars. */
const largest = worldOf({ sessions: 100, days: 366, providers: 10, gridMinutes: 5 });

/** Nothing but rhythm costs. */
const noDayIsBetter = { late: 0, gap: 0, clock: 4, change: 120, prefer: 0 };

const excessOf = (instance: Instance) => {
  const promised = promisedProblem(clinicOf(instance));
  return 'excess' in promised ? promised.excess : null;
};

describe('the promise of a plan', () => {
  it('is given for the largest problem with ordinary calendars, in all three presets together', () => {
    expect(excessOf(largest)).toBeNull();
    expect(isPromised(largest, 3)).toBe(true);
    const lengths = largest.sessions.map((session, at) => ({ ...session, durationMinutes: 30 + at }));
    expect(excessOf({ ...largest, sessions: lengths })).toBeNull();
  });

  it('is not given where everyone works around the clock and no day is better than another', () => {
    const aroundClock = aroundTheClock(largest);
    expect(excessOf({ ...aroundClock, weights: noDayIsBetter })).toMatch(/takes about \d+ steps/);
    // A form does not know yet which plan is asked for.
    expect(isPromised(aroundClock, 1)).toBe(false);
  });

  it('counts durations, and how many plans are wanted', () => {
    const year = aroundTheClock(worldOf({ sessions: 40, days: 366, providers: 10, gridMinutes: 5 }));
    expect(excessOf(year)).toBeNull();
    expect(isPromised(year, 1)).toBe(true);
    expect(isPromised(year, 3)).toBe(false);
    const lengths = year.sessions.map((session, at) => ({ ...session, durationMinutes: 5 + (at % 20) }));
    expect(isPromised({ ...year, sessions: lengths }, 1)).toBe(false);
  });

  it('hangs on the wishes, which rule most days out or none', () => {
    expect(excessOf({ ...largest, weights: noDayIsBetter })).toBeNull();
    expect(excessOf({ ...largest, weights: noDayIsBetter, maxPerWeek: 5, maxGapDays: 14 })).toBeNull();
    const aroundClock = aroundTheClock(worldOf({ sessions: 70, days: 366, providers: 10, gridMinutes: 5 }));
    expect(excessOf({ ...aroundClock, weights: noDayIsBetter })).toBeNull();
    expect(excessOf({ ...aroundClock, maxGapDays: 60, weights: noDayIsBetter })).toMatch(
      /takes about \d+ steps/,
    );
  });

  it('weighs each calendar that is cut for many durations', () => {
    const pool = worldOf({ sessions: 80, days: 366, providers: 12, gridMinutes: 5 });
    const busiest = { ...pool, weights: noDayIsBetter, maxPerWeek: 5 };
    const lengths = pool.sessions.map((session, at) => ({ ...session, durationMinutes: 30 + at }));
    expect(excessOf(busiest)).toBeNull();
    expect(excessOf({ ...busiest, sessions: lengths })).toMatch(/takes about \d+ steps/);
  });

  it('is given whatever a week may hold, and whoever may give each session', () => {
    for (const maxPerWeek of [2, 3, 6]) {
      expect(excessOf({ ...largest, maxPerWeek })).toBeNull();
      expect(isPromised({ ...largest, maxPerWeek }, 3)).toBe(true);
    }
    const pools = largest.sessions.map((session, at) => ({
      ...session,
      providers: [...session.providers.slice(at % 10), ...session.providers.slice(0, at % 10)].slice(0, 7),
    }));
    expect(excessOf({ ...largest, sessions: pools, minGapDays: 4, maxGapDays: 6, maxPerWeek: 2 })).toBeNull();
  });

  it('is given where each session has a provider of its own', () => {
    const pool = {
      ...worldOf({ sessions: 84, days: 366, providers: 84, gridMinutes: 5 }),
      weights: noDayIsBetter,
    };
    const own = pool.sessions.map((session, at) => ({
      ...session,
      providers: session.providers.slice(at, at + 1),
    }));
    expect(excessOf({ ...pool, sessions: own })).toBeNull();
    expect(excessOf(pool)).toMatch(/takes about \d+ steps/);
  });

  it('refuses at once what would be cut out of very full calendars for very many durations', () => {
    const minute = 60_000;
    const busy = Array.from({ length: 90_000 }, (_, at) => ({
      from: at * 5 * minute,
      to: (at * 5 + 1) * minute,
    }));
    const lengths = largest.sessions.map((session, at) => ({ ...session, durationMinutes: 1 + at }));
    expect(excessOf({ ...largest, patientBusy: busy, sessions: lengths })).toMatch(/stretches of calendars/);
  });
});
