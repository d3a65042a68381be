'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { PackageProblemNotice } from './package-problem-notice';
import type { PackageActions, PackageToChange, Seen } from './package-to-change';
import { usePackageChange } from './use-package-change';

type BringBackDialogProps = {
  pack: PackageToChange;
  actions: Pick<PackageActions, 'bringBackSession'>;
  number: number;
  onClose: () => void;
};

/** A cancelled session is owed again. */
export function BringBackDialog({ pack, actions, number, onClose }: BringBackDialogProps) {
  const t = useTranslations('replan.bringBack');
  const common = useTranslations('common');
  const change = usePackageChange();
  const [seen, setSeen] = useState<Seen>({ version: pack.version, seenAt: pack.seenAt });

  async function bringBack() {
    const isDone = await change.run(
      { packageId: pack.id, ...seen, number },
      actions.bringBackSession,
      ({ changeId }) => ({ message: t('done', { number }), changeId }),
    );
    if (isDone) onClose();
  }

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('title', { number })}
      closeLabel={common('close')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="primary" isPending={change.isPending} onClick={() => void bringBack()}>
            {t('button', { number })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p>{t('about')}</p>
        {change.problem ? (
          <PackageProblemNotice
            problem={change.problem}
            pack={pack}
            onRetry={() => void bringBack()}
            onUseNewState={(now) => {
              setSeen(now);
              change.forget();
            }}
          />
        ) : null}
      </div>
    </Dialog>
  );
}
