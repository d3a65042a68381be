'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { FilterChip } from '@/components/ui/filter-chip';
import { Select } from '@/components/ui/select';
import {
  choosing,
  isFiltered,
  PACKAGE_SORTS,
  type PackageListQuery,
  packageListHref,
  packageListQuery,
  withoutFilters,
} from '@/lib/package-list/input';
import { PackageSearch } from './package-search';
import { StartDateChip } from './start-date-chip';

type Named = { id: string; name: string };

type PackageFiltersProps = {
  query: PackageListQuery;
  clinics: readonly Named[];
  services: readonly Named[];
};

const STATUSES = ['DRAFT', 'SCHEDULED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED'] as const;
const optionsOf = (choices: readonly Named[]) => choices.map(({ id, name }) => ({ value: id, label: name }));
const chosenOf = (id: string | null) => (id === null ? [] : [id]);

/** Which packages are shown, and in which order. Each choice is a new address. */
export function PackageFilters({ query, clinics, services }: PackageFiltersProps) {
  const t = useTranslations('packages');
  const states = useTranslations('states');
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const show = (next: PackageListQuery) => startTransition(() => router.push(packageListHref(next)));
  const choose = (change: Partial<PackageListQuery>) => show(choosing(query, change));

  return (
    <fieldset
      data-print="hide"
      data-pending={isPending || undefined}
      className="flex min-w-0 flex-col gap-3 pb-4 md:flex-row md:flex-wrap md:items-center"
    >
      <legend className="sr-only">{t('filters.label')}</legend>
      <PackageSearch
        value={query.q}
        // Each letter is not a place to go back to.
        onSearch={(q) => startTransition(() => router.replace(packageListHref(choosing(query, { q }))))}
      />
      <div className="-mx-1 flex items-center gap-2 overflow-x-auto p-1 [scrollbar-width:none] md:flex-wrap">
        {clinics.length > 1 ? (
          <FilterChip
            label={t('filters.clinic')}
            options={optionsOf(clinics)}
            selected={chosenOf(query.clinic)}
            onChange={([clinic]) => choose({ clinic: clinic ?? null })}
            clearLabel={t('filters.allClinics')}
          />
        ) : null}
        <FilterChip
          label={t('filters.status')}
          options={STATUSES.map((status) => ({ value: status, label: states(status) }))}
          selected={query.status}
          onChange={(chosen) => choose({ status: packageListQuery.parse({ status: chosen }).status })}
          isMultiple
          clearLabel={t('filters.allStatuses')}
        />
        {services.length > 1 ? (
          <FilterChip
            label={t('filters.service')}
            options={optionsOf(services)}
            selected={chosenOf(query.service)}
            onChange={([service]) => choose({ service: service ?? null })}
            clearLabel={t('filters.allServices')}
          />
        ) : null}
        <StartDateChip from={query.from} to={query.to} onChange={choose} />
        <button
          type="button"
          aria-pressed={query.attention}
          onClick={() => choose({ attention: !query.attention })}
          className={`target inline-flex h-8 shrink-0 items-center rounded-full border px-3 text-sm whitespace-nowrap transition-colors coarse:h-11 ${
            query.attention
              ? 'border-accent bg-accent-soft font-medium text-ink'
              : 'border-edge/50 bg-surface text-soft hover:border-edge hover:text-ink'
          }`}
        >
          {t('filters.attention')}
        </button>
        {isFiltered(query) ? (
          <button
            type="button"
            onClick={() => show(withoutFilters(query))}
            className="target shrink-0 rounded-sm px-1 text-sm font-medium whitespace-nowrap text-accent underline-offset-4 hover:underline"
          >
            {t('filters.clear')}
          </button>
        ) : null}
      </div>
      <Select
        label={t('sort.label')}
        isLabelHidden
        value={query.sort}
        options={PACKAGE_SORTS.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
        onChange={(event) => choose({ sort: packageListQuery.parse({ sort: event.target.value }).sort })}
        className="md:ms-auto md:w-48"
      />
    </fieldset>
  );
}
