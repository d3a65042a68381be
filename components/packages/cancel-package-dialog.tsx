'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { StateMark } from '@/components/ui/state-mark';
import { TextArea } from '@/components/ui/text-area';
import { PackageProblemNotice } from './package-problem-notice';
import type { PackageActions, PackageToChange, SessionToChange } from './package-to-change';
import { useSpanWords } from './place-words';
import { usePackageChange } from './use-package-change';

type CancelPackageDialogProps = {
  pack: PackageToChange;
  actions: Pick<PackageActions, 'cancelPackage'>;
  what: 'rest' | 'package';
  onClose: () => void;
};

const REASON_LIMIT = 500;

/** Lists exactly what goes and what stays, asks why, and whether that is meant. */
export function CancelPackageDialog({ pack, actions, what, onClose }: CancelPackageDialogProps) {
  const t = useTranslations('replan.cancel');
  const common = useTranslations('common');
  const faults = useTranslations('fieldFaults');
  const change = usePackageChange();
  const formId = useId();
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const goes = new Set(pack.cancellable.map(({ number }) => number));
  const going = pack.sessions.filter(({ number }) => goes.has(number));
  const staying = pack.sessions.filter(({ number, status }) => !goes.has(number) && status !== 'CANCELLED');
  // Who is sure of one list is not sure of another: when others have changed it, it is asked again.
  const list = JSON.stringify(pack.cancellable);
  const [sureOf, setSureOf] = useState<string | null>(null);
  const isSure = sureOf === list;
  const isComplete = reason.trim() !== '' && reason.length <= REASON_LIMIT && isSure;

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    setIsTried(true);
    if (!isComplete) return;
    const input = { packageId: pack.id, version: pack.version, what, reason, listed: pack.cancellable };
    const isDone = await change.run(
      () => actions.cancelPackage(input),
      ({ sessions, changeId }) => ({
        message: t('done', { count: sessions, number: pack.number }),
        changeId,
      }),
    );
    if (isDone) onClose();
  }

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      isAlert
      size="medium"
      title={t(`title.${what}`)}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{t('keep')}</Button>
          <Button type="submit" form={formId} variant="destructive" isPending={change.isPending}>
            {t(`button.${what}`, { count: going.length })}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <p>
          <bdi>{pack.patientName}</bdi>
          {' · '}
          <span className="ltr">{pack.number}</span>
        </p>
        <SessionList title={t('goes', { count: going.length })} sessions={going} timeZone={pack.timeZone} />
        {staying.length > 0 ? (
          <SessionList
            title={t('stays', { count: staying.length })}
            sessions={staying}
            timeZone={pack.timeZone}
          />
        ) : null}
        <p className="text-work text-soft">{t(`about.${what}`)}</p>
        <TextArea
          dir="auto"
          label={t('reason')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          rows={2}
          limit={REASON_LIMIT}
          countText={(left) =>
            left < 0 ? common('charactersOver', { count: -left }) : common('charactersLeft', { count: left })
          }
          errors={isTried && reason.trim() === '' ? [faults('required')] : undefined}
        />
        <Checkbox
          label={t('sure', { count: going.length, number: pack.number })}
          checked={isSure}
          onChange={(event) => setSureOf(event.target.checked ? list : null)}
          errors={isTried && !isSure ? [t('confirmFirst')] : undefined}
        />
        {change.problem ? (
          <PackageProblemNotice
            problem={change.problem}
            pack={pack}
            onRetry={() => void submit()}
            onUseNewState={change.forget}
            onRefresh={change.forget}
          />
        ) : null}
      </form>
    </Dialog>
  );
}

type SessionListProps = { title: ReactNode; sessions: readonly SessionToChange[]; timeZone: string };

function SessionList({ title, sessions, timeZone }: SessionListProps) {
  const t = useTranslations('replan');
  const states = useTranslations('states');
  const span = useSpanWords(timeZone);
  const id = useId();
  return (
    <div>
      <h3 id={id} className="pb-1 text-sm font-semibold">
        {title}
      </h3>
      <section
        aria-labelledby={id}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too
        tabIndex={0} // oxlint-disable-line jsx-a11y/no-noninteractive-tabindex
        className="max-h-52 overflow-y-auto border-y border-hairline"
      >
        <ol className="divide-y divide-hairline">
          {sessions.map(({ number, status, visit }) => {
            const hasVisit = visit !== null && status !== 'PENDING' && status !== 'FAILED';
            const words = hasVisit ? span(visit) : null;
            return (
              <li
                key={number}
                className="grid grid-cols-[2rem_minmax(0,1fr)_auto] items-baseline gap-2 py-1.5"
              >
                <span className="text-soft">{number}</span>
                <span className="flex min-w-0 flex-wrap gap-x-3">
                  {words ? (
                    <>
                      <span>
                        {words.day} <span className="ltr">{words.clock}</span>
                      </span>
                      <bdi className="text-soft">{visit?.providerName}</bdi>
                    </>
                  ) : (
                    <span className="text-soft">{t('noPlaceYet')}</span>
                  )}
                </span>
                <StateMark state={status} label={states(status)} />
              </li>
            );
          })}
        </ol>
      </section>
    </div>
  );
}
