'use client';

import type { Route } from 'next';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ErrorSummary } from '@/components/ui/error-summary';
import { ok, type Result, refused } from '@/lib/result/result';
import type { ReasonCode } from '@/lib/scheduling/plan';
import { isLocalDate } from '@/lib/time/local-date';
import { fieldId } from './booking-fields';
import { appointmentInputOf } from './booking-input';
import { BookingLayout } from './booking-layout';
import { BookingNotice } from './booking-notice';
import { FreeTimesPanel, useFreeTimes, useJudgedTime } from './free-times';
import { goToField } from './go-to-field';
import type { BookingProps } from './package-booking';
import { useRefusalWords } from './reason-words';
import type { BookAppointment } from './save-actions';
import { SaveBar } from './save-bar';
import { SingleFields } from './single-fields';
import { TimeTaken } from './time-taken';
import { loadBookingRules, useBookingRules } from './use-booking-rules';
import { useFormFaults } from './use-form-faults';
import { type Made, type SaveRefusal, useSaving } from './use-saving';

/** A single session: its form, the free times of the day beside it, and what books it. */
export function SingleBooking({
  typed,
  options,
  today,
  clock,
  mayOverlap,
  bookAppointment,
}: BookingProps & { mayOverlap: boolean; bookAppointment: BookAppointment }) {
  const t = useTranslations('booking');
  const common = useTranslations('common');
  const sayRefusal = useRefusalWords();
  const { form, make } = typed;
  const rules = useBookingRules(form);
  const found = useFreeTimes(form, rules);
  const saving = useSaving(form, typed.forget);
  const [reason, setReason] = useState('');
  const [lastReason, setLastReason] = useState<string | null>(null);
  const serverFaults = { ...found.faults, ...saving.faults };
  const faults = useFormFaults(form, { kind: 'single', today, rules, serverFaults });

  async function store(overlapReason: string | null): Promise<Result<Made, SaveRefusal>> {
    const saved = await bookAppointment(appointmentInputOf(form, overlapReason));
    if (!saved.ok) {
      if (saved.error.kind === 'no_room_for_it') {
        void found.refetch();
        goToField(fieldId('time'));
      }
      const { error } = saved;
      if (error.kind !== 'already_saved') return refused(error);
      const { kind, appointmentId, number } = error;
      return refused({ kind, number, path: appointmentPath(appointmentId) });
    }
    const { appointmentId, number } = saved.value;
    return ok({ path: appointmentPath(appointmentId), message: t('savedAppointment', { number }) });
  }

  async function save(overlapReason: string | null = null) {
    setLastReason(overlapReason);
    if (faults.send(await loadBookingRules(), form)) return;
    const wrong = await saving.run('schedule', () => store(overlapReason));
    if (wrong) faults.summarise(wrong);
  }

  const judged = useJudgedTime(form, found);
  const { reasons, blockedBy } = saving.refusedTime.reasons.length > 0 ? saving.refusedTime : judged;
  const providerName = options.providers.find(({ id }) => id === form.providerId)?.name;
  const isOnlyTaken = reasons.length > 0 && reasons.every((code) => TAKEN.includes(code));
  return (
    <BookingLayout
      label={t('kinds.single')}
      onReach={() => void loadBookingRules()}
      onSave={() => void save()}
      summary={
        <ErrorSummary title={common('fixBelow', { count: faults.summary.length })} errors={faults.summary} />
      }
      fields={
        <SingleFields
          {...{ form, make, faults, options }}
          refusals={reasons.map((code) => sayRefusal(code, providerName))}
          taken={
            blockedBy.length > 0 || isOnlyTaken ? (
              <TimeTaken
                blockedBy={blockedBy}
                timeZone={options.clinics.find(({ id }) => id === form.clinicId)?.timeZone ?? 'UTC'}
                onOverlap={mayOverlap && isOnlyTaken ? (why) => void save(why) : undefined}
                isPending={saving.pending !== null}
                reason={reason}
                onReason={setReason}
              />
            ) : null
          }
        />
      }
      beside={
        <FreeTimesPanel
          {...{ form, make, found, clock, providerName }}
          faults={{ ...faults.faults, ...serverFaults }}
          onGoTo={goToField}
        />
      }
      bar={
        <SaveBar
          notice={
            saving.notice ? (
              <BookingNotice
                notice={saving.notice}
                onRetry={() => void save(lastReason)}
                onGoTo={goToField}
              />
            ) : null
          }
          summary={<WhenLine date={form.date} time={form.time} />}
          primary={t('bookAppointment')}
          onPrimary={() => void save()}
          isPrimaryPending={saving.pending !== null}
        />
      }
    />
  );
}

/** `Sun 3 Jan, 10:00`, or what is still to be chosen. */
function WhenLine({ date, time }: { date: string; time: string }) {
  const t = useTranslations('booking');
  const format = useFormatter();
  if (!isLocalDate(date)) return <p className="text-soft">{t('noTimeYet')}</p>;
  const day = format.dateTime(new Date(`${date}T00:00Z`), 'day', { timeZone: 'UTC' });
  if (time === '') return <p className="text-soft">{t('chooseTimeOn', { day })}</p>;
  return <p className="font-semibold">{t('at', { day, time })}</p>;
}

/** A time that someone has may be shared on purpose; every other reason stands. */
const TAKEN: readonly ReasonCode[] = ['provider_busy', 'patient_busy', 'no_room'];

const appointmentPath = (id: string) => `/appointments/${id}` as Route; // the page of an appointment
