import { type AppointmentToChange, findAppointmentToChange } from '@/db/reads/appointment-to-change';
import type { TenantScope } from '@/db/scope';
import { ok, type Result, refused } from '@/lib/result/result';
import { freeStarts } from '@/lib/scheduling/free-starts';
import type { Instance } from '@/lib/scheduling/instance';
import { addDays } from '@/lib/time/local-date';
import { localDateOf } from '@/lib/time/wall-clock';
import type { MoveTimesInput } from './input';
import { loadMoveProblem, type MoveProblem } from './move-problem';

export interface MoveTimes {
  timeZone: string;
  /** The dates that were looked at, both inclusive. */
  from: string;
  to: string;
  /** Everyone who can give the visit; `isUsual` who it is for: the assigned, or who has it. */
  providers: { id: string; name: string; isUsual: boolean }[];
  /** Dates with a free time, in order. */
  days: { date: string; of: ProviderTimes[] }[];
}

export interface ProviderTimes {
  providerId: string;
  /** Local times that follow the package's wishes, all of them for a single visit. */
  times: string[];
  /** Local times that are free but go against a wish. */
  against: string[];
}

/** As far as one look goes back from where the visit stands. */
const DAYS_BEFORE = 3;

/**
 * The free times of a visit that is to be moved, with every provider who can give it, or with one. Without a
 * first date it begins shortly before the visit's own. Errors: a visit that is unknown or not the actor's.
 */
export async function moveTimes(
  scope: TenantScope,
  { id, from, days, provider, duration }: MoveTimesInput,
): Promise<Result<MoveTimes, { kind: 'not_found' }>> {
  const visit = await findAppointmentToChange(scope, id);
  if (!visit) return refused({ kind: 'not_found' });
  const range = rangeOf(visit, { from, days, now: scope.now() });
  const loaded = await loadMoveProblem(scope, {
    appointmentId: id,
    providerIds: null,
    ...range,
    durationMinutes: duration ?? null,
  });
  if (!loaded.ok) return loaded;
  const problem = provider ? onlyFor(loaded.value, provider) : loaded.value;
  const { appointment, facts, instance, wishes } = loaded.value;
  const usual = wishes?.assigned.length ? wishes.assigned : [appointment.providerId];
  const able = new Set(instance.sessions.find(({ fixed }) => !fixed)?.providers);
  return ok({
    timeZone: instance.timeZone,
    ...range,
    providers: facts.providers
      .filter((each) => able.has(each.id))
      .map((each) => ({ id: each.id, name: each.name, isUsual: usual.includes(each.id) })),
    days: daysOf(problem),
  });
}

/** Which dates to look at: never past ones. */
function rangeOf(
  { start, timeZone }: AppointmentToChange,
  { from, days, now }: { from: string | undefined; days: number; now: number },
): { from: string; to: string } {
  const today = localDateOf(now, timeZone);
  const wanted = from ?? addDays(localDateOf(start, timeZone), -DAYS_BEFORE);
  const upTo = (first: string) => ({ from: first, to: addDays(first, days - 1) });
  if (wanted < today) return upTo(today);
  return upTo(wanted);
}

const onlyFor = (problem: MoveProblem, provider: string): MoveProblem => ({
  ...problem,
  instance: {
    ...problem.instance,
    sessions: problem.instance.sessions.map((session) =>
      session.fixed ? session : { ...session, providers: session.providers.filter((id) => id === provider) },
    ),
  },
});

function daysOf({ instance, number, appointment, wishes }: MoveProblem): MoveTimes['days'] {
  const isInWindow = (date: string) => !wishes || (wishes.window.from <= date && date <= wishes.window.to);
  const wished = new Set(
    freeStarts(instance, number)
      .filter(({ date }) => isInWindow(date))
      .map(keyOf),
  );
  const days = new Map<string, Map<string, ProviderTimes>>();
  for (const place of freeStarts(withoutWishes(instance), number)) {
    const { date, time, start, end, provider } = place;
    const isOwn =
      start === appointment.start && end === appointment.end && provider === appointment.providerId;
    if (isOwn) continue;
    const day = days.get(date) ?? new Map<string, ProviderTimes>();
    days.set(date, day);
    const times = day.get(provider) ?? { providerId: provider, times: [], against: [] };
    day.set(provider, times);
    (wished.has(keyOf(place)) ? times.times : times.against).push(time);
  }
  return [...days].map(([date, of]) => ({ date, of: [...of.values()] }));
}

const keyOf = ({ start, provider }: { start: number; provider: string }) => `${start} ${provider}`;

/** The calendar alone: nothing is asked of the day, the hour or the other visits of the package. */
const withoutWishes = (instance: Instance): Instance => ({
  ...instance,
  preferredDays: [],
  dayHours: null,
  maxPerWeek: null,
  maxGapDays: null,
  sessions: instance.sessions.filter(({ fixed }) => !fixed),
});
