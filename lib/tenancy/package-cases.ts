import type { Change } from '@/db/reads/change';
import { readDraftSessions } from '@/db/reads/draft-sessions';
import * as packageEnding from '@/db/reads/package-ending';
import * as packageSession from '@/db/reads/package-session';
import type { WriteScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { replaceAssignments } from '@/db/writes/assignments';
import { rememberSessions } from '@/db/writes/draft-sessions';
import { changeRecords, moveVisits } from '@/db/writes/many-records';
import { changePackage, lockPackage } from '@/db/writes/package-status';
import { queuePackageCancelled, queuePackageChanged } from '@/lib/notifications/queue';
import { bringBackSession } from '@/lib/packages/bring-back-session';
import { cancelPackage } from '@/lib/packages/cancel-package';
import { cancelSession } from '@/lib/packages/cancel-session';
import { changesSince, lastChangesOf } from '@/lib/packages/changes-since';
import { doOnce } from '@/lib/packages/do-once';
import { lostPlaces } from '@/lib/packages/lost-places';
import { commitReplan } from '@/lib/packages/replan/commit-replan';
import { proposeReplan } from '@/lib/packages/replan/propose-replan';
import { replanChanged } from '@/lib/packages/replan/replan-changed';
import { loadReplanProblem } from '@/lib/packages/replan/replan-problem';
import { saveReplan } from '@/lib/packages/replan/save-replan';
import { scheduleSession } from '@/lib/packages/replan/schedule-session';
import { sessionPlaces } from '@/lib/packages/replan/session-places';
import { showAssignments } from '@/lib/packages/replan/show-assignments';
import { settleSession } from '@/lib/packages/settle-session';
import { refused } from '@/lib/result/result';
import type { Case } from './cases';
import type { Ids } from './two-tenants';

const writing =
  (work: (write: WriteScope, ids: Ids) => Promise<unknown>): Case =>
  async (scope, ids) => {
    const result = await transaction(scope, async (write) =>
      refused({ tried: (await work(write, ids)) ?? 'done' }),
    );
    return result.ok ? null : result.error;
  };

const NO_BASIS = { version: 1, open: [], sessions: [] };

const question = (ids: Ids) => ({
  packageId: ids.packageId,
  version: 1,
  which: 'rest' as const,
  changes: { providers: [{ number: 1, providerIds: [ids.providerId] }] },
});

const session = (ids: Ids) => ({ packageId: ids.packageId, version: 1, number: 1 });

/** One case for everything that changes a stored package. */
export const PACKAGE_CASES: Record<string, Case> = {
  'db/reads/package-ending.ts#endsWithoutSuccessor': (scope, ids) =>
    packageEnding.endsWithoutSuccessor(scope, ids.packageId),
  'db/reads/package-session.ts#findSession': (scope, ids) =>
    packageSession.findSession(scope, { packageId: ids.packageId, number: 1 }),
  'db/writes/assignments.ts#replaceAssignments': writing((write, ids) =>
    replaceAssignments(write, ids.packageId, [{ number: 1, providerIds: [ids.providerId] }]),
  ),
  'db/reads/draft-sessions.ts#readDraftSessions': (scope, ids) => readDraftSessions(scope, ids.packageId),
  'db/writes/draft-sessions.ts#rememberSessions': writing((write, ids) =>
    rememberSessions(write, ids.packageId, [
      { number: 1, place: { start: 1, providerId: ids.providerId, roomId: ids.roomId }, note: '' },
    ]),
  ),
  'db/writes/many-records.ts#changeRecords': writing((write, ids) =>
    changeRecords(write, 'package', {
      changes: [{ id: ids.packageId, version: 1, patch: { notes: 'tried' } }],
      action: 'try',
    }),
  ),
  'db/writes/many-records.ts#moveVisits': writing((write, ids) =>
    moveVisits(write, {
      changes: [{ id: ids.appointmentId, version: 1, patch: { status: 'SCHEDULED' } }],
      action: 'try',
    }),
  ),
  'db/writes/package-status.ts#lockPackage': writing((write, ids) =>
    lockPackage(write, { packageId: ids.packageId, version: 1 }),
  ),
  'db/writes/package-status.ts#changePackage': writing((write, ids) =>
    changePackage(write, {
      packageId: ids.packageId,
      version: 1,
      patch: {},
      action: 'try',
      rule: () => 'CANCELLED',
    }),
  ),
  'lib/notifications/queue.ts#queuePackageCancelled': writing((write, ids) =>
    queuePackageCancelled(write, ids.packageId),
  ),
  'lib/notifications/queue.ts#queuePackageChanged': writing((write, ids) =>
    queuePackageChanged(write, ids.packageId),
  ),
  'lib/packages/bring-back-session.ts#bringBackSession': (scope, ids) =>
    bringBackSession(scope, session(ids)),
  'lib/packages/cancel-package.ts#cancelPackage': (scope, ids) =>
    cancelPackage(scope, {
      packageId: ids.packageId,
      version: 1,
      what: 'package',
      reason: 'try',
      listed: [],
    }),
  'lib/packages/cancel-session.ts#cancelSession': (scope, ids) =>
    cancelSession(scope, { ...session(ids), reason: 'try' }),
  'lib/packages/changes-since.ts#changesSince': (scope, ids) =>
    changesSince(scope, { packageId: ids.packageId, version: 1 }),
  'lib/packages/changes-since.ts#lastChangesOf': (scope, ids) =>
    lastChangesOf(scope, { packageId: ids.packageId, numbers: new Set([1]) }),
  'lib/packages/do-once.ts#doOnce': (scope, { changeId, packageId }) => {
    const named = { changeId, packageId, action: 'try', answerOf: (made: Change) => made };
    return doOnce(scope, named, async () => refused({ kind: 'not_found' as const }));
  },
  'lib/packages/lost-places.ts#lostPlaces': async (scope, ids) => {
    const problem = await loadReplanProblem(scope, question(ids));
    if (!problem.ok) return problem;
    const start = Date.UTC(2027, 0, 12, 10);
    const place = { number: 1, provider: ids.providerId, room: null, start, end: start + 2_700_000 };
    return lostPlaces(scope, {
      around: { facts: problem.value.facts, patientId: ids.patientId, own: new Set() },
      shown: [place],
      breaches: [{ rule: 'provider_busy', number: 1 }],
    });
  },
  'lib/packages/replan/replan-changed.ts#replanChanged': async (scope, ids) => {
    const problem = await loadReplanProblem(scope, question(ids));
    if (!problem.ok) return problem;
    return replanChanged(scope, problem.value, { ...question(ids), basis: NO_BASIS, shown: [] });
  },
  'lib/packages/replan/commit-replan.ts#commitReplan': async (scope, ids) => {
    const problem = await loadReplanProblem(scope, question(ids));
    if (!problem.ok) return problem;
    const commit = { changeId: undefined, changes: {}, placed: [], reasons: new Map(), isByHand: false };
    return commitReplan(scope, { ...commit, problem: problem.value });
  },
  'lib/packages/replan/propose-replan.ts#proposeReplan': (scope, ids) => proposeReplan(scope, question(ids)),
  'lib/packages/replan/replan-problem.ts#loadReplanProblem': (scope, ids) =>
    loadReplanProblem(scope, question(ids)),
  'lib/packages/replan/save-replan.ts#saveReplan': (scope, ids) =>
    saveReplan(scope, { ...question(ids), basis: NO_BASIS, shown: [] }),
  'lib/packages/replan/schedule-session.ts#scheduleSession': (scope, ids) =>
    scheduleSession(scope, {
      ...session(ids),
      providerId: ids.providerId,
      date: '2027-01-12',
      time: '10:00',
      accepted: [],
    }),
  'lib/packages/replan/session-places.ts#sessionPlaces': (scope, ids) =>
    sessionPlaces(scope, { id: ids.packageId, number: 1 }),
  'lib/packages/replan/show-assignments.ts#showAssignments': (scope, ids) =>
    showAssignments(scope, { id: ids.packageId }),
  'lib/packages/settle-session.ts#settleSession': (scope, ids) =>
    settleSession(scope, {
      ...session(ids),
      from: ['SCHEDULED'],
      patch: { status: 'CANCELLED' },
      packagePatch: {},
      action: 'try',
    }),
};
