import type { TenantScope } from '@/db/scope';
import type { InputRefusal } from '@/lib/planning/clinic-calendar';
import { ok, type Result } from '@/lib/result/result';
import { type BrokenRule, checkPlan } from '@/lib/scheduling/check-plan';
import type { JudgePlaceInput, ShownSession } from './input';
import { heldInPlace } from './pinned-sessions';
import { loadPlanningProblem } from './planning-problem';

/**
 * The rules that a place chosen by hand would break, by itself and with the other pinned sessions; none when
 * it holds. Errors: the fields that ask for what the tenant does not have.
 */
export async function judgePlace(
  scope: TenantScope,
  { place, ...input }: JudgePlaceInput,
): Promise<Result<{ broken: BrokenRule[] }, InputRefusal>> {
  const problem = await loadPlanningProblem(scope, input);
  if (!problem.ok) return problem;
  const { instance } = problem.value;
  const others = input.pinned?.filter(({ number }) => number !== place.number) ?? [];
  const brokenBy = (pinned: ShownSession[]) =>
    checkPlan(instance, {
      placed: heldInPlace(instance, { ...input, pinned }).sort((one, other) => one.number - other.number),
    });
  // Two that stand too close are charged to the later one, whichever of them was chosen now.
  const before = brokenBy(others).map((breach) => `${breach.number} ${breach.rule}`);
  const breaches = brokenBy([...others, place]).filter(
    ({ number, rule }) => number === place.number || !before.includes(`${number} ${rule}`),
  );
  return ok({ broken: [...new Set(breaches.map(({ rule }) => rule))] });
}
