import type { TenantScope } from '@/db/scope';
import { TAKEN } from '@/lib/planning/breach';
import { dateFault } from '@/lib/planning/input';
import { nameBreaches } from '@/lib/planning/name-breaches';
import { ok, type Result, refused } from '@/lib/result/result';
import { MINUTE_MS } from '@/lib/time/instant';
import { exactInstantOf } from '@/lib/time/wall-clock';
import { doOnce } from '../do-once';
import { commitReplan, type SavedReplan, savedReplan } from './commit-replan';
import { freeRoom, handInstance, type JudgedPlace, judgePlace, whoIsThere } from './hand-instance';
import type { ScheduleSessionInput } from './input';
import { loadReplanProblem, type ReplanProblem } from './replan-problem';
import type { SessionPlacesRefusal } from './session-places';

export type ScheduleSessionRefusal = SessionPlacesRefusal | ({ kind: 'breaks' } & JudgedPlace);

/**
 * Gives one session without a place the time that a person has chosen, and holds it there: planning anew goes
 * around it. Who gives it becomes one of those whom it is for. Errors: what the place breaks, except for wishes
 * of the package that were accepted; a package that was changed since.
 */
export function scheduleSession(
  scope: TenantScope,
  input: ScheduleSessionInput,
): Promise<Result<SavedReplan, ScheduleSessionRefusal>> {
  const { changeId, packageId } = input;
  const named = { changeId, packageId, action: 'replan', answerOf: savedReplan };
  return doOnce(scope, named, () => schedule(scope, input));
}

async function schedule(
  scope: TenantScope,
  input: ScheduleSessionInput,
): Promise<Result<SavedReplan, ScheduleSessionRefusal>> {
  const { packageId, version, seenAt, number, providerId, date, time, accepted } = input;
  const question = { packageId, version, seenAt, which: [number] };
  const present = await loadReplanProblem(scope, { ...question, changes: {} });
  if (!present.ok) return present;
  const session = present.value.found.sessions.find((each) => each.number === number);
  if (!session || (session.status !== 'PENDING' && session.status !== 'FAILED')) {
    return refused({ kind: 'not_possible', status: session?.status ?? null });
  }
  const assigned = session.providerIds;
  const changes = assigned.includes(providerId)
    ? {}
    : { providers: [{ number, providerIds: [...assigned, providerId] }] };
  const loaded = await loadReplanProblem(scope, { ...question, changes });
  if (!loaded.ok) return loaded;
  const problem = onlyThis(loaded.value, number);

  const start = exactInstantOf(date, time, problem.instance.timeZone);
  if (start === null) return refused({ kind: 'invalid_input', fields: { time: { code: 'no_such_time' } } });
  const fault = dateFault(date, problem.today);
  if (fault) return refused({ kind: 'invalid_input', fields: { date: { code: fault } } });
  const end = start + problem.found.durationMinutes * MINUTE_MS;
  const instance = handInstance(problem, { number, providerIds: [providerId] });
  const room = freeRoom(instance, { from: start, to: end });
  const place = { number, provider: providerId, room, start, end };
  const broken = judgePlace(instance, place, assigned);
  const refuse = async (codes: readonly string[]) =>
    refused({
      kind: 'breaks' as const,
      hard: await nameBreaches(scope, whoIsThere(problem, place, codes)),
      soft: broken.soft,
    });
  const isUnheard = broken.soft.some((rule) => !accepted.includes(rule));
  if (broken.hard.length > 0 || isUnheard) return refuse(broken.hard);

  const saved = await commitReplan(scope, {
    changeId: input.changeId,
    problem,
    changes,
    placed: [place],
    reasons: new Map(),
    isByHand: true,
  });
  if (saved.ok) return ok(saved.value);
  const { error } = saved;
  if (error.kind === 'duplicate') throw new Error(`A session was refused: ${error.constraint}`);
  if (error.kind === 'slot_taken') return refuse([TAKEN[error.resource]]);
  const again = await loadReplanProblem(scope, { ...question, changes });
  if (!again.ok) return again;
  return refuse(broken.hard);
}

/** Nothing else is planned along with it, whatever would be due for planning again. */
function onlyThis(problem: ReplanProblem, number: number): ReplanProblem {
  return { ...problem, open: problem.open.filter((session) => session.number === number) };
}
