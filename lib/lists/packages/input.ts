import type { PackageSort, PackageListQuery as ReadQuery } from '@/db/reads/package-list';
import type { PackageStatus } from '@/db/schema';
import { addressOf, countSaid, type ListAddress, queryPartOf } from '../address';

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
export type PackageListHref = '/packages' | `/packages?${string}`;

const UNFILTERED = {
  q: '',
  clinic: null,
  status: [],
  service: null,
  provider: null,
  from: null,
  to: null,
  attention: false,
  ending: false,
};

const said = ({ sort, ...query }: PackageListQuery) => ({
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
});

/** The address that shows it. */
export const packageListHref = (query: PackageListQuery): PackageListHref =>
  addressOf('/packages', said(query));

/** Where the same packages, all pages of them, are had as a file. */
export const packageExportHref = (query: PackageListQuery): string =>
  addressOf('/exports/packages', said({ ...query, view: null, after: null, before: null }));

/** What of the address a saved view keeps: everything but the page. */
export const packageViewQuery = (query: PackageListQuery): string =>
  queryPartOf(packageListHref({ ...query, view: null, after: null, before: null }));

/** Another choice begins at the first page again. */
export function choosingPackages(
  query: PackageListQuery,
  change: Partial<PackageListQuery>,
): PackageListQuery {
  return { ...query, after: null, before: null, ...change };
}

/** The same list without search and filters; the order stays. */
export const withoutPackageFilters = (query: PackageListQuery): PackageListQuery =>
  choosingPackages(query, { ...UNFILTERED, view: query.view === null ? null : 'all' });

/** How many filters are set, the search not counted. */
export const countPackageFilters = (query: PackageListQuery): number =>
  countSaid([
    query.clinic,
    query.status,
    query.service,
    query.provider,
    query.from ?? query.to,
    query.attention,
    query.ending,
  ]);

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
