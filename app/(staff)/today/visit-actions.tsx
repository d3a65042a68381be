import { AppointmentActions } from '@/components/appointments/appointment-actions';
import type { Role } from '@/db/schema';
import { isPermitted } from '@/lib/auth/permissions';
import type { DeskVisit } from '@/lib/today/show-today';
import { cancelAppointment, recordOutcome, rescheduleAppointment } from '../appointments/actions';

/** What the role may do with a visit of the day, at the end of its row. */
export function VisitActions({ visit, role }: { visit: DeskVisit; role: Role }) {
  return (
    <AppointmentActions
      look="row"
      may={{
        reschedule: isPermitted(role, 'appointment.reschedule'),
        cancel: isPermitted(role, 'appointment.cancel'),
        outcome: isPermitted(role, 'appointment.outcome'),
        overlap: isPermitted(role, 'appointment.overlap'),
      }}
      actions={{ rescheduleAppointment, cancelAppointment, recordOutcome }}
      visit={{
        id: visit.id,
        version: visit.version,
        number: visit.number,
        status: visit.status,
        start: visit.start,
        end: visit.end,
        timeZone: visit.timeZone,
        clinicId: visit.clinicId,
        patientName: visit.patientName,
        serviceName: visit.service?.name ?? null,
        providerId: visit.provider.id,
        providerName: visit.provider.name,
        sessionNumber: visit.session?.number ?? null,
        packageNumber: visit.session?.packageNumber ?? null,
      }}
    />
  );
}
