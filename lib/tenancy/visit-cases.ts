import * as appointment from '@/db/reads/appointment';
import * as appointmentByRequest from '@/db/reads/appointment-by-request';
import * as appointmentHistory from '@/db/reads/appointment-history';
import * as appointmentOverlaps from '@/db/reads/appointment-overlaps';
import * as appointmentToChange from '@/db/reads/appointment-to-change';
import * as change from '@/db/reads/change';
import * as deliberateOverlaps from '@/db/reads/deliberate-overlaps';
import * as laidOverLater from '@/db/reads/laid-over-later';
import * as overlayEvents from '@/db/reads/overlay-events';
import { NOW } from '@/db/testing-world';
import { transaction } from '@/db/transaction';
import * as overlays from '@/db/writes/overlays';
import * as sessionProvider from '@/db/writes/session-provider';
import { refused } from '@/lib/result/result';
import type { Case } from './cases';

const DAY = 86_400_000;
const stretch = { from: NOW - 30 * DAY, to: NOW + 90 * DAY };

/** What is read and written of single visits. */
export const VISIT_CASES: Record<string, Case> = {
  'db/reads/appointment-by-request.ts#findAppointmentByRequest': (scope, ids) =>
    appointmentByRequest.findAppointmentByRequest(scope, ids.appointmentRequestKey),
  'db/reads/appointment.ts#findAppointment': (scope, ids) =>
    appointment.findAppointment(scope, ids.appointmentId),
  'db/reads/appointment-history.ts#listAppointmentHistory': (scope, ids) =>
    appointmentHistory.listAppointmentHistory(scope, ids.appointmentId),
  'db/reads/laid-over-later.ts#listLaterOfOver': (scope, ids) =>
    laidOverLater.listLaterOfOver(scope, {
      laid: [{ over: ids.appointmentId, row: '' }],
      known: new Set(),
    }),
  'db/reads/overlay-events.ts#listOverlayEvents': (scope, ids) =>
    overlayEvents.listOverlayEvents(scope, [ids.appointmentId]),
  'db/reads/appointment-overlaps.ts#listOverlapsOf': (scope, ids) =>
    appointmentOverlaps.listOverlapsOf(scope, ids.appointmentId),
  'db/reads/appointment-overlaps.ts#listVisitsUnder': (scope, ids) =>
    appointmentOverlaps.listVisitsUnder(scope, ids.appointmentId),
  'db/reads/appointment-overlaps.ts#listVisitsInTheWay': (scope, ids) =>
    appointmentOverlaps.listVisitsInTheWay(scope, {
      providerId: ids.providerId,
      patientId: ids.patientId,
      roomIds: [ids.roomId],
      start: stretch.from,
      end: stretch.to,
      blockedFrom: stretch.from,
      blockedTo: stretch.to,
      exceptAppointmentId: null,
    }),
  'db/reads/deliberate-overlaps.ts#overlappingIds': (scope) =>
    deliberateOverlaps.overlappingIds(scope, { from: null, to: null }).execute(),
  'db/reads/deliberate-overlaps.ts#readOverlapping': async (scope) => [
    ...(await deliberateOverlaps.readOverlapping(scope, [
      { start_at: stretch.from },
      { start_at: stretch.to },
    ])),
  ],
  'db/reads/appointment-to-change.ts#findAppointmentToChange': (scope, ids) =>
    appointmentToChange.findAppointmentToChange(scope, ids.appointmentId),
  'db/writes/overlays.ts#auditOverlay': async (scope, ids) =>
    transaction(scope, async (write) => {
      await overlays.auditOverlay(write, ids.appointmentId);
      return refused('tried');
    }),
  'db/writes/overlays.ts#auditOverlayUndone': async (scope, ids) =>
    transaction(scope, async (write) => {
      const overlaid = { table: 'appointment', id: ids.appointmentId, action: change.LAID_OVER };
      await overlays.auditOverlayUndone(write, [{ ...overlaid, before: null, after: null }]);
      return refused('tried');
    }),
  'db/writes/session-provider.ts#followProvider': async (scope, ids) =>
    transaction(scope, async (write) => {
      await sessionProvider.followProvider(write, {
        packageId: ids.packageId,
        sessionNumber: 1,
        from: ids.providerId,
        to: ids.patientId,
      });
      return refused('tried');
    }),
};
