'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { PatientMade } from './new-patient';

type KnownPatientsProps = {
  patients: readonly PatientMade[];
  onChosen: (patient: PatientMade) => void;
  /** None of them is meant. */
  onAnother: () => void;
};

/** Who bears the name already: one press takes them, another says that it is someone else. */
export function KnownPatients({ patients, onChosen, onAnother }: KnownPatientsProps) {
  const t = useTranslations('newPatient.known');
  const format = useFormatter();
  const born = (date: string | null) =>
    date === null
      ? t('noBirthDate')
      : format.dateTime(new Date(`${date}T00:00Z`), 'date', { timeZone: 'UTC' });
  return (
    <section role="alert" aria-label={t('title')} className="flex flex-col gap-2 rounded bg-warn-soft p-3">
      <h3 className="text-work font-semibold text-warn">{t('title')}</h3>
      <ul className="flex flex-col divide-y divide-hairline">
        {patients.map((patient) => (
          <li key={patient.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1">
            <p className="min-w-0 text-work">
              <bdi className="font-medium">{patient.name}</bdi>{' '}
              <span className="text-soft">
                <bdi>{patient.fileNumber}</bdi> · <bdi>{born(patient.birthDate)}</bdi>
              </span>
            </p>
            <Button onClick={() => onChosen(patient)}>{t('choose')}</Button>
          </li>
        ))}
      </ul>
      <Button className="self-start" onClick={onAnother}>
        {t('another')}
      </Button>
    </section>
  );
}
