import type { Instant } from '@/lib/time/instant';
import type { LocalDate } from '@/lib/time/local-date';
import { OPEN_STATUSES } from '../schema';
import type { TenantScope } from '../scope';
import { visibleAppointments } from './visible-appointments';
import { visiblePackages } from './visible-packages';

export interface PatientListRow {
  id: string;
  name: string;
  fileNumber: string;
  birthDate: LocalDate | null;
  /** Packages that are neither completed nor cancelled. */
  openPackages: number;
  nextVisit: NextVisit | null;
}

export interface NextVisit {
  id: string;
  start: Instant;
  timeZone: string;
  providerName: string;
}

/** What the list shows of each patient, in the order of the ids: three statements, however many rows. */
export async function readPatientRows(scope: TenantScope, ids: readonly string[]): Promise<PatientListRow[]> {
  if (ids.length === 0) return [];
  const [patients, packages, visits] = await Promise.all([
    scope
      .from('patient')
      .select(['id', 'given_name', 'family_name', 'file_number', 'birth_date'])
      .where('id', 'in', [...ids])
      .execute(),
    countOpenPackages(scope, ids),
    readVisitsToCome(scope, ids),
  ]);
  const rows = new Map(
    patients.map((row): [string, PatientListRow] => [
      row.id,
      {
        id: row.id,
        name: `${row.given_name} ${row.family_name}`.trim(),
        fileNumber: row.file_number,
        birthDate: row.birth_date,
        openPackages: packages.find(({ patient_id }) => patient_id === row.id)?.packages ?? 0,
        nextVisit: visits.get(row.id) ?? null,
      },
    ]),
  );
  return ids.flatMap((id) => rows.get(id) ?? []);
}

const countOpenPackages = (scope: TenantScope, ids: readonly string[]) =>
  visiblePackages(scope)
    .select((eb) => ['package.patient_id', eb.fn.countAll<number>().as('packages')])
    .where('package.patient_id', 'in', [...ids])
    .where('package.status', 'in', ['DRAFT', 'SCHEDULED', 'IN_PROGRESS'])
    .groupBy('package.patient_id')
    .execute();

/** The first visit of each patient that is still to come. */
async function readVisitsToCome(
  scope: TenantScope,
  patientIds: readonly string[],
): Promise<Map<string, NextVisit>> {
  const visits = await visibleAppointments(scope)
    .innerJoin('clinic', (join) =>
      join
        .onRef('clinic.tenant_id', '=', 'appointment.tenant_id')
        .onRef('clinic.id', '=', 'appointment.clinic_id'),
    )
    .innerJoin('provider', (join) =>
      join
        .onRef('provider.tenant_id', '=', 'appointment.tenant_id')
        .onRef('provider.id', '=', 'appointment.provider_id'),
    )
    .select([
      'appointment.id',
      'appointment.patient_id',
      'appointment.start_at',
      'clinic.time_zone',
      'provider.name as provider_name',
    ])
    .where('appointment.patient_id', 'in', [...patientIds])
    .where('appointment.status', 'in', OPEN_STATUSES)
    .where('appointment.end_at', '>', scope.now())
    .orderBy('appointment.start_at', 'desc')
    .orderBy('appointment.id', 'desc')
    .execute();
  // The latest comes first, so that the soonest of each patient is what remains.
  return new Map(
    visits.map((row) => [
      row.patient_id,
      { id: row.id, start: row.start_at, timeZone: row.time_zone, providerName: row.provider_name },
    ]),
  );
}
