import type { MoveTimes } from '@/lib/appointments/move-times';
import type { Breach } from '@/lib/planning/breach';
import { NoAnswer, refusalOf } from '@/lib/result/no-answer';

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
  throw refusalOf(answer);
}
