import type { ColumnType, Generated, Insertable, Selectable, Updateable } from 'kysely';
import type {
  ClinicTable,
  ClosureTable,
  PatientTable,
  ProviderClinicTable,
  ProviderServiceTable,
  ProviderTable,
  RoomTable,
  ServiceTypeTable,
  TimeOffTable,
  WorkingHoursTable,
} from './tables/clinic-catalogue';
import type { Edited, Flag, Keyed } from './tables/keyed';

/*
 * The tables, as both databases hold them. Instants are epoch milliseconds, local dates 'YYYY-MM-DD' and
 * local times 'HH:MM' in the clinic's zone, flags 0 | 1, lists and snapshots JSON text. Every table but
 * `tenant` belongs to one tenant and is keyed (tenant_id, id), so no row can point into another tenant.
 */

export const ROLES = ['admin', 'scheduler', 'provider', 'viewer'] as const;
export type Role = (typeof ROLES)[number];
export const PACKAGE_STATUSES = ['DRAFT', 'SCHEDULED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED'] as const;
export type PackageStatus = (typeof PACKAGE_STATUSES)[number];
export const SESSION_STATUSES = [
  'PENDING',
  'SCHEDULED',
  'COMPLETED',
  'CANCELLED',
  'FAILED',
  'NO_SHOW',
] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];
export const APPOINTMENT_STATUSES = ['SCHEDULED', 'ARRIVED', 'COMPLETED', 'CANCELLED', 'NO_SHOW'] as const;
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number];
/** A visit whose outcome is still to come. */
export const OPEN_STATUSES: readonly AppointmentStatus[] = ['SCHEDULED', 'ARRIVED'];
/** A visit that takes nobody's time any more. */
export const STATUSES_WITHOUT_TIME: readonly AppointmentStatus[] = ['CANCELLED', 'NO_SHOW'];

export const PLAN_GOALS = ['soonest', 'regular', 'same_provider'] as const;
export type PlanGoal = (typeof PLAN_GOALS)[number];

export interface TenantTable {
  id: string;
  slug: string;
  name: string;
  created_at: number;
}

export interface AppUserTable extends Edited {
  email: string;
  name: string;
  password_hash: string;
  role: Role;
  /** The provider this user is, for role `provider`: their own calendar, their own sessions. */
  provider_id: string | null;
  /** Raised to end every session of this user at once. */
  session_version: number;
  is_active: Flag;
  locale: string | null;
}

export interface SignInAttemptTable {
  id: string;
  /** The account's e-mail, lower case, hashed: throttling needs equality only. */
  account: string;
  at: number;
}

/** A session that was signed out before its token ran out. */
export interface EndedSessionTable {
  id: string;
  /** When its token has run out anyway, and the row may go. */
  until: number;
}

export interface PackageTable extends Edited {
  number: string;
  patient_id: string;
  clinic_id: string;
  service_type_id: string;
  status: PackageStatus;
  session_count: number;
  duration_minutes: number;
  start_date: string;
  end_date: string;
  /** JSON list of weekdays, 0 = Sunday; [] = any day. */
  preferred_days: string;
  provider_strategy: 'one' | 'per_session';
  /** What the plan was made for: the engine's preset. */
  goal: Generated<PlanGoal>;
  auto_schedule: Flag;
  min_gap_days: number;
  max_gap_days: number | null;
  max_per_week: number | null;
  day_from: string | null;
  day_to: string | null;
  notes: string;
  /** The form's own key: pressing Save twice, or a retry after a lost reply, makes one package. */
  request_key: string;
  /** Of everything that was saved with that key, to tell a retry from another form. */
  request_hash: Generated<string>;
  cancelled_at: number | null;
  cancelled_by: string | null;
  cancel_reason: string | null;
  created_by: string | null;
}

export interface SessionTable extends Edited {
  package_id: string;
  number: number;
  status: SessionStatus;
  appointment_id: string | null;
  /** How often scheduling was tried. */
  attempts: number;
  /** A person holds it in place: planning anew goes around it. */
  is_pinned: Generated<Flag>;
  /** JSON list of the engine's reasons while the session has no place; [] otherwise. */
  reasons: string;
}

/** Which provider a session number is for; several rows of one number are a pool. */
export interface ProviderAssignmentTable extends Keyed {
  package_id: string;
  session_number: number;
  provider_id: string;
  note: string;
}

