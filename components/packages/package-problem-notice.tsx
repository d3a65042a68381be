'use client';

import { Info, TriangleAlert } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { useAskAgain } from '@/components/ui/connection';
import { intoView } from '@/components/ui/into-view';
import { LostPlaces } from './lost-places';
import { PackageHistory } from './package-history';
import type { PackageToChange, Seen } from './package-to-change';
import { useProblemWords } from './problem-words';
import type { PackageProblem } from './use-package-change';

type PackageProblemNoticeProps = {
  problem: PackageProblem;
  pack: Pick<PackageToChange, 'timeZone' | 'seenAt'>;
  onRetry: () => void;
  /** The person has seen what others changed and goes on from there; without it that is shown already. */
  onUseNewState?: (now: Seen) => void;
  /** The page is read again: what is told here is over. */
  onRefresh?: () => void;
};

/** Why nothing was changed, beside the button that was pressed; what was typed stays. */
export function PackageProblemNotice({
  problem,
  pack,
  onRetry,
  onUseNewState,
  onRefresh,
}: PackageProblemNoticeProps) {
  const t = useTranslations('replan.problem');
  const common = useTranslations('common');
  const say = useProblemWords();
  const router = useRouter();
  useAskAgain(problem.kind === 'network' ? problem : null, onRetry);
  // What is wrong with a field stands at the field, what breaks a rule in the judgement.
  if (problem.kind === 'breaks' || problem.kind === 'invalid_input') return null;
  if (problem.kind === 'stale' || problem.kind === 'list_changed' || problem.kind === 'plan_changed') {
    return (
      <div
        ref={intoView}
        role="alert"
        className="flex scroll-my-6 flex-col gap-3 rounded bg-warn-soft p-4 text-work"
      >
        <p className="flex items-center gap-2 font-semibold">
          <Info aria-hidden className="size-4 shrink-0 text-warn" />
          {say(problem)}
        </p>
        {problem.entries.length > 0 ? (
          <PackageHistory entries={problem.entries} timeZone={pack.timeZone} />
        ) : null}
        {problem.kind === 'plan_changed' ? <LostPlaces lost={problem.lost} timeZone={pack.timeZone} /> : null}
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="text-sm text-soft">{t('kept')}</p>
          {problem.kind === 'stale' && onUseNewState ? (
            <Button
              onClick={() => {
                const { version, entries } = problem;
                onUseNewState({ version, seenAt: entries[0]?.at ?? pack.seenAt });
                router.refresh();
              }}
            >
              {t('use')}
            </Button>
          ) : null}
        </div>
      </div>
    );
  }
  return (
    <div
      ref={intoView}
      role="alert"
      className="flex scroll-my-6 flex-wrap items-center gap-x-4 gap-y-2 rounded bg-danger-soft px-4 py-2 text-work"
    >
      <TriangleAlert aria-hidden className="size-4 shrink-0 text-danger" />
      <p className="min-w-0 grow basis-60">{say(problem)}</p>
      {problem.kind === 'network' || problem.kind === 'failed' ? (
        <Button onClick={onRetry}>{common('retry')}</Button>
      ) : null}
      {['not_possible', 'already_cancelled', 'package_cancelled', 'not_found'].includes(problem.kind) ? (
        <Button
          onClick={() => {
            onRefresh?.();
            router.refresh();
          }}
        >
          {t('refresh')}
        </Button>
      ) : null}
      {problem.kind === 'signed_out' ? <ButtonLink href="/sign-in">{t('signIn')}</ButtonLink> : null}
    </div>
  );
}
