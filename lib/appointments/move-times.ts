import { findAppointmentToChange } from '@/db/reads/appointment-to-change';
import type { TenantScope } from '@/db/scope';
import { ok, type Result, refused } from '@/lib/result/result';
import { freeStarts } from '@/lib/scheduling/free-starts';
import type { Instance } from '@/lib/scheduling/instance';
import { addDays } from '@/lib/time/local-date';
import { localDateOf } from '@/lib/time/wall-clock';
import type { MoveTimesInput } from './input';
import type { MoveDay, ProviderTimes } from './move-day';
import { loadMoveProblem, type MoveProblem } from './move-problem';
import {
  around,
  type DateRange,
  type DaysLost,
  nearestDate,
  nearestPlaces,
  onlyFor,
  type ProviderWithout,
  whyWithout,
  withoutTimes,
} from './without-times';

export interface MoveTimes {
  timeZone: string;
  /** The dates that were looked at, both inclusive. */
  from: string;
  to: string;
  /** Everyone who can give the visit; `isUsual` who it is for: the assigned, or who has it. */
  providers: { id: string; name: string; isUsual: boolean }[];
  /** Dates with a free time, in order. */
  days: MoveDay[];
  /** Who has no time on these dates that follows the wishes: why, and where the nearest are. */
  without: ProviderWithout[];
  /** What was looked at first, around the visit's own date, and why nobody whom it is for has a time there. */
  passedOver: { from: string; to: string; reasons: DaysLost[] } | null;
  /** 0 = Sunday; what the package wishes, for the words of a reason. */
  preferredDays: readonly number[];
}

/** As far as one look goes back from where the visit stands. */
const DAYS_BEFORE = 3;

/**
 * The free times of a visit that is to be moved, with every provider who can give it, or with one. Without a
 * first date it begins shortly before the visit's own, or where no one whom it is for has a time there, on the
 * nearest date with one. Errors: a visit that is unknown or not the actor's.
 */
export async function moveTimes(
  scope: TenantScope,
  { id, from, days, provider, duration }: MoveTimesInput,
): Promise<Result<MoveTimes, { kind: 'not_found' }>> {
  const visit = await findAppointmentToChange(scope, id);
  if (!visit) return refused({ kind: 'not_found' });
  const today = localDateOf(scope.now(), visit.timeZone);
  const wanted = from ?? addDays(localDateOf(visit.start, visit.timeZone), -DAYS_BEFORE);
  const look = async (range: DateRange) => {
    const loaded = await loadMoveProblem(scope, {
      appointmentId: id,
      providerIds: null,
      ...range,
      durationMinutes: duration ?? null,
    });
    if (!loaded.ok) return loaded;
    const problem = provider ? onlyFor(loaded.value, provider) : loaded.value;
    return ok({ range, problem, days: daysOf(problem) });
  };
  const rangeFrom = (first: string) => ({ from: first, to: addDays(first, days - 1) });
  const near = await look(rangeFrom(laterOf(wanted, today)));
  if (!near.ok) return near;
  const { facts, wishes } = near.value.problem;
  const usual = wishes?.assigned.length ? wishes.assigned : [visit.providerId];
  const able = providersOf(near.value.problem);
  const lacking = withoutTimes(near.value.days, able);
  // Most visits find a time at once: the far days are read for the others.
  const wide = lacking.length > 0 ? await look(around(near.value.range, today)) : near;
  if (!wide.ok) return wide;
  const isForNobody =
    from === undefined && usual.every((each) => !able.includes(each) || lacking.includes(each));
  const nearest = isForNobody
    ? nearestDate(wide.value.days, { usual, to: visit.start, timeZone: visit.timeZone })
    : null;
  // What goes against the wishes may be on the days that were looked at.
  const first = nearest !== null && isWithin(near.value.range, nearest) ? null : nearest;
  const shown = first === null ? near : await look(rangeFrom(first));
  if (!shown.ok) return shown;
  const { range, problem } = shown.value;
  return ok({
    timeZone: problem.instance.timeZone,
    ...range,
    providers: facts.providers
      .filter((each) => able.includes(each.id))
      .map((each) => ({ id: each.id, name: each.name, isUsual: usual.includes(each.id) })),
    days: shown.value.days,
    without: withoutTimes(shown.value.days, able).map((providerId) => ({
      providerId,
      reasons: whyWithout(problem, providerId),
      nearest: nearestPlaces(wide.value.days, { providerId, range }),
    })),
    passedOver:
      first === null
        ? null
        : { ...near.value.range, reasons: whyWithout(near.value.problem, usual[0] ?? visit.providerId) },
    preferredDays: problem.instance.preferredDays,
  });
}

const isWithin = ({ from, to }: DateRange, date: string) => from <= date && date <= to;

const laterOf = (one: string, other: string) => (one < other ? other : one);

const providersOf = ({ instance }: MoveProblem): readonly string[] =>
  instance.sessions.find(({ fixed }) => !fixed)?.providers ?? [];

function daysOf({ instance, number, appointment, wishes }: MoveProblem): MoveDay[] {
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
