import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clinicOf } from '@/lib/scheduling/clinic';
import { problemOf } from '@/lib/scheduling/problem';
import { promisingRows, withDaysOnly } from '@/lib/scheduling/promising-rows';
import { readOff } from '@/lib/scheduling/read-off';
import { allRows, rowsWhenAllPlaced } from '@/lib/scheduling/row-ranges';
import { sweep } from '@/lib/scheduling/sweep';
import { randomInstance } from '@/lib/scheduling/testing/random-instance';
import { runs, SEED } from '@/lib/scheduling/testing/seed';

describe('leaving out rows that no best plan uses', () => {
  it(`never changes the plan (seed ${SEED})`, () => {
    fc.assert(
      fc.property(randomInstance, (instance) => {
        const problem = problemOf(clinicOf(instance));
        const days = withDaysOnly(problem);
        const tight = rowsWhenAllPlaced(days);
        const everything = { ranges: allRows(problem), maySkip: true };
        for (const options of [everything, ...(tight ? [{ ranges: tight, maySkip: false }] : [])]) {
          const whole = sweep(problem, options);
          const promising = promisingRows(problem, days, options);
          expect(promising === null).toBe(whole.best === Number.POSITIVE_INFINITY);
          if (!promising) continue;
          const bounded = sweep(problem, promising);
          expect(bounded.best).toBe(whole.best);
          expect(readOff(problem, promising.ranges, bounded)).toEqual(
            readOff(problem, options.ranges, whole),
          );
        }
      }),
      { seed: SEED, numRuns: runs(1000) },
    );
  }, 120_000);
});
