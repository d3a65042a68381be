import { findPackageByRequest } from '@/db/reads/package-by-request';
import type { TenantScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { insertPackage, type NewPackage, type NewSession } from '@/db/writes/packages';
import { queuePackageConfirmation } from '@/lib/notifications/queue';
import { blockedTime, type InputRefusal } from '@/lib/planning/clinic-calendar';
import { requestHash } from '@/lib/planning/request-hash';
import { ok, type Result, refused } from '@/lib/result/result';
import { packageStatusOf } from '@/lib/rules/package-status';
import { checkPlan } from '@/lib/scheduling/check-plan';
import { explain } from '@/lib/scheduling/explain';
import type { PlacedSession } from '@/lib/scheduling/plan';
import { MINUTE_MS } from '@/lib/time/instant';
import type { CreatePackageInput } from './input';
import { loadPlanningProblem, type PlanningProblem, providersOf } from './planning-problem';
import { type Proposal, proposalOf } from './propose-plan';

export interface CreatedPackage {
  packageId: string;
  number: string;
  scheduled: number;
  failed: number;
}

export type CreatePackageRefusal =
  | InputRefusal
  | { kind: 'plan_changed'; proposal: Proposal }
  /** This form was saved already, as it stood then; it has been changed since. */
  | { kind: 'already_saved'; packageId: string; number: string };

/**
 * Saves a package with exactly the plan that was shown, all of it in one transaction, or nothing. If the plan
 * no longer holds, because someone took a slot since or takes it this very moment, nothing is saved and the
 * new plan is answered. A second save with the same request key answers the package of the first.
 */
export async function createPackage(
  scope: TenantScope,
  input: CreatePackageInput,
): Promise<Result<CreatedPackage, CreatePackageRefusal>> {
  const saved = await savedBefore(scope, input);
  if (saved) return saved;
  const refusal = await tryToCreate(scope, input);
  if (refusal.ok) return refusal;
  // What stands in the way may be the same request, saved a moment ago.
  return (await savedBefore(scope, input)) ?? refusal;
}

/** What this form's key has made: the answer to a retry; a form that was changed since is told. */
async function savedBefore(
  scope: TenantScope,
  input: CreatePackageInput,
): Promise<Result<CreatedPackage, CreatePackageRefusal> | null> {
  const found = await findPackageByRequest(scope, input.requestKey);
  if (!found) return null;
  const { requestHash: hash, ...saved } = found;
  if (hash === requestHash(input)) return ok(saved);
  return refused({ kind: 'already_saved', packageId: saved.packageId, number: saved.number });
}

async function tryToCreate(
  scope: TenantScope,
  input: CreatePackageInput,
): Promise<Result<CreatedPackage, CreatePackageRefusal>> {
  const problem = await loadPlanningProblem(scope, input);
  if (!problem.ok) return problem;
  const placed = input.autoSchedule ? shownPlan(input) : [];
  if (checkPlan(problem.value.instance, { placed }).length > 0) return planChanged(problem.value, input);

  const saved = await commitPackage(scope, input, problem.value, placed);
  if (saved.ok) return saved;
  if (saved.error.kind === 'duplicate' && saved.error.constraint !== 'package_request_key') {
    throw new Error(`A package was refused: ${saved.error.constraint}`);
  }
  const now = await loadPlanningProblem(scope, input);
  return now.ok ? planChanged(now.value, input) : now;
}

const planChanged = (problem: PlanningProblem, input: CreatePackageInput) =>
  refused({
    kind: 'plan_changed' as const,
    proposal: proposalOf(problem, input),
  });

const shownPlan = (input: CreatePackageInput): PlacedSession[] =>
  input.shown.map(({ number, providerId, roomId, start }) => ({
    number,
    provider: providerId,
    room: roomId,
    start,
    end: start + input.durationMinutes * MINUTE_MS,
  }));

function commitPackage(
  scope: TenantScope,
  input: CreatePackageInput,
  problem: PlanningProblem,
  placed: PlacedSession[],
) {
  const createdBy = scope.actor.kind === 'user' ? scope.actor.userId : null;
  const sessions = sessionsToSave(input, problem, placed, createdBy);
  return transaction(scope, async (write) => {
    const { packageId, number } = await insertPackage(write, {
      record: { ...packageRecord(input, problem, sessions), created_by: createdBy },
      today: problem.today,
      sessions,
    });
    if (placed.length > 0) await queuePackageConfirmation(write, packageId);
    const failed = sessions.filter((session) => session.status === 'FAILED').length;
    return ok({ packageId, number, scheduled: placed.length, failed });
  });
}

function packageRecord(
  input: CreatePackageInput,
  problem: PlanningProblem,
  sessions: NewSession[],
): Omit<NewPackage['record'], 'created_by'> {
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
    max_per_week: input.maxPerWeek,
    day_from: input.dayHours?.from ?? null,
    day_to: input.dayHours?.to ?? null,
    notes: input.notes,
    request_key: input.requestKey,
    request_hash: requestHash(input),
    cancelled_at: null,
    cancelled_by: null,
    cancel_reason: null,
  };
}

/** Placed sessions are scheduled; the others have failed with their reasons, or were not tried. */
function sessionsToSave(
  input: CreatePackageInput,
  problem: PlanningProblem,
  placed: PlacedSession[],
  createdBy: string | null,
): NewSession[] {
  const unplaced = input.autoSchedule ? explain(problem.instance, placed) : [];
  const reasons = new Map(unplaced.map((session) => [session.number, session.reasons]));
  const pinned = new Set(input.pinned?.map((session) => session.number));
  const places = new Map(placed.map((place) => [place.number, place]));
  return Array.from({ length: input.sessionCount }, (_, index): NewSession => {
    const number = index + 1;
    const place = places.get(number);
    return {
      number,
      status: place ? 'SCHEDULED' : input.autoSchedule ? 'FAILED' : 'PENDING',
      attempts: input.autoSchedule ? 1 : 0,
      reasons: JSON.stringify(reasons.get(number) ?? []),
      providerIds: providersOf(input, number),
      note: noteOf(input, number),
      isPinned: place !== undefined && pinned.has(number),
      appointment: place ? { ...appointmentRecord(input, problem, place), created_by: createdBy } : null,
    };
  });
}

function appointmentRecord(
  input: CreatePackageInput,
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

function noteOf({ providers }: CreatePackageInput, number: number): string {
  if (providers.strategy === 'one') return '';
  return providers.sessions.find((session) => session.number === number)?.note ?? '';
}
