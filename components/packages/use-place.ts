import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAskAgain } from '@/components/ui/connection';
import type { SessionPlaces } from '@/lib/packages/replan/session-places';
import { isBookableDate } from '@/lib/planning/input';
import { isWorthAnotherTry, lossIn, NoAnswer } from '@/lib/result/no-answer';
import { askPlaces } from './ask-package';
import type { PackageActions, PackageToChange, Seen, SessionToChange } from './package-to-change';
import { type PackageProblem, usePackageChange } from './use-package-change';

export interface PlaceDraft {
  providerId: string;
  date: string;
  time: string;
  /** Goes against the package's wishes knowingly. */
  isAccepted: boolean;
}

/** What is chosen, but not that it goes against a wish: by the next time it may be against another one. */
export type PlaceEntered = Partial<Omit<PlaceDraft, 'isAccepted'>>;

interface PlaceAsked {
  pack: PackageToChange;
  number: number;
  entered: PlaceEntered;
}

/** The places of one session, the one that is chosen with its judgement, and its saving. */
export function usePlace({ pack, number, entered: before }: PlaceAsked) {
  const t = useTranslations('replan.done');
  const words = useTranslations('fieldFaults');
  const saving = usePackageChange();
  const [seen, setSeen] = useState<Seen>({ version: pack.version, seenAt: pack.seenAt });
  const [typed, setTyped] = useState<Partial<PlaceDraft>>(before);
  const asked: Record<string, string> = {
    number: String(number),
    ...(typed.providerId ? { providerId: typed.providerId } : {}),
    ...(typed.date ? { date: typed.date } : {}),
    ...(typed.date && typed.time ? { time: typed.time } : {}),
  };
  // A year is typed digit by digit: until then nothing is asked.
  const isWhole = !typed.date || isBookableDate(typed.date);
  const query = useQuery({
    queryKey: ['places', pack.id, JSON.stringify(asked)],
    queryFn: ({ signal }) => askPlaces(pack.id, asked, signal),
    placeholderData: keepPreviousData,
    enabled: isWhole,
    retry: isWorthAnotherTry,
  });
  useAskAgain(lossIn(query.error), () => void query.refetch());
  const places = query.data ?? null;
  const draft: PlaceDraft = {
    providerId: typed.providerId ?? firstProvider(places),
    date: typed.date ?? places?.date ?? '',
    time: typed.time ?? '',
    isAccepted: typed.isAccepted ?? false,
  };
  const isAsking = query.isPlaceholderData || query.isFetching;
  const problem = saving.problem ?? problemOf(query.error);
  const ended = problem && isEnd(problem) ? problem : null;
  const judged = isAsking || !places || ended ? null : places.judged;
  const refused = saving.problem?.kind === 'breaks' ? saving.problem : null;
  const shownJudgement = refused ?? judged;

  function change(part: Partial<PlaceDraft>) {
    saving.forget();
    const isElsewhere = 'providerId' in part || 'date' in part || 'time' in part;
    setTyped((now) => ({
      ...now,
      // A typed time is judged for a provider on a day, so what was only offered is said from here on.
      providerId: draft.providerId,
      date: draft.date,
      ...part,
      ...(isElsewhere ? { isAccepted: false } : {}),
    }));
  }

  const save = (scheduleSession: PackageActions['scheduleSession']): Promise<boolean> => {
    const { providerId, date, time, isAccepted } = draft;
    const accepted = isAccepted ? (shownJudgement?.soft ?? []) : [];
    const input = { packageId: pack.id, ...seen, number, providerId, date, time, accepted };
    return saving.run(input, scheduleSession, ({ changeId }) => ({
      message: t('place', { number }),
      changeId,
    }));
  };

  const faultsOf = (field: 'date' | 'time'): string[] | undefined => {
    const fields = saving.problem?.kind === 'invalid_input' ? saving.problem.fields : {};
    const fault = fields[field];
    if (!fault) return undefined;
    const code = fault.code as 'invalid'; // one of the codes that have words, or told in general
    return [words(words.has(code) ? code : 'invalid', fault.values ?? {})];
  };

  const { isAccepted: _, ...chosen } = typed;
  const entered: PlaceEntered = ended ? {} : chosen;

  return {
    places,
    draft,
    entered,
    change,
    judged: shownJudgement,
    isAsking,
    saving,
    save,
    faults: { date: faultsOf('date'), time: faultsOf('time') },
    whyNot: isWhole ? whyNot(draft, shownJudgement) : ('incomplete' as const),
    problem,
    ended,
    retry: () => void query.refetch(),
    useNewState: (next: Seen) => {
      setSeen(next);
      saving.forget();
      void query.refetch();
    },
  };
}

/** The session cannot be given any place any more, whatever is chosen. */
const isEnd = (problem: PackageProblem): problem is EndedPlace => ENDS.some((kind) => kind === problem.kind);

const ENDS = ['not_possible', 'package_cancelled', 'not_found'] as const;
type EndedPlace = Extract<PackageProblem, { kind: (typeof ENDS)[number] }>;

const firstProvider = (places: SessionPlaces | null): string =>
  places?.times[0]?.providerId ?? places?.providers[0]?.id ?? '';

function whyNot(draft: PlaceDraft, judged: SessionPlaces['judged']) {
  if (draft.date === '' || draft.time === '') return 'incomplete' as const;
  if (!judged) return null; // the server judges once more when it is saved
  if (judged.hard.length > 0) return 'hard' as const;
  return judged.soft.length > 0 && !draft.isAccepted ? ('soft' as const) : null;
}

function problemOf(error: Error | null): PackageProblem | null {
  if (!error) return null;
  const code = error instanceof NoAnswer ? error.code : 'network';
  if (error instanceof NoAnswer && error.code === 'not_possible') {
    // Our own route names a state of a session.
    return { kind: error.code, status: error.state as SessionToChange['status'] | null };
  }
  if (code === 'signed_out' || code === 'forbidden' || code === 'not_found' || code === 'package_cancelled') {
    return { kind: code };
  }
  return { kind: 'network' };
}
