'use client';

import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { type ReactNode, use, useState } from 'react';
import { flushSync } from 'react-dom';
import { arrival } from '@/components/ui/arrival';
import { ErrorSummary } from '@/components/ui/error-summary';
import { ShowLater, useSoon } from '@/components/ui/later';
import { useMissing } from '@/components/ui/use-missing';
import { ok, type Result, refused } from '@/lib/result/result';
import { byField } from './booking-fields';
import { type BookingForm, countOf } from './booking-form';
import { packageInputOf, planAsked } from './booking-input';
import { BookingLayout } from './booking-layout';
import { BookingNotice } from './booking-notice';
import type { BookingOptions } from './booking-options';
import { firstFaults } from './first-faults';
import { goToField } from './go-to-field';
import { MeanwhileContext, meanwhileId } from './meanwhile-choice';
import { PackageFields } from './package-fields';
import { PlanAnnouncement, PlanLine } from './plan-line';
import { PlanPanel, planList } from './plan-panel';
import { isRowId } from './plan-row-place';
import { brokenNumbers } from './plan-view';
import type { SavePackage } from './save-actions';
import { SaveBar } from './save-bar';
import type { TypedForm } from './use-booking-form';
import { type BookingRules, loadBookingRules, reachBookingRules, useBookingRules } from './use-booking-rules';
import { useFormFaults } from './use-form-faults';
import { type LivePlan, useLivePlan } from './use-live-plan';
import { usePhoneStep } from './use-phone-step';
import { type Made, type SaveMode, type SaveRefusal, useSaving } from './use-saving';
import { weekStartOf } from './week';

/** Few plans are changed by hand: what that takes comes when it is wanted. */
const sessionPlace = arrival(() => import('./session-place').then((m) => m.SessionPlace));
const planPrinted = arrival(() => import('./plan-printed').then((m) => m.PlanPrinted));

const OF_A_PLAN = [planPrinted, sessionPlace];
const NOTHING: typeof OF_A_PLAN = [];
const nothing = () => null;
/** What stands with the plan: on a phone that is the second step. */
const BESIDE_PLAN: readonly string[] = [meanwhileId('goal'), meanwhileId('pinned')];
const isBesidePlan = (id: string) => BESIDE_PLAN.includes(id) || isRowId(id);

export type BookingProps = {
  typed: TypedForm;
  options: BookingOptions;
  /** The date in the chosen clinic. */
  today: string;
  /** The clinic on whose clock times are read, where clinics differ. */
  clock: string | null;
};

/** A package: the form, its plan beside it, and what saves both. */
export function PackageBooking({
  typed,
  options,
  today,
  clock,
  savePackage,
}: BookingProps & { savePackage: SavePackage }) {
  const t = useTranslations('booking');
  const common = useTranslations('common');
  const { form, make } = typed;
  const [step, setStep] = usePhoneStep();
  const [placing, setPlacing] = useState<number | null>(null);
  const meanwhile = use(MeanwhileContext);
  const [lastMode, setLastMode] = useState<SaveMode>('schedule');
  const rules = useBookingRules(form);
  const planInput = form.autoSchedule ? planInputBy(rules, { form, today }) : null;
  const plan = ofClinic(useLivePlan(planInput), { form, options });
  const saving = useSaving(form, typed.forget);
  const planFaults = plan.failure?.code === 'invalid_input' ? byField(plan.failure.fields) : {};
  const serverFaults = { ...planFaults, ...saving.faults };
  const formerStart = typed.basis?.form.startDate;
  const faults = useFormFaults(form, { kind: 'package', today, rules, serverFaults, formerStart });

  const sentAs = (mode: SaveMode): BookingForm => ({
    ...form,
    autoSchedule: mode === 'schedule' && form.autoSchedule,
  });

  async function store(mode: SaveMode): Promise<Result<Made, SaveRefusal>> {
    const { autoSchedule } = sentAs(mode);
    const settled = autoSchedule ? await plan.settle() : null;
    if (meanwhile && meanwhile.fields.length > 0) return refused({ kind: 'stale' });
    // Only what was seen is saved: a plan that came this very moment is looked at first.
    if (settled && !settled.isShown) return refused({ kind: 'plan_moved' });
    const broken = settled ? brokenNumbers(settled.proposal) : [];
    if (broken.length > 0) return refused({ kind: 'pins_broken', numbers: broken });
    const saved = await savePackage(packageInputOf(sentAs(mode), settled?.proposal.placed ?? []));
    if (!saved.ok) {
      if (saved.error.kind === 'plan_changed') plan.adopt(saved.error.proposal);
      return refused(noticeOf(saved.error));
    }
    const { packageId, number, scheduled } = saved.value;
    return ok({ path: packagePath(packageId), message: t('savedPackage', { number, count: scheduled }) });
  }

  async function save(mode: SaveMode) {
    setLastMode(mode);
    if (faults.send(await loadBookingRules(), sentAs(mode))) return setStep('form');
    const found = await saving.run(mode, () => store(mode));
    if (!found) return;
    setStep('form');
    faults.summarise(found);
  }

  function goTo(fieldId: string) {
    flushSync(() => setStep(isBesidePlan(fieldId) ? 'plan' : 'form'));
    goToField(fieldId);
  }

  // The primary button keeps a draft then, together with why nothing fits.
  const doesNothingFit = plan.isCurrent && plan.proposal?.placed.length === 0;
  const fields = { form, make, faults, options };
  const { proposal } = plan;
  const stopPlacing = () => setPlacing(null);
  const missing = useMissing(stopPlacing);
  useSoon(proposal ? OF_A_PLAN : NOTHING);
  const place =
    placing !== null && planInput && proposal ? (
      <ShowLater
        of={sessionPlace}
        props={{ number: placing, form, options, today, make, proposal, onClose: stopPlacing }}
        missing={missing}
      />
    ) : null;
  return (
    <BookingLayout
      label={t('kinds.package')}
      step={step}
      onReach={() => {
        reachBookingRules();
        planList.reach();
      }}
      onSave={() => void save('schedule')}
      summary={
        <ErrorSummary title={common('fixBelow', { count: faults.summary.length })} errors={faults.summary} />
      }
      fields={<PackageFields {...fields} />}
      printed={
        proposal ? (
          <ShowLater of={planPrinted} props={{ form, options, today, proposal }} missing={nothing} />
        ) : null
      }
      beside={
        <PlanPanel
          {...{ form, make, plan, clock }}
          faults={{ ...faults.faults, ...serverFaults }}
          weekStart={weekStartOf(fields)}
          onGoTo={goTo}
          onPlace={setPlacing}
        />
      }
      bar={
        <SaveBar
          step={{ now: step, goTo: (next) => flushSync(() => setStep(next)) }}
          notice={
            <>
              {place}
              <PlanAnnouncement form={form} plan={plan} />
              {saving.notice ? (
                <BookingNotice notice={saving.notice} onRetry={() => void save(lastMode)} onGoTo={goTo} />
              ) : null}
            </>
          }
          summary={<PlanLine form={form} plan={plan} />}
          primary={useSaveLabel()(plan, {
            autoSchedule: form.autoSchedule,
            count: faults.faults.sessionCount ? 0 : countOf(form),
          })}
          onPrimary={() => void save('schedule')}
          isPrimaryPending={saving.pending === 'schedule'}
          secondary={
            form.autoSchedule && !doesNothingFit
              ? {
                  label: t('saveDraft'),
                  onPress: () => void save('draft'),
                  isPending: saving.pending === 'draft',
                }
              : undefined
          }
        />
      }
    />
  );
}

