import type { TenantScope } from '@/db/scope';
import type { InputRefusal } from '@/lib/planning/clinic-calendar';
import { ok, type Result } from '@/lib/result/result';
import { alternatives, type PlanSummary } from '@/lib/scheduling/alternatives';
import { type BrokenRule, checkPlan } from '@/lib/scheduling/check-plan';
import type { PlacedSession, Reason, Relaxation } from '@/lib/scheduling/plan';
import type { ProposePlanInput } from './input';
import { heldInPlace, withHeld } from './pinned-sessions';
import { loadPlanningProblem, type PlanningProblem } from './planning-problem';

/** A plan as a screen shows it: instants are epoch milliseconds, names stand beside ids. */
export interface Proposal {
  timeZone: string;
  placed: ProposedSession[];
  unplaced: { number: number; reasons: Reason[] }[];
  /** The ways to plan this package: what each is for, and what it is like. The plan shown is one of them. */
  choices: PlanChoice[];
  /** Proved the best there is, the pinned sessions standing. */
  isOptimal: boolean;
  /** Single changes that would place more, each tried by planning again; best first. */
  relaxations: Relaxation[];
  providers: Record<string, string>;
  rooms: Record<string, string>;
  /** The resolved last date of the window. */
  windowTo: string;
}

export interface PlanChoice {
  /** Goals that lead to plans which a patient could hardly tell apart share one choice. */
  goals: ProposePlanInput['goal'][];
  summary: PlanSummary;
}

export interface ProposedSession {
  number: number;
  providerId: string;
  roomId: string | null;
  start: number;
  end: number;
  isPinned: boolean;
  /** The rules that a pinned place breaks; a plan with any cannot be saved. */
  broken: BrokenRule[];
}

/**
 * Plans the package of a form against the calendars as they are now, around the sessions that are pinned, and
 * saves nothing. Errors: the fields that ask for what the tenant does not have.
 */
export async function proposePlan(
  scope: TenantScope,
  input: ProposePlanInput,
): Promise<Result<Proposal, InputRefusal>> {
  const problem = await loadPlanningProblem(scope, input);
  return problem.ok ? ok(proposalOf(problem.value, input)) : problem;
}

/** Plans a problem around the pinned sessions, each judged by the same rules as any other place. */
export function proposalOf(problem: PlanningProblem, input: ProposePlanInput): Proposal {
  const { instance, facts, windowTo } = problem;
  const pinned = heldInPlace(instance, input);
  const choices = alternatives(withHeld(instance, pinned));
  const chosen = choices.find(({ presets }) => presets.includes(input.goal)) ?? choices[0];
  if (!chosen) throw new Error('There is always a way to plan, if only an empty one.');
  const { plan } = chosen;
  const isPinned = new Set(pinned.map((place) => place.number));
  const placed = [...plan.placed.filter(({ number }) => !isPinned.has(number)), ...pinned].sort(
    (one, other) => one.number - other.number,
  );
  const breaches = checkPlan(instance, { placed });
  const brokenBy = ({ number }: PlacedSession) =>
    breaches.filter((breach) => breach.number === number).map((breach) => breach.rule);
  return {
    timeZone: instance.timeZone,
    placed: placed.map((place) => ({
      number: place.number,
      providerId: place.provider,
      roomId: place.room,
      start: place.start,
      end: place.end,
      isPinned: isPinned.has(place.number),
      broken: brokenBy(place),
    })),
    unplaced: plan.unplaced
      .filter(({ number }) => !isPinned.has(number))
      .map(({ number, reasons }) => ({ number, reasons: [...reasons] })),
    choices: choices.map(({ presets, summary }) => ({ goals: [...presets], summary })),
    // The proof is of the plan around the pinned sessions, not of one that breaks a rule with them.
    isOptimal: plan.optimal && breaches.length === 0,
    relaxations: [...plan.relaxations],
    providers: Object.fromEntries(facts.providers.map(({ id, name }) => [id, name])),
    rooms: Object.fromEntries(facts.rooms.map(({ id, name }) => [id, name])),
    windowTo,
  };
}
