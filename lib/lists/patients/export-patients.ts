import { readPatientPage } from '@/db/reads/patient-list';
import type { PatientListRow } from '@/db/reads/patient-list-rows';
import type { TenantScope } from '@/db/scope';
import { localDateOf, localTimeOf } from '@/lib/time/wall-clock';
import { csvPieces } from '../csv';
import { type PatientListQuery, patientReadQuery } from './input';

const ROWS_PER_PIECE = 500;

const COLUMNS = ['fileNumber', 'name', 'birth', 'next', 'zone', 'provider', 'open'] as const;

export interface PatientCsvWords {
  column: (name: (typeof COLUMNS)[number]) => string;
}

/** All patients whom the list shows, page by page, as lines of a CSV file. */
export function exportPatients(
  scope: TenantScope,
  query: PatientListQuery,
  words: PatientCsvWords,
): AsyncGenerator<string> {
  const all = { ...patientReadQuery(query), before: null, size: ROWS_PER_PIECE };
  return csvPieces({
    head: COLUMNS.map(words.column),
    lineOf,
    readPage: (after) => readPatientPage(scope, { ...all, after }),
  });
}

function lineOf({ fileNumber, name, birthDate, nextVisit: next, openPackages }: PatientListRow) {
  return [
    fileNumber,
    name,
    birthDate,
    next && `${localDateOf(next.start, next.timeZone)} ${localTimeOf(next.start, next.timeZone)}`,
    next?.timeZone ?? null,
    next?.providerName ?? null,
    openPackages,
  ];
}
