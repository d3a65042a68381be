import { explainDays } from '@/lib/scheduling/explain';
import type { Instance } from '@/lib/scheduling/instance';
import type { PlacedSession, ReasonCode } from '@/lib/scheduling/plan';
import { MINUTE_MS } from '@/lib/time/instant';
import { addDays, daysBetween } from '@/lib/time/local-date';
import { localDateOf } from '@/lib/time/wall-clock';
import type { MoveDay } from './move-day';
import type { MoveProblem } from './move-problem';

/** Both inclusive. */
export interface DateRange {
  from: string;
  to: string;
}

/** On as many days this is the first thing in the way. */
export interface DaysLost {
  code: ReasonCode | 'outside_window';
  days: number;
}

/** A free place, which may go against a wish of the package. */
export interface FreePlace {
  date: string;
  time: string;
  isAgainst: boolean;
}

export interface ProviderWithout {
  providerId: string;
  reasons: DaysLost[];
  /** The last before and the first after the days that were looked at, as far as there are any. */
  nearest: FreePlace[];
}

const LOOK_BACK_DAYS = 28;
const LOOK_AHEAD_DAYS = 90;

/** Where to look for the nearest times when the days asked for have none: never before today. */
export function around({ from, to }: DateRange, today: string): DateRange {
  const back = addDays(from, -LOOK_BACK_DAYS);
  return { from: back < today ? today : back, to: addDays(to, LOOK_AHEAD_DAYS) };
}

/** The problem with one provider alone for the visit. */
export const onlyFor = (problem: MoveProblem, provider: string): MoveProblem => ({
  ...problem,
  instance: {
    ...problem.instance,
    sessions: problem.instance.sessions.map((session) =>
      session.fixed ? session : { ...session, providers: session.providers.filter((id) => id === provider) },
    ),
  },
});

/** Who of them has no time that follows the wishes. */
export function withoutTimes(days: readonly MoveDay[], providers: readonly string[]): string[] {
  const having = new Set(
    days.flatMap(({ of }) => of.filter(({ times }) => times.length > 0).map(({ providerId }) => providerId)),
  );
  return providers.filter((id) => !having.has(id));
}

/** What is in the way of a time with that provider, the commonest first; each day is charged to one thing. */
export function whyWithout(problem: MoveProblem, providerId: string): DaysLost[] {
  const { instance, number, wishes } = onlyFor(problem, providerId);
  const counts = new Map<DaysLost['code'], number>();
  for (const { date, code } of explainDays(instance, fixedOf(instance), number)) {
    const isOutside = wishes !== null && (date < wishes.window.from || wishes.window.to < date);
    const charged = isOutside ? 'outside_window' : code;
    if (charged !== null) counts.set(charged, (counts.get(charged) ?? 0) + 1);
  }
  return [...counts].map(([code, days]) => ({ code, days })).toSorted((one, other) => other.days - one.days);
}

/** The package's other visits, which stand. */
const fixedOf = ({ sessions }: Instance): PlacedSession[] =>
  sessions.flatMap(({ number, durationMinutes, fixed }) =>
    fixed ? [{ number, ...fixed, end: fixed.start + durationMinutes * MINUTE_MS, room: null }] : [],
  );

/** The nearest places of a provider on either side of the days that were looked at; by the wishes, if there are. */
export function nearestPlaces(
  days: readonly MoveDay[],
  { providerId, range }: { providerId: string; range: DateRange },
): FreePlace[] {
  const own = days.flatMap(({ date, of }) => {
    const found = of.find((each) => each.providerId === providerId);
    return found ? [{ date, ...found }] : [];
  });
  const places = (kind: 'times' | 'against'): FreePlace[] =>
    own.flatMap(({ date, [kind]: [time] }) =>
      time === undefined ? [] : [{ date, time, isAgainst: kind === 'against' }],
    );
  const wished = places('times');
  const isHere = own.some(({ date }) => range.from <= date && date <= range.to);
  // What goes against a wish on the days themselves is nearer than any other.
  const from = wished.length > 0 || isHere ? wished : places('against');
  const before = from.findLast(({ date }) => date < range.from);
  const after = from.find(({ date }) => date > range.to);
  return [before, after].flatMap((place) => place ?? []);
}

/** The date nearest to an instant on which one of those has a time; by the wishes, if there is one. */
export function nearestDate(
  days: readonly MoveDay[],
  { usual, to, timeZone }: { usual: readonly string[]; to: number; timeZone: string },
): string | null {
  const date = localDateOf(to, timeZone);
  const withAny = (kind: 'times' | 'against') =>
    days.filter(({ of }) => of.some((each) => usual.includes(each.providerId) && each[kind].length > 0));
  const wished = withAny('times');
  const far = (day: MoveDay) => Math.abs(daysBetween(date, day.date));
  const [nearest] = (wished.length > 0 ? wished : withAny('against')).toSorted(
    (one, other) => far(one) - far(other),
  );
  return nearest?.date ?? null;
}
