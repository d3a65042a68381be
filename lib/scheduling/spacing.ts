import type { Clinic } from '@/lib/scheduling/clinic';
import type { Instance } from '@/lib/scheduling/instance';
import type { ReasonCode } from '@/lib/scheduling/plan';
import type { Instant } from '@/lib/time/instant';
import { epochDayOf } from '@/lib/time/local-date';
import { localDateOf } from '@/lib/time/wall-clock';

/** The days (counted from the first of the window) of placed sessions around one that is not. */
export type Neighbours = {
  readonly before: number | null;
  readonly after: number | null;
  /** How many largest gaps may lie between: 1 to a consecutive session, more if others may stand between. */
  readonly gapsBefore: number;
  readonly gapsAfter: number;
  /** How many placed sessions each week has. */
  readonly inWeek: ReadonlyMap<number, number>;
};

/** The session is at least the smallest gap after the one before it, and before the one after it. */
export function keepsMinGap(instance: Instance, { before, after }: Neighbours, day: number): boolean {
  const { minGapDays } = instance;
  return (before === null || day >= before + minGapDays) && (after === null || day <= after - minGapDays);
}

/** The session is at most the largest gap away from both. */
export function keepsMaxGap(instance: Instance, neighbours: Neighbours, day: number): boolean {
  const { before, after, gapsBefore, gapsAfter } = neighbours;
  const { maxGapDays } = instance;
  if (maxGapDays === null) return true;
  const isNearBefore = before === null || day <= before + maxGapDays * gapsBefore;
  return isNearBefore && (after === null || day >= after - maxGapDays * gapsAfter);
}

/** The week of the day has room for one session more. */
export function keepsWeekLimit(clinic: Clinic, { inWeek }: Neighbours, day: number): boolean {
  const limit = clinic.instance.maxPerWeek ?? 7;
  return (inWeek.get(weekOfDay(clinic, day)) ?? 0) < limit;
}

/** The first of rules 6 and 7 that keeps a session off the day, or null when none does. */
export function spacingGate(clinic: Clinic, neighbours: Neighbours, day: number): ReasonCode | null {
  if (!keepsMinGap(clinic.instance, neighbours, day)) return 'too_close';
  if (!keepsMaxGap(clinic.instance, neighbours, day)) return 'too_far';
  if (!keepsWeekLimit(clinic, neighbours, day)) return 'week_full';
  return null;
}

/** Where the placed sessions stand, seen from the session of that number (itself left out). */
export function neighboursOf(
  clinic: Clinic,
  placed: readonly { readonly number: number; readonly start: Instant }[],
  number: number,
): Neighbours {
  let before: number | null = null;
  let after: number | null = null;
  const inWeek = new Map<number, number>();
  for (const other of placed) {
    if (other.number === number) continue;
    const day = dayOf(clinic, other.start);
    const week = weekOfDay(clinic, day);
    inWeek.set(week, (inWeek.get(week) ?? 0) + 1);
    if (other.number < number && (before === null || day > before)) before = day;
    if (other.number > number && (after === null || day < after)) after = day;
  }
  return { before, after, gapsBefore: 1, gapsAfter: 1, inWeek };
}

/** The day of the window on which an instant falls; negative before it. */
export function dayOf(clinic: Clinic, instant: Instant): number {
  return epochDayOf(localDateOf(instant, clinic.instance.timeZone)) - clinic.days.firstEpochDay;
}

/** A number that the days of one week share; weeks begin on the instance's `weekStart`. */
export function weekOfDay(clinic: Clinic, day: number): number {
  // Day 0 of the epoch was a Thursday, the fifth day of a week that starts on Sunday.
  return Math.floor((clinic.days.firstEpochDay + day + 4 - clinic.instance.weekStart) / 7);
}
