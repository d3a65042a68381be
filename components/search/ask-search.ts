import type { RecordRef } from '@/lib/rules/record-ref';
import type { SearchResult } from '@/lib/search/search-records';

const MOST_LETTERS = 100;

/** Asks the server; throws when it cannot be reached or refuses. */
export async function askSearch(
  input: { query: string; recent: readonly RecordRef[] },
  signal: AbortSignal,
): Promise<SearchResult> {
  const response = await fetch('/api/search', {
    method: 'POST',
    signal,
    headers: { 'content-type': 'application/json' },
    // No name is longer than what is asked for.
    body: JSON.stringify({ ...input, query: input.query.slice(0, MOST_LETTERS) }),
  });
  if (!response.ok) throw new Error(`the search was refused: ${response.status}`);
  return response.json(); // our own route answers in this shape
}
