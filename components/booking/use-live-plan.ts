import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useAskAgain } from '@/components/ui/connection';
import type { ProposePlanInput } from '@/lib/packages/input';
import type { Proposal } from '@/lib/packages/propose-plan';
import { isWorthAnotherTry, lossIn, NoAnswer } from '@/lib/result/no-answer';
import { askServer } from './ask-server';
import { changedNumbers, isSamePlan } from './plan-view';

/** Between two keys of one number lies less. */
const TYPING_PAUSE_MILLISECONDS = 100;
const MARK_MILLISECONDS = 2500;
const nothing: ReadonlySet<number> = new Set();

interface ShownPlan {
  /** The input that it is the plan of. */
  question: string;
  proposal: Proposal;
  changed: ReadonlySet<number>;
  /** The marks stay, because the plan changed without anyone typing. */
  areMarksKept: boolean;
}

export interface LivePlan {
  /** The plan on the screen, which may be that of a moment ago. */
  proposal: Proposal | null;
  /** Session numbers that stand elsewhere than in the plan before; empty again after a moment. */
  changed: ReadonlySet<number>;
  /** Whether the plan on the screen is the plan of the form as it stands. */
  isCurrent: boolean;
  isUpdating: boolean;
  failure: NoAnswer | null;
  retry: () => void;
  /** Shows a plan that the server has sent instead of saving. */
  adopt: (proposal: Proposal) => void;
  /** The plan of the form as it stands, and whether it is the one on the screen. */
  settle: () => Promise<{ proposal: Proposal; isShown: boolean }>;
}

/** Plans while the form is typed; null means that it is not complete, and the last plan stays. */
export function useLivePlan(input: ProposePlanInput | null): LivePlan {
  const client = useQueryClient();
  const [shown, setShown] = useState<ShownPlan | null>(null);
  const question = input === null ? null : JSON.stringify(input);
  const asked = useSettled(question);

  // Each input is a query of its own, so that a slow answer never stands in for a newer one.
  const planOf = (body: string) => ({
    queryKey: ['plan', body],
    queryFn: ({ signal }: { signal: AbortSignal }) => askServer<Proposal>('/api/plan', { signal, body }),
    retry: isWorthAnotherTry,
  });
  const query = useQuery({ ...planOf(asked ?? ''), enabled: asked !== null, gcTime: 60_000 });
  useAskAgain(lossIn(query.error), () => void query.refetch());

  function show(next: Pick<ShownPlan, 'question' | 'proposal' | 'areMarksKept'>) {
    setShown({ ...next, changed: changedNumbers(shown?.proposal ?? null, next.proposal) });
  }

  const { data } = query;
  if (asked !== null && data && (shown?.question !== asked || shown.proposal !== data)) {
    show({ question: asked, proposal: data, areMarksKept: false });
  }

  const changed = shown?.changed ?? nothing;
  const isMoment = changed.size > 0 && !shown?.areMarksKept;
  useEffect(() => {
    if (!isMoment) return;
    const unmark = () => setShown((now) => (now?.changed === changed ? { ...now, changed: nothing } : now));
    const timer = setTimeout(unmark, MARK_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [isMoment, changed]);

  const isCurrent = shown !== null && shown.question === question;
  const isAsking = question !== null && (asked !== question || query.isFetching);
  return {
    proposal: shown?.proposal ?? null,
    changed,
    isCurrent,
    isUpdating: isAsking && !(query.fetchStatus === 'paused'),
    failure: failureOf(query, asked === question),
    retry: () => void query.refetch(),
    adopt(proposal) {
      if (question === null) return;
      // The cache shares what has not changed with the plan before: what it holds is what is shown.
      const held = client.setQueryData<Proposal>(['plan', question], proposal) ?? proposal;
      show({ question, proposal: held, areMarksKept: true });
    },
    async settle() {
      if (question === null) throw new NoAnswer('invalid_input');
      const proposal = await client.fetchQuery({ ...planOf(question), staleTime: Number.POSITIVE_INFINITY });
      return { proposal, isShown: shown !== null && isSamePlan(shown.proposal, proposal) };
    },
  };
}

function failureOf(query: { error: Error | null; fetchStatus: string }, isAsked: boolean): NoAnswer | null {
  if (query.fetchStatus === 'paused') return new NoAnswer('network');
  if (!isAsked || !query.error) return null;
  return query.error instanceof NoAnswer ? query.error : new NoAnswer('failed');
}

/**
 * A change of what stood still counts at once: a press is rarely followed by another. While changes follow one
 * another, the last counts when it has stood for a moment. What is no longer there goes at once.
 */
function useSettled(value: string | null): string | null {
  const [settled, setSettled] = useState(value);
  const changedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const now = performance.now();
    const stoodStill = now - changedAt.current > TYPING_PAUSE_MILLISECONDS;
    changedAt.current = now;
    if (stoodStill) return setSettled(value);
    const timer = setTimeout(() => setSettled(value), TYPING_PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [value]);
  return value === null ? null : settled;
}
