import { bestPlan } from '@/lib/scheduling/best-plan';
import { checkPlan } from '@/lib/scheduling/check-plan';
import { clinicOf } from '@/lib/scheduling/clinic';
import { faultsOfFixed } from '@/lib/scheduling/fixed-sessions';
import type { Instance } from '@/lib/scheduling/instance';
import type { PlacedSession } from '@/lib/scheduling/plan';

/*
 * The largest gap is a wish of the package, yet the planner keeps it as a rule, also between sessions that are
 * fixed: where these are too far apart, there is no plan at all. People move visits as life wants it, so then
 * the gap is left aside and the rest is planned all the same.
 */

/** The problem, without its largest gap where no plan keeps it between the sessions that are fixed. */
export function keepingLargestGap(instance: Instance): Instance {
  const { maxGapDays, sessions } = instance;
  if (maxGapDays === null || sessions.filter(({ fixed }) => fixed).length < 2) return instance;
  const canBeKept = faultsOfFixed(instance).length === 0 && bestPlan(clinicOf(instance)).isFeasible;
  return canBeKept ? instance : { ...instance, maxGapDays: null };
}

/** The problem, without its largest gap where the plan that stands does not keep it. */
export function withLargestGap(instance: Instance, standing: readonly PlacedSession[]): Instance {
  const isKept = checkPlan(instance, { placed: standing }).every(({ rule }) => rule !== 'too_far');
  return isKept ? instance : { ...instance, maxGapDays: null };
}
