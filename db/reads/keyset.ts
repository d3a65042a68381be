import { type Expression, type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';

/*
 * How lists are ordered and paged: each order is a key that ends in a unique id, and a page begins after (or
 * ends before) one key. No OFFSET, so that page 4,000 costs what page 1 costs.
 */

export type KeyPart = string | number;

export interface ListOrder {
  /** Stands in its cursors: a cursor of another order means nothing. */
  name: string;
  /** At most four; the last one is unique. */
  columns: readonly { ref: string; holds: 'text' | 'integer' }[];
  direction: 'asc' | 'desc';
  /**
   * How many of the first columns belong to one table: where the key spans two, an index of the first finds
   * the place by these alone.
   */
  sought?: number;
}

/** A place in an order, and which side of it is wanted. */
export interface PageAt {
  side: 'after' | 'before';
  key: readonly KeyPart[];
}

/** Cursors of an earlier answer: the page after one, or before the other. One that means nothing is ignored. */
export interface Cursors {
  after: string | null;
  before: string | null;
}

/** The text of a key, for an address. */
export function cursorOf(order: ListOrder, key: readonly KeyPart[]): string {
  return Buffer.from(JSON.stringify([order.name, ...key])).toString('base64url');
}

/** Where the cursors point to in this order; null is the beginning. */
export function placeOf(order: ListOrder, { after, before }: Cursors): PageAt | null {
  const afterKey = after === null ? null : keyOfCursor(order, after);
  if (afterKey) return { side: 'after', key: afterKey };
  const beforeKey = before === null ? null : keyOfCursor(order, before);
  return beforeKey && { side: 'before', key: beforeKey };
}

function keyOfCursor(order: ListOrder, cursor: string): readonly KeyPart[] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(parts) || parts[0] !== order.name) return null;
    const key: unknown[] = parts.slice(1);
    return isKeyOf(order, key) ? key : null;
  } catch {
    return null; // an address that somebody has cut or written
  }
}

const isText = (part: unknown): part is string =>
  typeof part === 'string' && part.length <= 1000 && !part.includes('\0');

const isKeyOf = ({ columns }: ListOrder, key: readonly unknown[]): key is readonly KeyPart[] =>
  key.length === columns.length &&
  columns.every(({ holds }, at) => (holds === 'text' ? isText(key[at]) : Number.isSafeInteger(key[at])));

interface KeyColumns {
  k0: KeyPart;
  k1: KeyPart | null;
  k2: KeyPart | null;
  k3: KeyPart | null;
}

/** The keys of a page and of one row more, in the order read: a page before a place is read backwards. */
export async function readKeys<DB, TB extends keyof DB, O>(
  rows: SelectQueryBuilder<DB, TB, O>,
  { order, at, limit }: { order: ListOrder; at: PageAt | null; limit: number },
): Promise<KeyPart[][]> {
  const way = wayOf(order, at);
  const part = (position: number): RawBuilder<KeyPart | null> => {
    const column = order.columns[position];
    return column ? sql`${sql.ref(column.ref)}` : sql`null`;
  };
  const ordered = order.columns.reduce((sorted, { ref }) => sorted.orderBy(sql.ref(ref), way), rows);
  const placed = at ? ordered.where(beyond(order, at)) : ordered;
  const found = await placed
    .select([part(0).as('k0'), part(1).as('k1'), part(2).as('k2'), part(3).as('k3')])
    .limit(limit)
    .execute();
  return found.map((row) => {
    // The aliases above are all there is; a builder with type parameters for tables cannot say so.
    const { k0, k1, k2, k3 } = row as unknown as KeyColumns;
    return [k0, k1, k2, k3].slice(0, order.columns.length).filter((value) => value !== null);
  });
}

function wayOf({ direction }: ListOrder, at: PageAt | null): 'asc' | 'desc' {
  if (at?.side !== 'before') return direction;
  return direction === 'asc' ? 'desc' : 'asc';
}

/** The condition that a row lies on the wanted side of the key. */
function beyond(order: ListOrder, at: PageAt): Expression<boolean> & RawBuilder<boolean> {
  const sign = wayOf(order, at) === 'asc' ? '>' : '<';
  const compare = (how: string, count: number) => {
    const columns = order.columns.slice(0, count).map(({ ref }) => sql.ref(ref));
    const values = at.key.slice(0, count).map((part) => sql`${part}`);
    return sql<boolean>`(${sql.join(columns)}) ${sql.raw(how)} (${sql.join(values)})`;
  };
  const exact = compare(sign, order.columns.length);
  return order.sought === undefined ? exact : sql<boolean>`${compare(`${sign}=`, order.sought)} and ${exact}`;
}
