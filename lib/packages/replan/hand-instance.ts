import type { Breach } from '@/lib/planning/breach';
import { blockedTime } from '@/lib/planning/clinic-calendar';
import { checkPlan } from '@/lib/scheduling/check-plan';
import type { Instance } from '@/lib/scheduling/instance';
import type { PlacedSession } from '@/lib/scheduling/plan';
import { type Interval, overlaps } from '@/lib/time/interval';
import { withStanding } from './propose-replan';
import type { ReplanProblem } from './replan-problem';
import { standingVisits } from './standing-visits';

/** What a person may go against knowingly: the package's wishes. Everything else is the calendar's own rule. */
const WISHES = new Set([
  'not_preferred_day',
  'outside_day_hours',
  'too_close',
  'too_far',
  'week_full',
  'outside_window',
  'not_assigned',
]);

/** How long after its window a package may still be given a place by hand. */
export const MOST_DAYS_AFTER = 30;

export interface JudgedPlace {
  /** Rules of the calendar that the place breaks, and who stands there: it cannot be had. */
  hard: Breach<string>[];
  /** Wishes of the package that it goes against. */
  soft: string[];
}

/**
 * The problem of placing one session by hand: the package's other visits stand, and take their own time like
 * anyone's, so that a second one on a day is a wish and not an overlap.
 */
export function handInstance(
  { instance, found, facts, open }: ReplanProblem,
  { number, providerIds }: { number: number; providerIds: readonly string[] },
): Instance {
  const standing = standingVisits(found, new Set(open.map((session) => session.number)));
  const span = ({ start, end }: PlacedSession): Interval => ({ from: start, to: end });
  const blocked = ({ start, end }: PlacedSession): Interval => {
    const { blocked_from: from, blocked_to: to } = blockedTime(facts, start, end);
    return { from, to };
  };
  const roomOf = new Map(found.sessions.map((session) => [session.number, session.appointment?.roomId]));
  return {
    ...instance,
    sessions: instance.sessions.map((each) =>
      each.number === number ? { ...each, providers: providerIds } : each,
    ),
    patientBusy: inOrder([...facts.patientBusy, ...standing.map(span)]),
    providers: instance.providers.map((provider) => ({
      ...provider,
      busy: inOrder([
        ...provider.busy,
        ...standing.filter((place) => place.provider === provider.id).map(blocked),
      ]),
    })),
    rooms:
      instance.rooms?.map((room) => ({
        ...room,
        busy: inOrder([
          ...room.busy,
          ...standing.filter((place) => roomOf.get(place.number) === room.id).map(span),
        ]),
      })) ?? null,
  };
}

const inOrder = (spans: readonly Interval[]) => [...spans].sort((one, other) => one.from - other.from);

/** The same calendars without any wish: every time that could be had at all, in and a while after the window. */
export function withoutWishes(instance: Instance, number: number, to: string): Instance {
  return {
    ...instance,
    window: { from: instance.window.from, to },
    preferredDays: [],
    dayHours: null,
    maxPerWeek: null,
    minGapDays: 1,
    maxGapDays: null,
    sessions: instance.sessions.filter((each) => each.number === number),
  };
}

/** Judges one place by the rules that the planner keeps; only the clinic's grid is not asked of a typed time. */
export function judgePlace(
  instance: Instance,
  place: PlacedSession,
  assigned: readonly string[],
): { hard: string[]; soft: string[] } {
  const standing = withStanding(instance, []);
  const before = checkPlan(instance, { placed: standing });
  const after = checkPlan(instance, { placed: withStanding(instance, [place]) });
  const own = after.filter(({ number, other }) => number === place.number || other === place.number);
  const rules = new Set<string>(own.map(({ rule }) => rule));
  const full = (list: typeof after) => list.filter(({ rule }) => rule === 'week_full').length;
  if (full(after) > full(before)) rules.add('week_full');
  if (!assigned.includes(place.provider)) rules.add('not_assigned');
  rules.delete('off_grid');
  const broken = [...rules];
  return {
    hard: broken.filter((rule) => !WISHES.has(rule)),
    soft: broken.filter((rule) => WISHES.has(rule)),
  };
}

/** Asks which visits have the place. */
export const whoIsThere = (
  { facts, found }: ReplanProblem,
  { provider, start, end }: PlacedSession,
  codes: readonly string[],
) => ({
  codes,
  facts,
  place: { providerId: provider, patientId: found.patientId, start, end, exceptAppointmentId: null },
});

/** A room that is free for the visit, when one is needed. */
export function freeRoom({ rooms }: Instance, visit: Interval): string | null {
  return rooms?.find(({ busy }) => !busy.some((span) => overlaps(span, visit)))?.id ?? null;
}
