'use client';

import { PinOff, Printer, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { arrival } from '@/components/ui/arrival';
import { Button } from '@/components/ui/button';
import { ShowLater } from '@/components/ui/later';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';
import type { FormFaults } from './booking-fields';
import { type BookingForm, countOf, type FormChange } from './booking-form';
import { MeanwhileChoice } from './meanwhile-choice';
import { PlanChoices } from './plan-choices';
import { PlanEmpty } from './plan-empty';
import { asClaimed, PlanSummary } from './plan-summary';
import type { LivePlan } from './use-live-plan';

const USUAL_ROWS = 12;

/** There are no rows before the form says enough. */
export const planList = arrival(() => import('./plan-list').then((m) => m.PlanList));

type PlanPanelProps = {
  form: BookingForm;
  make: (change: FormChange) => void;
  plan: LivePlan;
  faults: FormFaults;
  weekStart: number;
  /** Whose clock the times are read on, where clinics differ. */
  clock: string | null;
  onGoTo: (fieldId: string) => void;
  /** Chooses by hand where a session stands. */
  onPlace: (number: number) => void;
};

/** The plan beside the form: always of one height, dimmed while it is being made anew. */
export function PlanPanel(props: PlanPanelProps) {
  const { form, make, plan } = props;
  const t = useTranslations('booking');
  return (
    <section aria-label={t('plan')} className="@container flex min-h-0 flex-col gap-3 lg:h-full">
      <header className="-my-2 flex min-h-touch shrink-0 flex-wrap items-center justify-between gap-x-4">
        <h2 className="text-base font-semibold">{t('plan')}</h2>
        <PlanTools {...props} />
      </header>
      <PlanChoices
        proposal={form.autoSchedule && plan.isCurrent ? plan.proposal : null}
        value={form.goal}
        make={make}
      />
      <MeanwhileChoice field="goal" />
      <MeanwhileChoice field="pinned" />
      <PlanBody {...props} />
    </section>
  );
}

/** What can be done with the plan as a whole; nothing while there is none. */
function PlanTools({ form, make, plan }: Pick<PlanPanelProps, 'form' | 'make' | 'plan'>) {
  const t = useTranslations('booking');
  const { proposal, isCurrent, isUpdating } = plan;
  if (!form.autoSchedule || !proposal) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-1">
      {form.kept.length > 0 ? (
        <Button
          variant="quiet"
          icon={<RefreshCw aria-hidden className="size-4" />}
          onClick={() => make({ kind: 'plan_rest' })}
        >
          {t('planRest')}
        </Button>
      ) : null}
      {form.pinned.length > 0 ? (
        <Button
          variant="quiet"
          icon={<PinOff aria-hidden className="size-4" />}
          onClick={() => make({ kind: 'unpin_all' })}
        >
          {t('resetByHand', { count: form.pinned.length })}
        </Button>
      ) : null}
      {proposal.placed.length > 0 ? (
        <Button
          variant="quiet"
          icon={<Printer aria-hidden className="size-4" />}
          disabledReason={isCurrent && !isUpdating ? undefined : t('planning')}
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
      ) : null}
    </div>
  );
}

function PlanBody({ form, make, plan, faults, weekStart, clock, onGoTo, onPlace }: PlanPanelProps) {
  const t = useTranslations('booking');
  const common = useTranslations('common');
  const { proposal, failure, isCurrent, isUpdating } = plan;

  if (!form.autoSchedule) return <PlanEmpty title={t('planOff')}>{t('planOffHint')}</PlanEmpty>;
  if (failure && failure.code !== 'invalid_input' && !isCurrent) {
    return (
      <PlanEmpty
        title={t(failure.code === 'network' ? 'planUnreachable' : 'planFailed')}
        action={<Button onClick={plan.retry}>{common('retry')}</Button>}
      >
        {t('planFailedHint')}
      </PlanEmpty>
    );
  }
  if (!proposal && isUpdating) return <PlanSkeleton rows={countOf(form)} />;
  if (!proposal) return <PlanEmpty title={t('planEmpty')} faults={faults} onGoTo={onGoTo} />;
  const missing = (again: () => void) => (
    <PlanEmpty title={t('planUnreachable')} action={<Button onClick={again}>{common('retry')}</Button>}>
      {t('planFailedHint')}
    </PlanEmpty>
  );
  const dimmed = isCurrent && !isUpdating ? '' : 'opacity-60';
  return (
    <div className="flex min-h-0 grow flex-col gap-3" aria-busy={isUpdating}>
      <div
        className={`flex min-h-6 shrink-0 flex-wrap items-center justify-between gap-x-4 transition-opacity ${dimmed}`}
      >
        <PlanSummary proposal={asClaimed(proposal, { form, plan })} className="text-base" />
        {clock ? <p className="text-xs text-soft">{t('clockOf', { clinic: clock })}</p> : null}
      </div>
      {isCurrent || isUpdating ? null : <PlanEmpty isBrief title="" faults={faults} onGoTo={onGoTo} />}
      <div className={`flex min-h-0 grow flex-col transition-opacity ${dimmed}`}>
        <ShowLater
          of={planList}
          props={{ form, make, proposal, weekStart, onPlace, changed: plan.changed }}
          coming={<SkeletonRows label={t('planning')} rows={Math.min(countOf(form), USUAL_ROWS)} />}
          missing={missing}
        />
      </div>
    </div>
  );
}

function PlanSkeleton({ rows }: { rows: number }) {
  const t = useTranslations('booking');
  return (
    <div className="flex flex-col gap-3">
      <Skeleton className="h-6 w-64" />
      <div className="border-t border-hairline pt-3">
        <SkeletonRows label={t('planning')} rows={Math.min(rows, USUAL_ROWS)} />
      </div>
    </div>
  );
}
