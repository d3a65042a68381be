'use client';

import { useTranslations } from 'next-intl';
import { FilterChip } from '@/components/ui/filter-chip';
import { ToggleChip } from '@/components/ui/toggle-chip';
import {
  choosingPackages,
  countPackageFilters,
  PACKAGE_SORTS,
  type PackageListQuery,
  packageListHref,
  withoutPackageFilters,
} from '@/lib/lists/packages/input';
import { ChoiceChip } from './choice-chip';
import type { Named } from './choices';
import { DateRangeChip } from './date-range-chip';
import { ListBar } from './list-bar';
import { useListAddress } from './use-list-address';

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
  const { isPending, show, follow } = useListAddress();
  const choose = (change: Partial<PackageListQuery>) =>
    show(packageListHref(choosingPackages(query, change)));
  const filterCount = countPackageFilters(query);
  return (
    <ListBar
      search={{
        label: t('packages.search'),
        placeholder: t('packages.placeholder'),
        value: query.q,
        onSearch: (q) => follow(packageListHref(choosingPackages(query, { q }))),
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
          <FilterChip
            label={t('filters.status')}
            options={STATUSES.map((status) => ({ value: status, label: states(status) }))}
            selected={query.status}
            onChange={(chosen) => choose({ status: STATUSES.filter((status) => chosen.includes(status)) })}
            isMultiple
            clearLabel={t('filters.anyStatus')}
          />
          <ChoiceChip
            label={t('filters.service')}
            clearLabel={t('filters.allServices')}
            choices={services}
            chosen={query.service}
            onChange={(service) => choose({ service })}
          />
          <ChoiceChip
            label={t('filters.provider')}
            clearLabel={t('filters.allProviders')}
            choices={providers}
            chosen={query.provider}
            onChange={(provider) => choose({ provider })}
          />
          <DateRangeChip label={t('packages.starts')} from={query.from} to={query.to} onChange={choose} />
          <ToggleChip
            label={t('packages.attention')}
            isOn={query.attention}
            onChange={(attention) => choose({ attention })}
          />
          <ToggleChip
            label={t('packages.ending')}
            isOn={query.ending}
            onChange={(ending) => choose({ ending })}
          />
        </>
      }
      filterCount={filterCount}
      sort={{
        value: query.sort,
        options: PACKAGE_SORTS.map((sort) => ({ value: sort, label: t(`packages.sorts.${sort}`) })),
        onChange: (sort) => choose({ sort: PACKAGE_SORTS.find((known) => known === sort) }),
      }}
      isFiltered={filterCount > 0 || query.q !== ''}
      onClear={() => show(packageListHref(withoutPackageFilters(query)))}
      isPending={isPending}
    />
  );
}
