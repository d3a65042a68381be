import { type Expression, type RawBuilder, sql } from 'kysely';

/*
 * How the package list is ordered and paged: each order is a key that ends in the unique id, and a page begins
 * after (or ends before) one key. No OFFSET, so that page 4,000 costs what page 1 costs.
 */

export const PACKAGE_SORTS = ['newest', 'start', 'patient', 'number'] as const;
export type PackageSort = (typeof PACKAGE_SORTS)[number];

type KeyPart = string | number;

interface Order {
  columns: readonly string[];
  direction: 'asc' | 'desc';
  isKey: (key: readonly unknown[]) => key is readonly KeyPart[];
}

const isText = (part: unknown): part is string =>
  typeof part === 'string' && part.length <= 1000 && !part.includes('\0');

const isTextKey =
  (length: number) =>
  (key: readonly unknown[]): key is readonly string[] =>
    key.length === length && key.every(isText);

const ORDERS: Record<PackageSort, Order> = {
  newest: {
    columns: ['package.created_at', 'package.id'],
    direction: 'desc',
    isKey: (key): key is readonly KeyPart[] =>
      key.length === 2 && Number.isSafeInteger(key[0]) && isText(key[1]),
  },
  start: { columns: ['package.start_date', 'package.id'], direction: 'desc', isKey: isTextKey(2) },
  number: { columns: ['package.number', 'package.id'], direction: 'desc', isKey: isTextKey(2) },
  patient: {
    columns: ['patient.family_name', 'patient.given_name', 'package.id'],
    direction: 'asc',
    isKey: isTextKey(3),
  },
};

/** A place in one order of the list, and which side of it is wanted. */
export interface PageAt {
  side: 'after' | 'before';
  key: readonly KeyPart[];
}

/** The text of a key, for an address. It names its order: a cursor of another order means nothing. */
export function cursorOf(sort: PackageSort, key: readonly KeyPart[]): string {
  return Buffer.from(JSON.stringify([sort, ...key])).toString('base64url');
}

/** The key in a cursor, or null when it is not one of this order. */
export function keyOfCursor(sort: PackageSort, cursor: string): readonly KeyPart[] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(parts) || parts[0] !== sort) return null;
    const key: unknown[] = parts.slice(1);
    return ORDERS[sort].isKey(key) ? key : null;
  } catch {
    return null; // an address that somebody has cut or written
  }
}

/** The columns to sort by; a page that ends before a key is read backwards from it. */
export function orderOf(sort: PackageSort, at: PageAt | null) {
  const { columns, direction } = ORDERS[sort];
  const backwards = direction === 'asc' ? 'desc' : 'asc';
  const way: 'asc' | 'desc' = at?.side === 'before' ? backwards : direction;
  return { columns: columns.map((column): RawBuilder<KeyPart> => sql.ref(column)), way };
}

/** The condition that a row lies on the wanted side of the key. */
export function beyond(sort: PackageSort, at: PageAt): Expression<boolean> & RawBuilder<boolean> {
  const { columns, way } = orderOf(sort, at);
  const values = at.key.map((part) => sql`${part}`);
  return sql<boolean>`(${sql.join(columns)}) ${sql.raw(way === 'asc' ? '>' : '<')} (${sql.join(values)})`;
}
