'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { useNow, useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { DatePicker } from '@/components/ui/date-picker';
import { Dialog } from '@/components/ui/dialog';
import { newQueryClient } from '@/components/ui/new-query-client';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { TimeField } from '@/components/ui/time-field';
import { dateFault } from '@/lib/planning/input';
import { localDateOf } from '@/lib/time/wall-clock';
import { PackageProblemNotice } from './package-problem-notice';
import type { PackageActions, PackageToChange } from './package-to-change';
import { PlaceJudgement } from './place-judgement';
import { PlaceTimes } from './place-times';
import { useProblemWords } from './problem-words';
import { type PlaceEntered, usePlace } from './use-place';

type PlaceDialogProps = {
  pack: PackageToChange;
  actions: Pick<PackageActions, 'scheduleSession'>;
  number: number;
  /** What was chosen before and not saved. */
  entered: PlaceEntered;
  /** What was chosen is kept for the next time; nothing of it once it is saved or given up. */
  onClose: (entered: PlaceEntered) => void;
};

/** Gives one session a time that a person chooses: a free one that is offered, or any that is typed. */
export function PlaceDialog(props: PlaceDialogProps) {
  const [client] = useState(newQueryClient);
  return (
    <QueryClientProvider client={client}>
      <PlaceForm {...props} />
    </QueryClientProvider>
  );
}

function PlaceForm({ pack, actions, number, entered, onClose }: PlaceDialogProps) {
  const t = useTranslations('replan.place');
  const common = useTranslations('common');
  const words = useTranslations('fieldFaults');
  const sayProblem = useProblemWords();
  const formId = useId();
  const now = useNow().getTime();
  const place = usePlace({ pack, number, entered });
  const { draft, places, saving } = place;

  const whyNot = place.ended
    ? sayProblem(place.ended)
    : place.whyNot
      ? t(`whyNot.${place.whyNot}`)
      : undefined;

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (await place.save(actions.scheduleSession)) onClose({});
  }

  return (
    <Dialog
      isOpen
      onOpenChange={() => onClose(place.entered)}
      size="medium"
      title={t('title', { number })}
      closeLabel={common('close')}
      footer={
        <>
          {places ? (
            <PlaceJudgement
              judged={place.judged}
              timeZone={places.timeZone}
              providerName={places.providers.find(({ id }) => id === draft.providerId)?.name ?? ''}
              isAccepted={draft.isAccepted}
              onAccept={(isAccepted) => place.change({ isAccepted })}
            />
          ) : null}
          <Button onClick={() => onClose({})}>{common('cancel')}</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            isPending={saving.isPending}
            disabledReason={whyNot}
          >
            {t('button', { number })}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-5">
        {places ? (
          <>
            <Select
              label={t('provider')}
              value={draft.providerId}
              onChange={(event) => place.change({ providerId: event.target.value })}
              options={places.providers.map(({ id, name, isAssigned }) => ({
                value: id,
                label: isAssigned ? name : t('notAssigned', { name }),
              }))}
            />
            <div className="grid grid-cols-2 items-start gap-4">
              <DatePicker
                label={t('date')}
                value={draft.date}
                onChange={(date) => place.change({ date })}
                faultOf={(date) => {
                  const fault = dateFault(date, localDateOf(now, places.timeZone));
                  return fault ? words(fault) : undefined;
                }}
                errors={place.faults.date}
              />
              <TimeField
                label={t('time')}
                value={draft.time}
                onChange={(time) => place.change({ time })}
                errors={place.faults.time}
              />
            </div>
            <PlaceTimes places={places} draft={draft} isAsking={place.isAsking} onChange={place.change} />
          </>
        ) : place.problem ? null : (
          <SkeletonRows label={t('looking')} rows={4} />
        )}
        {place.problem ? (
          <PackageProblemNotice
            problem={place.problem}
            pack={pack}
            onRetry={saving.problem ? () => void submit() : place.retry}
            onUseNewState={place.useNewState}
            onRefresh={() => onClose({})}
          />
        ) : null}
      </form>
    </Dialog>
  );
}