/** What a draft remembers of a session until it is scheduled. The place takes nobody's time. */
export interface DraftSessionTable extends Keyed {
  package_id: string;
  session_number: number;
  /** Where a person keeps it; start and provider go together. */
  start_at: number | null;
  provider_id: string | null;
  room_id: string | null;
  /** Beside a session that nobody gives yet; any other stands with the assignment. */
  note: string;
}

export interface AppointmentTable extends Edited {
  number: string;
  clinic_id: string;
  patient_id: string;
  provider_id: string;
  room_id: string | null;
  service_type_id: string | null;
  start_at: number;
  end_at: number;
  /** The provider's time this appointment blocks: the visit and the service's buffers around it. */
  blocked_from: number;
  blocked_to: number;
  status: AppointmentStatus;
  /** Set for a deliberate overlap, which leaves the no-overlap constraint. */
  overlap_reason: string | null;
  /** Why it was last moved or cancelled. */
  change_reason: Generated<string | null>;
  notes: string;
  request_key: string | null;
  request_hash: Generated<string>;
  external_id: string | null;
  created_by: string | null;
  /** The package of its session, kept by the database alone: see migration 0009. */
  package_id: ColumnType<string | null, never, never>;
}

/** The last number given out per kind and day: PKG-YYYYMMDD-NNNN, APT-YYYYMMDD-NNNN, file numbers. */
export interface NumberCounterTable {
  tenant_id: string;
  kind: string;
  day: string;
  last: number;
}

export interface AuditTable extends Keyed {
  at: number;
  actor_kind: 'user' | 'system';
  actor_id: string | null;
  actor_name: string;
  /** Where the change came from: an address, or the name of the command. */
  origin: string;
  record_type: string;
  record_id: string;
  action: string;
  before: string | null;
  after: string | null;
  /** Shared by everything that one transaction wrote; null on rows older than it. */
  change_id: string | null;
}

export interface OutboxTable extends Keyed {
  kind: string;
  /** One message per key, however often it is queued. */
  dedupe_key: string;
  payload: string;
  created_at: number;
  available_at: number;
  delivered_at: number | null;
  attempts: number;
  /** The change that gives cause for the message: undoing it takes the message back. */
  change_id: string | null;
}

export const LIST_NAMES = ['packages', 'appointments', 'patients'] as const;
export type ListName = (typeof LIST_NAMES)[number];

/** A named choice of filters that one user keeps for one list. */
export interface SavedViewTable extends Edited {
  user_id: string;
  list: ListName;
  name: string;
  /** The part of the address after the question mark. */
  query: string;
  /** What the list opens with; one per user and list. */
  is_default: Flag;
}

export interface Schema {
  tenant: TenantTable;
  app_user: AppUserTable;
  sign_in_attempt: SignInAttemptTable;
  ended_session: EndedSessionTable;
  clinic: ClinicTable;
  service_type: ServiceTypeTable;
  room: RoomTable;
  provider: ProviderTable;
  provider_clinic: ProviderClinicTable;
  provider_service: ProviderServiceTable;
  working_hours: WorkingHoursTable;
  time_off: TimeOffTable;
  closure: ClosureTable;
  patient: PatientTable;
  package: PackageTable;
  session: SessionTable;
  provider_assignment: ProviderAssignmentTable;
  draft_session: DraftSessionTable;
  appointment: AppointmentTable;
  number_counter: NumberCounterTable;
  audit: AuditTable;
  outbox: OutboxTable;
  saved_view: SavedViewTable;
}

/** The tables that belong to one tenant. */
export type TenantTableName = {
  [T in keyof Schema]: 'tenant_id' extends keyof Schema[T] ? T : never;
}[keyof Schema];

/** The records that people edit, with a version and an audit trail. */
export type RecordName = {
  [T in keyof Schema]: 'version' extends keyof Schema[T] ? T : never;
}[keyof Schema];

export type Row<T extends keyof Schema> = Selectable<Schema[T]>;
export type NewRow<T extends TenantTableName> = Omit<Insertable<Schema[T]>, 'tenant_id'>;
export type Patch<T extends TenantTableName> = Partial<Omit<Updateable<Schema[T]>, 'tenant_id' | 'id'>>;
