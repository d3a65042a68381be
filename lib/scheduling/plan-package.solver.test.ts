import fc from 'fast-check';
import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import { bestPlan } from '@/lib/scheduling/best-plan';
import { checkPlan } from '@/lib/scheduling/check-plan';
import { clinicOf } from '@/lib/scheduling/clinic';
import { faultsOfFixed } from '@/lib/scheduling/fixed-sessions';
import type { Instance } from '@/lib/scheduling/instance';
import { integerProgramme } from '@/lib/scheduling/testing/integer-programme';
import { runs, SEED } from '@/lib/scheduling/testing/seed';
import { nora, omar, smallClinic } from '@/lib/scheduling/testing/small-clinic';
import { DAY_MS, MINUTE_MS } from '@/lib/time/instant';
import { addDays } from '@/lib/time/local-date';
import { startOfDay } from '@/lib/time/wall-clock';

const FROM = '2027-03-21';
const monday = startOfDay(FROM, 'Europe/London');

/** Up to six sessions in up to three weeks with two providers: millions of plans, too many to try each. */
const midSizeInstance: fc.Arbitrary<Instance> = fc
  .record({
    days: fc.integer({ min: 10, max: 21 }),
    busy: fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 8, max: 12 }), fc.constantFrom(60, 120, 600)), {
      minLength: 5,
      maxLength: 25,
    }),
    sessions: fc.array(
      fc.record({ pool: fc.constantFrom(['nora'], ['omar'], ['nora', 'omar']), fixedDay: fc.nat(80) }),
      { minLength: 4, maxLength: 6 },
    ),
    rules: fc.record({
      preferredDays: fc.constantFrom([0, 2, 4], [1, 3, 6], [0, 3]),
      minGapDays: fc.constantFrom(1, 2, 3),
      maxGapDays: fc.constantFrom(null, null, 5, 9),
      maxPerWeek: fc.constantFrom(null, 1, 2),
      weekStart: fc.constantFrom(0, 1),
      targetGapHalfDays: fc.constantFrom(null, 7, 4, 14),
      preferMinute: fc.constantFrom(null, 630),
      weights: fc.record({
        late: fc.constantFrom(0, 1, 20, 1000),
        gap: fc.constantFrom(0, 60, 7),
        clock: fc.constantFrom(0, 1, 4),
        change: fc.constantFrom(0, 120, 5000),
        prefer: fc.constantFrom(0, 1, 3),
      }),
    }),
  })
  .map(({ days, busy, sessions, rules }) => {
    const taken = busy.map(([day, hour, length]) => {
      const from = monday + day * DAY_MS + hour * 60 * MINUTE_MS;
      return { from, to: from + length * MINUTE_MS };
    });
    return {
      ...smallClinic,
      ...rules,
      window: { from: FROM, to: addDays(FROM, days - 1) },
      providers: [
        { ...nora, busy: taken.filter((_, index) => index % 2 === 0) },
        { ...omar, busy: taken.filter((_, index) => index % 3 !== 0) },
      ],
      sessions: sessions.map(({ pool, fixedDay }, index) => ({
        number: index + 1,
        durationMinutes: 60,
        providers: pool,
        fixed:
          fixedDay < days ? { start: monday + fixedDay * DAY_MS + 555 * MINUTE_MS, provider: 'omar' } : null,
      })),
    };
  })
  .filter((instance) => faultsOfFixed(instance).length === 0);

describe('the planner against an integer programme', () => {
  it(`places as many at the same cost as the solver proves best (seed ${SEED})`, async () => {
    console.info(`engine: HiGHS with TAKT_SEED=${SEED}`);
    const highs = await loadHighs();
    for (const instance of fc.sample(midSizeInstance, { seed: SEED, numRuns: runs(10) })) {
      const best = bestPlan(clinicOf(instance));
      const worth = 10_000_000;
      const solution = highs.solve(integerProgramme(instance, worth), { mip_rel_gap: 0, mip_abs_gap: 0.5 });
      expect(solution.Status === 'Optimal').toBe(best.isFeasible);
      if (!best.isFeasible) continue;
      expect(best.cost - best.placed.length * worth).toBe(Math.round(solution.ObjectiveValue));
      expect(checkPlan(instance, best)).toEqual([]);
    }
  }, 120_000);
});
