import { sql } from 'kysely';
import { type AppointmentStatus, OPEN_STATUSES, type PackageStatus } from '../schema';
import type { TenantScope } from '../scope';
import { withWhoAndWhere, withWhomAndWhat } from './joins';
import { patientHasWord } from './patient-words';
import { visibleAppointments } from './visible-appointments';
import { visiblePackages } from './visible-packages';
import { visiblePatients } from './visible-patients';

/** A patient as a search shows them: enough to tell two of one name apart. */
export interface FoundPatient {
  id: string;
  name: string;
  fileNumber: string;
  birthDate: string | null;
}

export interface FoundPackage {
  id: string;
  number: string;
  status: PackageStatus;
  patientName: string;
  serviceName: string;
}

export interface FoundAppointment {
  id: string;
  number: string;
  status: AppointmentStatus;
  start: number;
  timeZone: string;
  patientName: string;
  providerName: string;
}

/** What is asked for: records by their ids, or by what was typed. */
export type Sought<T> = { ids: readonly string[] } | T;

/** Each of the words begins a word of the name or file number; or the digits stand in the phone number. */
export type PatientSought = Sought<{ words: readonly string[]; phoneDigits: string | null }>;
/** Numbers from one to another, both inclusive: a range is found in an index on both databases, `like` is not. */
export type NumberSought = Sought<{ from: string; to: string } | { patientIds: readonly string[] }>;

/** The patients that match and that the actor may see, by name. */
export async function findPatients(
  scope: TenantScope,
  { sought, limit }: { sought: PatientSought; limit: number },
): Promise<FoundPatient[]> {
  let query = visiblePatients(scope).select([
    'patient.id',
    'patient.given_name',
    'patient.family_name',
    'patient.file_number',
    'patient.birth_date',
  ]);
  if ('ids' in sought) {
    if (sought.ids.length === 0) return [];
    query = query.where('patient.id', 'in', [...sought.ids]);
  } else {
    const { words, phoneDigits } = sought;
    if (words.length === 0 && phoneDigits === null) return [];
    query = query.where((eb) => {
      const named = words.map(patientHasWord);
      return eb.or([
        ...(named.length > 0 ? [eb.and(named)] : []),
        ...(phoneDigits === null ? [] : [sql<boolean>`${DIGITS_OF_PHONE} like ${`%${phoneDigits}%`}`]),
      ]);
    });
  }
  // In the order of an index: the first few of a common name are found without looking at everybody.
  const rows = await query.orderBy('patient.sort_name').orderBy('patient.id').limit(limit).execute();
  return rows.map((row) => ({
    id: row.id,
    name: nameOf(row),
    fileNumber: row.file_number,
    birthDate: row.birth_date,
  }));
}

const isNothing = (sought: NumberSought) =>
  ('ids' in sought && sought.ids.length === 0) || ('patientIds' in sought && sought.patientIds.length === 0);

/** The packages that match and that the actor may see, the latest number first. */
export async function findPackages(
  scope: TenantScope,
  { sought, limit }: { sought: NumberSought; limit: number },
): Promise<FoundPackage[]> {
  if (isNothing(sought)) return [];
  const query = withWhomAndWhat(visiblePackages(scope))
    .select([
      'package.id',
      'package.number',
      'package.status',
      'patient.given_name',
      'patient.family_name',
      'service_type.name as service_name',
    ])
    .orderBy('package.number', 'desc')
    .limit(limit);
  const found = () => {
    if ('ids' in sought) return query.where('package.id', 'in', [...sought.ids]);
    if ('patientIds' in sought) return query.where('package.patient_id', 'in', [...sought.patientIds]);
    return query.where('package.number', '>=', sought.from).where('package.number', '<=', sought.to);
  };
  const rows = await found().execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    status: row.status,
    patientName: nameOf(row),
    serviceName: row.service_name,
  }));
}

/**
 * The appointments that match and that the actor may see, the latest number first; of patients those to come, the
 * soonest first.
 */
export async function findAppointments(
  scope: TenantScope,
  { sought, limit }: { sought: NumberSought; limit: number },
): Promise<FoundAppointment[]> {
  if (isNothing(sought)) return [];
  const query = withWhoAndWhere(visibleAppointments(scope))
    .select([
      'appointment.id',
      'appointment.number',
      'appointment.status',
      'appointment.start_at',
      'clinic.time_zone',
      'patient.given_name',
      'patient.family_name',
      'provider.name as provider_name',
    ])
    .limit(limit);
  const latest = query.orderBy('appointment.number', 'desc');
  const found = () => {
    if ('ids' in sought) return latest.where('appointment.id', 'in', [...sought.ids]);
    if (!('patientIds' in sought))
      return latest
        .where('appointment.number', '>=', sought.from)
        .where('appointment.number', '<=', sought.to);
    return query
      .where('appointment.patient_id', 'in', [...sought.patientIds])
      .where('appointment.status', 'in', OPEN_STATUSES)
      .where('appointment.end_at', '>', scope.now())
      .orderBy('appointment.start_at')
      .orderBy('appointment.id');
  };
  const rows = await found().execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    status: row.status,
    start: row.start_at,
    timeZone: row.time_zone,
    patientName: nameOf(row),
    providerName: row.provider_name,
  }));
}

/** However people write a phone number down. */
const DIGITS_OF_PHONE = sql`replace(replace(replace(replace(replace(patient.phone, ' ', ''), '-', ''), '(', ''), ')', ''), '.', '')`;

const nameOf = (row: { given_name: string; family_name: string }) =>
  `${row.given_name} ${row.family_name}`.trim();
