import { type BestPlan, bestPlan } from '@/lib/scheduling/best-plan';
import { type Clinic, clinicOf } from '@/lib/scheduling/clinic';
import { explainIn } from '@/lib/scheduling/explain';
import type { Instance } from '@/lib/scheduling/instance';
import type { Plan } from '@/lib/scheduling/plan';
import { relaxationsOf } from '@/lib/scheduling/relaxations';

/**
 * The best plan of a package: most sessions placed, then least cost, then the earliest list of starts;
 * proved, not searched for. With it, for each session left out, the reasons day by day and the single changes
 * that would place more.
 *
 * Time grows linearly with sessions, days, grid minutes and providers. The instance must be a sound one, as
 * `parseInstance` lets through.
 */
export function planPackage(instance: Instance): Plan {
  const clinic = clinicOf(instance);
  return explained(clinic, bestPlan(clinic));
}

/** The best plan with what there is to say about the sessions that it leaves out. */
export function explained(clinic: Clinic, best: BestPlan): Plan {
  const unplaced = explainIn(clinic, best.placed);
  return {
    format: 'takt-plan/1',
    placed: best.placed,
    unplaced,
    cost: best.cost,
    optimal: best.isFeasible,
    relaxations: unplaced.length > 0 ? relaxationsOf(clinic, best.placed) : [],
    states: best.states,
  };
}
