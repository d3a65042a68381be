import type { TenantScope } from '../scope';
import { type Cursors, type ListOrder, readKeys } from './keyset';
import { readKeysetPage, wholeCount } from './keyset-page';
import { matchingPackages, type PackageListFilter } from './package-list-matches';
import { type PackageListRow, readPackageRows } from './package-list-rows';
import { readSearchMeanings } from './search-words';

export const PACKAGE_PAGE_SIZE = 25;
/** Counted exactly up to here; beyond it, "1,000+" says enough and costs little. */
export const MOST_COUNTED = 1000;

export const PACKAGE_SORTS = ['newest', 'start', 'patient', 'number'] as const;
export type PackageSort = (typeof PACKAGE_SORTS)[number];

export interface PackageListQuery extends PackageListFilter, Cursors {
  sort: PackageSort;
  /** Rows of a page; `PACKAGE_PAGE_SIZE` unless said otherwise. */
  size?: number;
}

export interface PackageListPage {
  rows: PackageListRow[];
  previous: string | null;
  next: string | null;
  /** Packages that match, at most `MOST_COUNTED` + 1. */
  count: number;
}

export const PACKAGE_ORDERS: Record<PackageSort, ListOrder> = {
  newest: {
    name: 'newest',
    columns: [
      { ref: 'package.created_at', holds: 'integer' },
      { ref: 'package.id', holds: 'text' },
    ],
    direction: 'desc',
  },
  start: {
    name: 'start',
    columns: [
      { ref: 'package.start_date', holds: 'text' },
      { ref: 'package.id', holds: 'text' },
    ],
    direction: 'desc',
  },
  number: {
    name: 'number',
    columns: [
      { ref: 'package.number', holds: 'text' },
      { ref: 'package.id', holds: 'text' },
    ],
    direction: 'desc',
  },
  patient: {
    name: 'patient',
    columns: [
      { ref: 'patient.sort_name', holds: 'text' },
      { ref: 'package.id', holds: 'text' },
    ],
    direction: 'asc',
    sought: 1,
  },
};

/** One page of the packages that the actor may see and that match. */
export async function readPackageList(scope: TenantScope, query: PackageListQuery): Promise<PackageListPage> {
  const page = await readPackagePage(scope, query);
  return { ...page, count: wholeCount(page) ?? (await countPackages(scope, query)) };
}

/** The same page without the count, for who reads one after another. */
export async function readPackagePage(
  scope: TenantScope,
  query: PackageListQuery,
): Promise<Omit<PackageListPage, 'count'>> {
  const meanings = await readSearchMeanings(scope, query.search);
  const order = PACKAGE_ORDERS[query.sort];
  const question = { order, cursors: query, size: query.size ?? PACKAGE_PAGE_SIZE };
  const { ids, previous, next } = await readKeysetPage(question, (at, limit) => {
    const packages = matchingPackages(scope, query, meanings);
    if (query.sort !== 'patient') return readKeys(packages, { order, at, limit });
    const named = packages.innerJoin('patient', (join) =>
      join
        .onRef('patient.tenant_id', '=', 'package.tenant_id')
        .onRef('patient.id', '=', 'package.patient_id'),
    );
    return readKeys(named, { order, at, limit });
  });
  return { rows: await readPackageRows(scope, ids), previous, next };
}

async function countPackages(scope: TenantScope, query: PackageListQuery): Promise<number> {
  const meanings = await readSearchMeanings(scope, query.search);
  const rows = await matchingPackages(scope, query, meanings)
    .select('package.id')
    .limit(MOST_COUNTED + 1)
    .execute();
  return rows.length;
}
