import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestPlan } from '@/lib/scheduling/best-plan';
import { clinicOf } from '@/lib/scheduling/clinic';
import { bruteForce } from '@/lib/scheduling/testing/brute-force';
import { randomInstance } from '@/lib/scheduling/testing/random-instance';
import { runs, SEED } from '@/lib/scheduling/testing/seed';

describe('the planner against trying every plan', () => {
  it(`places as many, at the same cost, the same earliest list (seed ${SEED})`, () => {
    console.info(`engine: brute force with TAKT_SEED=${SEED}`);
    fc.assert(
      fc.property(randomInstance, (instance) => {
        const best = bestPlan(clinicOf(instance));
        const brute = bruteForce(instance);
        expect(best.isFeasible).toBe(brute !== null);
        if (!brute) return;
        const list = best.placed.map(({ number, start, provider }) => ({ number, start, provider }));
        expect({ cost: best.cost, list }).toEqual({ cost: brute.cost, list: brute.placed });
      }),
      { seed: SEED, numRuns: runs(5500) },
    );
  }, 120_000);
});
