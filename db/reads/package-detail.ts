import type { AppointmentStatus, PackageStatus, PlanGoal, Row, SessionStatus } from '../schema';
import type { TenantScope } from '../scope';
import { readOverlapping } from './deliberate-overlaps';
import { withWhomAndWhat } from './joins';
import { visiblePackages } from './visible-packages';

export interface PackageDetail {
  id: string;
  version: number;
  number: string;
  status: PackageStatus;
  isCancelled: boolean;
  patient: { id: string; name: string; fileNumber: string };
  clinic: { id: string; name: string; timeZone: string; weekStart: number };
  service: { name: string; colour: string };
  durationMinutes: number;
  /** Local dates in the clinic's zone, both inclusive. */
  startDate: string;
  endDate: string;
  /** 0 = Sunday; none means any day. */
  preferredDays: number[];
  providerStrategy: Row<'package'>['provider_strategy'];
  autoSchedule: boolean;
  minGapDays: number;
  maxGapDays: number | null;
  goal: PlanGoal;
  maxPerWeek: number | null;
  dayHours: { from: string; to: string } | null;
  notes: string;
  cancelReason: string | null;
  /** In session order. */
  sessions: SessionDetail[];
  /** In session order; several of one session are a pool. */
  assignments: { sessionNumber: number; providerId: string; providerName: string; note: string }[];
}

export interface SessionDetail {
  id: string;
  number: number;
  status: SessionStatus;
  attempts: number;
  /** A person holds it in place. */
  isPinned: boolean;
  /** Why it has no place; empty when it has one or was not tried. */
  reasons: { code: string; days: number; providerId: string | null }[];
  appointment: SessionAppointment | null;
}

export interface SessionAppointment {
  id: string;
  version: number;
  number: string;
  status: AppointmentStatus;
  start: number;
  end: number;
  providerId: string;
  providerName: string;
  roomName: string | null;
  /** Overlaps another one on purpose, above or underneath. */
  isOverlapping: boolean;
}

/** What every id of ours looks like; anything else is the id of nothing. */
const ID = /^[\w-]{1,64}$/;

/** The package with everything its page shows, or null: for an unknown id, a foreign one, and one not to be seen. */
export async function readPackage(scope: TenantScope, id: string): Promise<PackageDetail | null> {
  if (!ID.test(id)) return null;
  const record = await readRecord(scope, id);
  if (!record) return null;
  const [sessions, assignments] = await Promise.all([readSessions(scope, id), readAssignments(scope, id)]);
  return {
    id: record.id,
    version: record.version,
    number: record.number,
    status: record.status,
    isCancelled: record.cancelled_at !== null,
    patient: {
      id: record.patient_id,
      name: `${record.given_name} ${record.family_name}`.trim(),
      fileNumber: record.file_number,
    },
    clinic: {
      id: record.clinic_id,
      name: record.clinic_name,
      timeZone: record.time_zone,
      weekStart: record.week_start,
    },
    service: { name: record.service_name, colour: record.colour },
    durationMinutes: record.duration_minutes,
    startDate: record.start_date,
    endDate: record.end_date,
    preferredDays: weekdaysOf(record.preferred_days),
    providerStrategy: record.provider_strategy,
    autoSchedule: record.auto_schedule === 1,
    minGapDays: record.min_gap_days,
    maxGapDays: record.max_gap_days,
    goal: record.goal,
    maxPerWeek: record.max_per_week,
    dayHours:
      record.day_from !== null && record.day_to !== null
        ? { from: record.day_from, to: record.day_to }
        : null,
    notes: record.notes,
    cancelReason: record.cancel_reason,
    sessions,
    assignments,
  };
}

const readRecord = (scope: TenantScope, id: string) =>
  withWhomAndWhat(visiblePackages(scope))
    .select([
      'package.id',
      'package.version',
      'package.number',
      'package.status',
      'package.cancelled_at',
      'package.patient_id',
      'package.goal',
      'package.clinic_id',
      'package.duration_minutes',
      'package.start_date',
      'package.end_date',
      'package.preferred_days',
      'package.provider_strategy',
      'package.auto_schedule',
      'package.min_gap_days',
      'package.max_gap_days',
      'package.max_per_week',
      'package.day_from',
      'package.day_to',
      'package.notes',
      'package.cancel_reason',
      'patient.given_name',
      'patient.family_name',
      'patient.file_number',
      'clinic.name as clinic_name',
      'clinic.time_zone',
      'clinic.week_start',
      'service_type.name as service_name',
      'service_type.colour',
    ])
    .where('package.id', '=', id)
    .executeTakeFirst();

