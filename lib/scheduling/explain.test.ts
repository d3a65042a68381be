import { describe, expect, it } from 'vitest';
import { explain, explainDays } from '@/lib/scheduling/explain';
import type { Instance } from '@/lib/scheduling/instance';
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

const reasons = (instance: Instance) => planPackage(instance).unplaced.at(-1)?.reasons;
const [none, allDay] = [[], from('2027-01-01T00:00:00Z', '2027-02-01T00:00:00Z')];
const withNora = (change: object, more: Partial<Instance> = {}): Instance => ({
  ...smallClinic,
  providers: [{ ...nora, ...change }],
  ...more,
});

describe('each reason', () => {
  it('charges days that are not preferred', () => {
    expect(
      reasons({ ...smallClinic, preferredDays: [0, 2], closures: ['2027-01-03', '2027-01-05'] }),
    ).toEqual([
      { code: 'not_preferred_day', days: 5 },
      { code: 'closed', days: 2 },
    ]);
  });
  it('charges days before the first moment', () => {
    expect(reasons({ ...smallClinic, notBefore: at('2027-01-10T00:00:00Z') })).toEqual([
      { code: 'before_not_before', days: 7 },
    ]);
  });
  it('charges days without hours, or with too few of them', () => {
    expect(reasons(withNora({ hours: none }))).toEqual([{ code: 'not_working', days: 7, provider: 'nora' }]);
    expect(reasons({ ...smallClinic, sessions: sessions(1, { durationMinutes: 181 }) })).toEqual([
      { code: 'not_working', days: 7, provider: 'nora' },
    ]);
  });
  it("charges days outside the patient's hours", () => {
    expect(reasons({ ...smallClinic, dayHours: { from: '11:30', to: '20:00' } })).toEqual([
      { code: 'outside_day_hours', days: 7 },
    ]);
  });
  it('charges time off, appointments, the patient and rooms', () => {
    expect(reasons(withNora({ timeOff: [allDay] }))).toEqual([
      { code: 'time_off', days: 7, provider: 'nora' },
    ]);
    expect(reasons(withNora({ busy: [allDay] }))).toEqual([
      { code: 'provider_busy', days: 7, provider: 'nora' },
    ]);
    expect(reasons({ ...smallClinic, patientBusy: [allDay] })).toEqual([{ code: 'patient_busy', days: 7 }]);
    expect(reasons({ ...smallClinic, rooms: [{ id: 'r1', busy: [allDay] }] })).toEqual([
      { code: 'no_room', days: 7 },
    ]);
  });
  it('charges days too close to placed sessions, too far from them, or in a full week', () => {
    const pinned = { ...smallClinic, sessions: withFixed(sessions(2), 1, '2027-01-09T09:00:00Z') };
    expect(reasons(pinned)).toEqual([{ code: 'too_close', days: 7 }]);
    const early = { ...smallClinic, sessions: withFixed(sessions(2), 1, '2027-01-01T09:00:00Z') };
    expect(reasons({ ...early, maxGapDays: 3, closures: ['2027-01-03', '2027-01-04'] })).toEqual([
      { code: 'closed', days: 2 },
      { code: 'too_far', days: 5 },
    ]);
    expect(reasons({ ...smallClinic, maxPerWeek: 1, sessions: sessions(2) })).toEqual([
      { code: 'too_close', days: 1 },
      { code: 'week_full', days: 6 },
    ]);
  });
  it('charges the first gate that leaves nothing, when several together do', () => {
    const busy = [from('2027-01-05T09:00:00Z', '2027-01-05T11:00:00Z')];
    const timeOff = [from('2027-01-05T11:00:00Z', '2027-01-05T12:00:00Z')];
    const tuesday = { window: { from: '2027-01-05', to: '2027-01-05' } };
    expect(reasons(withNora({ busy, timeOff }, tuesday))).toEqual([
      { code: 'provider_busy', days: 1, provider: 'nora' },
    ]);
  });
});

describe('a pool of providers', () => {
  const pool = { ...smallClinic, sessions: sessions(1, { providers: ['nora', 'omar'] }) };
  it('names the provider on whom every charged day hangs', () => {
    const world = {
      ...pool,
      providers: [
        { ...nora, hours: [] },
        { ...omar, busy: [allDay] },
      ],
    };
    expect(reasons(world)).toEqual([{ code: 'provider_busy', days: 7, provider: 'omar' }]);
  });
  it('names nobody when several are in the way', () => {
    const world = {
      ...pool,
      providers: [
        { ...nora, busy: [allDay] },
        { ...omar, busy: [allDay] },
      ],
    };
    expect(reasons(world)).toEqual([{ code: 'provider_busy', days: 7 }]);
  });
});

describe('a plan that is not the best', () => {
  it('leaves days on which the session could still stand uncharged', () => {
    expect(explain(smallClinic, [])).toEqual([{ number: 1, reasons: [] }]);
  });
});

describe('the days of one session', () => {
  it('are each charged by themselves, and to nothing where the session can stand', () => {
    const instance = { ...smallClinic, closures: ['2027-01-04'], sessions: sessions(2) };
    const [placed] = planPackage({ ...instance, sessions: sessions(1) }).placed;
    const days = explainDays(instance, placed ? [placed] : [], 2);
    expect(days.map(({ date, code }) => `${date.slice(8)} ${code ?? ''}`.trim())).toEqual([
      '03 too_close',
      '04 closed',
      '05',
      '06',
      '07',
      '08',
      '09',
    ]);
    expect(explainDays(instance, [], 3)).toEqual([]);
  });
});
