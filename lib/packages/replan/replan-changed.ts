import type { TenantScope } from '@/db/scope';
import { refused } from '@/lib/result/result';
import { checkPlan } from '@/lib/scheduling/check-plan';
import type { PlacedSession } from '@/lib/scheduling/plan';
import { MINUTE_MS } from '@/lib/time/instant';
import { lastChangesOf } from '../changes-since';
import type { HistoryEntry } from '../history';
import { type LostPlace, lostPlaces } from '../lost-places';
import type { Basis, SaveReplanInput } from './input';
import { type ReplanProposal, replanOf, withStanding } from './propose-replan';
import type { ReplanProblem } from './replan-problem';

/** The plan that was shown does not hold any more: why, and the one that would. */
export interface ReplanChanged {
  kind: 'plan_changed';
  proposal: ReplanProposal;
  /** What was last done to the sessions that have changed since the plan was shown, newest first. */
  entries: HistoryEntry[];
  /** The shown places that others have taken. */
  lost: LostPlace[];
}

/** Whether the package and its sessions are still what the plan was made from. */
export const restsOn = ({ basis }: ReplanProblem, shown: Basis): boolean =>
  JSON.stringify(partsOf(basis)) === JSON.stringify(partsOf(shown));

const partsOf = ({ version, open, sessions }: Basis) => [
  version,
  open,
  sessions.map((session) => [session.number, session.version, session.visitVersion]),
];

/** The shown places of the sessions that are still to be planned, with the lengths that these have. */
export function placesStillAsked(
  { instance, open }: ReplanProblem,
  { shown }: Pick<SaveReplanInput, 'shown'>,
): PlacedSession[] {
  const openNumbers = new Set(open.map(({ number }) => number));
  const lengths = new Map(instance.sessions.map((each) => [each.number, each.durationMinutes]));
  return shown
    .filter(({ number }) => openNumbers.has(number))
    .map(({ number, providerId, roomId, start }) => ({
      number,
      provider: providerId,
      room: roomId,
      start,
      end: start + (lengths.get(number) ?? 0) * MINUTE_MS,
    }));
}

/** Refuses a plan that does not hold any more: with what was changed and by whom, who took what, and a new plan. */
export async function replanChanged(scope: TenantScope, problem: ReplanProblem, input: SaveReplanInput) {
  const { found, facts, instance, basis } = problem;
  const shown = placesStillAsked(problem, input);
  const own = new Set(found.sessions.flatMap(({ appointment }) => appointment?.id ?? []));
  return refused<ReplanChanged>({
    kind: 'plan_changed',
    proposal: replanOf(problem),
    entries: await lastChangesOf(scope, {
      packageId: found.id,
      numbers: changedSessions(basis, input.basis),
    }),
    lost: await lostPlaces(scope, {
      around: { facts, patientId: found.patientId, own },
      shown,
      breaches: checkPlan(instance, { placed: withStanding(instance, shown) }),
    }),
  });
}

/** The sessions that were written since, or whose visit was; one that is not owed any more, or again, is one of them. */
function changedSessions(now: Basis, shown: Basis): ReadonlySet<number> {
  const lines = ({ sessions }: Basis) =>
    new Map(sessions.map(({ number, version, visitVersion }) => [number, `${version}.${visitVersion}`]));
  const [present, seen] = [lines(now), lines(shown)];
  return new Set([...present.keys(), ...seen.keys()].filter((each) => present.get(each) !== seen.get(each)));
}
