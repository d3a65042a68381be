import { type AppointmentEvent, listAppointmentHistory } from '@/db/reads/appointment-history';
import { type AppointmentToChange, findAppointmentToChange } from '@/db/reads/appointment-to-change';
import type { AppointmentStatus } from '@/db/schema';
import type { TenantScope } from '@/db/scope';
import { ok, type Result, refused } from '@/lib/result/result';
import type { Instant } from '@/lib/time/instant';

/** A change of a visit that was made: its name, for taking it back, and the visit's version from now on. */
export interface ChangedVisit {
  changeId: string;
  version: number;
}

export type VisitChangeRefusal =
  | { kind: 'not_found' }
  /** It is cancelled, or over. */
  | { kind: 'not_open'; status: AppointmentStatus }
  | StaleVisit;

/** Others have changed the visit since it was read. */
export interface StaleVisit {
  kind: 'stale';
  version: number;
  /** What was done since, newest first. */
  events: AppointmentEvent[];
  now: { status: AppointmentStatus; start: Instant; end: Instant; providerId: string; providerName: string };
}

/**
 * What a change answers that rests on an older version. When the only change since is the very same one by
 * the same person, its reply was lost and it was sent again: it is done. Anything else is told.
 */
export async function answerToOlderVersion(
  scope: TenantScope,
  seen: { appointmentId: string; version: number },
  isAsWanted: (visit: AppointmentToChange) => boolean,
): Promise<Result<ChangedVisit, { kind: 'not_found' } | StaleVisit>> {
  const visit = await findAppointmentToChange(scope, seen.appointmentId);
  if (!visit) return refused({ kind: 'not_found' });
  const history = await listAppointmentHistory(scope, visit.id);
  const events = history.filter((event) => event.version > seen.version);
  const [only] = events;
  if (events.length === 1 && only?.isOwn && only.changeId !== null && !only.isUndo && isAsWanted(visit)) {
    return ok({ changeId: only.changeId, version: visit.version });
  }
  const { status, start, end, providerId, providerName } = visit;
  return refused({
    kind: 'stale',
    version: visit.version,
    events,
    now: { status, start, end, providerId, providerName },
  });
}
