import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAskAgain } from '@/components/ui/connection';
import type { ReplanChanges, ReplanInput } from '@/lib/packages/replan/input';
import type { ReplanProposal } from '@/lib/packages/replan/propose-replan';
import type { FieldFaults } from '@/lib/result/field-faults';
import { isWorthAnotherTry, lossIn, NoAnswer } from '@/lib/result/no-answer';
import { askReplan } from './ask-package';
import type { PackageActions, PackageToChange, Seen } from './package-to-change';
import { type PackageProblem, usePackageChange } from './use-package-change';

interface Question extends Seen {
  which: ReplanInput['which'];
  changes: ReplanChanges;
}

/** What is planned again, and what is changed for it. */
export type ReplanStart = {
  which: ReplanInput['which'];
  changes?: ReplanChanges;
  typed?: HalfTyped;
  /** The version that the changes were made on; that of the page unless said otherwise. */
  version?: number;
  /** The fields for what the package asks for are what it is about. */
  isExtending?: boolean;
};

/** What stands in the fields and is no change yet: "2." on its way to 2.5, one end of the hours. */
export interface HalfTyped {
  maxPerWeek?: string;
  minGapDays?: string;
  maxGapDays?: string;
  dayHours?: { from: string; to: string };
}

/** What was entered for a plan, besides who is for what. */
export type ReplanEntered = Pick<Question, 'which' | 'changes'> & { typed: HalfTyped };

/** The live plan of a package that is planned again, and its saving: exactly what is shown, or nothing. */
export function useReplan({ pack, start }: { pack: PackageToChange; start: ReplanStart }) {
  const t = useTranslations('replan.done');
  const saving = usePackageChange();
  const [question, setQuestion] = useState<Question>({
    version: start.version ?? pack.version,
    seenAt: pack.seenAt,
    which: start.which,
    changes: start.changes ?? {},
  });
  const [typed, setTyped] = useState<HalfTyped>(start.typed ?? {});
  // A plan that the server sent instead of saving stands until something else is asked.
  const [adopted, setAdopted] = useState<{ of: Question; proposal: ReplanProposal } | null>(null);
  // The plan that could not be saved, as long as the one instead of it is looked at.
  const [outdated, setOutdated] = useState<ReplanProposal | null>(null);
  const query = useQuery({
    queryKey: ['replan', pack.id, JSON.stringify(question)],
    queryFn: ({ signal }) => askReplan(pack.id, question, signal),
    placeholderData: keepPreviousData,
    retry: isWorthAnotherTry,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useAskAgain(lossIn(query.error), () => void query.refetch());
  // What the other choice would do is told before it is taken.
  const elsewhere = {
    ...question,
    which: question.which === 'unplaced' ? ('rest' as const) : ('unplaced' as const),
  };
  const other = useQuery({
    queryKey: ['replan', pack.id, JSON.stringify(elsewhere)],
    queryFn: ({ signal }) => askReplan(pack.id, elsewhere, signal),
    enabled: query.isSuccess && !Array.isArray(question.which),
    retry: isWorthAnotherTry,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const answered = query.data?.ok ? query.data.value : null;
  const proposal = adopted?.of === question ? adopted.proposal : answered;
  const refusal = query.data && !query.data.ok && !query.isPlaceholderData ? query.data.error : null;
  const noAnswer = query.error instanceof NoAnswer ? query.error : null;
  const faults: FieldFaults = refusal?.kind === 'invalid_input' ? refusal.fields : (noAnswer?.fields ?? {});

  /** The plan of either choice, or that it is being made; null where none is, because of what is asked. */
  function planOf(which: 'unplaced' | 'rest'): ReplanProposal | 'planning' | null {
    if (refusal || query.error) return null;
    const isAsked = (which === 'unplaced') === (question.which === 'unplaced');
    if (isAsked) return (query.isPlaceholderData ? null : proposal) ?? 'planning';
    if (other.data) return other.data.ok ? other.data.value : null;
    return other.error ? null : 'planning';
  }

  function ask(change: Partial<Question>) {
    saving.forget();
    setOutdated(null);
    setQuestion((now) => ({ ...now, ...change }));
  }

  async function save(saveReplan: PackageActions['saveReplan']): Promise<boolean> {
    if (!proposal) return false;
    return saving.run(
      { packageId: pack.id, ...question, ...shownIn(proposal) },
      async (input) => {
        const saved = await saveReplan(input);
        if (!saved.ok && (saved.error.kind === 'plan_changed' || saved.error.kind === 'stale')) {
          setOutdated(proposal);
        }
        if (!saved.ok && saved.error.kind === 'plan_changed') {
          setAdopted({ of: question, proposal: saved.error.proposal });
        }
        return saved;
      },
      ({ moved, placed, unplaced, changeId }) => ({
        message: t('replan', { count: moved + placed, unplaced }),
        changeId,
      }),
    );
  }

  const { providers: _, ...wishes } = question.changes;
  const entered: ReplanEntered = { which: question.which, changes: wishes, typed };

  return {
    ...question,
    entered,
    typed,
    type: (part: HalfTyped) => setTyped((now) => ({ ...now, ...part })),
    proposal,
    outdated,
    planOf,
    faults,
    ask,
    save,
    saving,
    retry: () => void query.refetch(),
    /** The same question of the package as it is now. */
    useNewState: (seen: Seen) => {
      saving.forget();
      setQuestion((now) => ({ ...now, ...seen }));
    },
    /** Whether the plan on the screen is the plan of what is asked. */
    isCurrent: proposal !== null && !query.isPlaceholderData && !refusal && !query.error && !query.isFetching,
    problem: saving.problem ?? problemOf(query.error) ?? refusal,
    unplacedCount: pack.sessions.filter(({ status }) => status === 'FAILED' || status === 'PENDING').length,
  };
}

/** Why there is no answer. */
export function problemOf(error: Error | null): PackageProblem | null {
  if (!error) return null;
  const code = error instanceof NoAnswer ? error.code : 'network';
  if (code === 'invalid_input') return { kind: code, fields: {} };
  if (code === 'signed_out' || code === 'forbidden' || code === 'not_found' || code === 'package_cancelled')
    return { kind: code };
  return { kind: 'network' };
}

const shownIn = ({ basis, sessions }: ReplanProposal) => ({
  basis,
  shown: sessions.flatMap(({ number, place }) =>
    place ? [{ number, providerId: place.providerId, roomId: place.roomId, start: place.start }] : [],
  ),
});
