import type { TenantScope } from '../scope';
import { type Cursors, type ListOrder, readKeys } from './keyset';
import { readKeysetPage, wholeCount } from './keyset-page';
import { matchingPatients, type PatientListFilter } from './patient-list-matches';
import { NEXT_VISIT_ORDER, readKeysByNextVisit } from './patient-list-next-visit';
import { type PatientListRow, readPatientRows } from './patient-list-rows';

const PATIENT_PAGE_SIZE = 25;
/** Counted exactly up to here; beyond it, "1,000+" says enough and costs little. */
const MOST_COUNTED = 1000;

export const PATIENT_SORTS = ['name', 'file', 'next'] as const;
export type PatientSort = (typeof PATIENT_SORTS)[number];

export interface PatientListQuery extends PatientListFilter, Cursors {
  sort: PatientSort;
  /** Rows of a page; 25 unless said otherwise. */
  size?: number;
}

export interface PatientListPage {
  rows: PatientListRow[];
  previous: string | null;
  next: string | null;
  /** Patients who match, at most 1,001: more are not counted. */
  count: number;
}

export const PATIENT_ORDERS: Record<PatientSort, ListOrder> = {
  name: {
    name: 'name',
    columns: [
      { ref: 'patient.sort_name', holds: 'text' },
      { ref: 'patient.id', holds: 'text' },
    ],
    direction: 'asc',
  },
  file: {
    name: 'file',
    columns: [
      { ref: 'patient.file_number', holds: 'text' },
      { ref: 'patient.id', holds: 'text' },
    ],
    direction: 'asc',
  },
  next: NEXT_VISIT_ORDER,
};

/** One page of the patients whom the actor may see and who match. */
export async function readPatientList(scope: TenantScope, query: PatientListQuery): Promise<PatientListPage> {
  const page = await readPatientPage(scope, query);
  return { ...page, count: wholeCount(page) ?? (await countPatients(scope, query)) };
}

/** The same page without the count, for who reads one after another. */
export async function readPatientPage(
  scope: TenantScope,
  query: PatientListQuery,
): Promise<Omit<PatientListPage, 'count'>> {
  const order = PATIENT_ORDERS[query.sort];
  const question = { order, cursors: query, size: query.size ?? PATIENT_PAGE_SIZE };
  const { ids, previous, next } = await readKeysetPage(question, (at, limit) =>
    query.sort === 'next'
      ? readKeysByNextVisit(scope, query, { at, limit })
      : readKeys(matchingPatients(scope, query), { order, at, limit }),
  );
  return { rows: await readPatientRows(scope, ids), previous, next };
}

async function countPatients(scope: TenantScope, query: PatientListQuery): Promise<number> {
  const rows = await matchingPatients(scope, query)
    .select('patient.id')
    .limit(MOST_COUNTED + 1)
    .execute();
  return rows.length;
}
