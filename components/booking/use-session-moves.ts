import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useAskAgain } from '@/components/ui/connection';
import type { ProposePlanInput, ShownSession } from '@/lib/packages/input';
import type { SessionMoves } from '@/lib/packages/session-moves';
import { isWorthAnotherTry, lossIn } from '@/lib/result/no-answer';
import type { BrokenRule } from '@/lib/scheduling/check-plan';
import { addDays, weekdayOf } from '@/lib/time/local-date';
import { askServer } from './ask-server';

/** The free times of a session around a date: of its week and a day or two beside it, and how every day is. */
export function useSessionMoves(
  input: ProposePlanInput | null,
  { number, date }: { number: number; date: string },
) {
  const from = date === '' ? '' : addDays(date, -weekdayOf(date) - 2);
  const question = { ...input, number, from, to: from === '' ? '' : addDays(from, 10) };
  const moves = useQuery({
    queryKey: ['moves', question],
    queryFn: ({ signal }) =>
      askServer<SessionMoves>('/api/plan/moves', { signal, body: JSON.stringify(question) }),
    enabled: input !== null && from !== '',
    placeholderData: keepPreviousData,
    retry: isWorthAnotherTry,
  });
  useAskAgain(lossIn(moves.error), () => void moves.refetch());
  return moves;
}

/** What a place would break, asked as soon as it is chosen; nothing is known of a place that is not whole. */
export function useJudgedPlace(input: ProposePlanInput | null, place: ShownSession | null) {
  const question = { ...input, place };
  const judged = useQuery({
    queryKey: ['judge', question],
    queryFn: ({ signal }) =>
      askServer<{ broken: BrokenRule[] }>('/api/plan/judge', { signal, body: JSON.stringify(question) }),
    enabled: input !== null && place !== null,
    retry: isWorthAnotherTry,
  });
  useAskAgain(lossIn(judged.error), () => void judged.refetch());
  return judged;
}
