import { describe, expect, it } from 'vitest';
import { type BrokenRule, checkPlan } from '@/lib/scheduling/check-plan';
import { freeStarts } from '@/lib/scheduling/free-starts';
import type { Instance, InstanceProvider } from '@/lib/scheduling/instance';
import { planPackage } from '@/lib/scheduling/plan-package';
import {
  at,
  from,
  nora,
  omar,
  sessions,
  smallClinic,
  withFixed,
} from '@/lib/scheduling/testing/small-clinic';
import { formatInstant, MINUTE_MS } from '@/lib/time/instant';

/** One day, Tuesday 5 January, on a grid of 15 minutes: Nora could start at 09:00, 09:15 … 11:00. */
const tuesday: Instance = {
  ...smallClinic,
  gridMinutes: 15,
  window: { from: '2027-01-05', to: '2027-01-05' },
};
const withNora = (instance: Instance, change: Partial<InstanceProvider>): Instance => ({
  ...instance,
  providers: [{ ...nora, ...change }],
});

const starts = (instance: Instance) => freeStarts(instance, 1).map(({ start }) => formatInstant(start));
const times = (instance: Instance) => freeStarts(instance, 1).map(({ time }) => time);
const dates = (instance: Instance) =>
  planPackage(instance).placed.map(({ start }) => formatInstant(start).slice(0, 10));

/** What `checkPlan` says of the first session standing at that start with Nora. */
const rulesBrokenAt = (instance: Instance, start: string, provider = 'nora', room: string | null = null) => {
  const session = instance.sessions[0] ?? sessions(1)[0];
  const begin = at(start);
  const end = begin + (session?.durationMinutes ?? 0) * MINUTE_MS;
  const placed = [{ number: 1, provider, room, start: begin, end }];
  return checkPlan(instance, { placed }).map(({ rule }) => rule);
};
/** What `checkPlan` says of sessions 1, 2, … standing at 09:00 on those days of January. */
const rulesBrokenOn = (instance: Instance, ...days: string[]): BrokenRule[] => {
  const placed = days.map((day, index) => {
    const start = at(`2027-01-${day}T09:00:00Z`);
    return { number: index + 1, provider: 'nora', room: null, start, end: start + 60 * MINUTE_MS };
  });
  return checkPlan(instance, { placed }).map(({ rule }) => rule);
};

describe('rule 1: not before', () => {
  it('takes a start at the moment itself and none a minute earlier', () => {
    expect(times({ ...tuesday, notBefore: at('2027-01-05T10:30:00Z') })).toEqual(['10:30', '10:45', '11:00']);
    expect(times({ ...tuesday, notBefore: at('2027-01-05T10:30:00.001Z') })).toEqual(['10:45', '11:00']);
    const late = { ...tuesday, notBefore: at('2027-01-05T10:30:00Z') };
    expect(rulesBrokenAt(late, '2027-01-05T10:30:00Z')).toEqual([]);
    expect(rulesBrokenAt(late, '2027-01-05T10:15:00Z')).toEqual(['before_not_before']);
  });
});

describe('rule 1: the window', () => {
  it('takes its first and its last date and none beside them', () => {
    const days = freeStarts({ ...smallClinic, window: { from: '2027-01-05', to: '2027-01-06' } }, 1);
    expect([...new Set(days.map(({ date }) => date))]).toEqual(['2027-01-05', '2027-01-06']);
    expect(rulesBrokenAt(tuesday, '2027-01-05T09:00:00Z')).toEqual([]);
    expect(rulesBrokenAt(tuesday, '2027-01-04T09:00:00Z')).toEqual(['outside_window']);
    expect(rulesBrokenAt(tuesday, '2027-01-06T09:00:00Z')).toEqual(['outside_window']);
  });
});

