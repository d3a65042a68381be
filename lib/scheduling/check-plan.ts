import type { Instance, InstanceProvider, InstanceSession } from '@/lib/scheduling/instance';
import type { PlacedSession } from '@/lib/scheduling/plan';
import { MINUTE_MS } from '@/lib/time/instant';
import { encloses, type Interval, overlaps, union } from '@/lib/time/interval';
import { addDays, daysBetween, type LocalDate, weekdayOf } from '@/lib/time/local-date';
import { minuteOfDay } from '@/lib/time/local-time';
import { exactInstantOf, instantOf, localDateOf, localTimeOf } from '@/lib/time/wall-clock';

/** The rules of a feasible plan that a session can break, by name. */
export type BrokenRule =
  | 'unknown_session'
  | 'placed_twice'
  | 'fixed_moved'
  | 'wrong_end'
  | 'off_grid'
  | 'before_not_before'
  | 'outside_window'
  | 'not_preferred_day'
  | 'closed'
  | 'unqualified_provider'
  | 'not_working'
  | 'outside_day_hours'
  | 'time_off'
  | 'provider_busy'
  | 'patient_busy'
  | 'no_room'
  | 'too_close'
  | 'too_far'
  | 'week_full';

/** A rule that the session of this number breaks; `other` is the earlier session it stands wrongly to. */
export type Breach = { readonly rule: BrokenRule; readonly number: number; readonly other?: number };

/**
 * Every broken rule of a feasible plan, in session order; an empty list means that the plan may stand. It
 * says nothing about whether the plan is the best one. Each rule is asked here in the plainest words, from
 * the instance alone: nothing but time conversion is shared with the planner, so neither can hide a
 * mistake of the other.
 */
export function checkPlan(instance: Instance, plan: { readonly placed: readonly PlacedSession[] }): Breach[] {
  const placed = [...plan.placed].sort((a, b) => a.number - b.number);
  const sessionOf = new Map(instance.sessions.map((session) => [session.number, session]));
  const breaches: Breach[] = [];

  for (const [index, place] of placed.entries()) {
    const { number } = place;
    const session = sessionOf.get(number);
    if (!session) {
      breaches.push({ rule: 'unknown_session', number });
      continue;
    }
    if (placed[index - 1]?.number === number) breaches.push({ rule: 'placed_twice', number });
    for (const rule of ownBreaches(instance, session, place)) breaches.push({ rule, number });
  }
  for (const session of instance.sessions) {
    if (session.fixed && !placed.some((place) => place.number === session.number)) {
      breaches.push({ rule: 'fixed_moved', number: session.number });
    }
  }
  breaches.push(...gapBreaches(instance, placed), ...weekBreaches(instance, placed));
  return breaches.sort((a, b) => a.number - b.number);
}

function ownBreaches(instance: Instance, session: InstanceSession, place: PlacedSession): BrokenRule[] {
  const isRightLength = place.end === place.start + session.durationMinutes * MINUTE_MS;
  const wrongEnd: BrokenRule[] = isRightLength ? [] : ['wrong_end'];
  if (session.fixed) {
    const stands = place.start === session.fixed.start && place.provider === session.fixed.provider;
    return stands ? wrongEnd : ['fixed_moved', ...wrongEnd];
  }
  return [...wrongEnd, ...dateBreaches(instance, place), ...providerBreaches(instance, session, place)];
}

