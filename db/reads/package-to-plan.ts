import type { AppointmentStatus, PackageStatus, PlanGoal, SessionStatus } from '../schema';
import type { TenantScope } from '../scope';
import { type DraftSession, readDraftSessions } from './draft-sessions';
import { visiblePackages } from './visible-packages';

/** A stored package as planning sees it: what it asks for, and what stands already. */
export interface PackageToPlan {
  id: string;
  version: number;
  number: string;
  status: PackageStatus;
  isCancelled: boolean;
  patientId: string;
  clinicId: string;
  serviceTypeId: string;
  durationMinutes: number;
  startDate: string;
  endDate: string;
  preferredDays: number[];
  dayHours: { from: string; to: string } | null;
  minGapDays: number;
  maxGapDays: number | null;
  maxPerWeek: number | null;
  goal: PlanGoal;
  createdAt: number;
  /** In session order. */
  sessions: SessionToPlan[];
}

export interface SessionToPlan {
  id: string;
  version: number;
  number: number;
  status: SessionStatus;
  attempts: number;
  isPinned: boolean;
  providerIds: string[];
  /** What stands beside whom it is for. */
  note: string;
  /** Where it stands, epoch milliseconds, or null without an appointment. */
  place: { start: number; end: number; providerId: string } | null;
  /** The visit at that place. */
  appointment: {
    id: string;
    version: number;
    status: AppointmentStatus;
    roomId: string | null;
    /** Laid over another one on purpose. */
    isOverlap: boolean;
  } | null;
}

/** Those that ask for a place, or the cancelled ones too. */
type WhichSessions = 'owed' | 'all';

/** The package, or null for an unknown id, a foreign one, and one that the actor may not see. */
export async function readPackageToPlan(
  scope: TenantScope,
  id: string,
  which: WhichSessions = 'owed',
): Promise<PackageToPlan | null> {
  const record = await visiblePackages(scope)
    .selectAll('package')
    .where('package.id', '=', id)
    .executeTakeFirst();
  if (!record) return null;
  const [sessions, assignments, remembered] = await Promise.all([
    readSessions(scope, id, which),
    readAssignments(scope, id),
    readDraftSessions(scope, id),
  ]);
  return {
    id: record.id,
    version: record.version,
    number: record.number,
    status: record.status,
    isCancelled: record.cancelled_at !== null,
    patientId: record.patient_id,
    clinicId: record.clinic_id,
    serviceTypeId: record.service_type_id,
    durationMinutes: record.duration_minutes,
    startDate: record.start_date,
    endDate: record.end_date,
    preferredDays: JSON.parse(record.preferred_days),
    dayHours:
      record.day_from !== null && record.day_to !== null
        ? { from: record.day_from, to: record.day_to }
        : null,
    minGapDays: record.min_gap_days,
    maxGapDays: record.max_gap_days,
    maxPerWeek: record.max_per_week,
    goal: record.goal,
    createdAt: record.created_at,
    sessions: sessions.map((session) => sessionOf(session, { assignments, remembered })),
  };
}

type SessionRow = Awaited<ReturnType<typeof readSessions>>[number];
type AssignmentRow = Awaited<ReturnType<typeof readAssignments>>[number];

function sessionOf(
  row: SessionRow,
  { assignments, remembered }: { assignments: readonly AssignmentRow[]; remembered: readonly DraftSession[] },
): SessionToPlan {
  const { id, version, number, status, attempts, start_at, end_at, provider_id } = row;
  const { appointment_id, appointment_version, appointment_status } = row;
  const assigned = assignments.filter((assignment) => assignment.session_number === number);
  const ofDraft = remembered.find((each) => each.number === number);
  const hasVisit = appointment_id !== null && appointment_version !== null && appointment_status !== null;
  return {
    id,
    version,
    number,
    status,
    attempts,
    isPinned: row.is_pinned === 1,
    providerIds: assigned.map((assignment) => assignment.provider_id),
    note: assigned.find(({ note }) => note !== '')?.note ?? ofDraft?.note ?? '',
    place:
      start_at !== null && end_at !== null && provider_id !== null
        ? { start: start_at, end: end_at, providerId: provider_id }
        : null,
    appointment: hasVisit
      ? {
          id: appointment_id,
          version: appointment_version,
          status: appointment_status,
          roomId: row.room_id,
          isOverlap: row.overlap_reason !== null,
        }
      : null,
  };
}

const readSessions = (scope: TenantScope, packageId: string, which: WhichSessions) =>
  scope
    .from('session')
    .leftJoin('appointment', (join) =>
      join
        .onRef('appointment.tenant_id', '=', 'session.tenant_id')
        .onRef('appointment.id', '=', 'session.appointment_id'),
    )
    .select([
      'session.id',
      'session.version',
      'session.number',
      'session.status',
      'session.attempts',
      'session.is_pinned',
      'appointment.id as appointment_id',
      'appointment.version as appointment_version',
      'appointment.status as appointment_status',
      'appointment.room_id',
      'appointment.overlap_reason',
      'appointment.start_at',
      'appointment.end_at',
      'appointment.provider_id',
    ])
    .where('session.package_id', '=', packageId)
    .$if(which === 'owed', (rows) => rows.where('session.status', '<>', 'CANCELLED'))
    .orderBy('session.number')
    .execute();

const readAssignments = (scope: TenantScope, packageId: string) =>
  scope
    .from('provider_assignment')
    .select(['session_number', 'provider_id', 'note'])
    .where('package_id', '=', packageId)
    .orderBy('session_number')
    .orderBy('provider_id')
    .execute();
