import type { ReactNode } from 'react';
import { cancelAppointment, recordOutcome, rescheduleAppointment } from '@/app/(staff)/appointments/actions';
import { AppointmentActions } from '@/components/appointments/appointment-actions';
import type { Role } from '@/db/schema';
import { isPermitted } from '@/lib/auth/permissions';
import type { PackageView } from '@/lib/packages/show-package';

const actions = { rescheduleAppointment, cancelAppointment, recordOutcome };

/** What can be done with the visit of each session, by the session's id. A provider acts on their own visits. */
export function visitActionsOf(shown: PackageView, role: Role): Record<string, ReactNode> {
  const may = {
    reschedule: isPermitted(role, 'appointment.reschedule'),
    cancel: isPermitted(role, 'appointment.cancel'),
    outcome: isPermitted(role, 'appointment.outcome'),
    overlap: isPermitted(role, 'appointment.overlap'),
  };
  if (!may.reschedule && !may.cancel && !may.outcome) return {};
  const { clinic, patient, service, ownProviderId } = shown;
  const sessions = shown.months.flatMap((month) => month.sessions);
  return Object.fromEntries(
    sessions.flatMap(({ id, number, status, appointment }) => {
      const isOwn = ownProviderId === null || ownProviderId === appointment.providerId;
      if (!isOwn || status === 'CANCELLED') return [];
      const visit = {
        id: appointment.id,
        version: appointment.version,
        number: appointment.number,
        status: appointment.status,
        start: appointment.start,
        end: appointment.end,
        timeZone: clinic.timeZone,
        clinicId: clinic.id,
        patientName: patient.name,
        serviceName: service.name,
        providerId: appointment.providerId,
        providerName: appointment.providerName,
        sessionNumber: number,
        packageNumber: shown.number,
      };
      return [[id, <AppointmentActions key={id} visit={visit} may={may} actions={actions} look="session" />]];
    }),
  );
}
