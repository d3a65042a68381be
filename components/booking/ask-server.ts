import type { FieldFaults } from '@/lib/result/field-faults';

/** Why a route gave no answer: it could not be reached, or its problem's code. */
export class NoAnswer extends Error {
  constructor(
    readonly code: string,
    readonly fields: FieldFaults = {},
    /** The number under which the server has logged a failure of its own. */
    readonly reference = '',
  ) {
    super(`no answer: ${code}`);
  }
}

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

function refusalOf(answer: unknown): NoAnswer {
  if (typeof answer !== 'object' || answer === null || !('code' in answer)) return new NoAnswer('failed');
  const fields = 'fields' in answer ? (answer.fields as FieldFaults) : {}; // as app/problem.ts writes it
  const reference = 'reference' in answer ? String(answer.reference) : '';
  return new NoAnswer(String(answer.code), fields, reference);
}

/** How an answer was lost on the way, if it was; each time is another one. */
export const lossIn = (error: Error | null): NoAnswer | null =>
  error instanceof NoAnswer && error.code === 'network' ? error : null;

/** A network that comes and goes is tried again; an answer is an answer. */
export const isWorthAnotherTry = (failures: number, error: Error): boolean =>
  lossIn(error) !== null && failures < 2;
