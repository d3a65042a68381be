'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { isReason, ReasonField } from '@/components/ui/reason-field';
import { useRefusals } from '@/components/ui/use-refusals';
import { PackageProblemNotice } from './package-problem-notice';
import type { PackageActions, PackageToChange, Seen } from './package-to-change';
import { usePackageChange } from './use-package-change';

type CancelSessionDialogProps = {
  pack: PackageToChange;
  actions: Pick<PackageActions, 'cancelSession'>;
  number: number;
  /** The reason that was entered before and not sent. */
  entered: string;
  /** The reason is kept for the next time; nothing of it once it is sent or given up. */
  onClose: (reason: string) => void;
};

/** A session without a place is no longer owed. */
export function CancelSessionDialog({ pack, actions, number, entered, onClose }: CancelSessionDialogProps) {
  const t = useTranslations('replan.cancelSession');
  const cancel = useTranslations('replan.cancel');
  const common = useTranslations('common');
  const change = usePackageChange();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const { isTried, refuse } = useRefusals(form);
  const [seen, setSeen] = useState<Seen>({ version: pack.version, seenAt: pack.seenAt });
  const [reason, setReason] = useState(entered);

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (!isReason(reason)) return refuse();
    const isDone = await change.run(
      { packageId: pack.id, ...seen, number, reason },
      actions.cancelSession,
      ({ changeId }) => ({ message: t('done', { number }), changeId }),
    );
    if (isDone) onClose('');
  }

  return (
    <Dialog
      isOpen
      onOpenChange={() => onClose(reason)}
      isAlert
      title={t('title', { number })}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={() => onClose('')}>{cancel('keep')}</Button>
          <Button type="submit" form={formId} variant="destructive" isPending={change.isPending}>
            {t('button', { number })}
          </Button>
        </>
      }
    >
      <form ref={form} id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <p>{t('about')}</p>
        <ReasonField label={cancel('reason')} reason={reason} onChange={setReason} isTried={isTried} />
        {change.problem ? (
          <PackageProblemNotice
            problem={change.problem}
            pack={pack}
            onRetry={() => void submit()}
            onUseNewState={(now) => {
              setSeen(now);
              change.forget();
            }}
          />
        ) : null}
      </form>
    </Dialog>
  );
}
