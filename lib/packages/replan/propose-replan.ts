import type { SessionStatus } from '@/db/schema';
import type { TenantScope } from '@/db/scope';
import { providerFault } from '@/lib/planning/clinic-calendar';
import { ok, type Result } from '@/lib/result/result';
import { checkPlan } from '@/lib/scheduling/check-plan';
import type { Plan, Reason, Relaxation } from '@/lib/scheduling/plan';
import { planPackage } from '@/lib/scheduling/plan-package';
import { MINUTE_MS } from '@/lib/time/instant';
import type { Basis, ReplanInput } from './input';
import { loadReplanProblem, type ReplanProblem, type ReplanRefusal, type Wishes } from './replan-problem';
import { whyUnplaced } from './why-unplaced';

/** What planning a package again would do; nothing of it is saved. Instants are epoch milliseconds. */
export interface ReplanProposal {
  timeZone: string;
  /** The version of the package that it rests on. */
  version: number;
  /** Everything else it rests on, for saving it. */
  basis: Basis;
  /** In session order: every session that is planned again, also one that stays where it is. */
  sessions: ReplannedSession[];
  /** The visits to come that a person holds in place: they stand unless they are asked for. */
  held: number[];
  /** How many sessions stand, come what may. */
  standing: number;
  isOptimal: boolean;
  /** Single changes that would place more, each tried by planning again; best first. */
  relaxations: Relaxation[];
  wishes: Wishes;
  providers: Record<string, string>;
  rooms: Record<string, string>;
}

export interface ReplannedSession {
  number: number;
  status: SessionStatus;
  /** Where it stands now, or null without a place. */
  was: { start: number; end: number; providerId: string } | null;
  /** Where it is to stand; null when it has no place. */
  place: { start: number; end: number; providerId: string; roomId: string | null } | null;
  /** Why it has no place. */
  reasons: Reason[];
  /** Who it is for. */
  providerIds: string[];
  isPinned: boolean;
}

/**
 * Plans a stored package again, with other wishes if some are given, around everything that stands, and saves
 * nothing. Errors: an unknown or called-off package, one that was changed since, fields that cannot be.
 */
export async function proposeReplan(
  scope: TenantScope,
  input: ReplanInput,
): Promise<Result<ReplanProposal, ReplanRefusal>> {
  const problem = await loadReplanProblem(scope, input);
  return problem.ok ? ok(replanOf(problem.value)) : problem;
}

/** The proposal of a problem. */
export function replanOf(problem: ReplanProblem): ReplanProposal {
  const { found, wishes, facts, open, instance, basis } = problem;
  const plan = open.length === 0 ? null : planPackage(instance);
  const places = new Map(plan?.placed.map((place) => [place.number, place]));
  const reasonsOf = whyUnplaced(problem, plan?.placed ?? []);
  return {
    timeZone: instance.timeZone,
    version: found.version,
    basis,
    sessions: open.map((session) => {
      const place = places.get(session.number);
      return {
        number: session.number,
        status: session.status,
        was: session.status === 'SCHEDULED' ? session.place : null,
        place: place
          ? { start: place.start, end: place.end, providerId: place.provider, roomId: place.room }
          : null,
        reasons: place ? [] : reasonsOf(session.number),
        providerIds: [...problem.providersOf(session.number)],
        isPinned: session.isPinned,
      };
    }),
    held: problem.held,
    standing: instance.sessions.filter(({ fixed }) => fixed !== null).length,
    isOptimal: plan?.optimal ?? true,
    relaxations: (plan?.relaxations ?? []).filter(
      ({ change }) => !('addProvider' in change) || providerFault(facts, change.addProvider) === null,
    ),
    wishes,
    providers: Object.fromEntries(facts.providers.map(({ id, name }) => [id, name])),
    rooms: Object.fromEntries(facts.rooms.map(({ id, name }) => [id, name])),
  };
}

/** Whether the places still hold, the sessions that stand standing. */
export function holds({ instance }: ReplanProblem, placed: Plan['placed']): boolean {
  return checkPlan(instance, { placed: withStanding(instance, placed) }).length === 0;
}

/** The plan with the visits that stand in it. */
export function withStanding(
  instance: ReplanProblem['instance'],
  placed: Plan['placed'],
): Plan['placed'][number][] {
  const standing = instance.sessions.flatMap(({ number, fixed, durationMinutes }) => {
    if (!fixed) return [];
    const { start, provider } = fixed;
    return [{ number, provider, room: null, start, end: start + durationMinutes * MINUTE_MS }];
  });
  return [...standing, ...placed].sort((one, other) => one.number - other.number);
}
