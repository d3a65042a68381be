'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { isReason, ReasonField } from '@/components/ui/reason-field';
import { useRefusals } from '@/components/ui/use-refusals';
import { changedSessions, SessionList } from './cancel-package-list';
import { PackageProblemNotice } from './package-problem-notice';
import type { PackageActions, PackageToChange, SessionToChange } from './package-to-change';
import { usePackageChange } from './use-package-change';

type CancelPackageDialogProps = {
  pack: PackageToChange;
  actions: Pick<PackageActions, 'cancelPackage'>;
  what: 'rest' | 'package';
  /** The reason that was entered before and not sent. */
  entered: string;
  /** The reason is kept for the next time; nothing of it once it is sent or given up. */
  onClose: (reason: string) => void;
};

const NOTHING_CHANGED: ReadonlyMap<number, SessionToChange> = new Map();

/** Lists exactly what goes and what stays, asks why, and whether that is meant. */
export function CancelPackageDialog({
  pack: present,
  actions,
  what,
  entered,
  onClose,
}: CancelPackageDialogProps) {
  const t = useTranslations('replan.cancel');
  const common = useTranslations('common');
  const router = useRouter();
  const change = usePackageChange();
  // The list stands still while it is read; what others have changed is told on pressing, and marked from then on.
  const [pack, setPack] = useState(present);
  const [sent, setSent] = useState(present);
  const isOutdated = change.problem?.kind === 'stale' || change.problem?.kind === 'list_changed';
  if (isOutdated && pack !== present) setPack(present);
  const seen = isOutdated ? changedSessions(sent, pack) : NOTHING_CHANGED;
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const { isTried, refuse } = useRefusals(form);
  const [reason, setReason] = useState(entered);
  const goes = new Set(pack.cancellable.map(({ number }) => number));
  const going = pack.sessions.filter(({ number }) => goes.has(number));
  const staying = pack.sessions.filter(({ number, status }) => !goes.has(number) && status !== 'CANCELLED');
  const gone = pack.sessions.filter(({ number, status }) => seen.has(number) && status === 'CANCELLED');
  // Who is sure of one list is not sure of another: when others have changed it, it is asked again.
  const list = JSON.stringify(pack.cancellable);
  const [sureOf, setSureOf] = useState<string | null>(null);
  const isSure = sureOf === list;
  const isComplete = isReason(reason) && isSure;

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (!isComplete) return refuse();
    setSent(pack);
    const { id: packageId, version, seenAt, cancellable: listed } = pack;
    const input = { packageId, version, seenAt, what, reason, listed };
    const isDone = await change.run(input, actions.cancelPackage, ({ sessions, changeId }) => ({
      message: t('done', { count: sessions, number: pack.number }),
      changeId,
    }));
    if (isDone) return onClose('');
    router.refresh();
  }

  const notice = change.problem ? (
    <PackageProblemNotice
      problem={change.problem}
      pack={pack}
      onRetry={() => void submit()}
      onRefresh={change.forget}
    />
  ) : null;
  const shown = { timeZone: pack.timeZone, seen };
  return (
    <Dialog
      isOpen
      onOpenChange={() => onClose(reason)}
      isAlert
      size="medium"
      title={t(`title.${what}`)}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={() => onClose('')}>{t('keep')}</Button>
          <Button type="submit" form={formId} variant="destructive" isPending={change.isPending}>
            {t(`button.${what}`, { count: going.length })}
          </Button>
        </>
      }
    >
      <form ref={form} id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <p>
          <bdi>{pack.patientName}</bdi>
          {' · '}
          <span className="ltr">{pack.number}</span>
        </p>
        {/* Above what it speaks of, which grows below it when the page is read again. */}
        {isOutdated ? notice : null}
        <SessionList title={t('goes', { count: going.length })} sessions={going} {...shown} />
        {gone.length > 0 ? (
          <SessionList title={t('gone', { count: gone.length })} sessions={gone} {...shown} />
        ) : null}
        {staying.length > 0 ? (
          <SessionList title={t('stays', { count: staying.length })} sessions={staying} {...shown} />
        ) : null}
        <p className="text-work text-soft">{t(`about.${what}`)}</p>
        <ReasonField label={t('reason')} reason={reason} onChange={setReason} isTried={isTried} />
        <Checkbox
          label={t('sure', { count: going.length, number: pack.number })}
          checked={isSure}
          onChange={(event) => setSureOf(event.target.checked ? list : null)}
          errors={isTried && !isSure ? [t('confirmFirst')] : undefined}
        />
        {isOutdated ? null : notice}
      </form>
    </Dialog>
  );
}
