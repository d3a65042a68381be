import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instanceToJson, parseInstance } from '@/lib/scheduling/instance-json';
import { planPackage } from '@/lib/scheduling/plan-package';
import { randomInstance } from '@/lib/scheduling/testing/random-instance';
import { runs, SEED } from '@/lib/scheduling/testing/seed';
import { nora, sessions, smallClinic, withFixed } from '@/lib/scheduling/testing/small-clinic';
import { formatInstant, MINUTE_MS } from '@/lib/time/instant';

const faults = (input: unknown): string[] => {
  const parsed = parseInstance(input);
  return parsed.ok ? [] : parsed.faults;
};
const json = instanceToJson(smallClinic);
const [session] = json.sessions;
const [provider] = json.providers;

describe('reading an instance', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(randomInstance, (instance) => {
        expect(parseInstance(JSON.parse(JSON.stringify(instanceToJson(instance))))).toEqual({
          ok: true,
          value: instance,
        });
      }),
      { seed: SEED, numRuns: runs(200) },
    );
  });

  it('fills in what may be left out', () => {
    const bare = {
      ...json,
      providers: [{ ...provider, hours: [{ weekday: 0, from: '09:00', to: '24:00' }] }],
    };
    const parsed = parseInstance(bare);
    expect(parsed.ok && parsed.value).toMatchObject({
      notBefore: null,
      dayHours: null,
      sessions: [{ fixed: null }],
      providers: [{ hours: [{ validFrom: null, validTo: null }] }],
    });
  });

  it.each([
    ['format', { format: 'takt-instance/2' }],
    ['timeZone', { timeZone: 'Europe/Atlantis' }],
    ['timeZone', { timeZone: '+02:00' }],
    ['gridMinutes', { gridMinutes: 25 }],
    ['window.from', { window: { from: '2027-02-30', to: '2027-03-05' } }],
    ['window', { window: { from: '2027-01-09', to: '2027-01-03' } }],
    ['window', { window: { from: '2027-01-01', to: '2028-01-02' } }],
    ['window', { window: null }],
    ['notBefore', { notBefore: 'tomorrow' }],
    ['preferredDays[0]', { preferredDays: [7] }],
    ['minGapDays', { minGapDays: 0 }],
    ['maxGapDays', { minGapDays: 3, maxGapDays: 2 }],
    ['maxPerWeek', { maxPerWeek: 8 }],
    ['weekStart', { weekStart: -1 }],
    ['dayHours', { dayHours: { from: '18:00', to: '08:00' } }],
    ['dayHours.to', { dayHours: { from: '08:00', to: '24:30' } }],
    ['sessions', { sessions: [] }],
    ['sessions', { sessions: sessions(101) }],
    ['sessions[1].number', { sessions: [session, session] }],
    ['sessions[1].number', { sessions: [{ ...session, number: 2 }, session] }],
    ['sessions[0].durationMinutes', { sessions: [{ ...session, durationMinutes: 0 }] }],
    ['sessions[0].durationMinutes', { sessions: [{ ...session, durationMinutes: 45.5 }] }],
    ['sessions[0].providers', { sessions: [{ ...session, providers: [] }] }],
    ['sessions[0].providers[0]', { sessions: [{ ...session, providers: ['nobody'] }] }],
    [
      'sessions[0].fixed.provider',
      { sessions: [{ ...session, fixed: { start: '2027-01-05T09:00:00Z', provider: 'nobody' } }] },
    ],
    [
      'sessions[0].fixed.start',
      { sessions: [{ ...session, fixed: { start: '2027-01-32T09:00:00Z', provider: 'nora' } }] },
    ],
    [
      'sessions[0].fixed.start',
      { sessions: [{ ...session, fixed: { start: '0001-01-01T00:00:00+01:00', provider: 'nora' } }] },
    ],
    [
      'sessions[0].fixed.start',
      { sessions: [{ ...session, fixed: { start: '9999-12-31T23:59:59-01:00', provider: 'nora' } }] },
    ],
    ['providers[1].id', { providers: [provider, provider] }],
    [
      'providers[0].hours[0].weekday',
      { providers: [{ ...provider, hours: [{ weekday: 9, from: '09:00', to: '10:00' }] }] },
    ],
    [
      'providers[0].hours[0]',
      { providers: [{ ...provider, hours: [{ weekday: 1, from: '10:00', to: '10:00' }] }] },
    ],
    [
      'providers[0].hours[0].from',
      { providers: [{ ...provider, hours: [{ weekday: 1, from: '08:60', to: '10:00' }] }] },
    ],
    [
      'providers[0].busy[0]',
      { providers: [{ ...provider, busy: [{ from: '2027-01-05T10:00:00Z', to: '2027-01-05T10:00:00Z' }] }] },
    ],
    ['providers[0].bufferBeforeMinutes', { providers: [{ ...provider, bufferBeforeMinutes: -5 }] }],
    ['closures[0]', { closures: ['22 February'] }],
    [
      'rooms[1].id',
      {
        rooms: [
          { id: 'r', busy: [] },
          { id: 'r', busy: [] },
        ],
      },
    ],
    ['weights.late', { weights: { ...json.weights, late: 10_001 } }],
    ['weights.gap', { weights: { ...json.weights, gap: 0.5 } }],
    ['targetGapHalfDays', { targetGapHalfDays: -1 }],
    ['preferMinute', { preferMinute: 1440 }],
  ])('refuses a bad %s and says where', (path, change) => {
    const found = faults({ ...json, ...change });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^\S+: .+$/);
    expect(found[0]?.startsWith(`${path}: `)).toBe(true);
  });

  it('takes the largest problem that planning is made for, and none larger', () => {
    const pool = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`);
    const large = (providers: string[], gridMinutes: number) => ({
      ...json,
      gridMinutes,
      window: { from: '2027-01-01', to: '2028-01-01' },
      sessions: sessions(100, { providers }),
      providers: providers.map((id) => ({ ...provider, id })),
    });
    expect(faults(large(pool(10), 5))).toEqual([]);
    expect(faults(large(pool(11), 5))).toEqual([expect.stringMatching(/^instance: is too large/)]);
  });

  it('takes a grid of minutes for calendars of round times, and for others as far as they are small', () => {
    const hour = Date.parse('2027-01-05T09:00:00Z');
    // An appointment ends on every so many of the minutes of an hour.
    const busy = (every: number) =>
      Array.from({ length: 60 / every }, (_, at) => ({
        from: formatInstant(hour + at * every * MINUTE_MS),
        to: formatInstant(hour + (at + 1) * every * MINUTE_MS),
      }));
    const everyMinute = (count: number, every: number) => ({
      ...json,
      gridMinutes: 1,
      window: { from: '2027-01-01', to: '2028-01-01' },
      sessions: sessions(100, { providers: Array.from({ length: count }, (_, at) => `p${at}`) }),
      providers: Array.from({ length: count }, (_, at) => ({ ...provider, id: `p${at}`, busy: busy(every) })),
    });
    expect(faults(everyMinute(10, 5))).toEqual([]);
    expect(faults(everyMinute(2, 1))).toEqual([]);
    expect(faults(everyMinute(3, 1))).toEqual([expect.stringMatching(/^instance: is too large/)]);
  });

  it('takes 1,000 providers and 100,000 entries, and no more', () => {
    const providers = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ ...provider, id: `p${at}` }));
    const offered = (count: number) => ({
      ...json,
      sessions: sessions(1, { providers: ['p1'] }),
      providers: providers(count),
    });
    expect(faults(offered(1000))).toEqual([]);
    expect(faults(offered(1001))).toEqual(['providers: must hold at most 1000 providers']);
    const closures = (count: number) => ({
      ...json,
      closures: Array.from({ length: count }, () => '2027-01-05'),
    });
    expect(faults(closures(99_000))).toEqual([]);
    expect(faults(closures(100_000))).toEqual([expect.stringMatching(/^instance: is too large/)]);
  });

  it('names every fault on a line of its own', () => {
    expect(faults({ ...json, gridMinutes: 7, weekStart: 9, closures: ['x', 'y'] })).toHaveLength(4);
    expect(faults({})).toHaveLength(17);
    expect(faults(null)).toEqual(['instance: must be an object']);
    const odd = { ...json, sessions: [{ ...session, providers: ['a\nb'] }] };
    expect(faults(odd)[0]).not.toContain('\n');
  });
});

describe('fixed sessions among themselves', () => {
  const pair = (first: string, second: string, change: object = {}, count = 2) => {
    const list = withFixed(withFixed(sessions(count), 1, first), count, second);
    return faults(instanceToJson({ ...smallClinic, sessions: list, ...change }));
  };
  it('keep the smallest gap', () => {
    expect(pair('2027-01-04T09:00:00Z', '2027-01-06T09:00:00Z', { minGapDays: 2 })).toEqual([]);
    expect(pair('2027-01-04T09:00:00Z', '2027-01-05T09:00:00Z', { minGapDays: 2 })).toHaveLength(1);
    expect(pair('2027-01-04T09:00:00Z', '2027-01-04T15:00:00Z')).toHaveLength(1);
    expect(pair('2027-01-05T09:00:00Z', '2027-01-04T09:00:00Z')).toHaveLength(1);
  });
  it('keep the largest gap, of which sessions between them bridge one more each', () => {
    expect(pair('2027-01-04T09:00:00Z', '2027-01-06T09:00:00Z', { maxGapDays: 2 })).toEqual([]);
    expect(pair('2027-01-04T09:00:00Z', '2027-01-07T09:00:00Z', { maxGapDays: 2 })).toHaveLength(1);
    expect(pair('2027-01-04T09:00:00Z', '2027-01-07T09:00:00Z', { maxGapDays: 2 }, 3)).toEqual([]);
    expect(pair('2027-01-04T09:00:00Z', '2027-01-09T09:00:00Z', { maxGapDays: 2 }, 3)).toHaveLength(1);
  });
  it('keep each week within its limit', () => {
    expect(pair('2027-01-04T09:00:00Z', '2027-01-10T09:00:00Z', { maxPerWeek: 1 })).toEqual([]);
    expect(pair('2027-01-04T09:00:00Z', '2027-01-09T09:00:00Z', { maxPerWeek: 1 })).toHaveLength(1);
  });
  it('leave a plan that says it is not the best when nothing bridges them', () => {
    const list = withFixed(withFixed(sessions(3), 1, '2027-01-03T09:00:00Z'), 3, '2027-01-07T09:00:00Z');
    const world = { ...smallClinic, maxGapDays: 2, sessions: list };
    expect(planPackage(world).optimal).toBe(true);
    const plan = planPackage({ ...world, providers: [{ ...nora, hours: [] }] });
    expect(plan.optimal).toBe(false);
    expect(plan.placed.map(({ number }) => number)).toEqual([1, 3]);
    expect(plan.unplaced.map(({ number }) => number)).toEqual([2]);
  });
});

describe('the door', { timeout: 120_000 }, () => {
  it(`answers any value with an instance or with faults (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (value) => {
        expect(faults(value).length).toBeGreaterThan(0);
      }),
      { seed: SEED, numRuns: runs(500) },
    );
  });

  it(`lets nothing through that the planner cannot plan (seed ${SEED})`, () => {
    const paths = pathsOf(json);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...paths), fc.oneof(fc.jsonValue(), ODD_VALUES)), {
          minLength: 1,
          maxLength: 3,
        }),
        (changes) => {
          const input: unknown = structuredClone(json);
          for (const [path, value] of changes) put(input, path, value);
          const parsed = parseInstance(input);
          if (parsed.ok) expect(planPackage(parsed.value).format).toBe('takt-plan/1');
          else for (const fault of parsed.faults) expect(fault).toMatch(/^\S.*: .+$/);
        },
      ),
      { seed: SEED, numRuns: runs(1500) },
    );
  });
});

const ODD_VALUES = fc.constantFrom<unknown>(
  null,
  0,
  -1,
  1,
  7,
  60,
  1440,
  1e9,
  1e308,
  0.1,
  '',
  '00:00',
  '24:00',
  '2027-01-03',
  '9999-12-31',
  '0001-01-01',
  '2027-01-05T09:00:00Z',
  '9999-12-31T23:59:59Z',
  '0001-01-01T00:00:00Z',
  'nora',
  'UTC',
  'Pacific/Apia',
  [],
  {},
  [0],
  true,
);

type Path = readonly (string | number)[];

/** The way to each value inside a JSON value. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))].filter(
    (each) => each.length > 0,
  );
}

/** Replaces the value at a path, if the path still leads anywhere. */
function put(target: unknown, path: Path, value: unknown): void {
  const [key, ...rest] = path;
  if (typeof target !== 'object' || target === null || key === undefined) return;
  if (rest.length === 0) Reflect.set(target, key, value);
  else put(Reflect.get(target, key), rest, value);
}
