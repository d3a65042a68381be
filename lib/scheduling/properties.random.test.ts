import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alternatives } from '@/lib/scheduling/alternatives';
import { bestPlan } from '@/lib/scheduling/best-plan';
import { checkPlan } from '@/lib/scheduling/check-plan';
import { clinicOf } from '@/lib/scheduling/clinic';
import { freeStarts } from '@/lib/scheduling/free-starts';
import type { Instance } from '@/lib/scheduling/instance';
import { planPackage } from '@/lib/scheduling/plan-package';
import { withRelaxation } from '@/lib/scheduling/relaxations';
import { randomInstance } from '@/lib/scheduling/testing/random-instance';
import { runs, SEED } from '@/lib/scheduling/testing/seed';
import { MINUTE_MS } from '@/lib/time/instant';
import { addDays, daysBetween } from '@/lib/time/local-date';
import { startOfDay } from '@/lib/time/wall-clock';

const best = (instance: Instance) => bestPlan(clinicOf(instance));
const always = (holds: (instance: Instance, pick: number) => void, usual = 300) =>
  fc.assert(fc.property(randomInstance, fc.nat(1000), holds), { seed: SEED, numRuns: runs(usual) });

describe(`whatever the clinic looks like (seed ${SEED})`, { timeout: 120_000 }, () => {
  it('the check accepts every plan', () => {
    always((instance) => {
      const plan = planPackage(instance);
      if (plan.optimal) expect(checkPlan(instance, plan)).toEqual([]);
    });
  });

  it('the check refuses a plan with any session moved to a place that is not free', () => {
    always((instance, pick) => {
      const plan = planPackage(instance);
      const moved = plan.placed[pick % Math.max(1, plan.placed.length)];
      const session = instance.sessions.find((each) => each.number === moved?.number);
      if (!plan.optimal || !moved || !session || session.fixed) return;
      const shift = ((pick % 40) - 20) * 15 * MINUTE_MS;
      const place = { ...moved, start: moved.start + shift, end: moved.end + shift };
      const placed = plan.placed.map((each) => (each === moved ? place : each));
      const fixedOthers = instance.sessions.map((each) => {
        const other = placed.find(({ number }) => number === each.number);
        return other && other !== place
          ? { ...each, fixed: { start: other.start, provider: other.provider } }
          : each;
      });
      // Every other session is either fixed where it stands or has been left out.
      const standing = fixedOthers.filter((each) => placed.some(({ number }) => number === each.number));
      const free = freeStarts({ ...instance, sessions: standing }, moved.number);
      const isFree = free.some(({ start, provider }) => start === place.start && provider === place.provider);
      const breaches = checkPlan(instance, { placed }).filter(({ rule }) => rule !== 'no_room' || !isFree);
      expect(breaches.length === 0).toBe(isFree);
    });
  });

  it('one more busy hour never places more', () => {
    always((instance, pick) => {
      const from = startOfDay(instance.window.from, instance.timeZone) + pick * 17 * MINUTE_MS;
      const taken = { from, to: from + 90 * MINUTE_MS };
      const [first, ...rest] = instance.providers;
      if (!first) return;
      const providers = [{ ...first, busy: [...first.busy, taken] }, ...rest];
      const before = best(instance);
      for (const busier of [
        { ...instance, providers },
        { ...instance, patientBusy: [taken] },
      ]) {
        if (busier.patientBusy !== instance.patientBusy && instance.patientBusy.length > 0) continue;
        expect(best(busier).placed.length).toBeLessThanOrEqual(before.placed.length);
      }
    });
  });

  it('a wider window never places fewer', () => {
    always((instance, pick) => {
      const to = addDays(instance.window.to, 1 + (pick % 5));
      const wider = best({ ...instance, window: { ...instance.window, to } });
      expect(wider.placed.length).toBeGreaterThanOrEqual(best(instance).placed.length);
    });
  });

  it('the order of providers changes nothing', () => {
    always((instance) => {
      const turned = { ...instance, providers: [...instance.providers].reverse() };
      expect(best(turned)).toEqual(best(instance));
    });
  });

  it('the days of every reason add up to the days of the window', () => {
    always((instance) => {
      const plan = planPackage(instance);
      if (!plan.optimal) return;
      const days = daysBetween(instance.window.from, instance.window.to) + 1;
      for (const { reasons } of plan.unplaced) {
        expect(reasons.reduce((sum, reason) => sum + reason.days, 0)).toBe(days);
      }
    });
  });

  it('every relaxation places as many more as it says', () => {
    always((instance) => {
      const plan = planPackage(instance);
      if (!plan.optimal) return;
      for (const { change, placed } of plan.relaxations) {
        const again = best(withRelaxation(instance, plan.placed, change));
        expect(again.placed.length).toBe(plan.placed.length + placed);
        if (!('extendDays' in change) || change.extendDays === 1) continue;
        const sooner = best(withRelaxation(instance, plan.placed, { extendDays: change.extendDays - 1 }));
        expect(sooner.placed.length).toBe(plan.placed.length);
      }
    }, 150);
  });

  it('every alternative is feasible, places as many, and comes from at least one preset', () => {
    always((instance) => {
      const found = alternatives(instance);
      expect(found.flatMap(({ presets }) => presets).sort()).toEqual(['regular', 'same_provider', 'soonest']);
      for (const { plan } of found) {
        expect(plan.placed.length).toBe(found[0]?.plan.placed.length);
        if (plan.optimal) expect(checkPlan(instance, plan)).toEqual([]);
      }
    }, 150);
  });
});
