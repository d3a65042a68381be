import { sql } from 'kysely';
import { fold } from '@/lib/rules/search-text';
import type { TenantScope } from '../scope';
import type { PatientHit } from './patient-search';

/** A person as someone is about to write them down. */
export interface PersonWritten {
  givenName: string;
  familyName: string;
  birthDate: string | null;
}

const MOST_ALIKE = 5;
/** A name that hundreds share says nothing without a birth date. */
const MOST_OF_A_NAME = 200;

const wholeName = (given: string, family: string): string => fold(`${given} ${family}`);

/** Patients who bear the same name, however it is written, and may be born on the same day. */
export async function patientsLike(scope: TenantScope, person: PersonWritten): Promise<PatientHit[]> {
  const { givenName, familyName, birthDate } = person;
  const name = wholeName(givenName, familyName);
  if (name === '') return [];
  let query = scope
    .from('patient')
    .select(['id', 'given_name', 'family_name', 'file_number', 'birth_date'])
    .where(sql<boolean>`patient.search_text like ${` ${name} %`}`);
  if (birthDate !== null) {
    query = query.where((where) =>
      where.or([where('birth_date', '=', birthDate), where('birth_date', 'is', null)]),
    );
  }
  const rows = await query.orderBy('birth_date').orderBy('id').limit(MOST_OF_A_NAME).execute();
  return rows
    .filter((row) => wholeName(row.given_name, row.family_name) === name)
    .slice(0, MOST_ALIKE)
    .map((row) => ({
      id: row.id,
      name: `${row.given_name} ${row.family_name}`.trim(),
      fileNumber: row.file_number,
      birthDate: row.birth_date,
    }));
}
