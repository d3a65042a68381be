import type { Instant } from '@/lib/time/instant';
import type { AppointmentStatus } from '../schema';
import type { TenantScope } from '../scope';

export interface AppointmentListRow {
  id: string;
  number: string;
  status: AppointmentStatus;
  start: Instant;
  end: Instant;
  /** Laid over another one on purpose. */
  isOverlap: boolean;
  patient: { id: string; name: string; fileNumber: string };
  providerName: string;
  clinic: { name: string; timeZone: string };
  roomName: string | null;
  service: { name: string; colour: string } | null;
  /** Its place in a package: session 4 of 12. */
  session: { packageNumber: string; number: number; count: number } | null;
}

/** What the list shows of each appointment, in the order of the ids: one statement, however many rows. */
export async function readAppointmentRows(
  scope: TenantScope,
  ids: readonly string[],
): Promise<AppointmentListRow[]> {
  if (ids.length === 0) return [];
  const found = await scope
    .from('appointment')
    .innerJoin('patient', (join) =>
      join
        .onRef('patient.tenant_id', '=', 'appointment.tenant_id')
        .onRef('patient.id', '=', 'appointment.patient_id'),
    )
    .innerJoin('provider', (join) =>
      join
        .onRef('provider.tenant_id', '=', 'appointment.tenant_id')
        .onRef('provider.id', '=', 'appointment.provider_id'),
    )
    .innerJoin('clinic', (join) =>
      join
        .onRef('clinic.tenant_id', '=', 'appointment.tenant_id')
        .onRef('clinic.id', '=', 'appointment.clinic_id'),
    )
    .leftJoin('room', (join) =>
      join.onRef('room.tenant_id', '=', 'appointment.tenant_id').onRef('room.id', '=', 'appointment.room_id'),
    )
    .leftJoin('service_type', (join) =>
      join
        .onRef('service_type.tenant_id', '=', 'appointment.tenant_id')
        .onRef('service_type.id', '=', 'appointment.service_type_id'),
    )
    .leftJoin('session', (join) =>
      join
        .onRef('session.tenant_id', '=', 'appointment.tenant_id')
        .onRef('session.appointment_id', '=', 'appointment.id'),
    )
    .leftJoin('package', (join) =>
      join
        .onRef('package.tenant_id', '=', 'session.tenant_id')
        .onRef('package.id', '=', 'session.package_id'),
    )
    .select([
      'appointment.id',
      'appointment.number',
      'appointment.status',
      'appointment.start_at',
      'appointment.end_at',
      'appointment.overlap_reason',
      'patient.id as patient_id',
      'patient.given_name',
      'patient.family_name',
      'patient.file_number',
      'provider.name as provider_name',
      'clinic.name as clinic_name',
      'clinic.time_zone',
      'room.name as room_name',
      'service_type.name as service_name',
      'service_type.colour as service_colour',
      'session.number as session_number',
      'package.number as package_number',
      'package.session_count',
    ])
    .where('appointment.id', 'in', [...ids])
    .execute();
  const rows = new Map(
    found.map((row): [string, AppointmentListRow] => [
      row.id,
      {
        id: row.id,
        number: row.number,
        status: row.status,
        start: row.start_at,
        end: row.end_at,
        isOverlap: row.overlap_reason !== null,
        patient: {
          id: row.patient_id,
          name: `${row.given_name} ${row.family_name}`.trim(),
          fileNumber: row.file_number,
        },
        providerName: row.provider_name,
        clinic: { name: row.clinic_name, timeZone: row.time_zone },
        roomName: row.room_name,
        service:
          row.service_name === null || row.service_colour === null
            ? null
            : { name: row.service_name, colour: row.service_colour },
        session:
          row.package_number === null || row.session_number === null || row.session_count === null
            ? null
            : { packageNumber: row.package_number, number: row.session_number, count: row.session_count },
      },
    ]),
  );
  return ids.flatMap((id) => rows.get(id) ?? []);
}