describe('rule 1: preferred days', () => {
  it('takes only the weekdays asked for, and any day when none is', () => {
    const wanted = { ...smallClinic, preferredDays: [0, 6], sessions: sessions(3) };
    expect(dates(wanted)).toEqual(['2027-01-03', '2027-01-09']);
    expect(dates({ ...wanted, preferredDays: [] })).toHaveLength(3);
    expect(rulesBrokenAt(wanted, '2027-01-03T09:00:00Z')).toEqual([]);
    expect(rulesBrokenAt(wanted, '2027-01-04T09:00:00Z')).toEqual(['not_preferred_day']);
  });
});

describe('rule 1: closures', () => {
  it('takes no start on a closed date and any on the next', () => {
    const closed = { ...smallClinic, closures: ['2027-01-03', '2027-01-05'] };
    expect(dates(closed)).toEqual(['2027-01-04']);
    expect(rulesBrokenAt(closed, '2027-01-04T09:00:00Z')).toEqual([]);
    expect(rulesBrokenAt(closed, '2027-01-05T09:00:00Z')).toEqual(['closed']);
  });
});

describe('the grid', () => {
  it('takes multiples counted from local midnight', () => {
    const odd = withNora(tuesday, {
      hours: [{ weekday: 2, from: '09:10', to: '11:10', validFrom: null, validTo: null }],
    });
    expect(times({ ...odd, gridMinutes: 20 })).toEqual(['09:20', '09:40', '10:00']);
    expect(rulesBrokenAt(tuesday, '2027-01-05T09:10:00Z')).toEqual(['off_grid']);
    expect(rulesBrokenAt(tuesday, '2027-01-05T09:15:00Z')).toEqual([]);
  });
});

describe('rule 2: the providers of the session', () => {
  it('plans only with those who may give it', () => {
    const both = { ...tuesday, providers: [omar, nora] };
    expect(new Set(freeStarts(both, 1).map(({ provider }) => provider))).toEqual(new Set(['nora']));
    expect(rulesBrokenAt(both, '2027-01-05T09:00:00Z', 'omar')).toEqual(['unqualified_provider']);
    const pool = { ...both, sessions: sessions(1, { providers: ['nora', 'omar'] }) };
    expect(rulesBrokenAt(pool, '2027-01-05T09:00:00Z', 'omar')).toEqual([]);
    expect(planPackage(pool).placed[0]?.provider).toBe('nora');
    const hers = { ...both, sessions: sessions(1, { providers: ['omar'] }) };
    expect(planPackage(hers).placed[0]?.provider).toBe('omar');
  });
});

describe('rule 3: working hours', () => {
  it('fits a session that ends with the hours and none that ends later', () => {
    expect(times(tuesday).at(-1)).toBe('11:00');
    expect(rulesBrokenAt(tuesday, '2027-01-05T11:00:00Z')).toEqual([]);
    expect(rulesBrokenAt(tuesday, '2027-01-05T11:15:00Z')).toEqual(['not_working']);
    expect(rulesBrokenAt(tuesday, '2027-01-05T08:45:00Z')).toEqual(['not_working']);
  });
  it('joins hours that touch and not those a minute apart', () => {
    const halves = (to: string, again: string) => [
      { weekday: 2, from: '09:00', to, validFrom: null, validTo: null },
      { weekday: 2, from: again, to: '11:00', validFrom: null, validTo: null },
    ];
    expect(times(withNora(tuesday, { hours: halves('09:30', '09:30') }))).toContain('09:00');
    expect(times(withNora(tuesday, { hours: halves('09:30', '09:31') }))).not.toContain('09:00');
    const apart = withNora(tuesday, { hours: halves('09:30', '09:31') });
    expect(rulesBrokenAt(apart, '2027-01-05T09:00:00Z')).toEqual(['not_working']);
  });
  it('counts hours from the first to the last day of their validity', () => {
    const valid = (validFrom: string | null, validTo: string | null) =>
      dates(
        withNora(
          { ...smallClinic, sessions: sessions(7) },
          { hours: nora.hours.map((each) => ({ ...each, validFrom, validTo })) },
        ),
      );
    expect(valid('2027-01-08', null)).toEqual(['2027-01-08', '2027-01-09']);
    expect(valid(null, '2027-01-04')).toEqual(['2027-01-03', '2027-01-04']);
  });
});

