import * as change from '@/db/reads/change';
import { readVisitPlaces } from '@/db/reads/visit-places';
import { transaction } from '@/db/transaction';
import * as assignments from '@/db/writes/assignments';
import { writeAudit } from '@/db/writes/audit';
import { restoreDraftSessions } from '@/db/writes/draft-sessions';
import * as outbox from '@/db/writes/outbox';
import * as restore from '@/db/writes/restore';
import { takenPlace } from '@/lib/changes/taken-place';
import { undoChange } from '@/lib/changes/undo-change';
import { refused } from '@/lib/result/result';
import type { Case } from './cases';
import type { Ids } from './two-tenants';

const draftSessionRow = (ids: Ids) => ({
  package_id: ids.packageId,
  session_number: 1,
  start_at: 1_800_000_000_000,
  provider_id: ids.providerId,
  room_id: null,
  note: 'try',
});

/** What tells of a change, and what takes it back. */
export const CHANGE_CASES: Record<string, Case> = {
  'db/reads/change.ts#readChange': async (scope, ids) => change.readChange(scope, ids.changeId),
  'db/reads/change.ts#readLaterActor': async (scope, { changeId, packageId }) => {
    const record = { table: 'package', id: packageId, action: 'try', before: null, after: null };
    return change.readLaterActor(scope, { changeId, change: { at: 0, by: null, records: [record] } });
  },
  'db/reads/change.ts#packagesOfRecords': async (scope, ids) =>
    change.packagesOfRecords(scope, [
      { table: 'session', id: ids.sessionId },
      { table: 'package', id: ids.packageId },
    ]),
  'db/writes/audit.ts#writeAudit': async (scope, ids) =>
    transaction(scope, async (write) => {
      await writeAudit(write, [{ table: 'room', id: ids.roomId, action: 'try', before: null, after: null }]);
      return refused('tried');
    }),
  'db/writes/outbox.ts#withdrawOutbox': async (scope, ids) =>
    transaction(scope, async (write) => {
      await outbox.withdrawOutbox(write, ids.changeId);
      return refused('tried');
    }),
  'db/writes/restore.ts#restore': async (scope, ids) =>
    transaction(scope, async (write) => {
      const former = { id: ids.appointmentId, values: { notes: 'try' }, version: 1 };
      const records = { appointment: [former], session: [], package: [] };
      const draftSessions = { made: [], gone: [draftSessionRow(ids)] };
      return refused(
        await restore.restore(write, { records, madeVisits: [], assignments: [], draftSessions }),
      );
    }),
  'db/writes/draft-sessions.ts#restoreDraftSessions': async (scope, ids) =>
    transaction(scope, async (write) => {
      await restoreDraftSessions(write, { made: [ids.assignmentId], gone: [draftSessionRow(ids)] });
      return refused('tried');
    }),
  'db/writes/assignments.ts#restoreAssignments': async (scope, ids) =>
    transaction(scope, async (write) => {
      const { assignmentId: id, providerId } = ids;
      return refused({
        given: await assignments.restoreAssignments(write, [
          { kind: 'give_back', id, was: providerId, is: providerId },
        ]),
        removed: await assignments.restoreAssignments(write, [{ kind: 'remove', id, is: providerId }]),
      });
    }),
  'db/reads/visit-places.ts#readVisitPlaces': (scope, ids) => readVisitPlaces(scope, [ids.appointmentId]),
  'lib/changes/taken-place.ts#takenPlace': (scope, ids) => {
    const values = { status: 'SCHEDULED' };
    const records = {
      appointment: [{ id: ids.appointmentId, values, version: 1 }],
      session: [],
      package: [],
    };
    const draftSessions = { made: [], gone: [] };
    const restoration = { records, madeVisits: [], assignments: [], draftSessions };
    return takenPlace(scope, { restoration, resource: 'provider' });
  },
  'lib/changes/undo-change.ts#undoChange': async (scope, ids) =>
    undoChange(scope, { changeId: ids.changeId }),
};
