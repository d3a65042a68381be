import type { Instant } from '@/lib/time/instant';
import type { AppointmentStatus } from '../schema';
import type { TenantScope } from '../scope';
import { readOverlapping } from './deliberate-overlaps';
import { withWhoAndWhere } from './joins';

export interface AppointmentListRow {
  id: string;
  number: string;
  status: AppointmentStatus;
  start: Instant;
  end: Instant;
  /** Overlaps another one on purpose, above or underneath. */
  isOverlap: boolean;
  patient: { id: string; name: string; fileNumber: string };
  providerName: string;
  clinic: { name: string; timeZone: string };
  roomName: string | null;
  service: { name: string; colour: string } | null;
  /** Its place in a package: session 4 of 12. */
  session: { packageNumber: string; number: number; count: number } | null;
}

/** What the list shows of each appointment, in the order of the ids: two statements, however many rows. */
export async function readAppointmentRows(
  scope: TenantScope,
  ids: readonly string[],
): Promise<AppointmentListRow[]> {
  if (ids.length === 0) return [];
  const found = await withWhoAndWhere(scope.from('appointment'))
    .select([
      'appointment.id',
      'appointment.number',
      'appointment.status',
      'appointment.start_at',
      'appointment.end_at',
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
  const overlapping = await readOverlapping(scope, found);
  const rows = new Map(
    found.map((row): [string, AppointmentListRow] => [
      row.id,
      {
        id: row.id,
        number: row.number,
        status: row.status,
        start: row.start_at,
        end: row.end_at,
        isOverlap: overlapping.has(row.id),
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