/** What to plan from: by the rules, or before they are there, a form as it was opened in which nothing is missing. */
/** A plan at a clinic in another zone says nothing of this one, and its times would be read on the wrong clock. */
function ofClinic(
  plan: LivePlan,
  { form, options }: Pick<BookingProps['typed'], 'form'> & { options: BookingOptions },
): LivePlan {
  const clinic = options.clinics.find(({ id }) => id === form.clinicId);
  const isElsewhere =
    clinic !== undefined && plan.proposal !== null && plan.proposal.timeZone !== clinic.timeZone;
  return isElsewhere ? { ...plan, proposal: null, isCurrent: false } : plan;
}

function planInputBy(rules: BookingRules | null, { form, today }: { form: BookingForm; today: string }) {
  if (rules) return rules.readyPlanInput(form, today);
  return Object.keys(firstFaults(form, 'package', today)).length === 0 ? planAsked(form) : null;
}

/** Why a package was not saved, as the form tells it. */
function noticeOf(error: Extract<Awaited<ReturnType<SavePackage>>, { ok: false }>['error']): SaveRefusal {
  switch (error.kind) {
    case 'already_saved':
      return { kind: error.kind, number: error.number, path: packagePath(error.packageId) };
    case 'plan_changed':
      return { kind: error.kind, lost: error.lost, timeZone: error.proposal.timeZone };
    case 'not_found':
      return { kind: 'gone' };
    case 'stale':
      return { kind: 'stale' };
    case 'not_draft': {
      const { kind, hold, number } = error;
      return { kind, hold, number, path: packagePath(error.packageId) };
    }
    default:
      return error;
  }
}

const packagePath = (id: string) => `/packages/${id}` as Route; // the page of a package

/** The primary button says what pressing it will do; on a phone the rest stands in the line above it. */
function useSaveLabel() {
  const t = useTranslations('booking');
  const rest = (chunks: ReactNode) => <span className="max-md:sr-only">{chunks}</span>;
  return (plan: LivePlan, { autoSchedule, count }: { autoSchedule: boolean; count: number }): ReactNode => {
    if (!autoSchedule) return t('saveDraft');
    const { proposal } = plan;
    if (!proposal || !plan.isCurrent) return count > 0 ? t('saveSessions', { count }) : t('savePackage');
    // Nothing is saved before it is settled: no number is promised.
    if (brokenNumbers(proposal).length > 0) return t('savePackage');
    const [placed, unplaced] = [proposal.placed.length, proposal.unplaced.length];
    if (placed === 0) return t.rich('saveDraftWithout', { count: unplaced, rest });
    return unplaced === 0
      ? t('saveSessions', { count: placed })
      : t.rich('saveSome', { count: placed, unplaced, rest });
  };
}
