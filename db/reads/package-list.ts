import type { ExpressionBuilder } from 'kysely';
import type { PackageStatus, Schema, SessionStatus } from '../schema';
import type { TenantScope } from '../scope';
import { likeContaining } from './like-pattern';
import { beyond, cursorOf, keyOfCursor, orderOf, type PackageSort, type PageAt } from './package-list-order';
import { type PackageListRow, readPackageRows } from './package-list-rows';
import { readSearchWords, type SearchWord } from './package-search-words';
import { hasOneOfProviders, packageIdsOfProviders, visiblePackages } from './visible-packages';

export const PACKAGE_PAGE_SIZE = 25;
/** Counted exactly up to here; beyond it, "1,000+" says enough and costs little. */
export const MOST_COUNTED = 1000;

export interface PackageListQuery {
  /** As typed: each word must be in the number, or begin a word of the patient or of a provider. */
  search: string;
  clinicId: string | null;
  statuses: readonly PackageStatus[];
  serviceTypeId: string | null;
  /** Start dates, both inclusive. */
  startFrom: string | null;
  startTo: string | null;
  needsAttention: boolean;
  sort: PackageSort;
  /** Cursors of an earlier answer: the page after one, or before the other. One that means nothing is ignored. */
  after: string | null;
  before: string | null;
}

export interface PackageListPage {
  rows: PackageListRow[];
  /** The cursor to ask `before` with, when there is a page before this one. */
  previous: string | null;
  /** The cursor to ask `after` with, when there is a page after this one. */
  next: string | null;
  /** Packages that match, at most `MOST_COUNTED` + 1. */
  count: number;
}

/** One page of the packages that the actor may see and that match. */
export async function readPackageList(scope: TenantScope, query: PackageListQuery): Promise<PackageListPage> {
  const matching = { ...query, words: await readSearchWords(scope, query.search) };
  const [page, count] = await Promise.all([
    readPage(scope, matching, pageAt(query)),
    countMatches(scope, matching),
  ]);
  return { ...page, count };
}

type Matching = PackageListQuery & { words: readonly SearchWord[] };

function pageAt({ sort, after, before }: PackageListQuery): PageAt | null {
  const afterKey = after === null ? null : keyOfCursor(sort, after);
  if (afterKey) return { side: 'after', key: afterKey };
  const beforeKey = before === null ? null : keyOfCursor(sort, before);
  return beforeKey && { side: 'before', key: beforeKey };
}

async function readPage(
  scope: TenantScope,
  query: Matching,
  at: PageAt | null,
): Promise<Omit<PackageListPage, 'count'>> {
  const found = await readKeys(scope, query, at);
  const hasMore = found.length > PACKAGE_PAGE_SIZE;
  // Where rows have gone since, nothing or half a page would be left: the list begins anew.
  if (at?.side === 'after' && found.length === 0) return readPage(scope, query, null);
  if (at?.side === 'before' && !hasMore && found.length < PACKAGE_PAGE_SIZE)
    return readPage(scope, query, null);

  const keys = found.slice(0, PACKAGE_PAGE_SIZE);
  if (at?.side === 'before') keys.reverse();
  const [first, last] = [keys[0], keys.at(-1)];
  const hasPrevious = at?.side === 'after' || (at?.side === 'before' && hasMore);
  const hasNext = at?.side === 'before' || hasMore;
  return {
    rows: await readPackageRows(
      scope,
      keys.map((key) => key.id),
    ),
    previous: hasPrevious && first ? cursorOf(query.sort, first.key) : null,
    next: hasNext && last ? cursorOf(query.sort, last.key) : null,
  };
}

/** The ids of a page and one more, in the order read, with the key of each. */
async function readKeys(scope: TenantScope, query: Matching, at: PageAt | null) {
  const { columns, way } = orderOf(query.sort, at);
  const matching = matches(scope, query);
  const ordered = columns.reduce((rows, column) => rows.orderBy(column, way), matching);
  const placed = at ? ordered.where(beyond(query.sort, at)) : ordered;
  const limited = placed.limit(PACKAGE_PAGE_SIZE + 1);
  if (query.sort === 'patient') {
    const rows = await limited
      .innerJoin('patient', (join) =>
        join
          .onRef('patient.tenant_id', '=', 'package.tenant_id')
          .onRef('patient.id', '=', 'package.patient_id'),
      )
      .select(['package.id', 'patient.family_name', 'patient.given_name'])
      .execute();
    return rows.map((row) => ({ id: row.id, key: [row.family_name, row.given_name, row.id] }));
  }
  const rows = await limited
    .select(['package.id', 'package.created_at', 'package.start_date', 'package.number'])
    .execute();
  const leading = { newest: 'created_at', start: 'start_date', number: 'number' } as const;
  const column = leading[query.sort];
  return rows.map((row) => ({ id: row.id, key: [row[column], row.id] }));
}

async function countMatches(scope: TenantScope, query: Matching): Promise<number> {
  const rows = await matches(scope, query)
    .select('package.id')
    .limit(MOST_COUNTED + 1)
    .execute();
  return rows.length;
}

function matches(scope: TenantScope, filter: Matching) {
  const { clinicId, statuses, serviceTypeId, startFrom, startTo, words } = filter;
  let packages = visiblePackages(scope);
  if (clinicId !== null) packages = packages.where('package.clinic_id', '=', clinicId);
  if (statuses.length > 0) packages = packages.where('package.status', 'in', [...statuses]);
  if (serviceTypeId !== null) packages = packages.where('package.service_type_id', '=', serviceTypeId);
  if (startFrom !== null) packages = packages.where('package.start_date', '>=', startFrom);
  if (startTo !== null) packages = packages.where('package.start_date', '<=', startTo);
  if (filter.needsAttention) packages = packages.where((eb) => needsAttention(scope, eb));
  return words.reduce((rows, word) => rows.where((eb) => holds(scope, eb, word)), packages);
}

type OfPackage = ExpressionBuilder<Schema, 'package'>;

function holds(scope: TenantScope, eb: OfPackage, { text, providerIds }: SearchWord) {
  const patients = scope
    .from('patient')
    .select('patient.id')
    .where(likeContaining('patient.search_text', ` ${text}`));
  return eb.or([
    likeContaining('package.number', text.toUpperCase()),
    eb('package.patient_id', 'in', patients),
    ...(providerIds.length > 0 ? [isOf(scope, eb, providerIds)] : []),
  ]);
}

const FEW_PROVIDERS = 5;

const isOf = (scope: TenantScope, eb: OfPackage, providerIds: readonly string[]) =>
  providerIds.length <= FEW_PROVIDERS
    ? eb('package.id', 'in', packageIdsOfProviders(scope, providerIds))
    : hasOneOfProviders(scope, eb, providerIds);

/** Something has no place that should have one: a failed session, or one that auto-scheduling still owes. */
function needsAttention(scope: TenantScope, eb: OfPackage) {
  const having = (status: SessionStatus) =>
    scope.from('session').select('session.package_id').where('session.status', '=', status);
  return eb.and([
    eb('package.status', '<>', 'CANCELLED'),
    eb.or([
      eb('package.id', 'in', having('FAILED')),
      eb.and([eb('package.auto_schedule', '=', 1), eb('package.id', 'in', having('PENDING'))]),
    ]),
  ]);
}
