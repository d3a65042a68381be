'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button-style';
import { isWorthAnotherTry } from '@/lib/result/no-answer';
import { askServer } from './ask-server';
import type { FormChange } from './booking-form';

/** A day is looked at for its first times; all of them stand there once it is chosen. */
const TIMES_SHOWN = 4;

type NearbyDaysProps = {
  /** About which day they are the nearest others. */
  question: string;
  make: (change: FormChange) => void;
};

/** The nearest other days with free times: one press takes day and time. */
export function NearbyDays({ question, make }: NearbyDaysProps) {
  const t = useTranslations('booking.nearby');
  const format = useFormatter();
  const { data } = useQuery({
    queryKey: ['free-days', question],
    queryFn: ({ signal }) =>
      askServer<{ days: { date: string; times: string[] }[] }>(`/api/free-times/nearby?${question}`, {
        signal,
      }),
    retry: isWorthAnotherTry,
  });
  // What is only an offer says nothing while it loads, or when it cannot be read.
  if (!data) return null;
  const dayName = (date: string) => format.dateTime(new Date(`${date}T00:00Z`), 'day', { timeZone: 'UTC' });
  return (
    <section aria-label={t('title')} className="flex flex-col gap-1 border-t border-hairline pt-3">
      <h3 className="text-sm font-medium text-soft">{t('title')}</h3>
      {data.days.length === 0 ? <p className="text-work text-soft">{t('none')}</p> : null}
      <ul className="flex flex-col divide-y divide-hairline">
        {data.days.map(({ date, times }) => (
          <li key={date} className="flex flex-wrap items-center gap-2 py-1.5">
            <button
              type="button"
              onClick={() => make({ kind: 'set', fields: { date, time: '' } })}
              className={buttonClass({ variant: 'quiet', className: 'min-w-28 justify-start! -ms-3' })}
            >
              {dayName(date)}
            </button>
            {times.slice(0, TIMES_SHOWN).map((time) => (
              <button
                key={time}
                type="button"
                aria-label={t('take', { day: dayName(date), time })}
                onClick={() => make({ kind: 'set', fields: { date, time } })}
                className={buttonClass({ variant: 'secondary' })}
              >
                <span className="ltr">{time}</span>
              </button>
            ))}
            {times.length > TIMES_SHOWN ? (
              <span className="text-sm text-soft">{t('more', { count: times.length - TIMES_SHOWN })}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
