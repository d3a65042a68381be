'use client';

import { useTranslations } from 'next-intl';
import { ToggleChip } from '@/components/ui/toggle-chip';
import { PATIENT_SORTS, type PatientListQuery, patientAddresses } from '@/lib/lists/patients/input';
import { ChoiceChip } from './choice-chip';
import type { Named } from './choices';
import { ListBar } from './list-bar';
import { useListQuery } from './use-list-query';

type PatientFiltersProps = { query: PatientListQuery; clinics: readonly Named[] };

/** Which patients are shown, and in which order. Each choice is a new address. */
export function PatientFilters({ query, clinics }: PatientFiltersProps) {
  const t = useTranslations('lists');
  const { chosen, choose, bar } = useListQuery(patientAddresses, query);
  return (
    <ListBar
      {...bar}
      words={{ search: t('patients.search'), placeholder: t('patients.placeholder') }}
      chips={
        <>
          <ChoiceChip
            label={t('filters.clinic')}
            clearLabel={t('filters.allClinics')}
            choices={clinics}
            chosen={chosen.clinic}
            onChange={(clinic) => choose({ clinic })}
          />
          <ToggleChip label={t('patients.open')} isOn={chosen.open} onChange={(open) => choose({ open })} />
          <ToggleChip label={t('patients.idle')} isOn={chosen.idle} onChange={(idle) => choose({ idle })} />
        </>
      }
      sort={{
        value: chosen.sort,
        options: PATIENT_SORTS.map((sort) => ({ value: sort, label: t(`patients.sorts.${sort}`) })),
        onChange: (sort) => choose({ sort: PATIENT_SORTS.find((known) => known === sort) }),
      }}
    />
  );
}
