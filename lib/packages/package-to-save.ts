import type { TenantScope } from '@/db/scope';
import type { NewPackage, NewSession } from '@/db/writes/packages';
import { blockedTime, type InputRefusal } from '@/lib/planning/clinic-calendar';
import { requestHash } from '@/lib/planning/request-hash';
import { type Result, refused } from '@/lib/result/result';
import { packageStatusOf } from '@/lib/rules/package-status';
import { checkPlan } from '@/lib/scheduling/check-plan';
import { explain } from '@/lib/scheduling/explain';
import type { PlacedSession, UnplacedSession } from '@/lib/scheduling/plan';
import { MINUTE_MS } from '@/lib/time/instant';
import { daysBetween } from '@/lib/time/local-date';
import type { CreatePackageInput } from './input';
import { loadPlanningProblem, type PlanningProblem, providersOf } from './planning-problem';

/** The form of a package, new or edited, with the plan that was shown. */
type PackageToSave = Omit<CreatePackageInput, 'requestKey'>;

/** What becomes of each session: its place, or why it has none. Nobody has one while nothing is scheduled. */
export interface PlanToSave {
  placed: readonly PlacedSession[];
  unplaced: readonly UnplacedSession[];
}

interface SavedPlan {
  problem: PlanningProblem;
  plan: PlanToSave;
  /** How often each session number was tried before; nothing for a new package. */
  triedBefore: ReadonlyMap<number, number>;
  createdBy: string | null;
}

/**
 * What saving needs to know; a draft keeps no place with somebody whom the tenant does not have. It may keep the
 * first day that it had, `formerStart`: only what is scheduled cannot begin in the past.
 */
export async function loadProblemToSave(
  scope: TenantScope,
  input: PackageToSave,
  formerStart: string | null = null,
): Promise<Result<PlanningProblem, InputRefusal>> {
  const problem = await loadPlanningProblem(scope, input, input.autoSchedule ? null : formerStart);
  if (!problem.ok || input.autoSchedule) return problem;
  const known = new Set(problem.value.facts.providers.map(({ id }) => id));
  const isKnown = input.pinned?.every(({ providerId }) => known.has(providerId)) ?? true;
  return isKnown ? problem : refused({ kind: 'invalid_input', fields: { pinned: { code: 'unknown' } } });
}

/**
 * The plan that was on the screen, or null when it holds no longer: it breaks a rule now, or leaves out a
 * session for which there is a place. A session that has none has a reason on every day of the window.
 */
export function planShown(input: PackageToSave, { instance }: PlanningProblem): PlanToSave | null {
  if (!input.autoSchedule) return { placed: [], unplaced: [] };
  const placed = placesShown(input);
  if (checkPlan(instance, { placed }).length > 0) return null;
  const unplaced = explain(instance, placed);
  const windowDays = daysBetween(instance.window.from, instance.window.to) + 1;
  const isExplained = ({ reasons }: UnplacedSession) =>
    reasons.reduce((days, reason) => days + reason.days, 0) === windowDays;
  return unplaced.every(isExplained) ? { placed, unplaced } : null;
}

/** The places that were on the screen, as the engine judges them. */
export const placesShown = (input: PackageToSave): PlacedSession[] =>
  input.shown.map(({ number, providerId, roomId, start }) => ({
    number,
    provider: providerId,
    room: roomId,
    start,
    end: start + input.durationMinutes * MINUTE_MS,
  }));

/** The package itself, without who made it and by which key. */
export function packageRecord(
  input: PackageToSave,
  problem: PlanningProblem,
  sessions: readonly NewSession[],
) {
  return {
    patient_id: input.patientId,
    clinic_id: input.clinicId,
    service_type_id: input.serviceTypeId,
    status: packageStatusOf(
      sessions.map((session) => session.status),
      { isCancelled: false },
    ),
    session_count: input.sessionCount,
    duration_minutes: input.durationMinutes,
    start_date: input.startDate,
    end_date: problem.windowTo,
    preferred_days: JSON.stringify(input.preferredDays),
    provider_strategy: input.providers.strategy,
    goal: input.goal,
    auto_schedule: input.autoSchedule ? 1 : 0,
    min_gap_days: input.minGapDays,
    max_gap_days: input.maxGapDays,
    max_per_week: input.maxPerWeek,
    day_from: input.dayHours?.from ?? null,
    day_to: input.dayHours?.to ?? null,
    notes: input.notes,
    request_hash: requestHash(input),
  } satisfies Partial<NewPackage['record']>;
}

/** Placed sessions are scheduled; the others have failed with their reasons, or were not tried. */
export function sessionsToSave(
  input: PackageToSave,
  { problem, plan, triedBefore, createdBy }: SavedPlan,
): NewSession[] {
  const reasons = new Map(plan.unplaced.map((session) => [session.number, session.reasons]));
  const pinned = new Set(input.pinned?.map((session) => session.number));
  const places = new Map(plan.placed.map((place) => [place.number, place]));
  return Array.from({ length: input.sessionCount }, (_, index): NewSession => {
    const number = index + 1;
    const place = places.get(number);
    return {
      number,
      status: place ? 'SCHEDULED' : input.autoSchedule ? 'FAILED' : 'PENDING',
      attempts: (triedBefore.get(number) ?? 0) + (input.autoSchedule ? 1 : 0),
      reasons: JSON.stringify(reasons.get(number) ?? []),
      providerIds: providersOf(input, number),
      note: noteOf(input, number),
      isPinned: place !== undefined && pinned.has(number),
      kept: input.autoSchedule ? null : keptPlace(input, problem, number),
      appointment: place ? { ...appointmentRecord(input, problem, place), created_by: createdBy } : null,
    };
  });
}

/** Where a person keeps a session of a draft, free or not: that is judged when it is opened again. */
function keptPlace(input: PackageToSave, { facts }: PlanningProblem, number: number): NewSession['kept'] {
  const place = input.pinned?.find((session) => session.number === number);
  if (!place) return null;
  const { start, providerId, roomId } = place;
  return { start, providerId, roomId: facts.rooms.some(({ id }) => id === roomId) ? roomId : null };
}

function appointmentRecord(
  input: PackageToSave,
  { facts }: PlanningProblem,
  { provider, room, start, end }: PlacedSession,
): Omit<NonNullable<NewSession['appointment']>, 'created_by'> {
  return {
    clinic_id: input.clinicId,
    patient_id: input.patientId,
    provider_id: provider,
    room_id: room,
    service_type_id: input.serviceTypeId,
    start_at: start,
    end_at: end,
    ...blockedTime(facts, start, end),
    status: 'SCHEDULED',
    overlap_reason: null,
    notes: '',
    request_key: null,
    external_id: null,
  };
}

function noteOf({ providers }: PackageToSave, number: number): string {
  if (providers.strategy === 'one') return '';
  return providers.sessions.find((session) => session.number === number)?.note ?? '';
}
