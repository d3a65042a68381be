import { type Cursors, cursorOf, type KeyPart, type ListOrder, type PageAt, placeOf } from './keyset';

export interface KeysetPage {
  /** The ids of the page, in order. */
  ids: string[];
  /** The cursor to ask `before` with, when there is a page before this one. */
  previous: string | null;
  /** The cursor to ask `after` with, when there is a page after this one. */
  next: string | null;
}

export interface PageQuestion {
  order: ListOrder;
  cursors: Cursors;
  size: number;
}

/** Answers the keys on one side of a place, nearest first, at most `limit`; each ends in the row's id. */
export type KeyReader = (at: PageAt | null, limit: number) => Promise<KeyPart[][]>;

/** One page of a list, and the ways on from it. */
export function readKeysetPage(question: PageQuestion, read: KeyReader): Promise<KeysetPage> {
  return readPageAt(question, { at: placeOf(question.order, question.cursors), read });
}

async function readPageAt(
  question: PageQuestion,
  { at, read }: { at: PageAt | null; read: KeyReader },
): Promise<KeysetPage> {
  const { order, size } = question;
  const found = await read(at, size + 1);
  const hasMore = found.length > size;
  // Where rows have gone since, nothing or half a page would be left: the list begins anew.
  const isLost =
    (at?.side === 'after' && found.length === 0) || (at?.side === 'before' && found.length < size);
  if (isLost) return readPageAt(question, { at: null, read });

  const keys = found.slice(0, size);
  if (at?.side === 'before') keys.reverse();
  const [first, last] = [keys[0], keys.at(-1)];
  const hasPrevious = at?.side === 'after' || (at?.side === 'before' && hasMore);
  const hasNext = at?.side === 'before' || hasMore;
  return {
    ids: keys.map((key) => String(key.at(-1))),
    previous: hasPrevious && first ? cursorOf(order, first) : null,
    next: hasNext && last ? cursorOf(order, last) : null,
  };
}

/** How many rows match, where the page holds them all; to find the few among very many a second time costs as much. */
export const wholeCount = (page: {
  rows: readonly unknown[];
  previous: string | null;
  next: string | null;
}): number | null => (page.previous === null && page.next === null ? page.rows.length : null);
