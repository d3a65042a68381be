'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { newQueryClient } from '@/components/ui/new-query-client';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useRuns } from '@/messages/number-runs';
import { useOutcomeWords } from './outcome-words';
import { PackageProblemNotice } from './package-problem-notice';
import type { PackageActions, PackageToChange } from './package-to-change';
import { ReplanPlan } from './replan-plan';
import { type ReplanEntered, type ReplanStart, useReplan } from './use-replan';
import { useSaveLabel } from './use-save-label';
import { WishFields } from './wish-fields';

type ReplanDialogProps = {
  pack: PackageToChange;
  actions: Pick<PackageActions, 'saveReplan'>;
  start: ReplanStart;
  /** What was entered is kept for the next time; null once it is saved or given up. */
  onKeep: (entered: ReplanEntered | null) => void;
  onClose: () => void;
  onPlace: (number: number) => void;
  /** To where the changes were entered, with what was entered. */
  onBack: (() => void) | undefined;
  onSaved: () => void;
};

/** Plans a package again and shows all of it before anything is saved. */
export function ReplanDialog(props: ReplanDialogProps) {
  const [client] = useState(newQueryClient);
  return (
    <QueryClientProvider client={client}>
      <ReplanForm {...props} />
    </QueryClientProvider>
  );
}

function ReplanForm({ pack, actions, start, onKeep, onClose, onPlace, onBack, onSaved }: ReplanDialogProps) {
  const t = useTranslations('replan');
  const runs = useRuns();
  const common = useTranslations('common');
  const replan = useReplan({ pack, start });
  const { which, changes, proposal, saving } = replan;
  const label = useSaveLabel(proposal, changes);
  const sayPlan = useOutcomeWords();
  const isRange = Array.isArray(which);

  function whyNot(): string | undefined {
    if (Object.keys(replan.faults).length > 0) return t('save.faulty');
    return replan.isCurrent ? (label.disabledReason ?? undefined) : t('planning');
  }

  async function save() {
    if (!(await replan.save(actions.saveReplan))) return;
    onSaved();
    forget();
  }

  function forget() {
    onKeep(null);
    onClose();
  }

  function leave(to: () => void) {
    onKeep(replan.entered);
    to();
  }

  return (
    <Dialog
      isOpen
      onOpenChange={() => leave(onClose)}
      size="large"
      title={t(start.isExtending ? 'titles.extend' : 'titles.replan')}
      closeLabel={common('close')}
      footer={
        <>
          {onBack ? <Button onClick={() => leave(onBack)}>{t('back')}</Button> : null}
          <Button onClick={forget}>{common('cancel')}</Button>
          <Button
            variant="primary"
            isPending={saving.isPending}
            disabledReason={whyNot()}
            onClick={() => void save()}
          >
            {label.text}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <p className="text-soft">
          <bdi>{pack.patientName}</bdi>
          {' · '}
          <span className="ltr">{pack.number}</span>
          {isRange && which.length > 0
            ? ` · ${t('sessions', { count: which.length, numbers: runs([...which].sort((a, b) => a - b)) })}`
            : null}
        </p>
        {isRange ? null : (
          <SegmentedControl
            label={t('which.label')}
            options={[
              { value: 'unplaced', label: t('which.unplaced', { count: replan.unplacedCount }) },
              { value: 'rest', label: t('which.rest') },
            ]}
            value={which === 'unplaced' ? which : 'rest'}
            onChange={(value) => replan.ask({ which: value === 'rest' ? 'rest' : 'unplaced' })}
            description={
              <>
                {t(`which.hint.${which}`)}
                {(['unplaced', 'rest'] as const).map((choice) => {
                  const plan = replan.planOf(choice);
                  return plan ? (
                    <span key={choice} className="block">
                      {plan === 'planning'
                        ? t(`which.telling.${choice}`)
                        : t(`which.tells.${choice}`, { does: sayPlan(plan) })}
                    </span>
                  ) : null;
                })}
              </>
            }
            isFullWidth
          />
        )}
        <details open={start.isExtending || undefined} className="group/wishes border-y border-hairline">
          <summary className="target flex min-h-touch cursor-pointer items-center gap-1.5 rounded-sm text-work font-medium text-accent">
            <ChevronDown aria-hidden className="size-4 transition-transform group-open/wishes:rotate-180" />
            {t('wishes.title')}
          </summary>
          <WishFields
            pack={pack}
            changes={changes}
            typed={replan.typed}
            faults={replan.faults}
            onType={replan.type}
            onChange={(change) => replan.ask({ changes: { ...changes, ...change } })}
          />
        </details>
        {replan.problem ? (
          <PackageProblemNotice
            problem={replan.problem}
            pack={pack}
            onRetry={saving.problem ? () => void save() : replan.retry}
            onUseNewState={replan.useNewState}
          />
        ) : null}
        {proposal ? (
          <ReplanPlan
            proposal={proposal}
            pack={pack}
            outdated={replan.outdated}
            isUpdating={!replan.isCurrent}
            onRelax={(next) => replan.ask({ changes: next })}
            changes={changes}
            which={which}
            onWhich={(choice) => replan.ask({ which: choice })}
            onPlace={(number) => leave(() => onPlace(number))}
          />
        ) : replan.problem ? null : (
          <SkeletonRows label={t('planning')} rows={4} />
        )}
      </div>
    </Dialog>
  );
}
