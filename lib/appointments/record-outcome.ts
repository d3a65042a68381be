import { type AppointmentToChange, findAppointmentToChange } from '@/db/reads/appointment-to-change';
import { type AppointmentStatus, OPEN_STATUSES } from '@/db/schema';
import type { TenantScope, WriteScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { followSessions } from '@/db/writes/package-status';
import { type ChangeRefusal, changeRecord, updateRecord } from '@/db/writes/records';
import { ok, type Result, refused } from '@/lib/result/result';
import { tooEarlyFor } from '@/lib/rules/outcome-time';
import { packageStatusOf } from '@/lib/rules/package-status';
import type { Instant } from '@/lib/time/instant';
import { localDateOf } from '@/lib/time/wall-clock';
import type { RecordOutcomeInput } from './input';
import { answerToOlderVersion, type ChangedVisit, type VisitChangeRefusal } from './visit-change';

type Outcome = RecordOutcomeInput['outcome'];

export type RecordOutcomeRefusal =
  | VisitChangeRefusal
  /** What was missed had freed its time, and that has been given to someone else. */
  | { kind: 'slot_taken'; resource: 'provider' | 'patient' | 'room' }
  | { kind: 'too_early'; why: 'before_day' | 'before_start' }
  /** The package was cancelled since; nothing in it can be open again. */
  | { kind: 'package_cancelled' };

/** From where each outcome can be reached; what was said can be taken back, and then be said anew. */
const BEFORE: Record<Outcome, readonly AppointmentStatus[]> = {
  ARRIVED: ['SCHEDULED'],
  COMPLETED: OPEN_STATUSES,
  NO_SHOW: OPEN_STATUSES,
  SCHEDULED: ['ARRIVED', 'COMPLETED', 'NO_SHOW'],
};

/** Who has arrived is still to be treated. */
const SESSION_STATUS = {
  ARRIVED: 'SCHEDULED',
  COMPLETED: 'COMPLETED',
  NO_SHOW: 'NO_SHOW',
  SCHEDULED: 'SCHEDULED',
} as const;

/**
 * Records what became of a visit, or takes it back: the appointment, its session and the package's status
 * change together, or none. Errors: see the refusals.
 */
export async function recordOutcome(
  scope: TenantScope,
  input: RecordOutcomeInput,
): Promise<Result<ChangedVisit, RecordOutcomeRefusal>> {
  const { appointmentId, version, outcome } = input;
  const recorded = await transaction<ChangedVisit, ChangeRefusal | RecordOutcomeRefusal>(
    scope,
    async (write) => {
      const visit = await findAppointmentToChange(write, appointmentId);
      if (!visit) return refused({ kind: 'not_found' });
      if (visit.version !== version) return refused({ kind: 'stale', version: visit.version });
      const { status, session } = visit;
      if (!BEFORE[outcome].includes(status)) return refused({ kind: 'not_open', status });
      const why = tooEarlyFor(outcome, clockOf(visit, write.now()));
      if (why !== null) return refused({ kind: 'too_early', why });
      if (outcome === 'SCHEDULED' && session?.isPackageCancelled) {
        return refused({ kind: 'package_cancelled' });
      }
      const action = outcome === 'SCHEDULED' ? 'take_back' : outcome.toLowerCase();
      const patch = { status: outcome };
      const change = { id: appointmentId, version, patch, action };
      const changed = await changeRecord(write, 'appointment', change);
      if (!changed.ok) return changed;
      if (session) await followVisit(write, session, { outcome, action });
      return ok({ changeId: write.changeId, version: changed.value.version });
    },
  );
  if (recorded.ok) return recorded;
  const { error } = recorded;
  if (error.kind === 'stale') {
    return answerToOlderVersion(scope, input, (visit) => visit.status === outcome);
  }
  if (error.kind === 'duplicate') throw new Error(`An outcome was refused: ${error.constraint}`);
  return refused(error);
}

const clockOf = ({ start, timeZone }: AppointmentToChange, now: Instant) => ({
  hasDayCome: localDateOf(start, timeZone) <= localDateOf(now, timeZone),
  hasBegun: start <= now,
});

async function followVisit(
  write: WriteScope,
  session: NonNullable<AppointmentToChange['session']>,
  { outcome, action }: { outcome: Outcome; action: string },
): Promise<void> {
  const status = SESSION_STATUS[outcome];
  if (status === session.status) return;
  const { id, version, packageId } = session;
  await updateRecord(write, 'session', { id, version, patch: { status }, action });
  await followSessions(write, packageId, (sessions, isCancelled) =>
    packageStatusOf(sessions, { isCancelled }),
  );
}
