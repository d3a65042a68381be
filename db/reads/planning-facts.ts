import { STATUSES_WITHOUT_TIME } from '../schema';
import type { TenantScope } from '../scope';

/*
 * Everything planning has to know, read in a handful of statements. Busy time already contains the buffers of
 * the appointments it comes from; every appointment blocks but the cancelled and the missed.
 */

export interface PlanningQuestion {
  clinicId: string;
  /** Null for a visit without a service, which every provider of the clinic may give. */
  serviceTypeId: string | null;
  patientId: string | null;
  providerIds: readonly string[];
  /** Also every other active provider of the clinic who is qualified: one of them may be the way out. */
  withColleagues: boolean;
  /** A package whose own visits do not stand in its way, or null. */
  exceptPackageId: string | null;
  /** A visit that is about to move: its own time does not stand in its way. */
  exceptAppointmentId?: string;
  /** Busy time is wanted from `from` up to `to`, epoch milliseconds. */
  from: number;
  to: number;
}

export interface BusySpan {
  from: number;
  to: number;
}

export interface PlanningFacts {
  clinic: { timeZone: string; gridMinutes: number; weekStart: number; isActive: boolean } | null;
  service: {
    bufferBeforeMinutes: number;
    bufferAfterMinutes: number;
    needsRoom: boolean;
    isActive: boolean;
  } | null;
  hasPatient: boolean;
  providers: PlanningProvider[];
  patientBusy: BusySpan[];
  closures: string[];
  rooms: { id: string; name: string; busy: BusySpan[] }[];
}

export interface PlanningProvider {
  id: string;
  name: string;
  isActive: boolean;
  isAtClinic: boolean;
  isQualified: boolean;
  hours: { weekday: number; from: string; to: string; validFrom: string | null; validTo: string | null }[];
  timeOff: BusySpan[];
  busy: BusySpan[];
}

/** Answers with what exists: an unknown or foreign id is simply not there. */
export async function readPlanningFacts(
  scope: TenantScope,
  question: PlanningQuestion,
): Promise<PlanningFacts> {
  const [clinic, service, hasPatient, providers, patientBusy, closures, rooms] = await Promise.all([
    readClinic(scope, question.clinicId),
    question.serviceTypeId === null ? null : readService(scope, question.serviceTypeId),
    question.patientId === null ? true : isPatient(scope, question.patientId),
    readProviders(scope, question),
    question.patientId === null ? [] : readPatientBusy(scope, question.patientId, question),
    readClosures(scope, question.clinicId),
    readRooms(scope, question),
  ]);
  return { clinic, service, hasPatient, providers, patientBusy, closures, rooms };
}

async function readClinic(scope: TenantScope, id: string) {
  const row = await scope
    .from('clinic')
    .select(['time_zone', 'grid_minutes', 'week_start', 'is_active'])
    .where('clinic.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return {
    timeZone: row.time_zone,
    gridMinutes: row.grid_minutes,
    weekStart: row.week_start,
    isActive: row.is_active === 1,
  };
}

async function readService(scope: TenantScope, id: string) {
  const row = await scope
    .from('service_type')
    .select(['buffer_before_minutes', 'buffer_after_minutes', 'needs_room', 'is_active'])
    .where('service_type.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return {
    bufferBeforeMinutes: row.buffer_before_minutes,
    bufferAfterMinutes: row.buffer_after_minutes,
    needsRoom: row.needs_room === 1,
    isActive: row.is_active === 1,
  };
}

