'use client';

import { useTranslations } from 'next-intl';
import { FilterChip } from '@/components/ui/filter-chip';
import { ToggleChip } from '@/components/ui/toggle-chip';
import { PACKAGE_SORTS, type PackageListQuery, packageAddresses } from '@/lib/lists/packages/input';
import { ChoiceChip } from './choice-chip';
import type { Named } from './choices';
import { DateRangeChip } from './date-range-chip';
import { ListBar } from './list-bar';
import { useListQuery } from './use-list-query';

type PackageFiltersProps = {
  query: PackageListQuery;
  clinics: readonly Named[];
  services: readonly Named[];
  providers: readonly Named[];
};

const STATUSES = ['DRAFT', 'SCHEDULED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED'] as const;

/** Which packages are shown, and in which order. Each choice is a new address. */
export function PackageFilters({ query, clinics, services, providers }: PackageFiltersProps) {
  const t = useTranslations('lists');
  const states = useTranslations('states');
  const { chosen, choose, bar } = useListQuery(packageAddresses, query);
  return (
    <ListBar
      {...bar}
      words={{ search: t('packages.search'), placeholder: t('packages.placeholder') }}
      chips={
        <>
          <ChoiceChip
            label={t('filters.clinic')}
            clearLabel={t('filters.allClinics')}
            choices={clinics}
            chosen={chosen.clinic}
            onChange={(clinic) => choose({ clinic })}
          />
          <FilterChip
            label={t('filters.status')}
            options={STATUSES.map((status) => ({ value: status, label: states(status) }))}
            selected={chosen.status}
            onChange={(several) => choose({ status: STATUSES.filter((status) => several.includes(status)) })}
            isMultiple
            clearLabel={t('filters.anyStatus')}
          />
          <ChoiceChip
            label={t('filters.service')}
            clearLabel={t('filters.allServices')}
            choices={services}
            chosen={chosen.service}
            onChange={(service) => choose({ service })}
          />
          <ChoiceChip
            label={t('filters.provider')}
            clearLabel={t('filters.allProviders')}
            choices={providers}
            chosen={chosen.provider}
            onChange={(provider) => choose({ provider })}
          />
          <DateRangeChip label={t('packages.starts')} from={chosen.from} to={chosen.to} onChange={choose} />
          <ToggleChip
            label={t('packages.attention')}
            isOn={chosen.attention}
            onChange={(attention) => choose({ attention })}
          />
          <ToggleChip
            label={t('packages.ending')}
            isOn={chosen.ending}
            onChange={(ending) => choose({ ending })}
          />
        </>
      }
      sort={{
        value: chosen.sort,
        options: PACKAGE_SORTS.map((sort) => ({ value: sort, label: t(`packages.sorts.${sort}`) })),
        onChange: (sort) => choose({ sort: PACKAGE_SORTS.find((known) => known === sort) }),
      }}
    />
  );
}