describe("rule 3: the patient's hours", () => {
  it('fits a session that ends with them and none that begins before', () => {
    const school = { ...tuesday, dayHours: { from: '09:30', to: '11:30' } };
    expect(times(school)).toEqual(['09:30', '09:45', '10:00', '10:15', '10:30']);
    expect(rulesBrokenAt(school, '2027-01-05T10:30:00Z')).toEqual([]);
    expect(rulesBrokenAt(school, '2027-01-05T10:45:00Z')).toEqual(['outside_day_hours']);
    expect(rulesBrokenAt(school, '2027-01-05T09:15:00Z')).toEqual(['outside_day_hours']);
  });
});

describe('rule 4: time off and appointments of the provider', () => {
  it('lets a session touch an appointment and not overlap it', () => {
    const busy = withNora(tuesday, { busy: [from('2027-01-05T10:00:00Z', '2027-01-05T10:45:00Z')] });
    expect(times(busy)).toEqual(['09:00', '10:45', '11:00']);
    expect(rulesBrokenAt(busy, '2027-01-05T10:45:00Z')).toEqual([]);
    expect(rulesBrokenAt(busy, '2027-01-05T10:30:00Z')).toEqual(['provider_busy']);
    expect(rulesBrokenAt(busy, '2027-01-05T09:15:00Z')).toEqual(['provider_busy']);
  });
  it('lets a half-day leave block its half only', () => {
    const leave = withNora(tuesday, { timeOff: [from('2027-01-05T00:00:00Z', '2027-01-05T10:30:00Z')] });
    expect(times(leave)).toEqual(['10:30', '10:45', '11:00']);
    expect(rulesBrokenAt(leave, '2027-01-05T10:15:00Z')).toEqual(['time_off']);
    expect(rulesBrokenAt(leave, '2027-01-05T10:30:00Z')).toEqual([]);
  });
  it('keeps the buffer before a session clear', () => {
    const busy = [from('2027-01-05T09:00:00Z', '2027-01-05T10:00:00Z')];
    const before = withNora(tuesday, { busy, bufferBeforeMinutes: 15 });
    expect(times(before)).toEqual(['10:15', '10:30', '10:45', '11:00']);
    expect(rulesBrokenAt(before, '2027-01-05T10:15:00Z')).toEqual([]);
    expect(rulesBrokenAt(before, '2027-01-05T10:00:00Z')).toEqual(['provider_busy']);
  });
  it('keeps the buffer after a session clear of time off', () => {
    const leave = from('2027-01-05T11:00:00Z', '2027-01-05T18:00:00Z');
    const after = withNora(tuesday, { timeOff: [leave], bufferAfterMinutes: 30 });
    expect(times(after)).toEqual(['09:00', '09:15', '09:30']);
    expect(rulesBrokenAt(after, '2027-01-05T09:30:00Z')).toEqual([]);
    expect(rulesBrokenAt(after, '2027-01-05T09:45:00Z')).toEqual(['time_off']);
  });
  it('keeps the buffer after a session clear of the next appointment', () => {
    const busy = [from('2027-01-05T11:00:00Z', '2027-01-05T12:00:00Z')];
    const after = withNora(tuesday, { busy, bufferAfterMinutes: 15 });
    expect(times(after)).toEqual(['09:00', '09:15', '09:30', '09:45']);
    expect(rulesBrokenAt(after, '2027-01-05T09:45:00Z')).toEqual([]);
    expect(rulesBrokenAt(after, '2027-01-05T10:00:00Z')).toEqual(['provider_busy']);
  });
  it('does not ask buffers to lie inside the hours', () => {
    expect(times(withNora(tuesday, { bufferBeforeMinutes: 60, bufferAfterMinutes: 60 }))).toHaveLength(9);
  });
});

