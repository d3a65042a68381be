import type { PlanGoal, SessionStatus } from '../schema';
import type { TenantScope } from '../scope';
import { visiblePackages } from './visible-packages';

/** A stored package as planning sees it: what it asks for, and what stands already. */
export interface PackageToPlan {
  number: string;
  patientId: string;
  clinicId: string;
  serviceTypeId: string;
  durationMinutes: number;
  startDate: string;
  endDate: string;
  preferredDays: number[];
  dayHours: { from: string; to: string } | null;
  minGapDays: number;
  maxPerWeek: number | null;
  goal: PlanGoal;
  createdAt: number;
  /** Without the cancelled ones, which ask for no place. */
  sessions: SessionToPlan[];
}

export interface SessionToPlan {
  number: number;
  status: SessionStatus;
  isPinned: boolean;
  providerIds: string[];
  /** Where it stands, epoch milliseconds, or null without an appointment. */
  place: { start: number; end: number; providerId: string } | null;
}

/** The package, or null for an unknown id, a foreign one, and one that the actor may not see. */
export async function readPackageToPlan(scope: TenantScope, id: string): Promise<PackageToPlan | null> {
  const record = await visiblePackages(scope)
    .selectAll('package')
    .where('package.id', '=', id)
    .executeTakeFirst();
  if (!record) return null;
  const [sessions, assignments] = await Promise.all([readSessions(scope, id), readAssignments(scope, id)]);
  return {
    number: record.number,
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
    maxPerWeek: record.max_per_week,
    goal: record.goal,
    createdAt: record.created_at,
    sessions: sessions.map(({ number, status, is_pinned, start_at, end_at, provider_id }) => ({
      number,
      status,
      isPinned: is_pinned === 1,
      providerIds: assignments.filter((row) => row.session_number === number).map((row) => row.provider_id),
      place:
        start_at !== null && end_at !== null && provider_id !== null
          ? { start: start_at, end: end_at, providerId: provider_id }
          : null,
    })),
  };
}

const readSessions = (scope: TenantScope, packageId: string) =>
  scope
    .from('session')
    .leftJoin('appointment', (join) =>
      join
        .onRef('appointment.tenant_id', '=', 'session.tenant_id')
        .onRef('appointment.id', '=', 'session.appointment_id'),
    )
    .select([
      'session.number',
      'session.status',
      'session.is_pinned',
      'appointment.start_at',
      'appointment.end_at',
      'appointment.provider_id',
    ])
    .where('session.package_id', '=', packageId)
    .where('session.status', '<>', 'CANCELLED')
    .orderBy('session.number')
    .execute();

const readAssignments = (scope: TenantScope, packageId: string) =>
  scope
    .from('provider_assignment')
    .select(['session_number', 'provider_id'])
    .where('package_id', '=', packageId)
    .orderBy('session_number')
    .orderBy('provider_id')
    .execute();
