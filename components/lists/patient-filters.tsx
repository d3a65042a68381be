'use client';

import { useTranslations } from 'next-intl';
import { ToggleChip } from '@/components/ui/toggle-chip';
import {
  choosingPatients,
  countPatientFilters,
  PATIENT_SORTS,
  type PatientListQuery,
  patientListHref,
  withoutPatientFilters,
} from '@/lib/lists/patients/input';
import { ChoiceChip } from './choice-chip';
import type { Named } from './choices';
import { ListBar } from './list-bar';
import { useListAddress } from './use-list-address';

type PatientFiltersProps = { query: PatientListQuery; clinics: readonly Named[] };

/** Which patients are shown, and in which order. Each choice is a new address. */
export function PatientFilters({ query, clinics }: PatientFiltersProps) {
  const t = useTranslations('lists');
  const { isPending, show, follow } = useListAddress();
  const choose = (change: Partial<PatientListQuery>) =>
    show(patientListHref(choosingPatients(query, change)));
  const filterCount = countPatientFilters(query);
  return (
    <ListBar
      search={{
        label: t('patients.search'),
        placeholder: t('patients.placeholder'),
        value: query.q,
        onSearch: (q) => follow(patientListHref(choosingPatients(query, { q }))),
      }}
      chips={
        <>
          <ChoiceChip
            label={t('filters.clinic')}
            clearLabel={t('filters.allClinics')}
            choices={clinics}
            chosen={query.clinic}
            onChange={(clinic) => choose({ clinic })}
          />
          <ToggleChip label={t('patients.open')} isOn={query.open} onChange={(open) => choose({ open })} />
          <ToggleChip label={t('patients.idle')} isOn={query.idle} onChange={(idle) => choose({ idle })} />
        </>
      }
      filterCount={filterCount}
      sort={{
        value: query.sort,
        options: PATIENT_SORTS.map((sort) => ({ value: sort, label: t(`patients.sorts.${sort}`) })),
        onChange: (sort) => choose({ sort: PATIENT_SORTS.find((known) => known === sort) }),
      }}
      isFiltered={filterCount > 0 || query.q !== ''}
      onClear={() => show(patientListHref(withoutPatientFilters(query)))}
      isPending={isPending}
    />
  );
}
