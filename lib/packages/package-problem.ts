import { type PackageToPlan, readPackageToPlan, type SessionToPlan } from '@/db/reads/package-to-plan';
import { readPlanningFacts } from '@/db/reads/planning-facts';
import type { TenantScope } from '@/db/scope';
import { calendarOf } from '@/lib/planning/clinic-calendar';
import { ok, type Result, refused } from '@/lib/result/result';
import type { Instance, InstanceSession } from '@/lib/scheduling/instance';
import { PRESETS } from '@/lib/scheduling/presets';
import { MOST_EXTENSION_DAYS } from '@/lib/scheduling/relaxations';
import { MINUTE_MS } from '@/lib/time/instant';
import { addDays } from '@/lib/time/local-date';
import { endOfDay, startOfDay } from '@/lib/time/wall-clock';
import { targetGapHalfDays } from './target-gap';

export interface PackageProblem {
  /** The package's number, for the name of the file. */
  number: string;
  /** Ids only: nothing in it tells who the patient is. */
  instance: Instance;
}

/**
 * A stored package as the planning problem that it was when it was made, against the calendars as they are
 * now: what is done or pinned stands, everything else is planned anew, cancelled sessions too, its own visits in
 * nobody's way. As long as nothing else has been cancelled since, planning it gives the plan that was saved.
 */
export async function packageProblem(
  scope: TenantScope,
  { packageId }: { packageId: string },
): Promise<Result<PackageProblem, { kind: 'not_found' }>> {
  const found = await readPackageToPlan(scope, packageId, 'all');
  if (!found) return refused({ kind: 'not_found' });
  const facts = await readPlanningFacts(scope, {
    clinicId: found.clinicId,
    serviceTypeId: found.serviceTypeId,
    patientId: found.patientId,
    providerIds: [
      ...new Set(
        found.sessions.flatMap(({ providerIds, place }) => [
          ...providerIds,
          ...(place ? [place.providerId] : []),
        ]),
      ),
    ],
    withColleagues: true,
    exceptPackageId: packageId,
    from: startOfDay(addDays(found.startDate, -1), 'UTC'),
    // As far as the engine may look for a way out.
    to: endOfDay(addDays(found.endDate, MOST_EXTENSION_DAYS + 2), 'UTC'),
  });
  return ok({ number: found.number, instance: instanceOf(found, calendarOf(facts)) });
}

function instanceOf(found: PackageToPlan, calendar: ReturnType<typeof calendarOf>): Instance {
  const { preferredDays, minGapDays, maxPerWeek } = found;
  return {
    ...calendar,
    format: 'takt-instance/1',
    window: { from: found.startDate, to: found.endDate },
    notBefore: found.createdAt,
    preferredDays,
    minGapDays,
    maxGapDays: null,
    maxPerWeek,
    dayHours: found.dayHours,
    sessions: found.sessions.map((session) => sessionOf(session, found.durationMinutes)),
    weights: PRESETS[found.goal],
    targetGapHalfDays: targetGapHalfDays({ preferredDays, minGapDays, maxPerWeek }),
    preferMinute: null,
  };
}

function sessionOf(
  { number, status, isPinned, providerIds, place }: SessionToPlan,
  usual: number,
): InstanceSession {
  const isHeld = isPinned && status !== 'CANCELLED';
  const stands = place !== null && (isHeld || status === 'COMPLETED' || status === 'NO_SHOW');
  return {
    number,
    durationMinutes: place ? Math.round((place.end - place.start) / MINUTE_MS) : usual,
    // Who gave a session stands for it, also where the assignment has changed since.
    providers:
      stands && !providerIds.includes(place.providerId) ? [...providerIds, place.providerId] : providerIds,
    fixed: stands ? { start: place.start, provider: place.providerId } : null,
  };
}
