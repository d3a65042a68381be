import fc from 'fast-check';
import { faultsOfFixed } from '@/lib/scheduling/fixed-sessions';
import type { Instance, InstanceProvider } from '@/lib/scheduling/instance';
import { MINUTE_MS } from '@/lib/time/instant';
import { addDays } from '@/lib/time/local-date';
import { timeOfMinute } from '@/lib/time/local-time';
import { startOfDay } from '@/lib/time/wall-clock';

/** Ordinary weeks, and weeks in which clocks change in every odd way. */
const WEEKS = [
  { zone: 'Europe/London', from: '2027-01-03' },
  { zone: 'Asia/Riyadh', from: '2028-02-26' },
  { zone: 'Europe/London', from: '2027-03-26' },
  { zone: 'Europe/London', from: '2027-10-29' },
  { zone: 'Australia/Lord_Howe', from: '2027-04-02' },
  { zone: 'Australia/Lord_Howe', from: '2027-10-01' },
  { zone: 'America/Sao_Paulo', from: '2018-11-02' },
  { zone: 'America/Sao_Paulo', from: '2018-02-16' },
  { zone: 'America/St_Johns', from: '2010-11-05' },
  { zone: 'Pacific/Apia', from: '2011-12-28' },
  { zone: 'UTC', from: '2026-12-29' },
];

const PROVIDERS = ['pa', 'pb', 'pc'];
/** The value in one of `n` worlds, null in the others. */
const oneIn = <T>(n: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: n - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
const weight = fc.constantFrom(0, 0, 1, 2, 3, 7, 60, 100, 1000, 10_000);
const minutes = (max: number, step: number) =>
  fc.integer({ min: 0, max: Math.floor(max / step) }).map((n) => n * step);

/** Small worlds in which every rule of the specification bites now and then. */
export const randomInstance: fc.Arbitrary<Instance> = fc
  .record({
    week: fc.constantFrom(...WEEKS),
    days: fc.integer({ min: 2, max: 10 }),
    sessionCount: fc.integer({ min: 1, max: 4 }),
    providerCount: fc.integer({ min: 1, max: 3 }),
    // A quarter of the worlds lie around midnight.
    dayFrom: fc.constantFrom(480, 540, 600, 0),
  })
  .chain((shape) => {
    const origin = startOfDay(shape.week.from, shape.week.zone);
    const ids = PROVIDERS.slice(0, shape.providerCount);
    const interval = fc
      .record({
        from: minutes(shape.days * 1440, 15),
        length: fc.constantFrom(15, 30, 60, 60, 90, 90, 240, 1440),
      })
      .map(({ from, length }) => ({
        from: origin + from * MINUTE_MS,
        to: origin + (from + length) * MINUTE_MS,
      }));
    const intervals = fc.array(interval, { maxLength: 3 });
    const hours = fc
      .record({
        weekday: fc.integer({ min: 0, max: 6 }),
        from: minutes(120, 30).map((late) => shape.dayFrom + late),
        length: fc.constantFrom(45, 60, 90, 120, 180),
        isUntilMidnight: oneIn(8, fc.constant(true)),
        validity: fc.constantFrom(null, null, null, 'from' as const, 'to' as const),
        turn: fc.integer({ min: 0, max: 8 }),
      })
      .map(({ weekday, from, length, isUntilMidnight, validity, turn }) => ({
        weekday,
        from: timeOfMinute(isUntilMidnight ? 1380 : from),
        to: isUntilMidnight ? '24:00' : timeOfMinute(from + length),
        validFrom: validity === 'from' ? addDays(shape.week.from, turn) : null,
        validTo: validity === 'to' ? addDays(shape.week.from, turn) : null,
      }));
    const provider = (id: string): fc.Arbitrary<InstanceProvider> =>
      fc.record({
        id: fc.constant(id),
        hours: fc.array(hours, { minLength: 5, maxLength: 14 }),
        timeOff: fc.array(interval, { maxLength: 1 }),
        busy: intervals,
        bufferBeforeMinutes: fc.constantFrom(0, 0, 10),
        bufferAfterMinutes: fc.constantFrom(0, 0, 5, 15),
      });
    const session = fc.record({
      durationMinutes: fc.constantFrom(30, 45, 45, 60, 90),
      providers: fc.subarray(ids, { minLength: 1 }),
      fixed: oneIn(
        6,
        fc.record({
          start: minutes((shape.days + 5) * 1440, 5).map((late) => origin + (late - 2880) * MINUTE_MS),
          provider: fc.constantFrom(...ids),
        }),
      ),
    });
    return fc.record({
      format: fc.constant('takt-instance/1' as const),
      timeZone: fc.constant(shape.week.zone),
      gridMinutes: fc.constantFrom(60 as const, 30 as const, 20 as const),
      window: fc.constant({ from: shape.week.from, to: addDays(shape.week.from, shape.days - 1) }),
      notBefore: oneIn(
        3,
        interval.map(({ from }) => from),
      ),
      preferredDays: fc.oneof(
        fc.constant([]),
        fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 5 }),
      ),
      minGapDays: fc.constantFrom(1, 1, 1, 2, 3),
      maxGapDays: oneIn(3, fc.integer({ min: 3, max: 6 })),
      maxPerWeek: oneIn(2, fc.integer({ min: 1, max: 3 })),
      weekStart: fc.integer({ min: 0, max: 6 }),
      dayHours: oneIn(
        5,
        fc
          .record({ from: minutes(120, 30), length: fc.constantFrom(90, 180, 720) })
          .map(({ from, length }) => ({
            from: timeOfMinute(shape.dayFrom + from),
            to: timeOfMinute(shape.dayFrom + from + length),
          })),
      ),
      sessions: fc
        .array(session, { minLength: shape.sessionCount, maxLength: shape.sessionCount })
        .map((sessions) => sessions.map((each, index) => ({ ...each, number: index * 2 + 1 }))),
      providers: fc
        .tuple(...ids.map(provider))
        .chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
      patientBusy: fc.array(interval, { maxLength: 1 }),
      closures: fc.array(
        fc.integer({ min: 0, max: 8 }).map((day) => addDays(shape.week.from, day)),
        { maxLength: 1 },
      ),
      rooms: oneIn(
        4,
        fc
          .array(intervals, { minLength: 1, maxLength: 2 })
          .map((all) => all.map((busy, at) => ({ id: `r${at}`, busy }))),
      ),
      weights: fc.record({ late: weight, gap: weight, clock: weight, change: weight, prefer: weight }),
      targetGapHalfDays: oneIn(3, fc.integer({ min: 0, max: 14 })),
      preferMinute: oneIn(3, fc.integer({ min: 0, max: 1439 })),
    });
  })
  // Fixed sessions that break the rules among themselves are bad input, not a problem to plan.
  .filter((instance) => faultsOfFixed(instance).length === 0);
