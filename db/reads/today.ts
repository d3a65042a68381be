import { sql } from 'kysely';
import type { Instant } from '@/lib/time/instant';
import { type AppointmentStatus, OPEN_STATUSES } from '../schema';
import type { TenantScope } from '../scope';
import { readOverlapping } from './deliberate-overlaps';
import { withWhoAndWhere } from './joins';
import { visibleAppointments } from './visible-appointments';

/** A visit as the front desk works with it. */
export interface DeskVisit {
  id: string;
  version: number;
  number: string;
  status: AppointmentStatus;
  start: Instant;
  end: Instant;
  clinicId: string;
  timeZone: string;
  provider: { id: string; name: string };
  patientName: string;
  service: { name: string; colour: string } | null;
  roomName: string | null;
  /** Overlaps another one on purpose, above or underneath. */
  isOverlapping: boolean;
  /** Its place in a package. */
  session: { number: number; count: number; packageNumber: string } | null;
}

const visits = (scope: TenantScope) =>
  withWhoAndWhere(visibleAppointments(scope)).select([
    'appointment.id',
    'appointment.version',
    'appointment.number',
    'appointment.status',
    'appointment.start_at',
    'appointment.end_at',
    'appointment.clinic_id',
    'clinic.time_zone',
    'appointment.provider_id',
    'provider.name as provider_name',
    'patient.given_name',
    'patient.family_name',
    'service_type.name as service_name',
    'service_type.colour as service_colour',
    'room.name as room_name',
    'session.number as session_number',
    'package.session_count',
    'package.number as package_number',
  ]);

type VisitRow = Awaited<ReturnType<ReturnType<typeof visits>['execute']>>[number];

export interface DayAtClinic {
  clinicId: string;
  /** Whatever begins at `from` or later, before `to`. */
  from: Instant;
  to: Instant;
}

/** Who comes to a clinic over a stretch of time, by start; what is cancelled comes to nobody. */
export async function listDeskVisits(
  scope: TenantScope,
  { clinicId, from, to }: DayAtClinic,
): Promise<DeskVisit[]> {
  const rows = await visits(scope)
    .where('appointment.clinic_id', '=', clinicId)
    .where('appointment.start_at', '>=', from)
    .where('appointment.start_at', '<', to)
    .where('appointment.status', '<>', 'CANCELLED')
    .orderBy('appointment.start_at')
    .orderBy('appointment.id')
    .execute();
  const overlapping = await readOverlapping(scope, rows);
  return rows.map((row) => ({ ...visitOf(row), isOverlapping: overlapping.has(row.id) }));
}

/** When the visits began that are over and of which nobody has said what became of them. */
export async function listStartsWithoutOutcome(
  scope: TenantScope,
  { clinicId, from, to }: DayAtClinic,
): Promise<Instant[]> {
  const rows = await visibleAppointments(scope)
    .select('appointment.start_at')
    .where('appointment.clinic_id', '=', clinicId)
    .where('appointment.start_at', '>=', from)
    .where('appointment.start_at', '<', to)
    .where('appointment.end_at', '<=', to)
    .where('appointment.status', 'in', OPEN_STATUSES)
    .orderBy('appointment.start_at')
    .execute();
  return rows.map(({ start_at }) => start_at);
}

/** When the first visit at a clinic begins from `from` on, or null. */
export async function readNextStart(
  scope: TenantScope,
  { clinicId, from }: Pick<DayAtClinic, 'clinicId' | 'from'>,
): Promise<Instant | null> {
  const first = await visibleAppointments(scope)
    .select('appointment.start_at')
    .where('appointment.clinic_id', '=', clinicId)
    .where('appointment.start_at', '>=', from)
    .where('appointment.status', 'in', OPEN_STATUSES)
    .orderBy('appointment.start_at')
    .limit(1)
    .executeTakeFirst();
  return first?.start_at ?? null;
}

/** Changes whenever a visit of the stretch does: one cheap question instead of all of them. */
export async function readDeskRevision(
  scope: TenantScope,
  { clinicId, from, to }: DayAtClinic,
): Promise<string> {
  const { count, versions, latest } = await visibleAppointments(scope)
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      sql<number | null>`cast(sum(appointment.version) as bigint)`.as('versions'),
      eb.fn.max('appointment.updated_at').as('latest'),
    ])
    .where('appointment.clinic_id', '=', clinicId)
    .where('appointment.start_at', '>=', from)
    .where('appointment.start_at', '<', to)
    .executeTakeFirstOrThrow();
  return [count, versions ?? 0, latest ?? 0].join('.');
}

function visitOf(row: VisitRow): Omit<DeskVisit, 'isOverlapping'> {
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    status: row.status,
    start: row.start_at,
    end: row.end_at,
    clinicId: row.clinic_id,
    timeZone: row.time_zone,
    provider: { id: row.provider_id, name: row.provider_name },
    patientName: `${row.given_name} ${row.family_name}`.trim(),
    service:
      row.service_name === null || row.service_colour === null
        ? null
        : { name: row.service_name, colour: row.service_colour },
    roomName: row.room_name,
    session:
      row.session_number === null || row.session_count === null || row.package_number === null
        ? null
        : { number: row.session_number, count: row.session_count, packageNumber: row.package_number },
  };
}
