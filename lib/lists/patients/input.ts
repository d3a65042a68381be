import type { PatientSort, PatientListQuery as ReadQuery } from '@/db/reads/patient-list';
import { addressesOf, type ListAddress } from '../address';

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
export const patientAddresses = addressesOf('/patients', {
  said: ({ sort, ...query }: PatientListQuery) => ({
    q: query.q,
    clinic: query.clinic,
    open: query.open,
    idle: query.idle,
    sort: sort === 'name' ? null : sort,
    view: query.view,
    after: query.after,
    before: query.before,
  }),
  unfiltered: { q: '', clinic: null, open: false, idle: false },
  filters: ({ clinic, open, idle }) => [clinic, open, idle],
});

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