async function isPatient(scope: TenantScope, id: string): Promise<boolean> {
  const row = await scope
    .from('patient')
    .select('patient.id')
    .where('patient.id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

async function readProviders(scope: TenantScope, question: PlanningQuestion): Promise<PlanningProvider[]> {
  const colleagues = question.withColleagues ? await readColleagues(scope, question) : [];
  const ids = [...new Set([...question.providerIds, ...colleagues])];
  if (ids.length === 0) return [];
  const [people, clinics, services, hours, timeOff, busy] = await Promise.all([
    scope
      .from('provider')
      .select(['id', 'name', 'is_active'])
      .where('provider.id', 'in', ids)
      .orderBy('provider.id')
      .execute(),
    scope
      .from('provider_clinic')
      .select('provider_id')
      .where('clinic_id', '=', question.clinicId)
      .where('provider_id', 'in', ids)
      .execute(),
    readQualified(scope, question.serviceTypeId, ids),
    scope
      .from('working_hours')
      .select(['provider_id', 'weekday', 'from_time', 'to_time', 'valid_from', 'valid_to'])
      .where('clinic_id', '=', question.clinicId)
      .where('provider_id', 'in', ids)
      .orderBy('weekday')
      .orderBy('from_time')
      .execute(),
    scope
      .from('time_off')
      .select(['provider_id', 'start_at as from', 'end_at as to'])
      .where('provider_id', 'in', ids)
      .where('end_at', '>', question.from)
      .where('start_at', '<', question.to)
      .execute(),
    blocking(scope, question)
      .select(['provider_id', 'blocked_from as from', 'blocked_to as to'])
      .where('provider_id', 'in', ids)
      .where('blocked_to', '>', question.from)
      .where('blocked_from', '<', question.to)
      .orderBy('blocked_from')
      .execute(),
  ]);
  const atClinic = new Set(clinics.map((row) => row.provider_id));
  const qualified = new Set(services);
  return people.map(({ id, name, is_active }) => ({
    id,
    name,
    isActive: is_active === 1,
    isAtClinic: atClinic.has(id),
    isQualified: qualified.has(id),
    hours: hours.filter(isOf(id)).map((row) => ({
      weekday: row.weekday,
      from: row.from_time,
      to: row.to_time,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    })),
    timeOff: timeOff.filter(isOf(id)).map(span),
    busy: busy.filter(isOf(id)).map(span),
  }));
}

/** Who of the providers gives the service; what is no service is given by all. */
async function readQualified(scope: TenantScope, serviceTypeId: string | null, ids: readonly string[]) {
  if (serviceTypeId === null || ids.length === 0) return ids;
  const rows = await scope
    .from('provider_service')
    .select('provider_id')
    .where('service_type_id', '=', serviceTypeId)
    .where('provider_id', 'in', [...ids])
    .execute();
  return rows.map((row) => row.provider_id);
}

async function readColleagues(
  scope: TenantScope,
  { clinicId, serviceTypeId }: PlanningQuestion,
): Promise<string[]> {
  const atClinic = scope
    .from('provider')
    .innerJoin('provider_clinic', (join) =>
      join
        .onRef('provider_clinic.provider_id', '=', 'provider.id')
        .onRef('provider_clinic.tenant_id', '=', 'provider.tenant_id'),
    )
    .select('provider.id')
    .where('provider_clinic.clinic_id', '=', clinicId)
    .where('provider.is_active', '=', 1)
    .orderBy('provider.id');
  const rows = await atClinic.execute();
  return [
    ...(await readQualified(
      scope,
      serviceTypeId,
      rows.map((row) => row.id),
    )),
  ];
}

const isOf = (id: string) => (row: { provider_id: string }) => row.provider_id === id;

const span = ({ from, to }: BusySpan): BusySpan => ({ from, to });

/** Appointments that take time: all but the cancelled, the missed, and those of the package that is planned anew. */
function blocking(scope: TenantScope, { exceptPackageId, exceptAppointmentId }: PlanningQuestion) {
  let appointments = scope.from('appointment').where('appointment.status', 'not in', STATUSES_WITHOUT_TIME);
  if (exceptAppointmentId !== undefined) {
    appointments = appointments.where('appointment.id', '<>', exceptAppointmentId);
  }
  if (exceptPackageId === null) return appointments;
  const own = scope
    .from('session')
    .select('session.appointment_id')
    .where('session.package_id', '=', exceptPackageId)
    .where('session.appointment_id', 'is not', null)
    .$castTo<{ appointment_id: string }>();
  return appointments.where('appointment.id', 'not in', own);
}

/** The patient's visits at every clinic of the tenant: nobody is in two places at once. */
async function readPatientBusy(
  scope: TenantScope,
  patientId: string,
  question: PlanningQuestion,
): Promise<BusySpan[]> {
  const { from, to } = question;
  return blocking(scope, question)
    .select(['start_at as from', 'end_at as to'])
    .where('patient_id', '=', patientId)
    .where('end_at', '>', from)
    .where('start_at', '<', to)
    .orderBy('start_at')
    .execute();
}

async function readClosures(scope: TenantScope, clinicId: string): Promise<string[]> {
  const rows = await scope
    .from('closure')
    .select('date')
    .where('clinic_id', '=', clinicId)
    .orderBy('date')
    .execute();
  return rows.map((row) => row.date);
}

async function readRooms(scope: TenantScope, question: PlanningQuestion) {
  const { clinicId, from, to } = question;
  const rooms = await scope
    .from('room')
    .select(['id', 'name'])
    .where('clinic_id', '=', clinicId)
    .where('is_active', '=', 1)
    .orderBy('name')
    .orderBy('id')
    .execute();
  if (rooms.length === 0) return [];
  const ids = rooms.map((room) => room.id);
  const busy = await blocking(scope, question)
    .select(['room_id', 'start_at as from', 'end_at as to'])
    .where('room_id', 'in', ids)
    .where('end_at', '>', from)
    .where('start_at', '<', to)
    .orderBy('start_at')
    .execute();
  return rooms.map((room) => ({ ...room, busy: busy.filter((row) => row.room_id === room.id).map(span) }));
}
