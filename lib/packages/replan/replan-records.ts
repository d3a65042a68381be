import type { Patch } from '@/db/schema';
import { blockedTime } from '@/lib/planning/clinic-calendar';
import type { PlacedSession } from '@/lib/scheduling/plan';
import { overlaps } from '@/lib/time/interval';
import type { ReplanChanges } from './input';
import type { ReplanProblem } from './replan-problem';

/** The package's new wishes; what was not asked for is not written. */
export function packagePatch(
  { found, wishes, providersOf }: ReplanProblem,
  changes: ReplanChanges,
): Patch<'package'> {
  const { endDate, preferredDays, dayHours, minGapDays, maxGapDays, maxPerWeek, goal, providers } = changes;
  const isOne =
    new Set(found.sessions.map(({ number }) => [...providersOf(number)].sort().join())).size === 1;
  const hasOne = found.sessions.every(({ number }) => providersOf(number).length === 1);
  return {
    ...(endDate === undefined ? {} : { end_date: wishes.endDate }),
    ...(preferredDays === undefined ? {} : { preferred_days: JSON.stringify(wishes.preferredDays) }),
    ...(dayHours === undefined
      ? {}
      : { day_from: wishes.dayHours?.from ?? null, day_to: wishes.dayHours?.to ?? null }),
    ...(minGapDays === undefined ? {} : { min_gap_days: wishes.minGapDays }),
    ...(maxGapDays === undefined ? {} : { max_gap_days: wishes.maxGapDays }),
    ...(maxPerWeek === undefined ? {} : { max_per_week: wishes.maxPerWeek }),
    ...(goal === undefined ? {} : { goal: wishes.goal }),
    ...(providers === undefined
      ? {}
      : { provider_strategy: isOne && hasOne ? ('one' as const) : ('per_session' as const) }),
  };
}

/** Where a visit stands from now on. A place that is planned is never shared. */
export function visitPatch(problem: ReplanProblem, place: PlacedSession, presentRoom: string | null) {
  const { start, end, provider } = place;
  return {
    provider_id: provider,
    room_id: place.room ?? keptRoom(problem, { from: start, to: end }, presentRoom),
    start_at: start,
    end_at: end,
    ...blockedTime(problem.facts, start, end),
    overlap_reason: null,
  };
}

/** The room that a visit was given by hand goes with it, as long as it is free there. */
function keptRoom({ facts }: ReplanProblem, visit: { from: number; to: number }, present: string | null) {
  const room = facts.rooms.find(({ id }) => id === present);
  return room && !room.busy.some((busy) => overlaps(busy, visit)) ? room.id : null;
}