async function readSessions(scope: TenantScope, packageId: string): Promise<SessionDetail[]> {
  const [sessions, appointments] = await Promise.all([
    scope
      .from('session')
      .select(['id', 'number', 'status', 'attempts', 'is_pinned', 'reasons', 'appointment_id'])
      .where('package_id', '=', packageId)
      .orderBy('number')
      .execute(),
    readAppointments(scope, packageId),
  ]);
  const byId = new Map(appointments.map((appointment) => [appointment.id, appointment]));
  return sessions.map(({ appointment_id, reasons, is_pinned, ...session }) => ({
    ...session,
    isPinned: is_pinned === 1,
    reasons: reasonsOf(reasons),
    appointment: (appointment_id !== null && byId.get(appointment_id)) || null,
  }));
}

async function readAppointments(scope: TenantScope, packageId: string): Promise<SessionAppointment[]> {
  const appointments = await scope
    .from('session')
    .innerJoin('appointment', (join) =>
      join
        .onRef('appointment.tenant_id', '=', 'session.tenant_id')
        .onRef('appointment.id', '=', 'session.appointment_id'),
    )
    .innerJoin('provider', (join) =>
      join
        .onRef('provider.tenant_id', '=', 'appointment.tenant_id')
        .onRef('provider.id', '=', 'appointment.provider_id'),
    )
    .leftJoin('room', (join) =>
      join.onRef('room.tenant_id', '=', 'appointment.tenant_id').onRef('room.id', '=', 'appointment.room_id'),
    )
    .select([
      'appointment.id',
      'appointment.version',
      'appointment.number',
      'appointment.status',
      'appointment.start_at as start',
      'appointment.end_at as end',
      'appointment.provider_id as providerId',
      'provider.name as providerName',
      'room.name as roomName',
    ])
    .where('session.package_id', '=', packageId)
    .execute();
  const overlapping = await readOverlapping(
    scope,
    appointments.map(({ start }) => ({ start_at: start })),
  );
  return appointments.map((appointment) => ({
    ...appointment,
    isOverlapping: overlapping.has(appointment.id),
  }));
}

const readAssignments = (scope: TenantScope, packageId: string): Promise<PackageDetail['assignments']> =>
  scope
    .from('provider_assignment')
    .innerJoin('provider', (join) =>
      join
        .onRef('provider.tenant_id', '=', 'provider_assignment.tenant_id')
        .onRef('provider.id', '=', 'provider_assignment.provider_id'),
    )
    .select([
      'provider_assignment.session_number as sessionNumber',
      'provider_assignment.provider_id as providerId',
      'provider.name as providerName',
      'provider_assignment.note',
    ])
    .where('provider_assignment.package_id', '=', packageId)
    .orderBy('provider_assignment.session_number')
    .orderBy('provider.name')
    .orderBy('provider.id')
    .execute();

function weekdaysOf(json: string): number[] {
  const days: unknown = JSON.parse(json);
  return Array.isArray(days) ? days.filter((day) => Number.isInteger(day) && day >= 0 && day <= 6) : [];
}

interface StoredReason {
  code: string;
  days: number;
  provider?: string;
}

/** Our own writing, but of an older engine perhaps: what is not of today's shape is left out. */
function reasonsOf(json: string): SessionDetail['reasons'] {
  const reasons: unknown = JSON.parse(json);
  return (Array.isArray(reasons) ? reasons : [])
    .filter(isStoredReason)
    .map(({ code, days, provider }) => ({ code, days, providerId: provider ?? null }));
}

function isStoredReason(reason: unknown): reason is StoredReason {
  if (typeof reason !== 'object' || reason === null) return false;
  const { code, days, provider }: { code?: unknown; days?: unknown; provider?: unknown } = reason;
  return (
    typeof code === 'string' &&
    typeof days === 'number' &&
    (provider === undefined || typeof provider === 'string')
  );
}
