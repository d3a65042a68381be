'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { use, useEffect, useState } from 'react';
import { CreatePatientContext } from '@/components/new-patient/new-patient';
import { NewPatientLater, reachNewPatient } from '@/components/new-patient/new-patient-later';
import type { ComboBoxItem } from '@/components/ui/combo-box';
import { ComboBoxLater } from '@/components/ui/combo-box-later';
import { NumberField } from '@/components/ui/number-field';
import { Select } from '@/components/ui/select';
import { LONGEST_VISIT_MINUTES, SHORTEST_VISIT_MINUTES } from '@/lib/rules/visit-length';
import { askServer } from './ask-server';
import { fieldId } from './booking-fields';
import { controlOf, FieldPlace, type FieldsProps } from './field-place';

const FEWEST_LETTERS = 2;
/** No name is longer: what is pasted beyond it is not asked for. */
const MOST_LETTERS = 100;

export interface PatientHit {
  id: string;
  name: string;
  fileNumber: string;
  birthDate: string | null;
}

/** Keeps a number from pulling its neighbours around where lines run from right to left. */
const isolated = (text: string) => `\u2068${text}\u2069`;

/** A patient as the box shows them: two of one name differ by file number and birth date. */
export function usePatientItem(): (patient: PatientHit) => ComboBoxItem {
  const format = useFormatter();
  return ({ id, name, fileNumber, birthDate }) => {
    const born = birthDate
      ? format.dateTime(new Date(`${birthDate}T00:00Z`), 'date', { timeZone: 'UTC' })
      : null;
    const parts = [fileNumber, born].filter((part) => part !== null).map(isolated);
    return { id, label: name, description: parts.join(' · ') };
  };
}

export function PatientField({ form, make, faults }: FieldsProps) {
  const t = useTranslations('booking');
  const common = useTranslations('common');
  const newPatient = useTranslations('newPatient');
  const itemOf = usePatientItem();
  const create = use(CreatePatientContext);
  const [searched, setSearched] = useState('');
  const [isAdding, setAdding] = useState(false);

  // The button that opened the dialog may be gone by then: with a patient, or because the box has come alive.
  useEffect(() => {
    if (!isAdding) return;
    return () => document.getElementById(fieldId('patientId'))?.focus();
  }, [isAdding]);

  async function load(query: string, signal: AbortSignal): Promise<ComboBoxItem[]> {
    if (query.trim() !== '') setSearched(query);
    const letters = query.trim().slice(0, MOST_LETTERS);
    if (letters.length < FEWEST_LETTERS) return [];
    const path = `/api/patients/search?${new URLSearchParams({ query: letters })}`;
    const { patients } = await askServer<{ patients: PatientHit[] }>(path, { signal });
    return patients.map(itemOf);
  }

  return (
    <FieldPlace field="patientId" faults={faults} isBeginning={form.patient === null}>
      <ComboBoxLater
        {...controlOf(faults, 'patientId')}
        label={t('fields.patientId')}
        placeholder={t('patientPlaceholder')}
        description={
          form.patient ? (
            form.patient.description
          ) : create ? (
            <NotListed onPress={() => setAdding(true)} />
          ) : null
        }
        emptyText={t('patientEmpty')}
        emptyAction={
          create
            ? { label: newPatient('title'), onPress: () => setAdding(true), onReach: reachNewPatient }
            : null
        }
        loadingText={common('loading')}
        failedText={t('patientFailed')}
        load={load}
        value={form.patient}
        onChange={(patient) => make({ kind: 'set', fields: { patient: patient ? { ...patient } : null } })}
        isRequired
      />
      {create && isAdding ? (
        <NewPatientLater
          searched={searched}
          create={create}
          onChosen={(patient) => {
            make({ kind: 'set', fields: { patient: itemOf(patient) } });
            setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </FieldPlace>
  );
}

/** For someone whom the search does not find. */
function NotListed({ onPress }: { onPress: () => void }) {
  const t = useTranslations('newPatient');
  return (
    <>
      {t('notListed')}{' '}
      <button
        type="button"
        onClick={onPress}
        onPointerEnter={reachNewPatient}
        onFocus={reachNewPatient}
        className="target rounded-sm font-medium text-accent underline underline-offset-2 hover:text-accent-strong"
      >
        {t('title')}
      </button>
    </>
  );
}

export function ClinicField({ form, make, faults, options }: FieldsProps) {
  const t = useTranslations('booking');
  return (
    <FieldPlace field="clinicId" faults={faults} isBeginning>
      <Select
        {...controlOf(faults, 'clinicId')}
        label={t('fields.clinicId')}
        placeholder={t('choose')}
        options={options.clinics.map(({ id, name }) => ({ value: id, label: name }))}
        value={form.clinicId}
        onChange={(event) => make({ kind: 'clinic', clinicId: event.target.value, options })}
        aria-required
      />
    </FieldPlace>
  );
}

export function ServiceField({ form, make, faults, options }: FieldsProps) {
  const t = useTranslations('booking');
  return (
    <FieldPlace field="serviceTypeId" faults={faults}>
      <Select
        {...controlOf(faults, 'serviceTypeId')}
        label={t('fields.serviceTypeId')}
        placeholder={t('choose')}
        options={options.services.map(({ id, name }) => ({ value: id, label: name }))}
        value={form.serviceTypeId}
        onChange={(event) => make({ kind: 'service', serviceTypeId: event.target.value, options })}
        aria-required
      />
    </FieldPlace>
  );
}

export function LengthField({ form, make, faults }: FieldsProps) {
  const t = useTranslations('booking');
  return (
    <FieldPlace field="durationMinutes" faults={faults}>
      <NumberField
        {...controlOf(faults, 'durationMinutes')}
        label={t('fields.durationMinutes')}
        unit={t('minutesUnit')}
        min={SHORTEST_VISIT_MINUTES}
        max={LONGEST_VISIT_MINUTES}
        step={5}
        value={form.durationMinutes}
        onChange={(durationMinutes) => make({ kind: 'duration', durationMinutes })}
        isRequired
      />
    </FieldPlace>
  );
}
