import type { Change } from '@/db/reads/change';
import type { SessionToPlan } from '@/db/reads/package-to-plan';
import type { Patch } from '@/db/schema';
import type { TenantScope, WriteScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { replaceAssignments } from '@/db/writes/assignments';
import { rememberSessions } from '@/db/writes/draft-sessions';
import { changeRecords, moveVisits, type Outrun } from '@/db/writes/many-records';
import { takeNumbers } from '@/db/writes/numbers';
import { changePackage, lockPackage } from '@/db/writes/package-status';
import { createRecords } from '@/db/writes/records';
import { newId } from '@/lib/ids/new-id';
import { queuePackageChanged, queuePackageConfirmation } from '@/lib/notifications/queue';
import { ok, refused } from '@/lib/result/result';
import { packageStatusOf } from '@/lib/rules/package-status';
import type { PlacedSession, Reason } from '@/lib/scheduling/plan';
import { countIn } from '../do-once';
import type { ReplanChanges } from './input';
import type { ReplanProblem } from './replan-problem';
import { packagePatch, visitPatch } from './replan-records';

export interface SavedReplan {
  changeId: string;
  moved: number;
  /** Sessions that had no place and have one now. */
  placed: number;
  /** Sessions that are without a place. */
  unplaced: number;
}

/** What a plan that was saved has answered. */
export function savedReplan(change: Change, changeId: string): SavedReplan {
  const moved = countIn(change, 'appointment', 'reschedule');
  const placed = countIn(change, 'appointment', 'create');
  return { changeId, moved, placed, unplaced: countIn(change, 'session', 'replan') - moved - placed };
}

interface Commit {
  changeId: string | undefined;
  problem: ReplanProblem;
  changes: ReplanChanges;
  placed: readonly PlacedSession[];
  reasons: ReadonlyMap<number, readonly Reason[]>;
  /** A person has chosen the places: planning anew goes around them. */
  isByHand: boolean;
}

type Target = { session: SessionToPlan; place: PlacedSession | null };

/**
 * Writes a new plan of a stored package in one transaction: its wishes, who is for what, every visit that
 * moves, is made or is given up, and its status. What stays where it is is not touched.
 */
export function commitReplan(scope: TenantScope, commit: Commit) {
  const { changeId, problem, changes, placed } = commit;
  const targets = problem.open.map(
    (session): Target => ({ session, place: placed.find(({ number }) => number === session.number) ?? null }),
  );
  const moved = targets.filter(
    ({ session, place }) => session.status === 'SCHEDULED' && place && isElsewhere(session, place),
  );
  const made = targets.filter(({ session, place }) => session.status !== 'SCHEDULED' && place);
  const lost = targets.filter(({ place }) => !place);
  const givenUp = lost.filter(({ session }) => session.status === 'SCHEDULED');

  return transaction<SavedReplan, Outrun>(
    scope,
    async (write) => {
      const { id: packageId, version } = problem.found;
      const locked = await lockPackage(write, { packageId, version });
      if (!locked.ok) return locked;
      await replaceAssignments(write, packageId, changes.providers ?? []);
      // Freed places first, then the moves, then what is new: one may take what another leaves.
      const written =
        (await firstRefusal([() => cancelVisits(write, givenUp), () => moveAll(write, moved, problem)])) ??
        (await settleSessions(write, { commit, targets: [...moved, ...lost], made }));
      if (written) return refused(written);
      if (made.length > 0) await rememberSessions(write, packageId, notesOfNobody(problem));
      await changePackage(write, {
        packageId,
        version,
        patch: packagePatch(problem, changes),
        action: 'replan',
        rule: (sessions) => packageStatusOf(sessions, { isCancelled: false }),
      });
      if (moved.length + made.length + givenUp.length > 0) await tell(write, problem);
      return ok({
        changeId: write.changeId,
        moved: moved.length,
        placed: made.length,
        unplaced: lost.length,
      });
    },
    { changeId },
  );
}

/** It is no draft any more and keeps no places; what is noted beside a session waits for whoever will give it. */
const notesOfNobody = ({ found, providersOf }: ReplanProblem) =>
  found.sessions
    .filter(({ number }) => providersOf(number).length === 0)
    .map(({ number, note }) => ({ number, place: null, note }));

const isElsewhere = ({ place: was }: SessionToPlan, { start, end, provider }: PlacedSession) =>
  was === null || was.start !== start || was.end !== end || was.providerId !== provider;

/** A package that had no visit yet is confirmed as a whole; any other change of it is one message. */
const tell = (write: WriteScope, { found }: ReplanProblem) =>
  found.status === 'DRAFT' ? queuePackageConfirmation(write, found.id) : queuePackageChanged(write, found.id);

async function firstRefusal(
  steps: readonly (() => Promise<{ ok: true } | { ok: false; error: Outrun }>)[],
): Promise<Outrun | null> {
  for (const step of steps) {
    const done = await step();
    if (!done.ok) return done.error;
  }
  return null;
}

const cancelVisits = (write: WriteScope, targets: readonly Target[]) =>
  changeRecords(write, 'appointment', {
    changes: targets.flatMap(({ session: { appointment } }) =>
      appointment
        ? [
            {
              id: appointment.id,
              version: appointment.version,
              patch: { status: 'CANCELLED' as const, change_reason: null },
            },
          ]
        : [],
    ),
    action: 'cancel',
  });

const moveAll = (write: WriteScope, targets: readonly Target[], problem: ReplanProblem) =>
  moveVisits(write, {
    changes: targets.flatMap(({ session: { appointment }, place }) =>
      appointment && place
        ? [
            {
              id: appointment.id,
              version: appointment.version,
              patch: {
                ...visitPatch(problem, place, appointment.roomId),
                change_reason: null,
              },
            },
          ]
        : [],
    ),
    action: 'reschedule',
  });

async function settleSessions(
  write: WriteScope,
  { commit, targets, made }: { commit: Commit; targets: readonly Target[]; made: readonly Target[] },
): Promise<Outrun | null> {
  const { problem, reasons, isByHand } = commit;
  const appointmentIds = await makeVisits(write, made, problem);
  const is_pinned = isByHand ? (1 as const) : (0 as const);
  const changes = [...targets, ...made].map(({ session, place }) => {
    const patch: Patch<'session'> = place
      ? {
          status: 'SCHEDULED',
          reasons: '[]',
          is_pinned,
          appointment_id: appointmentIds.get(session.number) ?? session.appointment?.id ?? null,
          attempts: session.status === 'SCHEDULED' || isByHand ? session.attempts : session.attempts + 1,
        }
      : {
          status: 'FAILED',
          reasons: JSON.stringify(reasons.get(session.number) ?? []),
          is_pinned: 0,
          attempts: session.attempts + 1,
        };
    return { id: session.id, version: session.version, patch };
  });
  const changed = await changeRecords(write, 'session', { changes, action: 'replan' });
  return changed.ok ? null : changed.error;
}

/** Makes the visits of sessions that had none; answers them by session number. */
async function makeVisits(
  write: WriteScope,
  made: readonly Target[],
  problem: ReplanProblem,
): Promise<Map<number, string>> {
  const { found, today } = problem;
  const numbers = await takeNumbers(write, 'APT', today, made.length);
  const visits = made.flatMap(({ session, place }, index) =>
    place ? [{ id: newId(), number: numbers[index] ?? '', session, place }] : [],
  );
  await createRecords(
    write,
    'appointment',
    visits.map(({ id, number, place }) => ({
      id,
      number,
      clinic_id: found.clinicId,
      patient_id: found.patientId,
      service_type_id: found.serviceTypeId,
      ...visitPatch(problem, place, null),
      status: 'SCHEDULED' as const,
      notes: '',
      request_key: null,
      external_id: null,
      created_by: write.actor.kind === 'user' ? write.actor.userId : null,
    })),
  );
  return new Map(visits.map(({ id, session }) => [session.number, id]));
}
