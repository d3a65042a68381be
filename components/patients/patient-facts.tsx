import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { daysBetween, type LocalDate } from '@/lib/time/local-date';

interface Patient {
  fileNumber: string;
  birthDate: LocalDate | null;
  email: string | null;
  phone: string | null;
  locale: string | null;
}

const DAYS_A_YEAR = 365.2425;

/** Who the patient is, and how to reach the family. */
export function PatientFacts({ patient, today }: { patient: Patient; today: LocalDate }) {
  const t = useTranslations('patients.facts');
  const format = useFormatter();
  const { fileNumber, birthDate, phone, email, locale } = patient;
  const language = locale === 'en' || locale === 'ar' ? t(`languages.${locale}`) : locale;
  return (
    <dl className="divide-y divide-hairline border-y border-hairline">
      <Fact label={t('file')}>
        <span className="ltr select-all">{fileNumber}</span>
      </Fact>
      <Fact label={t('birth')}>
        {birthDate === null ? (
          <None />
        ) : (
          <>
            {format.dateTime(new Date(`${birthDate}T00:00Z`), 'date', { timeZone: 'UTC' })}
            <span className="text-sm text-soft">
              {t('age', { years: Math.max(0, Math.floor(daysBetween(birthDate, today) / DAYS_A_YEAR)) })}
            </span>
          </>
        )}
      </Fact>
      <Fact label={t('phone')}>
        {phone === null ? (
          <None />
        ) : (
          <a
            href={`tel:${phone}`}
            className="target ltr rounded-sm text-accent underline-offset-4 hover:underline"
          >
            {phone}
          </a>
        )}
      </Fact>
      <Fact label={t('email')}>
        {email === null ? (
          <None />
        ) : (
          <a
            href={`mailto:${email}`}
            className="target ltr min-w-0 rounded-sm text-accent underline-offset-4 hover:underline"
          >
            <span className="block truncate">{email}</span>
          </a>
        )}
      </Fact>
      <Fact label={t('language')}>{language ?? <None />}</Fact>
    </dl>
  );
}

function None() {
  const t = useTranslations('patients.facts');
  return <span className="text-faint">{t('none')}</span>;
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-x-4 gap-y-0.5 py-2.5 sm:flex-row">
      <dt className="w-28 shrink-0 text-sm leading-6 text-soft">{label}</dt>
      <dd className="flex min-w-0 grow flex-wrap items-baseline gap-x-3 leading-6">{children}</dd>
    </div>
  );
}
