import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestPlan } from '@/lib/scheduling/best-plan';
import { clinicOf } from '@/lib/scheduling/clinic';
import { movesOf } from '@/lib/scheduling/replan';
import { optionsOf, ownCost } from '@/lib/scheduling/testing/brute-force';
import { randomInstance } from '@/lib/scheduling/testing/random-instance';
import { runs, SEED } from '@/lib/scheduling/testing/seed';

describe('moving one session by hand', () => {
  it(`costs at each start what planning again with it pinned there costs (seed ${SEED})`, () => {
    fc.assert(
      fc.property(randomInstance, fc.nat(3), (instance, pick) => {
        const at = pick % instance.sessions.length;
        const session = instance.sessions[at];
        if (!session) return;
        const pinnedAt = (fixed: { start: number; provider: string } | null) => ({
          ...instance,
          sessions: instance.sessions.map((each, index) => (index === at ? { ...each, fixed } : each)),
        });
        const moves = movesOf(instance, session.number);
        const expected = optionsOf(pinnedAt(null), { ...session, fixed: null })
          .sort((a, b) => a.start - b.start || (a.provider < b.provider ? -1 : 1))
          .flatMap((option) => {
            const best = bestPlan(clinicOf(pinnedAt({ start: option.start, provider: option.provider })));
            if (!best.isFeasible) return [];
            const cost = best.cost + ownCost(instance, option);
            return [{ start: option.start, provider: option.provider, placed: best.placed.length, cost }];
          });
        expect(moves.map(({ start, provider, placed, cost }) => ({ start, provider, placed, cost }))).toEqual(
          expected,
        );
      }),
      { seed: SEED, numRuns: runs(300) },
    );
  }, 120_000);
});
