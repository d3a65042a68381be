import { z } from 'zod';
import type { PackageListQuery as ReadQuery, PackageSort } from '@/db/reads/package-list';
import { PACKAGE_STATUSES, type PackageStatus } from '@/db/schema';
import { isLocalDate } from '@/lib/time/local-date';

export const PACKAGE_SORTS = [
  'newest',
  'start',
  'patient',
  'number',
] as const satisfies readonly PackageSort[];

const MOST_TYPED = 200;

/** An address may say a thing twice (`?clinic=…&clinic=…`): the first counts. */
const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

const id = z.preprocess(
  firstOf,
  z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .nullable()
    .catch(null),
);
const date = z.preprocess(firstOf, z.string().refine(isLocalDate).nullable().catch(null));
const cursor = z.preprocess(firstOf, z.string().min(1).max(4000).nullable().catch(null));

/** `status=DRAFT,SCHEDULED`, or said several times; in the order of a package's life. */
const statuses = z.preprocess(
  (value): PackageStatus[] => {
    const said = new Set([value].flat().flatMap((part) => (typeof part === 'string' ? part.split(',') : [])));
    return PACKAGE_STATUSES.filter((status) => said.has(status));
  },
  z.array(z.enum(PACKAGE_STATUSES)),
);

/**
 * Which packages the list shows, as its address says it. What makes no sense falls back to what anyone would
 * want to see, and is never an error.
 */
export const packageListQuery = z.object({
  q: z.preprocess(
    firstOf,
    z
      .string()
      .transform((text) => text.trim().slice(0, MOST_TYPED))
      .catch(''),
  ),
  clinic: id,
  status: statuses,
  service: id,
  /** Start dates, both inclusive. */
  from: date,
  to: date,
  attention: z.preprocess((value) => firstOf(value) === '1', z.boolean()),
  sort: z.preprocess(firstOf, z.enum(PACKAGE_SORTS).catch('newest')),
  after: cursor,
  before: cursor,
});

export type PackageListQuery = z.infer<typeof packageListQuery>;

export type PackageListHref = '/packages' | `/packages?${string}`;

const UNFILTERED = { q: '', clinic: null, status: [], service: null, from: null, to: null, attention: false };

/** The address that shows it; what is as usual is left out. */
export function packageListHref(query: PackageListQuery): PackageListHref {
  const said = new URLSearchParams();
  if (query.q !== '') said.set('q', query.q);
  if (query.status.length > 0) said.set('status', query.status.join(','));
  if (query.attention) said.set('attention', '1');
  if (query.sort !== 'newest') said.set('sort', query.sort);
  for (const key of ['clinic', 'service', 'from', 'to', 'after', 'before'] as const) {
    const value = query[key];
    if (value !== null) said.set(key, value);
  }
  return said.size === 0 ? '/packages' : `/packages?${said}`;
}

/** Another choice begins at the first page again. */
export function choosing(query: PackageListQuery, change: Partial<PackageListQuery>): PackageListQuery {
  return { ...query, after: null, before: null, ...change };
}

/** The same list without search and filters; the order stays. */
export const withoutFilters = (query: PackageListQuery): PackageListQuery => choosing(query, UNFILTERED);

export function isFiltered({ q, clinic, status, service, from, to, attention }: PackageListQuery): boolean {
  return (
    q !== '' ||
    clinic !== null ||
    status.length > 0 ||
    service !== null ||
    from !== null ||
    to !== null ||
    attention
  );
}

/** The query as the database is asked. */
export const readQueryOf = (query: PackageListQuery): ReadQuery => ({
  search: query.q,
  patientId: null,
  providerId: null,
  endsSoon: false,
  clinicId: query.clinic,
  statuses: query.status,
  serviceTypeId: query.service,
  startFrom: query.from,
  startTo: query.to,
  needsAttention: query.attention,
  sort: query.sort,
  after: query.after,
  before: query.before,
});
