import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clinicOf } from '@/lib/scheduling/clinic';
import { closingGatesFinder } from '@/lib/scheduling/closing-gates';
import { randomInstance } from '@/lib/scheduling/testing/random-instance';
import { runs, SEED } from '@/lib/scheduling/testing/seed';

const DURATIONS = [15, 20, 30, 45, 50, 60, 75, 90, 120];

describe('the gates that close a day', () => {
  it(`are the same for one duration as among many (seed ${SEED})`, () => {
    fc.assert(
      fc.property(randomInstance, fc.constantFrom(...DURATIONS), (instance, duration) => {
        const clinic = clinicOf(instance);
        for (const provider of clinic.providers) {
          const alone = closingGatesFinder(clinic, [duration])(provider, duration);
          expect(closingGatesFinder(clinic, DURATIONS)(provider, duration)).toEqual(alone);
        }
      }),
      { seed: SEED, numRuns: runs(300) },
    );
  });
});
