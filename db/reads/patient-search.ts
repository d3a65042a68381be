import type { TenantScope } from '../scope';
import { patientHasWord } from './patient-words';

/** A patient as a search shows them: enough to tell two of one name apart. */
export interface PatientHit {
  id: string;
  name: string;
  fileNumber: string;
  birthDate: string | null;
}

const MOST_HITS = 20;
/** Anything else is no id of ours, and PostgreSQL refuses to compare some of it. */
const ID = /^[\w-]{1,64}$/;

const hits = (scope: TenantScope) =>
  scope.from('patient').select(['id', 'given_name', 'family_name', 'file_number', 'birth_date']);

/**
 * The patients in whose name or file number each of the words begins a word; `words` are folded like the
 * stored search text. At most 20, by name. No words find nobody.
 */
export async function searchPatients(scope: TenantScope, words: readonly string[]): Promise<PatientHit[]> {
  if (words.length === 0) return [];
  let query = hits(scope);
  for (const word of words) {
    query = query.where(patientHasWord(word));
  }
  const rows = await query
    .orderBy('given_name')
    .orderBy('family_name')
    .orderBy('id')
    .limit(MOST_HITS)
    .execute();
  return rows.map(hitOf);
}

/** The patient with this id, or null: a foreign id is as unknown as any other. */
export async function patientById(scope: TenantScope, id: string): Promise<PatientHit | null> {
  if (!ID.test(id)) return null;
  const row = await hits(scope).where('id', '=', id).executeTakeFirst();
  return row ? hitOf(row) : null;
}

interface HitRow {
  id: string;
  given_name: string;
  family_name: string;
  file_number: string;
  birth_date: string | null;
}

const hitOf = (row: HitRow): PatientHit => ({
  id: row.id,
  name: `${row.given_name} ${row.family_name}`.trim(),
  fileNumber: row.file_number,
  birthDate: row.birth_date,
});
