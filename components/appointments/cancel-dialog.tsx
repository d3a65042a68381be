'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { isReason, ReasonField } from '@/components/ui/reason-field';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useRefusals } from '@/components/ui/use-refusals';
import { useVisitChange } from './use-visit-change';
import type { VisitActions, VisitToAct } from './visit';
import { VisitProblemNotice } from './visit-problem-notice';
import { useSpanWords } from './visit-words';

export interface CancelEntered {
  reason: string;
  session: 'cancel' | 'owe';
}

type CancelDialogProps = {
  visit: VisitToAct;
  actions: Pick<VisitActions, 'cancelAppointment'>;
  /** What was entered before and not sent. */
  entered: Partial<CancelEntered>;
  /** What was entered is kept for the next time; nothing of it once it is sent or given up. */
  onClose: (entered: Partial<CancelEntered>) => void;
};

/** Names the visit that goes, asks why, and whether its session stays owed. */
export function CancelDialog({ visit: atOpening, actions, entered, onClose }: CancelDialogProps) {
  const t = useTranslations('appointment.cancel');
  const common = useTranslations('common');
  // What others do to it meanwhile is told on saving, beside what was seen.
  const [visit, setVisit] = useState(atOpening);
  const say = useSpanWords(visit.timeZone);
  const change = useVisitChange();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const { isTried, refuse } = useRefusals(form);
  const [reason, setReason] = useState(entered.reason ?? '');
  const [session, setSession] = useState<CancelEntered['session']>(entered.session ?? 'owe');
  // Who is sure of one time is not sure of another: when somebody has moved the visit, it is asked again.
  const [sureOf, setSureOf] = useState<string | null>(null);
  const isSure = sureOf === say(visit);
  const isOfPackage = visit.packageNumber !== null;
  const isComplete = isReason(reason) && isSure;

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (!isComplete) return refuse();
    const input = {
      appointmentId: visit.id,
      version: visit.version,
      reason,
      session: isOfPackage ? session : ('cancel' as const),
    };
    const message = t('done', { patient: visit.patientName, when: say(visit) });
    if (await change.run(() => actions.cancelAppointment(input), message)) onClose({});
  }

  const what = isOfPackage ? session : 'single';
  return (
    <Dialog
      isOpen
      onOpenChange={() => onClose({ reason, session })}
      isAlert
      size="medium"
      title={t('title')}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={() => onClose({})}>{t('keep')}</Button>
          <Button type="submit" form={formId} variant="destructive" isPending={change.isPending}>
            {t(`button.${what}`, { number: visit.sessionNumber ?? 0 })}
          </Button>
        </>
      }
    >
      <form ref={form} id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <div className="rounded bg-sunken px-4 py-3">
          <p className="font-semibold">{say(visit)}</p>
          <p>
            <bdi className="inline-block">{visit.patientName}</bdi>
            {' · '}
            <bdi className="inline-block">{visit.serviceName ?? t('noService')}</bdi>
            {' · '}
            <bdi className="inline-block">{visit.providerName}</bdi>
          </p>
          <p className="text-sm text-soft">
            {isOfPackage ? (
              t('sessionOf', { number: visit.sessionNumber ?? 0, package: visit.packageNumber ?? '' })
            ) : (
              <span className="ltr">{visit.number}</span>
            )}
          </p>
        </div>
        <p>{t('about')}</p>
        {isOfPackage ? (
          <SegmentedControl
            label={t('session')}
            options={[
              { value: 'owe', label: t('owe') },
              { value: 'cancel', label: t('drop') },
            ]}
            value={session}
            onChange={(value) => setSession(value === 'cancel' ? 'cancel' : 'owe')}
            description={t(`hint.${session}`)}
            isFullWidth
          />
        ) : null}
        <ReasonField label={t('reason')} reason={reason} onChange={setReason} isTried={isTried} />
        <Checkbox
          label={t('sure', { when: say(visit) })}
          checked={isSure}
          onChange={(event) => setSureOf(event.target.checked ? say(visit) : null)}
          errors={isTried && !isSure ? [t('confirmFirst')] : undefined}
        />
        {change.problem ? (
          <VisitProblemNotice
            problem={change.problem}
            seen={visit}
            onRetry={() => void submit()}
            onUseNewState={(now) => {
              setVisit(now);
              change.forget();
            }}
          />
        ) : null}
      </form>
    </Dialog>
  );
}
