import type { SessionStatus } from '@/db/schema';
import type { TenantScope } from '@/db/scope';
import { providerFault } from '@/lib/planning/clinic-calendar';
import { nameBreaches } from '@/lib/planning/name-breaches';
import { ok, type Result, refused } from '@/lib/result/result';
import { freeStarts } from '@/lib/scheduling/free-starts';
import { MINUTE_MS } from '@/lib/time/instant';
import { addDays } from '@/lib/time/local-date';
import { exactInstantOf } from '@/lib/time/wall-clock';
import {
  freeRoom,
  handInstance,
  type JudgedPlace,
  judgePlace,
  MOST_DAYS_AFTER,
  whoIsThere,
  withoutWishes,
} from './hand-instance';
import type { SessionPlacesInput } from './input';
import { laterOf, loadReplanProblem, type ReplanRefusal } from './replan-problem';

/** Where one session could be scheduled by hand. Times are on the clinic's clock. */
export interface SessionPlaces {
  /** The version of the package that this was read from. */
  version: number;
  timeZone: string;
  durationMinutes: number;
  /** Who can give it, those whom it is for first. */
  providers: { id: string; name: string; isAssigned: boolean }[];
  /** Days with a free time; whether one of them is as the package wishes. */
  days: { date: string; count: number; hasFitting: boolean }[];
  /** The day whose times these are; null when no day has any. */
  date: string | null;
  times: { time: string; start: number; providerId: string; isFitting: boolean }[];
  /** The typed time, judged; null when none was typed. */
  judged: JudgedPlace | null;
}

export type SessionPlacesRefusal =
  | ReplanRefusal
  /** The session has a visit, is done or was cancelled. */
  | { kind: 'not_possible'; status: SessionStatus | null };

/**
 * The free times for a session without a place while every other visit stands, also those that go against a
 * wish of the package; a typed time is judged. Errors: an unknown package, a session that needs no place.
 */
export async function sessionPlaces(
  scope: TenantScope,
  { id, number, providerId, date, time }: SessionPlacesInput,
): Promise<Result<SessionPlaces, SessionPlacesRefusal>> {
  const question = { packageId: id, version: 'any' as const, which: [number], changes: {} };
  const loaded = await loadReplanProblem(scope, question);
  if (!loaded.ok) return loaded;
  const problem = loaded.value;
  const session = problem.open.find((each) => each.number === number);
  if (!session || session.status === 'SCHEDULED') {
    const known = problem.found.sessions.find((each) => each.number === number);
    return refused({ kind: 'not_possible', status: known?.status ?? null });
  }
  const { facts, found, wishes } = problem;
  const assigned = session.providerIds;
  const able = facts.providers
    .filter((provider) => providerFault(facts, provider.id) === null)
    .map(({ id: able, name }) => ({ id: able, name, isAssigned: assigned.includes(able) }))
    .sort((one, other) => Number(other.isAssigned) - Number(one.isAssigned));
  const askedOf = able
    .filter((each) => (providerId === undefined ? each.isAssigned : each.id === providerId))
    .map((each) => each.id);

  const instance = handInstance(problem, { number, providerIds: askedOf });
  const fitting = new Set(freeStarts(instance, number).map(keyOf));
  const to = addDays(laterOf(wishes.endDate, problem.today), MOST_DAYS_AFTER);
  const free = freeStarts(withoutWishes(instance, number, to), number);
  const days = daysOf(free, fitting);
  const chosen = date ?? (days.find(({ hasFitting }) => hasFitting) ?? days[0])?.date ?? null;
  return ok({
    version: found.version,
    timeZone: instance.timeZone,
    durationMinutes: found.durationMinutes,
    providers: able,
    days,
    date: chosen,
    times: free
      .filter((start) => start.date === chosen)
      .map((start) => ({
        time: start.time,
        start: start.start,
        providerId: start.provider,
        isFitting: fitting.has(keyOf(start)),
      })),
    judged: await judge(),
  });

  async function judge(): Promise<JudgedPlace | null> {
    if (time === undefined || date === undefined || providerId === undefined) return null;
    const start = exactInstantOf(date, time, instance.timeZone);
    if (start === null) return { hard: [{ code: 'no_such_time', by: null }], soft: [] };
    const end = start + found.durationMinutes * MINUTE_MS;
    const room = freeRoom(instance, { from: start, to: end });
    const place = { number, provider: providerId, room, start, end };
    const { hard, soft } = judgePlace(instance, place, assigned);
    return { hard: await nameBreaches(scope, whoIsThere(problem, place, hard)), soft };
  }
}

const keyOf = ({ start, provider }: { start: number; provider: string }) => `${start} ${provider}`;

function daysOf(
  free: readonly { date: string; start: number; provider: string }[],
  fitting: ReadonlySet<string>,
): SessionPlaces['days'] {
  const days = new Map<string, SessionPlaces['days'][number]>();
  for (const start of free) {
    const day = days.get(start.date) ?? { date: start.date, count: 0, hasFitting: false };
    days.set(start.date, {
      ...day,
      count: day.count + 1,
      hasFitting: day.hasFitting || fitting.has(keyOf(start)),
    });
  }
  return [...days.values()];
}
