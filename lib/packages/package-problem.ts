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
import { withLargestGap } from './largest-gap';
import { isUnplaced } from './replan/open-sessions';
import { daysAround, partStanding, standingVisits } from './replan/standing-visits';
import { reproducingInstance } from './reproducing-instance';
import { targetGapHalfDays } from './target-gap';

export interface PackageProblem {
  /** The package's number, for the name of the file. */
  number: string;
  /** Ids only: nothing in it tells who the patient is. */
  instance: Instance;
}

/**
 * A stored package as a planning problem whose best plan is the one that stands, against the calendars as they
 * are now: what is done, held by hand or moved since is fixed, the rest is planned as when the package was made.
 * A cancelled session is left out, unless nothing else is left: a package called off is told as it was. A visit
 * that keeps to no rule with the others counts as any other appointment of the patient.
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
  const bare = instanceOf(found, calendarOf(facts));
  return ok({ number: found.number, instance: withSessions(bare, found, scope.now()) });
}

/** Without its sessions: they are different ones where visits stand wrongly to each other. */
function instanceOf(found: PackageToPlan, calendar: ReturnType<typeof calendarOf>): Instance {
  const { preferredDays, minGapDays, maxGapDays, maxPerWeek } = found;
  return {
    ...calendar,
    format: 'takt-instance/1',
    window: { from: found.startDate, to: found.endDate },
    notBefore: found.createdAt,
    preferredDays,
    minGapDays,
    maxGapDays,
    maxPerWeek,
    dayHours: found.dayHours,
    sessions: [],
    weights: PRESETS[found.goal],
    targetGapHalfDays: targetGapHalfDays({ preferredDays, minGapDays, maxGapDays, maxPerWeek }),
    preferMinute: null,
  };
}

function withSessions(bare: Instance, found: PackageToPlan, now: number): Instance {
  const wanted = found.sessions.filter(({ status }) => status !== 'CANCELLED');
  const told = found.isCancelled || wanted.length === 0 ? found.sessions : wanted;
  const open = new Set(told.filter(isUnplaced).map(({ number }) => number));
  const { kept, atOdds } = partStanding(bare, standingVisits({ sessions: told }, open), open);
  const apart = new Set(atOdds.map(({ number }) => number));
  const instance = {
    ...bare,
    patientBusy: [...bare.patientBusy, ...atOdds.map((place) => daysAround(bare, place))].sort(
      (one, other) => one.from - other.from,
    ),
    sessions: told
      .filter(({ number }) => !apart.has(number))
      .map((session) => sessionOf(session, found.durationMinutes)),
  };
  return reproducingInstance(withLargestGap(instance, kept), { standing: kept, now });
}

function sessionOf(
  { number, status, isPinned, providerIds, place }: SessionToPlan,
  usual: number,
): InstanceSession {
  const stands = place !== null && (isPinned || status === 'COMPLETED' || status === 'NO_SHOW');
  return {
    number,
    durationMinutes: place ? Math.round((place.end - place.start) / MINUTE_MS) : usual,
    // Who gave a session stands for it, also where the assignment has changed since.
    providers:
      stands && !providerIds.includes(place.providerId) ? [...providerIds, place.providerId] : providerIds,
    fixed: stands ? { start: place.start, provider: place.providerId } : null,
  };
}
