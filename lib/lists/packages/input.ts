import { z } from 'zod';
import type { PackageSort, PackageListQuery as ReadQuery } from '@/db/reads/package-list';
import { PACKAGE_STATUSES } from '@/db/schema';
import {
  addressOf,
  countSaid,
  dateInAddress,
  flagInAddress,
  idInAddress,
  listInAddress,
  oneInAddress,
  queryPartOf,
  severalInAddress,
} from '../address';

export const PACKAGE_SORTS = [
  'newest',
  'start',
  'patient',
  'number',
] as const satisfies readonly PackageSort[];

/** Which packages the list shows, as its address says it. */
export const packageListQuery = z.object({
  ...listInAddress,
  clinic: idInAddress,
  status: severalInAddress(PACKAGE_STATUSES),
  service: idInAddress,
  provider: idInAddress,
  /** Start dates, both inclusive. */
  from: dateInAddress,
  to: dateInAddress,
  attention: flagInAddress,
  ending: flagInAddress,
  sort: oneInAddress(PACKAGE_SORTS).transform((sort) => sort ?? 'newest'),
});

export type PackageListQuery = z.infer<typeof packageListQuery>;

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
  addressOf('/packages/export', said({ ...query, view: null, after: null, before: null }));

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
