import type { Instant } from '@/lib/time/instant';
import type { AppointmentStatus } from '../schema';
import type { TenantScope } from '../scope';
import { withWhoAndWhere } from './joins';
import { visiblePackages } from './visible-packages';
import { visibleProvider } from './visible-provider';

export interface AppointmentDetail {
  id: string;
  version: number;
  number: string;
  status: AppointmentStatus;
  start: Instant;
  end: Instant;
  notes: string;
  /** Why it may overlap another one, or null. */
  overlapReason: string | null;
  patient: { id: string; name: string; fileNumber: string };
  provider: { id: string; name: string };
  clinic: { id: string; name: string; timeZone: string };
  roomName: string | null;
  service: { name: string; colour: string } | null;
  package: PackageOfVisit | null;
}

export interface PackageOfVisit {
  id: string;
  number: string;
  sessionNumber: number;
  sessionCount: number;
  /** The visit was cancelled, and the session is still owed: it is no longer its visit. */
  isFormer: boolean;
}

/** What every id of ours looks like; anything else is the id of nothing. */
const ID = /^[\w-]{1,64}$/;

/** One appointment, or null when there is none that this actor may see. */
export async function findAppointment(scope: TenantScope, id: string): Promise<AppointmentDetail | null> {
  if (!ID.test(id)) return null;
  let query = withWhoAndWhere(scope.from('appointment'))
    .select([
      'appointment.id',
      'appointment.version',
      'appointment.number',
      'appointment.status',
      'appointment.start_at',
      'appointment.end_at',
      'appointment.notes',
      'appointment.overlap_reason',
      'patient.id as patient_id',
      'patient.given_name',
      'patient.family_name',
      'patient.file_number',
      'provider.id as provider_id',
      'provider.name as provider_name',
      'clinic.id as clinic_id',
      'clinic.name as clinic_name',
      'clinic.time_zone',
      'room.name as room_name',
      'service_type.name as service_name',
      'service_type.colour as service_colour',
      'session.number as session_number',
      'package.id as package_id',
      'package.number as package_number',
      'package.session_count',
    ])
    .where('appointment.id', '=', id);
  const only = visibleProvider(scope);
  if (only !== null) query = query.where('appointment.provider_id', '=', only);
  const row = await query.executeTakeFirst();
  if (!row) return null;
  const former =
    row.package_id === null && row.status === 'CANCELLED' ? await formerPackage(scope, id) : null;

  return {
    id: row.id,
    version: row.version,
    number: row.number,
    status: row.status,
    start: row.start_at,
    end: row.end_at,
    notes: row.notes,
    overlapReason: row.overlap_reason,
    patient: {
      id: row.patient_id,
      name: `${row.given_name} ${row.family_name}`,
      fileNumber: row.file_number,
    },
    provider: { id: row.provider_id, name: row.provider_name },
    clinic: { id: row.clinic_id, name: row.clinic_name, timeZone: row.time_zone },
    roomName: row.room_name,
    service:
      row.service_name === null || row.service_colour === null
        ? null
        : { name: row.service_name, colour: row.service_colour },
    package:
      row.package_id === null ||
      row.package_number === null ||
      row.session_number === null ||
      row.session_count === null
        ? former
        : {
            id: row.package_id,
            number: row.package_number,
            sessionNumber: row.session_number,
            sessionCount: row.session_count,
            isFormer: false,
          },
  };
}

/** The package whose session let go of the visit when it was cancelled, as the audit of that change tells. */
async function formerPackage(scope: TenantScope, appointmentId: string): Promise<PackageOfVisit | null> {
  const changes = scope
    .from('audit')
    .select('audit.change_id')
    .where('record_type', '=', 'appointment')
    .where('record_id', '=', appointmentId)
    .where('action', '=', 'cancel')
    .where('change_id', 'is not', null)
    .$castTo<{ change_id: string }>();
  const released = await scope
    .from('audit')
    .select(['audit.record_id', 'audit.before'])
    .where('audit.change_id', 'in', changes)
    .where('record_type', '=', 'session')
    .execute();
  const session = released.find(({ before }) => before?.includes(`"appointment_id":"${appointmentId}"`));
  if (!session) return null;
  const row = await visiblePackages(scope)
    .innerJoin('session', (join) =>
      join
        .onRef('session.tenant_id', '=', 'package.tenant_id')
        .onRef('session.package_id', '=', 'package.id'),
    )
    .select(['package.id', 'package.number', 'package.session_count', 'session.number as session_number'])
    .where('session.id', '=', session.record_id)
    .executeTakeFirst();
  return (
    (row && {
      id: row.id,
      number: row.number,
      sessionNumber: row.session_number,
      sessionCount: row.session_count,
      isFormer: true,
    }) ??
    null
  );
}
