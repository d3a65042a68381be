/** What is the same in the address of every list. */
export interface ListAddress {
  q: string;
  /** The saved view it began with, or `all`: not even the default one. */
  view: string | null;
  after: string | null;
  before: string | null;
}

export type ListPath = '/packages' | '/appointments' | '/patients';
export type ListHref = ListPath | `${ListPath}?${string}`;

type Said = string | boolean | null | readonly string[];

interface Sayings<Q extends ListAddress> {
  /** What an address says, in this order; what is as usual is null. */
  said: (query: Q) => Readonly<Record<string, Said>>;
  /** Search and filters as they are when nobody has asked for anything. */
  unfiltered: Partial<Q>;
  /** The filters, each once; the search is none. */
  filters: (query: Q) => readonly Said[];
}

/** The addresses of one list. */
export interface ListAddresses<Q extends ListAddress> {
  /** The address that shows it. */
  href: (query: Q) => ListHref;
  /** Where the same rows, all pages of them, are had as a file. */
  exportHref: (query: Q) => string;
  /** What of the address a saved view keeps: everything but the page. */
  viewQuery: (query: Q) => string;
  /** Another choice begins at the first page again. */
  choosing: (query: Q, change: Partial<Q>) => Q;
  /** The same list without search and filters; the order stays. */
  withoutFilters: (query: Q) => Q;
  /** How many filters are set, the search not counted. */
  countFilters: (query: Q) => number;
}

export function addressesOf<Q extends ListAddress>(
  path: ListPath,
  { said, unfiltered, filters }: Sayings<Q>,
): ListAddresses<Q> {
  const whole = (query: Q) => said({ ...query, view: null, after: null, before: null });
  const choosing = (query: Q, change: Partial<Q>): Q => ({ ...query, after: null, before: null, ...change });
  return {
    href: (query) => addressOf(path, said(query)),
    exportHref: (query) => addressOf(`/exports${path}`, whole(query)),
    viewQuery: (query) => addressOf('', whole(query)).slice(1),
    choosing,
    withoutFilters: (query) => choosing(query, { ...unfiltered, view: query.view === null ? null : 'all' }),
    countFilters: (query) => filters(query).filter(isSet).length,
  };
}

/** As usual is '', null, false or []. */
const isSet = (value: Said): boolean =>
  value !== null && value !== false && (value === true || value.length > 0);

function addressOf<P extends string>(path: P, said: Readonly<Record<string, Said>>): P | `${P}?${string}` {
  const address = new URLSearchParams();
  for (const [key, value] of Object.entries(said)) {
    if (isSet(value)) address.set(key, value === true ? '1' : String(value));
  }
  return address.size === 0 ? path : `${path}?${address}`;
}
