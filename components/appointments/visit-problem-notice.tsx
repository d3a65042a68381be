'use client';

import { TriangleAlert } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { useAskAgain } from '@/components/ui/connection';
import { intoView } from '@/components/ui/into-view';
import { StaleNotice } from './stale-notice';
import type { VisitProblem } from './use-visit-change';
import type { VisitToAct } from './visit';

type VisitProblemNoticeProps = {
  problem: VisitProblem;
  seen: VisitToAct;
  onRetry: () => void;
  /** The person has seen what others changed and goes on from there. */
  onUseNewState: (now: VisitToAct) => void;
};

/** Why nothing was changed, beside the button that was pressed. */
export function VisitProblemNotice({ problem, seen, onRetry, onUseNewState }: VisitProblemNoticeProps) {
  const t = useTranslations('appointment.problem');
  const common = useTranslations('common');
  const state = useTranslations('states');
  const router = useRouter();
  useAskAgain(problem.kind === 'network' ? problem : null, onRetry);
  if (problem.kind === 'stale') return <StaleNotice stale={problem} {...{ seen, onUseNewState }} />;
  // What is wrong with a field stands at the field, what breaks a rule in the judgement.
  if (problem.kind === 'breaks' || problem.kind === 'invalid_input') return null;

  function words() {
    switch (problem.kind) {
      case 'not_open':
        return t('not_open', { state: state(problem.status) });
      case 'too_early':
        return t(`too_early.${problem.why}`);
      case 'slot_taken':
        return t('slot_taken', { resource: problem.resource });
      case 'failed':
        return t('failed', { reference: problem.reference });
      case 'network':
      case 'signed_out':
      case 'forbidden':
      case 'not_found':
      case 'package_cancelled':
        return t(problem.kind);
      default:
        return '';
    }
  }

  const mayPass = problem.kind === 'network' || problem.kind === 'failed';
  return (
    <div
      ref={intoView}
      role="alert"
      className="flex scroll-mt-6 scroll-mb-24 flex-wrap items-center gap-x-4 gap-y-2 rounded bg-danger-soft px-4 py-2 text-work"
    >
      <TriangleAlert aria-hidden className="size-4 shrink-0 text-danger" />
      <p className="min-w-0 grow basis-60">{words()}</p>
      {mayPass ? <Button onClick={onRetry}>{common('retry')}</Button> : null}
      {problem.kind === 'not_open' || problem.kind === 'not_found' ? (
        <Button onClick={() => router.refresh()}>{t('refresh')}</Button>
      ) : null}
      {problem.kind === 'signed_out' ? <ButtonLink href="/sign-in">{t('signIn')}</ButtonLink> : null}
    </div>
  );
}
