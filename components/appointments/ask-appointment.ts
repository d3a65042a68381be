import type { MoveTimes } from '@/lib/appointments/move-times';
import type { Breach } from '@/lib/planning/breach';
import type { FieldFaults } from '@/lib/result/field-faults';

/** Why a route gave no answer: it could not be reached, or its problem's code. */
export class NoAnswer extends Error {
  constructor(
    readonly code: string,
    readonly fields: FieldFaults = {},
  ) {
    super(`no answer: ${code}`);
  }
}

/** What a typed place breaks. */
export interface Judgement {
  hard: Breach[];
  soft: Breach[];
}

export const askTimes = (
  id: string,
  query: Record<string, string>,
  signal: AbortSignal,
): Promise<MoveTimes> => ask(`/api/appointments/${id}/free-times?${new URLSearchParams(query)}`, signal);

export const askJudgement = (
  id: string,
  query: Record<string, string>,
  signal: AbortSignal,
): Promise<Judgement> => ask(`/api/appointments/${id}/judge?${new URLSearchParams(query)}`, signal);

async function ask<T>(path: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(path, { signal }).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw new NoAnswer('network');
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as T; // our own route answers in the shape that its name promises
  if (typeof answer !== 'object' || answer === null || !('code' in answer)) throw new NoAnswer('failed');
  const fields = 'fields' in answer ? (answer.fields as FieldFaults) : {}; // as app/problem.ts writes it
  throw new NoAnswer(String(answer.code), fields);
}

/** How an answer was lost on the way, if it was; each time is another one. */
export const lossIn = (error: Error | null): NoAnswer | null =>
  error instanceof NoAnswer && error.code === 'network' ? error : null;

/** A network that comes and goes is tried again; an answer is an answer. */
export const isWorthAnotherTry = (failures: number, error: Error): boolean =>
  lossIn(error) !== null && failures < 2;
