import { describe, expect, it } from 'vitest';
import { checkPlan } from '@/lib/scheduling/check-plan';
import { freeStarts } from '@/lib/scheduling/free-starts';
import type { Instance, WorkingHours } from '@/lib/scheduling/instance';
import { planPackage } from '@/lib/scheduling/plan-package';
import { from, nora, sessions, smallClinic } from '@/lib/scheduling/testing/small-clinic';
import { formatInstant } from '@/lib/time/instant';

const daily = (start: string, end: string): WorkingHours[] =>
  [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, from: start, to: end, validFrom: null, validTo: null }));

/** Nora on one date, at those hours, in a zone. */
const day = (
  zone: string,
  date: string,
  hours: WorkingHours[],
  change: Partial<Instance> = {},
): Instance => ({
  ...smallClinic,
  timeZone: zone,
  gridMinutes: 30,
  window: { from: date, to: date },
  providers: [{ ...nora, hours }],
  ...change,
});
const times = (instance: Instance) => freeStarts(instance, 1).map(({ time }) => time);
const instants = (instance: Instance) => freeStarts(instance, 1).map(({ start }) => formatInstant(start));

describe('a night in which clocks go forward (London, 28 March 2027, 01:00 to 02:00)', () => {
  const night = day('Europe/London', '2027-03-28', daily('00:00', '03:00'));
  it('has no start in the hour that does not exist, and is an hour shorter', () => {
    expect(times(night)).toEqual(['00:00', '00:30', '02:00']);
    expect(instants(night)).toEqual(['2027-03-28T00:00:00Z', '2027-03-28T00:30:00Z', '2027-03-28T01:00:00Z']);
  });
  it('lets hours that begin in the gap begin after it', () => {
    expect(times({ ...night, providers: [{ ...nora, hours: daily('01:15', '03:00') }] })).toEqual(['02:00']);
    expect(times({ ...night, dayHours: { from: '01:15', to: '03:00' } })).toEqual(['02:00']);
  });
});

describe('a night in which clocks go back (London, 31 October 2027, 02:00 to 01:00)', () => {
  const night = day('Europe/London', '2027-10-31', daily('00:30', '02:30'));
  it('is an hour longer, and a repeated time starts at its first showing only', () => {
    expect(instants(night)).toEqual(['2027-10-30T23:30:00Z', '2027-10-31T00:00:00Z', '2027-10-31T00:30:00Z']);
    expect(times(night)).toEqual(['00:30', '01:00', '01:30']);
  });
  it('lets a session run through both showings in elapsed time', () => {
    const long = { ...night, sessions: sessions(1, { durationMinutes: 150 }) };
    expect(instants(long)).toEqual(['2027-10-30T23:30:00Z', '2027-10-31T00:00:00Z']);
    expect(times({ ...night, sessions: sessions(1, { durationMinutes: 181 }) })).toEqual([]);
  });
  it('refuses the second showing as a start when a plan is checked', () => {
    const start = Date.parse('2027-10-31T01:30:00Z');
    const place = { number: 1, provider: 'nora', room: null, start, end: start + 3_600_000 };
    expect(checkPlan(night, { placed: [place] }).map(({ rule }) => rule)).toEqual(['off_grid']);
  });
});

describe('a series across a clock change', () => {
  it('keeps its local time, as people do', () => {
    const series = {
      ...smallClinic,
      window: { from: '2027-03-21', to: '2027-04-10' },
      preferredDays: [0],
      sessions: sessions(3),
    };
    expect(planPackage(series).placed.map(({ start }) => formatInstant(start))).toEqual([
      '2027-03-21T09:00:00Z',
      '2027-03-28T08:00:00Z',
      '2027-04-04T08:00:00Z',
    ]);
  });
});

describe("Lord Howe's half hour", () => {
  it('takes thirty minutes out of the spring night', () => {
    const spring = day('Australia/Lord_Howe', '2027-10-03', daily('01:00', '03:30'), { gridMinutes: 15 });
    expect(times(spring)).toEqual(['01:00', '01:15', '01:30', '01:45', '02:30']);
  });
  it('gives thirty minutes to the autumn night', () => {
    const autumn = day('Australia/Lord_Howe', '2027-04-04', daily('01:00', '03:00'), { gridMinutes: 15 });
    expect(times(autumn)).toEqual(['01:00', '01:15', '01:30', '01:45', '02:00']);
    expect(instants(autumn).slice(3)).toEqual(['2027-04-03T14:45:00Z', '2027-04-03T15:30:00Z']);
  });
});

