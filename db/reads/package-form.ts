import type { PackageStatus, PlanGoal, SessionStatus } from '../schema';
import type { TenantScope } from '../scope';
import { type DraftSession, readDraftSessions } from './draft-sessions';
import { visiblePackages } from './visible-packages';

/** A stored package as the form that it was made with. */
export interface StoredForm {
  packageId: string;
  number: string;
  version: number;
  status: PackageStatus;
  isCancelled: boolean;
  /** Of the input that was saved last, to tell a retry from another save. */
  requestHash: string;
  patient: { id: string; name: string; fileNumber: string; birthDate: string | null };
  clinicId: string;
  timeZone: string;
  serviceTypeId: string;
  sessionCount: number;
  durationMinutes: number;
  startDate: string;
  endDate: string;
  /** JSON list of weekdays. */
  preferredDays: string;
  dayFrom: string | null;
  dayTo: string | null;
  minGapDays: number;
  maxGapDays: number | null;
  maxPerWeek: number | null;
  providerStrategy: 'one' | 'per_session';
  goal: PlanGoal;
  notes: string;
  /** In session order; `start` in epoch milliseconds where it has a visit that was not cancelled. */
  sessions: { number: number; status: SessionStatus; attempts: number; start: number | null }[];
  /** By session number, then provider. */
  assignments: { number: number; providerId: string; note: string }[];
  /** What it remembers of its sessions while it is a draft. */
  remembered: DraftSession[];
  /** Who changed it last, and when. */
  changed: { by: string; at: number } | null;
}

/** What every id of ours looks like; anything else is the id of nothing. */
const ID = /^[\w-]{1,64}$/;

/** The package, or null for an unknown id, a foreign one, and one that the actor may not see. */
export async function readPackageForm(scope: TenantScope, packageId: string): Promise<StoredForm | null> {
  if (!ID.test(packageId)) return null;
  const record = await readRecord(scope, packageId);
  if (!record) return null;
  const { givenName, familyName, patientId, fileNumber, birthDate, cancelledAt, ...form } = record;
  const [sessions, assignments, remembered, changed] = await Promise.all([
    readSessions(scope, packageId),
    readAssignments(scope, packageId),
    readDraftSessions(scope, packageId),
    readLastChange(scope, packageId),
  ]);
  return {
    ...form,
    isCancelled: cancelledAt !== null,
    patient: { id: patientId, name: `${givenName} ${familyName}`.trim(), fileNumber, birthDate },
    sessions,
    assignments,
    remembered,
    changed: changed ?? null,
  };
}

const readRecord = (scope: TenantScope, packageId: string) =>
  visiblePackages(scope)
    .innerJoin('patient', (join) =>
      join
        .onRef('patient.tenant_id', '=', 'package.tenant_id')
        .onRef('patient.id', '=', 'package.patient_id'),
    )
    .innerJoin('clinic', (join) =>
      join.onRef('clinic.tenant_id', '=', 'package.tenant_id').onRef('clinic.id', '=', 'package.clinic_id'),
    )
    .select([
      'package.id as packageId',
      'package.number',
      'package.version',
      'package.status',
      'package.cancelled_at as cancelledAt',
      'package.request_hash as requestHash',
      'package.patient_id as patientId',
      'patient.given_name as givenName',
      'patient.family_name as familyName',
      'patient.file_number as fileNumber',
      'patient.birth_date as birthDate',
      'package.clinic_id as clinicId',
      'clinic.time_zone as timeZone',
      'package.service_type_id as serviceTypeId',
      'package.session_count as sessionCount',
      'package.duration_minutes as durationMinutes',
      'package.start_date as startDate',
      'package.end_date as endDate',
      'package.preferred_days as preferredDays',
      'package.day_from as dayFrom',
      'package.day_to as dayTo',
      'package.min_gap_days as minGapDays',
      'package.max_gap_days as maxGapDays',
      'package.max_per_week as maxPerWeek',
      'package.provider_strategy as providerStrategy',
      'package.goal',
      'package.notes',
    ])
    .where('package.id', '=', packageId)
    .executeTakeFirst();

const readSessions = (scope: TenantScope, packageId: string): Promise<StoredForm['sessions']> =>
  scope
    .from('session')
    .leftJoin('appointment', (join) =>
      join
        .onRef('appointment.tenant_id', '=', 'session.tenant_id')
        .onRef('appointment.id', '=', 'session.appointment_id')
        .on('appointment.status', '<>', 'CANCELLED'),
    )
    .select(['session.number', 'session.status', 'session.attempts', 'appointment.start_at as start'])
    .where('session.package_id', '=', packageId)
    .orderBy('session.number')
    .execute();

const readAssignments = (scope: TenantScope, packageId: string): Promise<StoredForm['assignments']> =>
  scope
    .from('provider_assignment')
    .select(['session_number as number', 'provider_id as providerId', 'note'])
    .where('package_id', '=', packageId)
    .orderBy('session_number')
    .orderBy('provider_id')
    .execute();

const readLastChange = (scope: TenantScope, packageId: string) =>
  scope
    .from('audit')
    .select(['actor_name as by', 'at'])
    .where('record_type', '=', 'package')
    .where('record_id', '=', packageId)
    .orderBy('at', 'desc')
    .orderBy('audit.id', 'desc')
    .executeTakeFirst();
