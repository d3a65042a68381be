'use client';

import { useTranslations } from 'next-intl';
import { useCommaList } from '@/messages/comma-list';
import type { BookingForm } from './booking-form';
import { asClaimed, PlanSummary, usePlanSummary } from './plan-summary';
import type { LivePlan } from './use-live-plan';

/** The plan in one line, for where it is out of sight; and the one place that says it to those who listen. */
export function PlanLine({ form, plan }: { form: BookingForm; plan: LivePlan }) {
  const t = useTranslations('booking');
  const { proposal, isCurrent, isUpdating } = plan;
  if (!form.autoSchedule) return <p className="text-soft">{t('planOff')}</p>;
  if (!proposal) return <p className="text-soft">{t(isUpdating ? 'planning' : 'noPlanYet')}</p>;
  return (
    <PlanSummary
      proposal={asClaimed(proposal, { form, plan })}
      className={`transition-opacity ${isCurrent && !isUpdating ? '' : 'opacity-60'}`}
    />
  );
}

/** Said when a plan has come, and not while it is being made. */
export function PlanAnnouncement({ form, plan }: { form: BookingForm; plan: LivePlan }) {
  const t = useTranslations('booking');
  const sideBySide = useCommaList();
  const summary = usePlanSummary();
  const isSaid = form.autoSchedule && plan.proposal && plan.isCurrent && !plan.isUpdating;
  return (
    <p aria-live="polite" className="sr-only">
      {isSaid && plan.proposal ? t('planSaid', { summary: sideBySide(summary(plan.proposal)) }) : null}
    </p>
  );
}