describe('rule 5: the patient', () => {
  it('lets a session touch what else the patient has and not overlap it, whatever the buffers', () => {
    const school = withNora(
      { ...tuesday, patientBusy: [from('2027-01-05T10:00:00Z', '2027-01-05T10:30:00Z')] },
      { bufferBeforeMinutes: 30, bufferAfterMinutes: 30 },
    );
    expect(times(school)).toEqual(['09:00', '10:30', '10:45', '11:00']);
    expect(rulesBrokenAt(school, '2027-01-05T10:30:00Z')).toEqual([]);
    expect(rulesBrokenAt(school, '2027-01-05T09:15:00Z')).toEqual(['patient_busy']);
  });
});

describe('rule 5: rooms', () => {
  const early = { id: 'early', busy: [from('2027-01-05T10:00:00Z', '2027-01-05T18:00:00Z')] };
  const late = { id: 'late', busy: [from('2027-01-05T00:00:00Z', '2027-01-05T10:30:00Z')] };
  it('asks for one room that is free all through', () => {
    expect(times({ ...tuesday, rooms: [early, late] })).toEqual(['09:00', '10:30', '10:45', '11:00']);
    expect(times({ ...tuesday, rooms: [] })).toEqual([]);
    expect(times({ ...tuesday, rooms: null })).toHaveLength(9);
  });
  it('names the room that is held', () => {
    const rooms = { ...tuesday, rooms: [early, late], notBefore: at('2027-01-05T10:00:00Z') };
    expect(planPackage(rooms).placed[0]?.room).toBe('late');
    expect(rulesBrokenAt(rooms, '2027-01-05T10:30:00Z', 'nora', 'late')).toEqual([]);
    expect(rulesBrokenAt(rooms, '2027-01-05T10:30:00Z', 'nora', 'early')).toEqual(['no_room']);
    expect(rulesBrokenAt(rooms, '2027-01-05T10:30:00Z', 'nora', null)).toEqual(['no_room']);
    expect(rulesBrokenAt(tuesday, '2027-01-05T10:30:00Z', 'nora', 'early')).toEqual(['no_room']);
  });
});

describe('rule 6: gaps', () => {
  it('keeps the smallest gap and not a day more', () => {
    const spaced = { ...smallClinic, minGapDays: 2, sessions: sessions(4) };
    expect(dates(spaced)).toEqual(['2027-01-03', '2027-01-05', '2027-01-07', '2027-01-09']);
    expect(rulesBrokenOn(spaced, '03', '05')).toEqual([]);
    expect(rulesBrokenOn(spaced, '03', '04')).toEqual(['too_close']);
  });
  it('never puts two sessions on one date or in the wrong order', () => {
    expect(dates({ ...smallClinic, sessions: sessions(9) })).toHaveLength(7);
    expect(rulesBrokenOn(smallClinic, '04', '03').slice(-1)).toEqual(['too_close']);
    expect(rulesBrokenOn({ ...smallClinic, sessions: sessions(2) }, '04', '04')).toEqual(['too_close']);
  });
  it('keeps the largest gap between consecutive placed sessions', () => {
    const close = { ...smallClinic, preferredDays: [0, 3, 6], maxGapDays: 3, sessions: sessions(3) };
    expect(dates(close)).toEqual(['2027-01-03', '2027-01-06', '2027-01-09']);
    expect(dates({ ...close, maxGapDays: 2 })).toHaveLength(1);
    expect(rulesBrokenOn(close, '03', '06')).toEqual([]);
    expect(rulesBrokenOn({ ...close, maxGapDays: 2 }, '03', '06')).toEqual(['too_far']);
  });
  it('starts later rather than break off: the largest gap can cost the first days', () => {
    const wednesdays = nora.hours.filter(({ weekday }) => weekday === 0 || weekday >= 4);
    const late = withNora({ ...smallClinic, maxGapDays: 2, sessions: sessions(3) }, { hours: wednesdays });
    expect(dates(late)).toEqual(['2027-01-07', '2027-01-08', '2027-01-09']);
  });
  it('counts fixed sessions, also outside the window', () => {
    const held = withFixed(sessions(2), 1, '2027-01-02T15:30:00Z');
    expect(dates({ ...smallClinic, minGapDays: 3, sessions: held })).toEqual(['2027-01-02', '2027-01-05']);
  });
});

