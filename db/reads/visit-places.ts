import type { Instant } from '@/lib/time/instant';
import type { AppointmentStatus } from '../schema';
import type { TenantScope } from '../scope';
import { withWhoAndWhere } from './joins';
import { visibleAppointments } from './visible-appointments';

/** Where a visit stands, whether it takes the time or not. */
export interface VisitPlace {
  id: string;
  status: AppointmentStatus;
  providerId: string;
  patientId: string;
  roomId: string | null;
  start: Instant;
  end: Instant;
  blockedFrom: Instant;
  blockedTo: Instant;
  /** Of the clinic. */
  timeZone: string;
  /** Null for a visit of no session. */
  sessionNumber: number | null;
}

/** The places of these visits by start, of those that the actor may see. */
export async function readVisitPlaces(scope: TenantScope, ids: readonly string[]): Promise<VisitPlace[]> {
  const rows = await withWhoAndWhere(visibleAppointments(scope))
    .select([
      'appointment.id',
      'appointment.status',
      'appointment.provider_id as providerId',
      'appointment.patient_id as patientId',
      'appointment.room_id as roomId',
      'appointment.start_at as start',
      'appointment.end_at as end',
      'appointment.blocked_from as blockedFrom',
      'appointment.blocked_to as blockedTo',
      'clinic.time_zone as timeZone',
      'session.number as sessionNumber',
    ])
    .where('appointment.id', 'in', [...ids, ''])
    .orderBy('appointment.start_at')
    .execute();
  return rows;
}