describe('the date that Apia left out', () => {
  it('has no start, and still counts as a calendar day between sessions', () => {
    const week = {
      ...day('Pacific/Apia', '2011-12-29', daily('00:00', '24:00')),
      window: { from: '2011-12-29', to: '2012-01-01' },
    };
    expect(new Set(freeStarts(week, 1).map(({ date }) => date))).toEqual(
      new Set(['2011-12-29', '2011-12-31', '2012-01-01']),
    );
    const pair = planPackage({ ...week, minGapDays: 2, sessions: sessions(2) });
    expect(pair.placed.map(({ start }) => formatInstant(start))).toEqual([
      '2011-12-29T10:00:00Z',
      '2011-12-30T10:00:00Z',
    ]);
  });
});

describe('midnight', () => {
  it('lets a session run past it when the hours touch there, and belong to the date of its start', () => {
    const nights = {
      ...day('Europe/London', '2027-01-05', [...daily('22:00', '24:00'), ...daily('00:00', '01:00')]),
      notBefore: Date.parse('2027-01-05T12:00:00Z'),
    };
    expect(times(nights)).toEqual(['22:00', '22:30', '23:00', '23:30']);
    expect(times({ ...nights, sessions: sessions(1, { durationMinutes: 90 }) }).at(-1)).toBe('23:30');
    expect(times({ ...nights, sessions: sessions(1, { durationMinutes: 91 }) }).at(-1)).toBe('23:00');
    const late = planPackage({ ...nights, notBefore: Date.parse('2027-01-05T23:30:00Z') });
    expect(late.placed[0]).toMatchObject({ end: Date.parse('2027-01-06T00:30:00Z') });
    expect(checkPlan(nights, late)).toEqual([]);
  });
  it('ends a day of hours to 24:00 and no later', () => {
    const evening = day('Europe/London', '2027-01-05', daily('22:00', '24:00'));
    expect(times(evening)).toEqual(['22:00', '22:30', '23:00']);
    expect(times({ ...evening, dayHours: { from: '00:00', to: '24:00' } })).toHaveLength(3);
  });
  it('keeps a session that runs past it out of the next morning’s time off', () => {
    const nights = day('Europe/London', '2027-01-05', [
      ...daily('22:00', '24:00'),
      ...daily('00:00', '01:00'),
    ]);
    const timeOff = [from('2027-01-06T00:00:00Z', '2027-01-06T01:00:00Z')];
    const evening = nights.providers.map((provider) => ({ ...provider, timeOff }));
    expect(times({ ...nights, providers: evening }).at(-1)).toBe('23:00');
  });
  it('may be skipped: a day then begins an hour later (São Paulo, 4 November 2018)', () => {
    const spring = day('America/Sao_Paulo', '2018-11-04', daily('00:00', '02:00'));
    expect(times(spring)).toEqual(['01:00']);
  });
});

describe('a leap day', () => {
  it('is a day like any other between two sessions', () => {
    const leap = {
      ...smallClinic,
      window: { from: '2028-02-28', to: '2028-03-02' },
      minGapDays: 2,
      sessions: sessions(2),
    };
    expect(planPackage(leap).placed.map(({ start }) => formatInstant(start).slice(0, 10))).toEqual([
      '2028-02-28',
      '2028-03-01',
    ]);
  });
});

describe('a zone without clock changes', () => {
  it('plans the same local time all year', () => {
    const year = {
      ...smallClinic,
      timeZone: 'Asia/Riyadh',
      window: { from: '2027-01-01', to: '2027-12-31' },
    };
    const hours = new Set(freeStarts(year, 1).map(({ start }) => formatInstant(start).slice(11)));
    expect(hours).toEqual(new Set(['06:00:00Z', '07:00:00Z', '08:00:00Z']));
  });
});
