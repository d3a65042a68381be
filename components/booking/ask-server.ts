import { NoAnswer, refusalOf } from '@/lib/result/no-answer';

/** Asks a route of ours; throws `NoAnswer` when it refuses or cannot be reached. */
export async function askServer<T>(
  path: string,
  request: { signal: AbortSignal; body?: string },
): Promise<T> {
  const { signal, body } = request;
  const response = await fetch(path, {
    signal,
    ...(body === undefined ? {} : { method: 'POST', body, headers: { 'content-type': 'application/json' } }),
  }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new NoAnswer('network');
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw refusalOf(answer);
  return answer as T; // our own route answers in the shape that its name promises
}
