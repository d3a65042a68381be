import type { Instant } from '@/lib/time/instant';
import { type AppointmentStatus, STATUSES_WITHOUT_TIME } from '../schema';
import type { TenantScope } from '../scope';
import { LONGEST_VISIT_MS, readOverlapping } from './deliberate-overlaps';
import { withWhoAndWhere } from './joins';
import { visibleProvider } from './visible-provider';

export interface AppointmentsQuestion {
  clinicId: string;
  /** Whatever shares a moment with `from` up to, not including, `to`. */
  from: Instant;
  to: Instant;
  providerId: string | null;
  withCancelled: boolean;
}

export interface CalendarAppointment {
  id: string;
  /** What a change of it has to name. */
  version: number;
  start: Instant;
  end: Instant;
  status: AppointmentStatus;
  /** Overlaps another one on purpose, above or underneath, which may be in another column. */
  isOverlapping: boolean;
  provider: { id: string; name: string };
  patientName: string;
  service: { id: string; name: string; colour: string } | null;
  room: { id: string; name: string } | null;
  /** Its place in a package: session 4 of 12. */
  position: { number: number; count: number } | null;
}

/** A clinic's appointments over a stretch of time, by start. A provider sees only their own. */
export async function listCalendarAppointments(
  scope: TenantScope,
  question: AppointmentsQuestion,
): Promise<CalendarAppointment[]> {
  const { clinicId, from, to } = question;
  let query = withWhoAndWhere(scope.from('appointment'))
    .select([
      'appointment.id',
      'appointment.version',
      'appointment.start_at',
      'appointment.end_at',
      'appointment.status',
      'appointment.provider_id',
      'provider.name as provider_name',
      'patient.given_name',
      'patient.family_name',
      'appointment.service_type_id',
      'service_type.name as service_name',
      'service_type.colour as service_colour',
      'appointment.room_id',
      'room.name as room_name',
      'session.number as session_number',
      'package.session_count',
    ])
    .where('appointment.clinic_id', '=', clinicId)
    .where('appointment.start_at', '>', from - LONGEST_VISIT_MS)
    .where('appointment.start_at', '<', to)
    .where('appointment.end_at', '>', from);
  const only = visibleProvider(scope);
  if (only !== null) query = query.where('appointment.provider_id', '=', only);
  if (question.providerId !== null) query = query.where('appointment.provider_id', '=', question.providerId);
  if (!question.withCancelled) query = query.where('appointment.status', '<>', 'CANCELLED');
  const rows = await query.orderBy('appointment.start_at').orderBy('appointment.id').execute();
  const overlapping = await readOverlapping(scope, rows);
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    start: row.start_at,
    end: row.end_at,
    status: row.status,
    isOverlapping: overlapping.has(row.id),
    provider: { id: row.provider_id, name: row.provider_name },
    patientName: `${row.given_name} ${row.family_name}`,
    service:
      row.service_type_id === null || row.service_name === null || row.service_colour === null
        ? null
        : { id: row.service_type_id, name: row.service_name, colour: row.service_colour },
    room: row.room_id === null || row.room_name === null ? null : { id: row.room_id, name: row.room_name },
    position:
      row.session_number === null || row.session_count === null
        ? null
        : { number: row.session_number, count: row.session_count },
  }));
}

export interface ElsewhereQuestion {
  clinicId: string;
  providerIds: readonly string[];
  from: Instant;
  to: Instant;
}

export interface BusyElsewhere {
  providerId: string;
  clinicName: string;
  from: Instant;
  to: Instant;
}

/** When a clinic's providers are with patients at another clinic, so that their time here is not free. */
export async function listBusyElsewhere(
  scope: TenantScope,
  { clinicId, providerIds, from, to }: ElsewhereQuestion,
): Promise<BusyElsewhere[]> {
  if (providerIds.length === 0) return [];
  let query = scope
    .from('appointment')
    .innerJoin('clinic', (join) =>
      join
        .onRef('clinic.tenant_id', '=', 'appointment.tenant_id')
        .onRef('clinic.id', '=', 'appointment.clinic_id'),
    )
    .select([
      'appointment.provider_id as providerId',
      'clinic.name as clinicName',
      'appointment.blocked_from as from',
      'appointment.blocked_to as to',
    ])
    .where('appointment.provider_id', 'in', [...providerIds])
    .where('appointment.clinic_id', '<>', clinicId)
    .where('appointment.status', 'not in', STATUSES_WITHOUT_TIME)
    .where('appointment.blocked_to', '>', from)
    .where('appointment.blocked_to', '<', to + LONGEST_VISIT_MS)
    .where('appointment.blocked_from', '<', to);
  const only = visibleProvider(scope);
  if (only !== null) query = query.where('appointment.provider_id', '=', only);
  return query.orderBy('appointment.blocked_from').execute();
}
