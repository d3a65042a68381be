import type { PatientSort, PatientListQuery as ReadQuery } from '@/db/reads/patient-list';
import { addressOf, countSaid, type ListAddress, queryPartOf } from '../address';

export const PATIENT_SORTS = ['name', 'file', 'next'] as const satisfies readonly PatientSort[];

/** Which patients the list shows, as its address says it. */
export interface PatientListQuery extends ListAddress {
  /** Has a package or a visit there. */
  clinic: string | null;
  /** Has a package that is not over. */
  open: boolean;
  /** Has no visit to come. */
  idle: boolean;
  sort: PatientSort;
}
export type PatientListHref = '/patients' | `/patients?${string}`;

const UNFILTERED = { q: '', clinic: null, open: false, idle: false };

const said = ({ sort, ...query }: PatientListQuery) => ({
  q: query.q,
  clinic: query.clinic,
  open: query.open,
  idle: query.idle,
  sort: sort === 'name' ? null : sort,
  view: query.view,
  after: query.after,
  before: query.before,
});

/** The address that shows it. */
export const patientListHref = (query: PatientListQuery): PatientListHref =>
  addressOf('/patients', said(query));

/** Where the same patients, all pages of them, are had as a file. */
export const patientExportHref = (query: PatientListQuery): string =>
  addressOf('/exports/patients', said({ ...query, view: null, after: null, before: null }));

/** What of the address a saved view keeps: everything but the page. */
export const patientViewQuery = (query: PatientListQuery): string =>
  queryPartOf(patientListHref({ ...query, view: null, after: null, before: null }));

/** Another choice begins at the first page again. */
export function choosingPatients(
  query: PatientListQuery,
  change: Partial<PatientListQuery>,
): PatientListQuery {
  return { ...query, after: null, before: null, ...change };
}

/** The same list without search and filters; the order stays. */
export const withoutPatientFilters = (query: PatientListQuery): PatientListQuery =>
  choosingPatients(query, { ...UNFILTERED, view: query.view === null ? null : 'all' });

/** How many filters are set, the search not counted. */
export const countPatientFilters = ({ clinic, open, idle }: PatientListQuery): number =>
  countSaid([clinic, open, idle]);

/** The query as the database is asked. */
export const patientReadQuery = (query: PatientListQuery): ReadQuery => ({
  search: query.q,
  clinicId: query.clinic,
  hasOpenPackage: query.open,
  hasNoVisit: query.idle,
  sort: query.sort,
  after: query.after,
  before: query.before,
});
