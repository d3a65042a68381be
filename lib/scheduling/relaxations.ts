import { type Clinic, clinicOf } from '@/lib/scheduling/clinic';
import { closingGatesFinder, OPEN } from '@/lib/scheduling/closing-gates';
import { mostPlaced } from '@/lib/scheduling/count-placed';
import type { Instance, InstanceSession } from '@/lib/scheduling/instance';
import type { PlacedSession, Relaxation, RelaxationChange } from '@/lib/scheduling/plan';
import { addDays, daysBetween, LAST_DATE, weekdayOfEpochDay } from '@/lib/time/local-date';
import { minuteOfDay, timeOfMinute } from '@/lib/time/local-time';

/** How many days longer the window is tried. */
export const MOST_EXTENSION_DAYS = 60;
const LONGEST_WINDOW_DAYS = 366;

/**
 * Single changes to the instance that would place more than `placed`, each tried by planning again; most
 * gained first, then what asks least of the patient and the clinic.
 */
export function relaxationsOf(clinic: Clinic, placed: readonly PlacedSession[]): Relaxation[] {
  const { instance } = clinic;
  const openDaysOf = openDaysFinder(instance);
  const gain = (change: RelaxationChange) => {
    const changed = withRelaxation(instance, placed, change);
    return mostPlaced(changed, openDaysOf(changed)) - placed.length;
  };
  const standing = new Set(placed.map((session) => session.number));
  const failed = instance.sessions.filter((session) => !standing.has(session.number));

  const changes = [
    ...addedDays(instance),
    ...smallestExtension(instance, gain),
    ...clinic.providers
      .filter(({ id }) => failed.some((session) => !session.providers.includes(id)))
      .map(({ id }) => ({ addProvider: id })),
    ...widerHours(instance),
    ...oneMorePerWeek(instance),
    ...largestLowerGap(instance, gain),
  ];
  return changes
    .map((change) => ({ change, placed: gain(change) }))
    .filter((relaxation) => relaxation.placed > 0)
    .sort((a, b) => b.placed - a.placed || asks(instance, a.change) - asks(instance, b.change));
}

/**
 * Finds the days on which each session of a changed instance can start. How many sessions a plan places hangs on
 * these days and on rules 6 and 7 alone; and of all changes only other day hours move the gates of a date. So
 * the gates are asked once, for every weekday and the longest window, and once for each other day hours.
 */
function openDaysFinder(instance: Instance): (changed: Instance) => ReadonlySet<number>[] {
  const { from, to } = instance.window;
  const window = { from, to: addDays(to, mostExtension(instance)) };
  const widest = clinicOf({ ...instance, preferredDays: [], window });
  const durations = instance.sessions.map((session) => session.durationMinutes);
  const finders = new Map<Instance['dayHours'], ReturnType<typeof closingGatesFinder>>();
  // What no change touches is found once for each choice of days: where one of many providers is added, most of it.
  const untouched = new Map<string, Map<InstanceSession, ReadonlySet<number>>>();
  const own = new Set(instance.sessions);

  return ({ dayHours, preferredDays, window: { to: last }, sessions }) => {
    const clinic = { ...widest, instance: { ...widest.instance, dayHours } };
    const closingGates = finders.get(dayHours) ?? closingGatesFinder(clinic, durations);
    finders.set(dayHours, closingGates);
    const days = Array.from({ length: daysBetween(from, last) + 1 }, (_, day) => day).filter((day) => {
      const weekday = weekdayOfEpochDay(widest.days.firstEpochDay + day);
      return preferredDays.length === 0 || preferredDays.includes(weekday);
    });
    const choice = JSON.stringify([dayHours, preferredDays, last]);
    const found = untouched.get(choice) ?? new Map<InstanceSession, ReadonlySet<number>>();
    untouched.set(choice, found);
    const known = new Map<string, ReadonlySet<number>>();
    const openDays = ({ durationMinutes, providers }: InstanceSession) => {
      const kind = JSON.stringify([durationMinutes, providers]);
      const offered = clinic.providers.filter(({ id }) => providers.includes(id));
      const isOpen = (day: number) =>
        offered.some((provider) => closingGates(provider, durationMinutes)[day] === OPEN);
      const open = known.get(kind) ?? new Set(days.filter(isOpen));
      known.set(kind, open);
      return open;
    };
    return sessions.map((session) => {
      const open = found.get(session) ?? openDays(session);
      if (own.has(session)) found.set(session, open);
      return open;
    });
  };
}

