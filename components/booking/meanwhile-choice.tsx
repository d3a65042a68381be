'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { createContext, type ReactNode, use } from 'react';
import { Button } from '@/components/ui/button';
import { isLocalDate } from '@/lib/time/local-date';
import { useRuns } from '@/messages/number-runs';
import { type BookingForm, sessionRows } from './booking-form';
import type { BookingOptions } from './booking-options';
import { useDays } from './day-names';
import { heldIn, type MeanwhileField } from './meanwhile';
import { groupProviders } from './plan-view';

/** What someone else has saved into the draft since this form was opened. */
export interface Meanwhile {
  by: string;
  theirs: BookingForm;
  options: BookingOptions;
  /** The fields about which nobody has decided yet. */
  fields: readonly MeanwhileField[];
  take: (fields: readonly MeanwhileField[]) => void;
  keep: (fields: readonly MeanwhileField[]) => void;
}

export const MeanwhileContext = createContext<Meanwhile | null>(null);

/** Beside a field that someone else has changed: what they made of it, to take or to leave. */
export function MeanwhileChoice({ field }: { field: MeanwhileField }) {
  const t = useTranslations('booking.meanwhile');
  const meanwhile = use(MeanwhileContext);
  const say = useTheirWords(meanwhile?.options);
  if (!meanwhile?.fields.includes(field)) return null;
  return (
    <section
      id={meanwhileId(field)}
      tabIndex={-1}
      aria-label={t('label')}
      className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 rounded bg-accent-soft px-3 py-1 text-work outline-none"
    >
      <p className="min-w-0 grow basis-40 py-1">
        {t.rich('says', {
          name: meanwhile.by,
          value: say(field, meanwhile.theirs),
          strong: inBold,
        })}
      </p>
      <div className="-mx-3 flex min-w-0 flex-wrap">
        <Button variant="quiet" onClick={() => meanwhile.take([field])}>
          {t('take')}
        </Button>
        <Button variant="quiet" onClick={() => meanwhile.keep([field])}>
          {t('keep')}
        </Button>
      </div>
    </section>
  );
}

const inBold = (chunks: ReactNode) => <strong className="font-semibold break-words">{chunks}</strong>;

/** As many as are read at a glance. */
const MOST_PLACES = 4;

export const meanwhileId = (field: MeanwhileField): string => `meanwhile-${field}`;

/** The value of a field in words, as the screen would show it. */
function useTheirWords(options: BookingOptions | undefined) {
  const t = useTranslations('booking');
  const common = useTranslations('common');
  const runs = useRuns();
  const format = useFormatter();
  const nameOf = useDays();

  const among = (all: readonly { id: string; name: string }[] | undefined, id: string) =>
    all?.find((one) => one.id === id)?.name ?? t('meanwhile.unknown');
  const date = (day: string) =>
    isLocalDate(day)
      ? format.dateTime(new Date(`${day}T00:00Z`), 'date', { timeZone: 'UTC' })
      : t('meanwhile.nothing');

  function providers(form: BookingForm): string {
    if (form.strategy === 'one') return among(options?.providers, form.providerId);
    return groupProviders(sessionRows(form))
      .map(({ providerIds, numbers }) => {
        const names = providerIds.map((id) => among(options?.providers, id)).join(t('or'));
        return `${runs(numbers)}: ${names || t('nobodyYet')}`;
      })
      .join(`${common('semicolon')} `);
  }

  /** `session 2, Mon 4 Jan, 09:00`, on the clock of the clinic. */
  function held(form: BookingForm): string {
    const timeZone = options?.clinics.find(({ id }) => id === form.clinicId)?.timeZone;
    const places = heldIn(form);
    const told = places.slice(0, MOST_PLACES).map(({ number, start }) => {
      const at = new Date(start);
      const [day, time] = [
        format.dateTime(at, 'day', { timeZone }),
        format.dateTime(at, 'time', { timeZone }),
      ];
      return t('meanwhile.place', { number, day, time });
    });
    return t('meanwhile.held', {
      count: places.length,
      places: told.join(`${common('semicolon')} `),
      more: places.length - told.length,
    });
  }

  return (field: MeanwhileField, form: BookingForm): string => {
    switch (field) {
      case 'goal':
        return t(`goals.${form.goal}`);
      case 'patientId':
        return [form.patient?.label, form.patient?.description].filter(Boolean).join(' · ');
      case 'clinicId':
        return among(options?.clinics, form.clinicId);
      case 'serviceTypeId':
        return among(options?.services, form.serviceTypeId);
      case 'durationMinutes':
        return `${form.durationMinutes} ${t('minutesUnit')}`;
      case 'startDate':
        return date(form.startDate);
      case 'endDate':
        return date(form.endDate);
      case 'preferredDays':
        return form.preferredDays.length === 0
          ? t('anyDay')
          : format.list(form.preferredDays.map((day) => nameOf(day).brief));
      case 'providers':
        return providers(form);
      case 'pinned':
        return held(form);
      default:
        return form[field] || t('meanwhile.nothing');
    }
  };
}