describe('rule 7: sessions per week', () => {
  it('places the limit and no more, from the first day of the week on', () => {
    const twice = { ...smallClinic, maxPerWeek: 2, sessions: sessions(4) };
    expect(dates(twice)).toEqual(['2027-01-03', '2027-01-04']);
    expect(dates({ ...twice, weekStart: 5 })).toEqual([
      '2027-01-03',
      '2027-01-04',
      '2027-01-08',
      '2027-01-09',
    ]);
    expect(rulesBrokenOn(twice, '03', '09')).toEqual([]);
    expect(rulesBrokenOn(twice, '03', '04', '05')).toEqual(['week_full']);
    expect(rulesBrokenOn({ ...twice, weekStart: 2 }, '03', '04', '05')).toEqual([]);
  });
  it('counts fixed sessions', () => {
    const held = withFixed(sessions(3), 1, '2027-01-03T15:30:00Z');
    const twice = { ...smallClinic, maxPerWeek: 2, sessions: held };
    expect(dates(twice)).toEqual(['2027-01-03', '2027-01-04']);
    // Of two sessions that could take the last place of the week, the earlier number has it.
    expect(planPackage(twice).placed.map(({ number }) => number)).toEqual([1, 2]);
  });
});

describe('rule 8: fixed sessions', () => {
  const fixed = { start: at('2027-01-05T20:07:00Z'), provider: 'omar' };
  const pinned: Instance = {
    ...smallClinic,
    providers: [nora, omar],
    closures: ['2027-01-05'],
    sessions: sessions(1, { fixed }),
  };
  it('stand where they are, whatever rules 1 to 5 say, at no cost of their own', () => {
    expect(
      planPackage({ ...pinned, weights: { ...pinned.weights, prefer: 5 }, preferMinute: 600 }),
    ).toMatchObject({
      placed: [{ number: 1, provider: 'omar', room: null, start: fixed.start }],
      cost: 0,
    });
    expect(rulesBrokenAt(pinned, '2027-01-05T20:07:00Z', 'omar')).toEqual([]);
  });
  it('may neither move, nor change provider, nor be left out', () => {
    expect(rulesBrokenAt(pinned, '2027-01-05T20:08:00Z', 'omar')).toEqual(['fixed_moved']);
    expect(rulesBrokenAt(pinned, '2027-01-05T20:07:00Z', 'nora')).toEqual(['fixed_moved']);
    expect(checkPlan(pinned, { placed: [] })).toEqual([{ rule: 'fixed_moved', number: 1 }]);
  });
});

describe('a plan made by hand', () => {
  it('is told of sessions that are unknown, given twice or of the wrong length', () => {
    const start = at('2027-01-05T09:00:00Z');
    const place = { number: 1, provider: 'nora', room: null, start, end: start + 60 * MINUTE_MS };
    const rules = (...placed: (typeof place)[]) => checkPlan(smallClinic, { placed }).map(({ rule }) => rule);
    expect(rules({ ...place, number: 2 })).toEqual(['unknown_session']);
    expect(rules(place, place)).toContain('placed_twice');
    expect(rules({ ...place, end: place.end + 1 })).toEqual(['wrong_end']);
  });
  it('hears every rule that it breaks', () => {
    const world = withNora(
      {
        ...tuesday,
        closures: ['2027-01-05'],
        patientBusy: [from('2027-01-05T09:00:00Z', '2027-01-05T10:00:00Z')],
      },
      { timeOff: [from('2027-01-05T08:00:00Z', '2027-01-05T20:00:00Z')] },
    );
    expect(starts(world)).toEqual([]);
    expect(rulesBrokenAt(world, '2027-01-05T09:00:00Z').sort()).toEqual([
      'closed',
      'patient_busy',
      'time_off',
    ]);
  });
});
