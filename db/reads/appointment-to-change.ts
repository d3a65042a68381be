import type { Instant } from '@/lib/time/instant';
import type { AppointmentStatus, SessionStatus } from '../schema';
import type { TenantScope } from '../scope';
import { withWhoAndWhere } from './joins';
import { visibleAppointments } from './visible-appointments';

/** An appointment as an operation that changes it has to know it, with the session that it is the visit of. */
export interface AppointmentToChange {
  id: string;
  version: number;
  number: string;
  status: AppointmentStatus;
  start: Instant;
  end: Instant;
  clinicId: string;
  /** Of the clinic. */
  timeZone: string;
  patientId: string;
  providerId: string;
  providerName: string;
  roomId: string | null;
  serviceTypeId: string | null;
  changeReason: string | null;
  session: {
    id: string;
    version: number;
    number: number;
    status: SessionStatus;
    packageId: string;
    isPackageCancelled: boolean;
  } | null;
}

/** The appointment, or null for an unknown id, a foreign one, and one that the actor may not see. */
export async function findAppointmentToChange(
  scope: TenantScope,
  id: string,
): Promise<AppointmentToChange | null> {
  const row = await withWhoAndWhere(visibleAppointments(scope))
    .select([
      'appointment.id',
      'appointment.version',
      'appointment.number',
      'appointment.status',
      'appointment.start_at',
      'appointment.end_at',
      'appointment.clinic_id',
      'clinic.time_zone',
      'appointment.patient_id',
      'appointment.provider_id',
      'provider.name as provider_name',
      'appointment.room_id',
      'appointment.service_type_id',
      'appointment.change_reason',
      'session.id as session_id',
      'session.version as session_version',
      'session.number as session_number',
      'session.status as session_status',
      'session.package_id',
      'package.cancelled_at',
    ])
    .where('appointment.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const { session_id, session_version, session_number, session_status, package_id } = row;
  const isOfSession =
    session_id !== null &&
    session_version !== null &&
    session_number !== null &&
    session_status !== null &&
    package_id !== null;
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    status: row.status,
    start: row.start_at,
    end: row.end_at,
    clinicId: row.clinic_id,
    timeZone: row.time_zone,
    patientId: row.patient_id,
    providerId: row.provider_id,
    providerName: row.provider_name,
    roomId: row.room_id,
    serviceTypeId: row.service_type_id,
    changeReason: row.change_reason,
    session: isOfSession
      ? {
          id: session_id,
          version: session_version,
          number: session_number,
          status: session_status,
          packageId: package_id,
          isPackageCancelled: row.cancelled_at !== null,
        }
      : null,
  };
}
