import type { Route } from 'next';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { PackageView } from '@/lib/packages/show-package';
import { useRuns } from '@/messages/number-runs';
import { weekdaysInWords } from '@/messages/reason-words';

/** What the package was made with. */
export function PackageFacts({ shown }: { shown: PackageView }) {
  const t = useTranslations('packages.facts');
  const format = useFormatter();
  const { patient, clinic, service, preferredDays, dayHours, notes, cancelReason } = shown;
  const day = (date: string) => format.dateTime(new Date(`${date}T00:00Z`), 'date', { timeZone: 'UTC' });
  return (
    <dl className="divide-y divide-hairline border-y border-hairline">
      {cancelReason === null ? null : (
        <Fact label={t('cancelled')}>
          <PlainText>{cancelReason}</PlainText>
        </Fact>
      )}
      <Fact label={t('patient')}>
        <Link
          href={`/patients/${patient.id}` as Route}
          className="target rounded-sm font-medium text-accent underline-offset-4 hover:underline"
        >
          <bdi>{patient.name}</bdi>
        </Link>
        <Quiet>
          <span className="ltr">{patient.fileNumber}</span>
        </Quiet>
      </Fact>
      <Fact label={t('clinic')}>
        <bdi>{clinic.name}</bdi>
        <Quiet>{t('zone', { zone: clinic.timeZone })}</Quiet>
      </Fact>
      <Fact label={t('service')}>
        <span className="flex min-w-0 items-baseline gap-2">
          <span
            aria-hidden
            className="h-4 w-[3px] shrink-0 self-center rounded-full"
            style={{ backgroundColor: service.colour }}
          />
          <bdi>{service.name}</bdi>
        </span>
        <Quiet>{t('minutes', { count: shown.durationMinutes })}</Quiet>
      </Fact>
      <Fact label={t('window')}>{`${day(shown.startDate)} – ${day(shown.endDate)}`}</Fact>
      <Fact label={t('days')}>
        {preferredDays.length === 0
          ? t('anyDay')
          : weekdaysInWords(preferredDays, { format, type: 'conjunction' })}
      </Fact>
      {dayHours === null ? null : (
        <Fact label={t('hours')}>
          <span className="ltr">{`${dayHours.from}–${dayHours.to}`}</span>
        </Fact>
      )}
      <Fact label={t('rhythm')}>
        <Rhythm shown={shown} />
      </Fact>
      <Fact label={t('autoSchedule')}>{t(shown.autoSchedule ? 'on' : 'off')}</Fact>
      <Fact label={t('providers')}>
        <Assigned shown={shown} />
      </Fact>
      <Fact label={t('notes')}>
        {notes === '' ? <Quiet>{t('noNotes')}</Quiet> : <PlainText>{notes}</PlainText>}
      </Fact>
    </dl>
  );
}

function Rhythm({ shown: { maxPerWeek, minGapDays, maxGapDays } }: { shown: PackageView }) {
  const t = useTranslations('packages.facts');
  const format = useFormatter();
  const limits = [
    ...(maxPerWeek === null ? [] : [t('perWeek', { count: maxPerWeek })]),
    t('gap', { days: minGapDays }),
    ...(maxGapDays === null ? [] : [t('largestGap', { days: maxGapDays })]),
  ];
  const said = format.list(limits, { type: 'unit' });
  return `${said.charAt(0).toLocaleUpperCase()}${said.slice(1)}`;
}

function Assigned({ shown: { assigned, sessions } }: { shown: PackageView }) {
  const t = useTranslations('packages.facts');
  const runs = useRuns();
  const format = useFormatter();
  if (assigned.length === 0) return <Quiet>{t('nobody')}</Quiet>;
  return (
    <ul className="flex flex-col gap-1">
      {assigned.map(({ numbers, providers, note }) => (
        <li key={numbers[0]} className="flex flex-wrap gap-x-3">
          <bdi>{format.list(providers, { type: 'disjunction' })}</bdi>
          <Quiet>
            {numbers.length === sessions.length
              ? t('allSessions')
              : t('someSessions', { count: numbers.length, numbers: runs(numbers) })}
          </Quiet>
          {note === '' ? null : <PlainText>{note}</PlainText>}
        </li>
      ))}
    </ul>
  );
}

/** As it was typed: lines stay lines, marks stay marks, and each language has its direction. */
const PlainText = ({ children }: { children: string }) => (
  <span
    dir="auto"
    className="block w-fit max-w-full min-w-0 whitespace-pre-line wrap-anywhere rtl:text-right"
  >
    {children}
  </span>
);

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-x-4 gap-y-0.5 py-2.5 sm:flex-row">
      <dt className="w-32 shrink-0 text-sm leading-6 text-soft">{label}</dt>
      <dd className="flex min-w-0 grow flex-wrap items-baseline gap-x-3 leading-6">{children}</dd>
    </div>
  );
}

const Quiet = ({ children }: { children: ReactNode }) => (
  <span className="text-sm leading-6 text-soft">{children}</span>
);
