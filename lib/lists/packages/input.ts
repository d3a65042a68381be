import type { PackageSort, PackageListQuery as ReadQuery } from '@/db/reads/package-list';
import type { PackageStatus } from '@/db/schema';
import { addressesOf, type ListAddress } from '../address';

export const PACKAGE_SORTS = [
  'newest',
  'start',
  'patient',
  'number',
] as const satisfies readonly PackageSort[];

/** Which packages the list shows, as its address says it. */
export interface PackageListQuery extends ListAddress {
  clinic: string | null;
  status: PackageStatus[];
  service: string | null;
  provider: string | null;
  /** Start dates, both inclusive. */
  from: string | null;
  to: string | null;
  attention: boolean;
  ending: boolean;
  sort: PackageSort;
}
export const packageAddresses = addressesOf('/packages', {
  said: ({ sort, ...query }: PackageListQuery) => ({
    q: query.q,
    status: query.status,
    attention: query.attention,
    ending: query.ending,
    sort: sort === 'newest' ? null : sort,
    clinic: query.clinic,
    service: query.service,
    provider: query.provider,
    from: query.from,
    to: query.to,
    view: query.view,
    after: query.after,
    before: query.before,
  }),
  unfiltered: {
    q: '',
    clinic: null,
    status: [],
    service: null,
    provider: null,
    from: null,
    to: null,
    attention: false,
    ending: false,
  },
  filters: (query) => [
    query.clinic,
    query.status,
    query.service,
    query.provider,
    query.from ?? query.to,
    query.attention,
    query.ending,
  ],
});

/** The query as the database is asked. */
export const packageReadQuery = (query: PackageListQuery): ReadQuery => ({
  search: query.q,
  patientId: null,
  clinicId: query.clinic,
  statuses: query.status,
  serviceTypeId: query.service,
  providerId: query.provider,
  startFrom: query.from,
  startTo: query.to,
  needsAttention: query.attention,
  endsSoon: query.ending,
  sort: query.sort,
  after: query.after,
  before: query.before,
});
