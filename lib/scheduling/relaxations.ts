import { mostPlaced } from '@/lib/scheduling/best-plan';
import { type Clinic, clinicOf } from '@/lib/scheduling/clinic';
import type { Instance, Weights } from '@/lib/scheduling/instance';
import type { PlacedSession, Relaxation, RelaxationChange } from '@/lib/scheduling/plan';
import { addDays, daysBetween, LAST_DATE } from '@/lib/time/local-date';
import { minuteOfDay, timeOfMinute } from '@/lib/time/local-time';

/** How many days longer the window is tried. */
export const MOST_EXTENSION_DAYS = 60;
const LONGEST_WINDOW_DAYS = 366;

/** Only the number of sessions placed is asked, so nothing costs anything and a day is one state. */
const NO_COSTS: Weights = { late: 0, gap: 0, clock: 0, change: 0, prefer: 0 };

/**
 * Single changes to the instance that would place more than `placed`, each tried by planning again; most
 * gained first, then what asks least of the patient and the clinic.
 */
export function relaxationsOf(clinic: Clinic, placed: readonly PlacedSession[]): Relaxation[] {
  const free = { ...clinic, instance: { ...clinic.instance, weights: NO_COSTS } };
  const gain = (change: RelaxationChange) => mostPlaced(changed(free, placed, change)) - placed.length;
  const standing = new Set(placed.map((session) => session.number));
  const failed = clinic.instance.sessions.filter((session) => !standing.has(session.number));

  const changes = [
    ...addedDays(clinic.instance),
    ...smallestExtension(clinic.instance, gain),
    ...clinic.providers
      .filter(({ id }) => failed.some((session) => !session.providers.includes(id)))
      .map(({ id }) => ({ addProvider: id })),
    ...widerHours(clinic.instance),
    ...oneMorePerWeek(clinic.instance),
    ...largestLowerGap(clinic.instance, gain),
  ];
  return changes
    .map((change) => ({ change, placed: gain(change) }))
    .filter((relaxation) => relaxation.placed > 0)
    .sort((a, b) => b.placed - a.placed || asks(clinic.instance, a.change) - asks(clinic.instance, b.change));
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

/** Only the window moves the time line; every other change leaves the days and hours as they are. */
function changed(clinic: Clinic, placed: readonly PlacedSession[], change: RelaxationChange): Clinic {
  const instance = withRelaxation(clinic.instance, placed, change);
  return 'extendDays' in change ? clinicOf(instance) : { ...clinic, instance };
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
  const days = daysBetween(instance.window.from, instance.window.to) + 1;
  const most = Math.min(
    MOST_EXTENSION_DAYS,
    LONGEST_WINDOW_DAYS - days,
    daysBetween(instance.window.to, LAST_DATE),
  );
  const smallest = firstThat(1, most, (extendDays) => gain({ extendDays }) > 0);
  return smallest === null ? [] : [{ extendDays: smallest }];
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
