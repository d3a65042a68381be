/** What is the same in the address of every list. */
export interface ListAddress {
  q: string;
  /** The saved view it began with, or `all`: not even the default one. */
  view: string | null;
  after: string | null;
  before: string | null;
}

type Said = string | boolean | null | readonly string[];

/** The address of a list; what is as usual ('' null false []) is left out. */
export function addressOf<P extends string>(
  path: P,
  said: Readonly<Record<string, Said>>,
): P | `${P}?${string}` {
  const address = new URLSearchParams();
  for (const [key, value] of Object.entries(said)) {
    if (value === null || value === '' || value === false) continue;
    if (value === true) address.set(key, '1');
    else if (typeof value === 'string') address.set(key, value);
    else if (value.length > 0) address.set(key, value.join(','));
  }
  return address.size === 0 ? path : `${path}?${address}`;
}

/** The part of an address after the question mark. */
export const queryPartOf = (href: string): string => href.split('?')[1] ?? '';

/** How many of these filters are set. */
export const countSaid = (said: readonly Said[]): number =>
  said.filter((value) => value !== null && value !== '' && value !== false && String(value) !== '').length;
