'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { StateGlyph } from '@/components/ui/state-glyph';
import type { Proposal } from '@/lib/packages/propose-plan';
import type { BookingForm } from './booking-form';
import { brokenNumbers } from './plan-view';
import type { LivePlan } from './use-live-plan';

/** What a plan comes to, in parts: how many of how many, what cannot stand, whether it is the best, when it is done. */
export function usePlanSummary(): (proposal: Proposal) => string[] {
  const t = useTranslations('booking');
  const format = useFormatter();
  return (proposal) => {
    const { placed, unplaced, isOptimal, timeZone } = proposal;
    const broken = brokenNumbers(proposal).length;
    const total = placed.length + unplaced.length;
    const last = placed.at(-1);
    if (!last) return [t('noneFits', { total })];
    const end = format.dateTime(new Date(last.start), { day: 'numeric', month: 'short', timeZone });
    return [
      t('placedOf', { placed: placed.length - broken, total }),
      ...(broken > 0 ? [t('cannotStand', { count: broken })] : []),
      ...(isOptimal ? [t('bestPossible')] : []),
      t('doneOn', { date: end }),
    ];
  };
}

/**
 * What stands still is no choice of the planner's, and a plan of what was typed before is not that of the form:
 * neither is called the best.
 */
export function asClaimed(
  proposal: Proposal,
  { form, plan }: { form: Pick<BookingForm, 'kept'>; plan: Pick<LivePlan, 'isCurrent' | 'isUpdating'> },
): Proposal {
  const isBest = form.kept.length === 0 && (plan.isCurrent || plan.isUpdating);
  return isBest ? proposal : { ...proposal, isOptimal: false };
}

type PlanSummaryProps = { proposal: Proposal; className?: string };

/** `12 of 12 · best possible · done 14 Mar` */
export function PlanSummary({ proposal, className = '' }: PlanSummaryProps) {
  const summary = usePlanSummary();
  const isWhole = proposal.unplaced.length + brokenNumbers(proposal).length === 0;
  const [counted = '', ...rest] = summary(proposal);
  return (
    <p className={`flex flex-wrap items-center gap-x-2 ${className}`}>
      <StateGlyph state={isWhole ? 'SCHEDULED' : 'FAILED'} />
      <span className={`font-semibold ${isWhole ? '' : 'text-warn'}`}>{counted}</span>
      {rest.map((part, place) => (
        <span key={part} className="flex gap-x-2 text-soft">
          {place === 0 ? <span aria-hidden>·</span> : null}
          {part}
          {place < rest.length - 1 ? <span aria-hidden>·</span> : null}
        </span>
      ))}
    </p>
  );
}
