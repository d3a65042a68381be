import type { TenantScope } from '../scope';

/*
 * What an import looks up to know which of its rows are there already and whom its visits are about. Lists of
 * references are one batch long.
 */

export interface KnownPatient {
  id: string;
  externalId: string | null;
  fileNumber: string;
}

/** The patients that one of the references names, by the other system's id or by file number. */
export function patientsByReference(
  scope: TenantScope,
  references: readonly string[],
): Promise<KnownPatient[]> {
  if (references.length === 0) return Promise.resolve([]);
  return scope
    .from('patient')
    .select(['id', 'external_id as externalId', 'file_number as fileNumber'])
    .where((eb) => eb.or([eb('external_id', 'in', references), eb('file_number', 'in', references)]))
    .execute();
}

export interface KnownProvider {
  id: string;
  externalId: string | null;
  name: string;
}

/** All providers of the tenant: there are few of them. */
export function knownProviders(scope: TenantScope): Promise<KnownProvider[]> {
  return scope.from('provider').select(['id', 'external_id as externalId', 'name']).orderBy('id').execute();
}

/** All service types of the tenant. */
export function knownServiceTypes(scope: TenantScope): Promise<{ id: string; name: string }[]> {
  return scope.from('service_type').select(['id', 'name']).orderBy('id').execute();
}

export interface KnownClinic {
  id: string;
  name: string;
  timeZone: string;
}

/** All clinics of the tenant, by name. */
export function knownClinics(scope: TenantScope): Promise<KnownClinic[]> {
  return scope
    .from('clinic')
    .select(['id', 'name', 'time_zone as timeZone'])
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Which of these ids of the other system name an appointment that is there already. */
export async function importedAppointments(
  scope: TenantScope,
  externalIds: readonly string[],
): Promise<Set<string>> {
  if (externalIds.length === 0) return new Set();
  const rows = await scope
    .from('appointment')
    .select('external_id')
    .where('external_id', 'in', externalIds)
    .execute();
  return new Set(rows.flatMap(({ external_id }) => external_id ?? []));
}

/** Which of these file numbers are taken. */
export async function takenFileNumbers(
  scope: TenantScope,
  fileNumbers: readonly string[],
): Promise<Set<string>> {
  if (fileNumbers.length === 0) return new Set();
  const rows = await scope
    .from('patient')
    .select('file_number')
    .where('file_number', 'in', fileNumbers)
    .execute();
  return new Set(rows.map((row) => row.file_number));
}
