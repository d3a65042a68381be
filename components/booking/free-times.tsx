'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { useAskAgain } from '@/components/ui/connection';
import { Skeleton } from '@/components/ui/skeleton';
import type { JudgedBooking } from '@/lib/appointments/judge-booking';
import { isBookableDate } from '@/lib/planning/input';
import { isWorthAnotherTry, lossIn, NoAnswer } from '@/lib/result/no-answer';
import type { ReasonCode } from '@/lib/scheduling/plan';
import { askServer } from './ask-server';
import { byField, type FormFaults } from './booking-fields';
import type { BookingForm, FormChange } from './booking-form';
import { freeTimesAsked } from './booking-input';
import { NearbyDays } from './nearby-days';
import { PlanEmpty } from './plan-empty';
import { useRefusalWords } from './reason-words';
import type { BookingRules } from './use-booking-rules';

const NOT_REFUSED: JudgedBooking = { reasons: [], blockedBy: [] };

interface FreeTimes {
  timeZone: string;
  times: { time: string; start: number }[];
  reasons: ReasonCode[];
}

/** The free times of the form's provider on its day; `faults` are those that the server found in the question. */
export function useFreeTimes(form: BookingForm, rules: BookingRules | null) {
  const question = questionBy(rules, form);
  const query = useQuery({
    queryKey: ['free-times', question],
    queryFn: ({ signal }) => askServer<FreeTimes>(`/api/free-times?${question}`, { signal }),
    enabled: question !== null,
    retry: isWorthAnotherTry,
  });
  useAskAgain(lossIn(query.error), () => void query.refetch());
  const faults: FormFaults = query.error instanceof NoAnswer ? byField(query.error.fields) : {};
  return { ...query, question, isAsked: question !== null, faults };
}

/** Why a typed time that is not offered cannot be had, and who has it. */
export function useJudgedTime(form: BookingForm, found: ReturnType<typeof useFreeTimes>): JudgedBooking {
  const { question, data } = found;
  const isOffered = data?.times.some(({ time }) => time === form.time) ?? true;
  const {
    data: judged,
    error,
    refetch,
  } = useQuery({
    queryKey: ['judged-time', question, form.time],
    queryFn: ({ signal }) =>
      askServer<JudgedBooking>(
        `/api/free-times/judge?${question}&${new URLSearchParams({ time: form.time })}`,
        { signal },
      ),
    enabled: question !== null && form.time !== '' && !isOffered,
    retry: isWorthAnotherTry,
  });
  useAskAgain(lossIn(error), () => void refetch());
  return isOffered || !judged ? NOT_REFUSED : judged;
}

/** What to ask: by the rules, or before they are there, for a form as it was opened that says enough. */
function questionBy(rules: BookingRules | null, form: BookingForm): string | null {
  if (rules) return rules.freeTimesQuestion(form);
  const asked = freeTimesAsked(form);
  const saysEnough = Object.values(asked).every((part) => part !== '') && isBookableDate(asked.date);
  return saysEnough ? new URLSearchParams(asked).toString() : null;
}

type FreeTimesPanelProps = {
  form: BookingForm;
  make: (change: FormChange) => void;
  found: ReturnType<typeof useFreeTimes>;
  faults: FormFaults;
  clock: string | null;
  providerName: string | undefined;
  onGoTo: (fieldId: string) => void;
};

/** The times that are free that day, each one press away. */
export function FreeTimesPanel({
  form,
  make,
  found,
  faults,
  clock,
  providerName,
  onGoTo,
}: FreeTimesPanelProps) {
  const t = useTranslations('booking');
  const common = useTranslations('common');
  const format = useFormatter();
  const { data, isAsked, isPending, isFetching, error } = found;

  function body() {
    if (!isAsked) {
      const { time: _, patientId: __, ...needed } = faults;
      return <PlanEmpty title={t('freeTimesEmpty')} faults={needed} onGoTo={onGoTo} />;
    }
    if (error && !(error instanceof NoAnswer && error.code === 'invalid_input')) {
      return (
        <PlanEmpty
          title={t('freeTimesFailed')}
          action={<Button onClick={() => void found.refetch()}>{common('retry')}</Button>}
        >
          {t('planFailedHint')}
        </PlanEmpty>
      );
    }
    if (isPending) return <FreeTimesSkeleton />;
    if (!data) return null;
    if (data.times.length === 0) return <NoFreeTimes reasons={data.reasons} provider={providerName} />;
    return (
      <TimeChoice
        times={data.times.map(({ time }) => time)}
        value={form.time}
        isRefreshing={isFetching}
        onChange={(time) => make({ kind: 'set', fields: { time } })}
      />
    );
  }

  const day = isAsked
    ? format.dateTime(new Date(`${form.date}T00:00Z`), 'fullDay', { timeZone: 'UTC' })
    : null;
  return (
    <section aria-label={t('freeTimes')} className="flex flex-col gap-3 lg:overflow-y-auto lg:pe-2">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-base font-semibold">{t('freeTimes')}</h2>
        {day ? <p className="text-work text-soft">{day}</p> : null}
      </header>
      {clock ? <p className="text-xs text-soft">{t('clockOf', { clinic: clock })}</p> : null}
      {body()}
      {found.question === null ? null : <NearbyDays question={found.question} make={make} />}
    </section>
  );
}

type TimeChoiceProps = {
  times: readonly string[];
  value: string;
  isRefreshing: boolean;
  onChange: (time: string) => void;
};

function TimeChoice({ times, value, isRefreshing, onChange }: TimeChoiceProps) {
  const t = useTranslations('booking');
  const name = useId();
  const parts = [
    { title: t('morning'), times: times.filter((time) => time < '12:00') },
    { title: t('afternoon'), times: times.filter((time) => time >= '12:00') },
  ].filter((part) => part.times.length > 0);
  return (
    <div
      className={`flex flex-col gap-4 border-t border-hairline pt-3 transition-opacity ${isRefreshing ? 'opacity-60' : ''}`}
    >
      {parts.map((part) => (
        <fieldset key={part.title} className="min-w-0">
          <legend className="pb-2 text-sm font-medium text-soft">{part.title}</legend>
          <div className="grid grid-cols-[repeat(auto-fill,minmax(4.5rem,1fr))] gap-2">
            {part.times.map((time) => (
              <label
                key={time}
                className="target flex h-control cursor-pointer items-center justify-center rounded border border-edge/50 bg-surface font-medium transition-colors hover:border-edge has-checked:border-accent has-checked:bg-accent has-checked:text-accent-on has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
              >
                <input
                  type="radio"
                  name={name}
                  value={time}
                  checked={time === value}
                  onChange={() => onChange(time)}
                  className="sr-only"
                />
                <span className="ltr">{time}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

function NoFreeTimes({
  reasons,
  provider,
}: {
  reasons: readonly ReasonCode[];
  provider: string | undefined;
}) {
  const t = useTranslations('booking');
  const say = useRefusalWords();
  return (
    <PlanEmpty title={t('noFreeTimes')}>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{say(reason, provider)}</li>
        ))}
      </ul>
      <p>{t('noFreeTimesHint')}</p>
    </PlanEmpty>
  );
}

function FreeTimesSkeleton() {
  const t = useTranslations('booking');
  return (
    <output
      aria-label={t('planning')}
      className="grid grid-cols-[repeat(auto-fill,minmax(4.5rem,1fr))] gap-2 border-t border-hairline pt-11"
    >
      {Array.from({ length: 16 }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <Skeleton key={place} className="h-control" />
      ))}
    </output>
  );
}