/** The instance with one change made. */
export function withRelaxation(
  instance: Instance,
  placed: readonly { readonly number: number }[],
  change: RelaxationChange,
): Instance {
  if ('addDay' in change) {
    return { ...instance, preferredDays: [...instance.preferredDays, change.addDay] };
  }
  if ('extendDays' in change) {
    const { from, to } = instance.window;
    return { ...instance, window: { from, to: addDays(to, change.extendDays) } };
  }
  if ('addProvider' in change) {
    const standing = new Set(placed.map((session) => session.number));
    const sessions = instance.sessions.map((session) =>
      standing.has(session.number) || session.providers.includes(change.addProvider)
        ? session
        : { ...session, providers: [...session.providers, change.addProvider] },
    );
    return { ...instance, sessions };
  }
  // The others carry the new value of the field that they are named for.
  return { ...instance, ...change };
}

function addedDays({ preferredDays }: Instance): RelaxationChange[] {
  if (preferredDays.length === 0) return [];
  return [0, 1, 2, 3, 4, 5, 6].filter((day) => !preferredDays.includes(day)).map((addDay) => ({ addDay }));
}

function widerHours({ dayHours }: Instance): RelaxationChange[] {
  if (!dayHours) return [];
  const from = timeOfMinute(Math.max(0, minuteOfDay(dayHours.from) - 60));
  const to = timeOfMinute(Math.min(1440, minuteOfDay(dayHours.to) + 60));
  return [{ dayHours: { from, to: dayHours.to } }, { dayHours: { from: dayHours.from, to } }].filter(
    (each) => each.dayHours.from !== dayHours.from || each.dayHours.to !== dayHours.to,
  );
}

function oneMorePerWeek({ maxPerWeek }: Instance): RelaxationChange[] {
  return maxPerWeek === null || maxPerWeek >= 7 ? [] : [{ maxPerWeek: maxPerWeek + 1 }];
}

/** A later end allows every plan that an earlier one does, so the first that gains is found by halving. */
function smallestExtension(
  instance: Instance,
  gain: (change: RelaxationChange) => number,
): RelaxationChange[] {
  const smallest = firstThat(1, mostExtension(instance), (extendDays) => gain({ extendDays }) > 0);
  return smallest === null ? [] : [{ extendDays: smallest }];
}

function mostExtension({ window: { from, to } }: Instance): number {
  const days = daysBetween(from, to) + 1;
  return Math.min(MOST_EXTENSION_DAYS, LONGEST_WINDOW_DAYS - days, daysBetween(to, LAST_DATE));
}

/** A smaller gap allows every plan that a larger one does, so the largest that gains is found by halving. */
function largestLowerGap(
  { minGapDays }: Instance,
  gain: (change: RelaxationChange) => number,
): RelaxationChange[] {
  const lowering = firstThat(1, minGapDays - 1, (by) => gain({ minGapDays: minGapDays - by }) > 0);
  return lowering === null ? [] : [{ minGapDays: minGapDays - lowering }];
}

/** The least number from `low` to `high` that passes, given that all after it pass too; null when none does. */
function firstThat(low: number, high: number, passes: (value: number) => boolean): number | null {
  if (low > high || !passes(high)) return null;
  let from = low;
  let to = high;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (passes(middle)) to = middle;
    else from = middle + 1;
  }
  return to;
}

/** How much a change asks, in days' worth of trouble: a rule of thumb that only orders equal gains. */
function asks(instance: Instance, change: RelaxationChange): number {
  if ('extendDays' in change) return change.extendDays;
  if ('dayHours' in change) return 4;
  if ('addDay' in change) return 6;
  if ('addProvider' in change) return 8;
  if ('maxPerWeek' in change) return 10;
  return 12 * (instance.minGapDays - change.minGapDays);
}
