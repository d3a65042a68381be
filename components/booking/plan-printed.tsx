'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { memo } from 'react';
import type { Proposal } from '@/lib/packages/propose-plan';
import { useRuns } from '@/messages/number-runs';
import type { BookingForm } from './booking-form';
import type { BookingOptions } from './booking-options';
import { groupUnplaced } from './plan-view';
import { useReasonWords } from './reason-words';
import { weekStartOf } from './week';

type PlanPrintedProps = {
  form: BookingForm;
  options: BookingOptions;
  proposal: Proposal;
  /** The date in the clinic. */
  today: string;
};

/** The proposal on paper, for the family to take home: only there, and nothing else is. */
export const PlanPrinted = memo(function PlanPrinted({ form, options, proposal, today }: PlanPrintedProps) {
  const t = useTranslations('booking');
  const runs = useRuns();
  const format = useFormatter();
  const { placed, unplaced, timeZone, providers } = proposal;
  const say = useReasonWords({
    providers,
    preferredDays: form.preferredDays,
    weekStart: weekStartOf({ form, options }),
  });
  const service = options.services.find(({ id }) => id === form.serviceTypeId);
  const clinic = options.clinics.find(({ id }) => id === form.clinicId);
  const made = format.dateTime(new Date(`${today}T00:00Z`), 'date', { timeZone: 'UTC' });
  return (
    <section aria-label={t('printed.title')} className="hidden text-work print:block">
      <h1 className="text-xl font-semibold">{form.patient?.label}</h1>
      <p className="pb-1 text-soft">
        <bdi>{form.patient?.description}</bdi>
      </p>
      <p>
        <bdi>{service?.name}</bdi> · <bdi>{clinic?.name}</bdi> ·{' '}
        <bdi>{t('printed.minutes', { minutes: Number(form.durationMinutes) })}</bdi>
      </p>
      <p className="mt-3 border-y border-hairline py-2 font-semibold">
        {t('printed.notBooked')}{' '}
        <span className="font-normal text-soft">{t('printed.made', { date: made })}</span>
      </p>
      <table aria-label={t('printed.title')} className="mt-3 w-full border-collapse text-start">
        <thead>
          <tr className="text-soft">
            {(['number', 'day', 'time'] as const).map((column) => (
              <th key={column} scope="col" className="py-1 pe-4 text-start font-medium">
                {t(`columns.${column}`)}
              </th>
            ))}
            <th scope="col" className="py-1 text-start font-medium">
              {t('fields.providerId')}
            </th>
          </tr>
        </thead>
        <tbody>
          {placed.map(({ number, start, end, providerId }) => (
            <tr key={number} className="break-inside-avoid border-t border-hairline">
              <td className="py-1.5 pe-4">{number}</td>
              <td className="py-1.5 pe-4 whitespace-nowrap">
                {format.dateTime(new Date(start), 'fullDay', { timeZone })}
              </td>
              <td className="py-1.5 pe-4 whitespace-nowrap">
                <span className="ltr">
                  {format.dateTime(new Date(start), 'time', { timeZone })}–
                  {format.dateTime(new Date(end), 'time', { timeZone })}
                </span>
              </td>
              <td className="py-1.5">
                <bdi>{providers[providerId]}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {unplaced.length > 0 ? (
        <div className="mt-4 break-inside-avoid">
          <h2 className="font-semibold">{t('withoutPlace', { count: unplaced.length })}</h2>
          <ul>
            {groupUnplaced(unplaced).map(({ numbers, reasons }) => (
              <li key={numbers[0]}>
                {t('sessionsNamed', { count: numbers.length, numbers: runs(numbers) })}:{' '}
                {format.list(reasons.map(say))}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}, saysTheSame);

/** A form in which only what is not on the paper is typed prints alike: a hundred rows need not be made anew. */
function saysTheSame(before: PlanPrintedProps, after: PlanPrintedProps): boolean {
  return (
    before.proposal === after.proposal &&
    before.today === after.today &&
    before.form.patient === after.form.patient &&
    before.form.durationMinutes === after.form.durationMinutes
  );
}
