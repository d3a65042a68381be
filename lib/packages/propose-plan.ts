import type { TenantScope } from '@/db/scope';
import type { InputRefusal } from '@/lib/planning/clinic-calendar';
import { ok, type Result } from '@/lib/result/result';
import type { Plan, Reason } from '@/lib/scheduling/plan';
import { planPackage } from '@/lib/scheduling/plan-package';
import type { ProposePlanInput } from './input';
import { loadPlanningProblem, type PlanningProblem } from './planning-problem';

/** A plan as a screen shows it: instants are epoch milliseconds, names stand beside ids. */
export interface Proposal {
  timeZone: string;
  placed: { number: number; providerId: string; roomId: string | null; start: number; end: number }[];
  unplaced: { number: number; reasons: Reason[] }[];
  isOptimal: boolean;
  providers: Record<string, string>;
  rooms: Record<string, string>;
  /** The resolved last date of the window. */
  windowTo: string;
}

/**
 * Plans the package of a form against the calendars as they are now, and saves nothing. Errors: the fields
 * that ask for what the tenant does not have.
 */
export async function proposePlan(
  scope: TenantScope,
  input: ProposePlanInput,
): Promise<Result<Proposal, InputRefusal>> {
  const problem = await loadPlanningProblem(scope, input);
  if (!problem.ok) return problem;
  return ok(proposalOf(problem.value, planPackage(problem.value.instance)));
}

/** Puts the names beside the ids of a plan. */
export function proposalOf({ instance, facts, windowTo }: PlanningProblem, plan: Plan): Proposal {
  return {
    timeZone: instance.timeZone,
    placed: plan.placed.map(({ number, provider, room, start, end }) => ({
      number,
      providerId: provider,
      roomId: room,
      start,
      end,
    })),
    unplaced: plan.unplaced.map(({ number, reasons }) => ({ number, reasons: [...reasons] })),
    isOptimal: plan.optimal,
    providers: Object.fromEntries(facts.providers.map(({ id, name }) => [id, name])),
    rooms: Object.fromEntries(facts.rooms.map(({ id, name }) => [id, name])),
    windowTo,
  };
}
