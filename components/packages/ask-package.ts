import type { ReplanInput } from '@/lib/packages/replan/input';
import type { ReplanProposal } from '@/lib/packages/replan/propose-replan';
import type { ReplanRefusal } from '@/lib/packages/replan/replan-problem';
import type { SessionPlaces } from '@/lib/packages/replan/session-places';
import type { PackageAssignments } from '@/lib/packages/replan/show-assignments';
import { NoAnswer, refusalOf } from '@/lib/result/no-answer';
import type { Result } from '@/lib/result/result';

export type ReplanQuestion = Omit<ReplanInput, 'packageId'>;

/** What planning the package again would do; a refusal of the package itself is an answer too. */
export const askReplan = (
  id: string,
  question: ReplanQuestion,
  signal: AbortSignal,
): Promise<Result<ReplanProposal, ReplanRefusal>> =>
  ask(`/api/packages/${id}/replan`, {
    signal,
    method: 'POST',
    body: JSON.stringify(question),
    headers: { 'content-type': 'application/json' },
  });

export const askPlaces = (
  id: string,
  query: Record<string, string>,
  signal: AbortSignal,
): Promise<SessionPlaces> => ask(`/api/packages/${id}/places?${new URLSearchParams(query)}`, { signal });

export const askAssignments = (id: string, signal: AbortSignal): Promise<PackageAssignments> =>
  ask(`/api/packages/${id}/assignments`, { signal });

async function ask<T>(path: string, request: RequestInit & { signal: AbortSignal }): Promise<T> {
  const response = await fetch(path, request).catch((error: unknown) => {
    if (request.signal.aborted) throw error;
    throw new NoAnswer('network');
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as T; // our own route answers in the shape that its name promises
  throw refusalOf(answer);
}
