import type { LocalDate } from '@/lib/time/local-date';
import type { TenantScope } from '../scope';
import { visiblePatients } from './visible-patients';

export interface PatientDetail {
  id: string;
  name: string;
  fileNumber: string;
  birthDate: LocalDate | null;
  email: string | null;
  phone: string | null;
  /** The language to write to them in. */
  locale: string | null;
}

/** What every id of ours looks like; anything else is the id of nothing. */
const ID = /^[\w-]{1,64}$/;

/** One patient, or null when there is none that this actor may see. */
export async function findPatient(scope: TenantScope, id: string): Promise<PatientDetail | null> {
  if (!ID.test(id)) return null;
  const row = await visiblePatients(scope)
    .select([
      'patient.id',
      'patient.given_name',
      'patient.family_name',
      'patient.file_number',
      'patient.birth_date',
      'patient.email',
      'patient.phone',
      'patient.locale',
    ])
    .where('patient.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    name: `${row.given_name} ${row.family_name}`.trim(),
    fileNumber: row.file_number,
    birthDate: row.birth_date,
    email: row.email,
    phone: row.phone,
    locale: row.locale,
  };
}
