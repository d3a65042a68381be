import type { RecordRef } from '@/lib/rules/record-ref';
import type { SearchResult } from '@/lib/search/search-records';

/** Asks the server; throws when it cannot be reached or refuses. */
export async function askSearch(
  input: { query: string; recent: readonly RecordRef[] },
  signal: AbortSignal,
): Promise<SearchResult> {
  const response = await fetch('/api/search', {
    method: 'POST',
    signal,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  if (!response.ok) throw new Error(`the search was refused: ${response.status}`);
  return response.json(); // our own route answers in this shape
}
