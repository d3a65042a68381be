'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DatePicker } from '@/components/ui/date-picker';
import { Dialog } from '@/components/ui/dialog';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { TimeField } from '@/components/ui/time-field';
import type { ProposePlanInput } from '@/lib/packages/input';
import type { Proposal } from '@/lib/packages/propose-plan';
import { exactInstantOf, localDateOf, localTimeOf } from '@/lib/time/wall-clock';
import { askServer, isWorthAnotherTry } from './ask-server';
import type { PinnedSession } from './booking-form';
import type { SessionMove } from './session-moves';
import { SessionMoves } from './session-moves';

type SessionPlaceProps = {
  number: number;
  /** The form, complete, with its pins. */
  input: ProposePlanInput;
  proposal: Proposal;
  /** Who may give this session. */
  providerIds: readonly string[];
  onPin: (place: PinnedSession) => void;
  onClose: () => void;
};

/** Chooses by hand where one session stands: free times of a day, or any other time, which is then judged. */
export function SessionPlace({ number, input, proposal, providerIds, onPin, onClose }: SessionPlaceProps) {
  const t = useTranslations('booking.place');
  const common = useTranslations('common');
  const { timeZone, providers, placed } = proposal;
  const now = placed.find((place) => place.number === number);
  const [date, setDate] = useState(now ? localDateOf(now.start, timeZone) : input.startDate);
  const [time, setTime] = useState(now ? localTimeOf(now.start, timeZone) : '');
  const [providerId, setProviderId] = useState(now?.providerId ?? providerIds[0] ?? '');
  const { data, error, refetch } = useQuery({
    queryKey: ['moves', number, input],
    queryFn: ({ signal }) =>
      askServer<{ moves: SessionMove[] }>('/api/plan/moves', {
        signal,
        body: JSON.stringify({ ...input, number }),
      }),
    retry: isWorthAnotherTry,
  });
  const start = date && time ? exactInstantOf(date, time, timeZone) : null;

  function pin() {
    if (start === null) return;
    onPin({ number, providerId, roomId: now?.roomId ?? null, start });
    onClose();
  }

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('title', { number })}
      closeLabel={common('close')}
      size="medium"
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            variant="primary"
            onClick={pin}
            disabledReason={start === null || providerId === '' ? t('needsTime') : undefined}
          >
            {t('keepHere')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
          <DatePicker label={t('day')} value={date} onChange={setDate} />
          <TimeField
            label={t('time')}
            value={time}
            onChange={setTime}
            errors={time && date && start === null ? [t('noSuchTime')] : undefined}
          />
        </div>
        {providerIds.length > 1 ? (
          <Select
            label={t('provider')}
            options={providerIds.map((id) => ({ value: id, label: providers[id] ?? '' }))}
            value={providerId}
            onChange={(event) => setProviderId(event.currentTarget.value)}
          />
        ) : null}
        {error ? (
          <p role="alert" className="flex flex-wrap items-center gap-3 text-work">
            {t('failed')} <Button onClick={() => void refetch()}>{common('retry')}</Button>
          </p>
        ) : data ? (
          <SessionMoves
            moves={data.moves.filter((move) => move.providerId === providerId)}
            {...{ date, time }}
            onChoose={(move) => {
              setDate(move.date);
              setTime(move.time);
            }}
          />
        ) : (
          <Skeleton className="h-40" />
        )}
      </div>
    </Dialog>
  );
}
