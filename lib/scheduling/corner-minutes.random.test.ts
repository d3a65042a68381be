import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clinicOf } from '@/lib/scheduling/clinic';
import type { GridMinutes, Instance } from '@/lib/scheduling/instance';
import { problemOf } from '@/lib/scheduling/problem';
import { readOff } from '@/lib/scheduling/read-off';
import { allRows } from '@/lib/scheduling/row-ranges';
import { sweep } from '@/lib/scheduling/sweep';
import { randomInstance } from '@/lib/scheduling/testing/random-instance';
import { runs, SEED } from '@/lib/scheduling/testing/seed';

/** On a fine grid, where most starts are no corner, and with a price on minutes. */
const finelyPriced = fc
  .record({
    instance: randomInstance,
    gridMinutes: fc.constantFrom<GridMinutes>(1, 5, 15),
    clock: fc.constantFrom(1, 2, 5),
    prefer: fc.constantFrom(0, 1, 2, 7),
    preferMinute: fc.option(fc.integer({ min: 0, max: 1439 })),
  })
  .map(
    ({ instance, gridMinutes, clock, prefer, preferMinute }): Instance => ({
      ...instance,
      gridMinutes,
      preferMinute,
      weights: { ...instance.weights, clock, prefer },
    }),
  );

describe('valuing starts at the corners alone', () => {
  it(`never changes the plan (seed ${SEED})`, () => {
    fc.assert(
      fc.property(finelyPriced, (instance) => {
        const clinic = clinicOf(instance);
        const plannedIn = (problem: ReturnType<typeof problemOf>) => {
          const swept = sweep(problem, { ranges: allRows(problem), maySkip: true });
          return { best: swept.best, choices: readOff(problem, allRows(problem), swept) };
        };
        const atCorners = plannedIn(problemOf(clinic));
        for (const index of instance.sessions.keys()) {
          expect(plannedIn(problemOf(clinic, index))).toEqual(atCorners);
        }
      }),
      { seed: SEED, numRuns: runs(300) },
    );
  }, 120_000);
});
