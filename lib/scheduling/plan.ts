import { formatInstant, type Instant } from '@/lib/time/instant';
import type { LocalTime } from '@/lib/time/local-time';

/** The answer to an instance. */
export type Plan = {
  readonly format: 'takt-plan/1';
  /** In session order, fixed sessions included. */
  readonly placed: readonly PlacedSession[];
  readonly unplaced: readonly UnplacedSession[];
  readonly cost: number;
  /**
   * True when the plan is proved best. False only when no plan at all keeps the longest gap between two
   * fixed sessions; then just the fixed ones are listed.
   */
  readonly optimal: boolean;
  /** Single changes that would place more, best first. */
  readonly relaxations: readonly Relaxation[];
  /** States that the planner has valued: (session, start, provider, room left in the week). */
  readonly states: number;
};

export type PlacedSession = {
  readonly number: number;
  readonly provider: string;
  /** The room held, or null when none is needed (or for a fixed session, whose room the planner is not told). */
  readonly room: string | null;
  readonly start: Instant;
  readonly end: Instant;
};

export type UnplacedSession = { readonly number: number; readonly reasons: readonly Reason[] };

/** In the order in which the gates are asked. */
export const REASON_CODES = [
  'not_preferred_day',
  'closed',
  'before_not_before',
  'not_working',
  'outside_day_hours',
  'time_off',
  'provider_busy',
  'patient_busy',
  'no_room',
  'too_close',
  'too_far',
  'week_full',
] as const;

export type ReasonCode = (typeof REASON_CODES)[number];

/** On `days` days of the window this gate was the first to leave the session without a start. */
export type Reason = {
  readonly code: ReasonCode;
  readonly days: number;
  /** Named when all those days hang on this one provider (`not_working`, `time_off`, `provider_busy`). */
  readonly provider?: string;
};

/** One change to the instance. */
export type RelaxationChange =
  | { readonly addDay: number }
  | { readonly extendDays: number }
  | { readonly addProvider: string }
  | { readonly dayHours: { readonly from: LocalTime; readonly to: LocalTime } }
  | { readonly maxPerWeek: number | null }
  | { readonly minGapDays: number };

/** A change that was tried by planning again, and how many more sessions it places. */
export type Relaxation = { readonly change: RelaxationChange; readonly placed: number };

/**
 * The plan as the JSON of `takt-plan/1`. The planner has no clock: who measured it passes the milliseconds.
 */
export function planToJson(plan: Plan, milliseconds: number) {
  return {
    format: plan.format,
    placed: plan.placed.map((session) => ({
      ...session,
      start: formatInstant(session.start),
      end: formatInstant(session.end),
    })),
    unplaced: plan.unplaced,
    cost: plan.cost,
    optimal: plan.optimal,
    relaxations: plan.relaxations,
    states: plan.states,
    milliseconds,
  };
}