/** Rules 1, 3 (the patient's hours) and 5: what the calendar, the patient and the rooms allow. */
function dateBreaches(instance: Instance, place: PlacedSession): BrokenRule[] {
  const zone = instance.timeZone;
  const date = localDateOf(place.start, zone);
  const time = localTimeOf(place.start, zone);
  const visit = { from: place.start, to: place.end };
  const broken: BrokenRule[] = [];

  const isGridMinute = minuteOfDay(time) % instance.gridMinutes === 0;
  if (!isGridMinute || exactInstantOf(date, time, zone) !== place.start) broken.push('off_grid');
  if (instance.notBefore !== null && place.start < instance.notBefore) broken.push('before_not_before');
  if (date < instance.window.from || date > instance.window.to) broken.push('outside_window');
  if (instance.preferredDays.length > 0 && !instance.preferredDays.includes(weekdayOf(date))) {
    broken.push('not_preferred_day');
  }
  if (instance.closures.includes(date)) broken.push('closed');
  if (instance.dayHours) {
    const from = instantOf(date, instance.dayHours.from, zone);
    const to = instantOf(date, instance.dayHours.to, zone);
    if (!encloses({ from, to }, visit)) broken.push('outside_day_hours');
  }
  if (instance.patientBusy.some((busy) => overlaps(busy, visit))) broken.push('patient_busy');

  const room = instance.rooms?.find((each) => each.id === place.room);
  const isRoomFree = room !== undefined && !room.busy.some((busy) => overlaps(busy, visit));
  if (instance.rooms ? !isRoomFree : place.room !== null) broken.push('no_room');
  return broken;
}

/** Rules 2, 3 and 4: what the provider allows. */
function providerBreaches(instance: Instance, session: InstanceSession, place: PlacedSession): BrokenRule[] {
  const provider = instance.providers.find((each) => each.id === place.provider);
  if (!provider || !session.providers.includes(provider.id)) return ['unqualified_provider'];

  const visit = { from: place.start, to: place.end };
  const held = {
    from: place.start - provider.bufferBeforeMinutes * MINUTE_MS,
    to: place.end + provider.bufferAfterMinutes * MINUTE_MS,
  };
  const broken: BrokenRule[] = [];
  if (!worksThrough(provider, visit, instance.timeZone)) broken.push('not_working');
  if (provider.timeOff.some((off) => overlaps(off, held))) broken.push('time_off');
  if (provider.busy.some((busy) => overlaps(busy, held))) broken.push('provider_busy');
  return broken;
}

/** Whether the provider's hours around the visit, joined where they touch, hold all of it. */
function worksThrough(provider: InstanceProvider, visit: Interval, zone: string): boolean {
  const first = addDays(localDateOf(visit.from, zone), -1);
  const days = daysBetween(first, localDateOf(visit.to, zone)) + 2;
  const dates: LocalDate[] = Array.from({ length: days }, (_, day) => addDays(first, day));
  const worked = dates.flatMap((date) =>
    provider.hours
      .filter((hours) => hours.weekday === weekdayOf(date))
      .filter((hours) => hours.validFrom === null || hours.validFrom <= date)
      .filter((hours) => hours.validTo === null || date <= hours.validTo)
      .map((hours) => ({ from: instantOf(date, hours.from, zone), to: instantOf(date, hours.to, zone) })),
  );
  return union(worked).some((stretch) => encloses(stretch, visit));
}

/** Rule 6: from each placed session to the next, in number order. */
function gapBreaches(instance: Instance, placed: readonly PlacedSession[]): Breach[] {
  const breaches: Breach[] = [];
  for (const [index, place] of placed.entries()) {
    const before = placed[index - 1];
    if (!before) continue;
    const days = daysBetween(
      localDateOf(before.start, instance.timeZone),
      localDateOf(place.start, instance.timeZone),
    );
    const pair = { number: place.number, other: before.number };
    if (days < instance.minGapDays) breaches.push({ rule: 'too_close', ...pair });
    if (instance.maxGapDays !== null && days > instance.maxGapDays) {
      breaches.push({ rule: 'too_far', ...pair });
    }
  }
  return breaches;
}

/** Rule 7: the sessions of a week beyond the number allowed. */
function weekBreaches(instance: Instance, placed: readonly PlacedSession[]): Breach[] {
  if (instance.maxPerWeek === null) return [];
  const countOfWeek = new Map<LocalDate, number>();
  const breaches: Breach[] = [];
  for (const { number, start } of placed) {
    const date = localDateOf(start, instance.timeZone);
    const week = addDays(date, -((weekdayOf(date) - instance.weekStart + 7) % 7));
    const count = (countOfWeek.get(week) ?? 0) + 1;
    countOfWeek.set(week, count);
    if (count > instance.maxPerWeek) breaches.push({ rule: 'week_full', number });
  }
  return breaches;
}
