'use client';

import { useTranslations } from 'next-intl';
import { FilterChip } from '@/components/ui/filter-chip';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { ToggleChip } from '@/components/ui/toggle-chip';
import {
  APPOINTMENT_SORTS,
  type AppointmentListQuery,
  appointmentAddresses,
  appointmentSortOf,
  PERIODS,
  periodOf,
} from '@/lib/lists/appointments/input';
import { ChoiceChip } from './choice-chip';
import type { Named } from './choices';
import { DateRangeChip } from './date-range-chip';
import { ListBar } from './list-bar';
import { useListQuery } from './use-list-query';

type AppointmentFiltersProps = {
  query: AppointmentListQuery;
  clinics: readonly Named[];
  providers: readonly Named[];
  services: readonly Named[];
  rooms: readonly Named[];
};

const STATUSES = ['SCHEDULED', 'ARRIVED', 'COMPLETED', 'NO_SHOW', 'CANCELLED'] as const;

/** Which appointments are shown, and in which order. Each choice is a new address. */
export function AppointmentFilters({ query, clinics, providers, services, rooms }: AppointmentFiltersProps) {
  const t = useTranslations('lists');
  const states = useTranslations('states');
  const { chosen, choose, bar } = useListQuery(appointmentAddresses, query);
  return (
    <ListBar
      {...bar}
      words={{ search: t('appointments.search'), placeholder: t('appointments.placeholder') }}
      chips={
        <>
          <SegmentedControl
            label={t('appointments.period')}
            isLabelHidden
            value={periodOf(chosen)}
            options={PERIODS.map((period) => ({ value: period, label: t(`appointments.periods.${period}`) }))}
            // Named days are a period of their own.
            onChange={(period) =>
              choose({
                period: PERIODS.find((known) => known === period) ?? null,
                from: null,
                to: null,
                sort: null,
              })
            }
          />
          <DateRangeChip
            label={t('appointments.days')}
            from={chosen.from}
            to={chosen.to}
            onChange={(days) => choose({ ...days, period: null })}
          />
          <ChoiceChip
            label={t('filters.clinic')}
            clearLabel={t('filters.allClinics')}
            choices={clinics}
            chosen={chosen.clinic}
            // A room stands in one clinic.
            onChange={(clinic) => choose({ clinic, room: null })}
          />
          <ChoiceChip
            label={t('filters.provider')}
            clearLabel={t('filters.allProviders')}
            choices={providers}
            chosen={chosen.provider}
            onChange={(provider) => choose({ provider })}
          />
          <ChoiceChip
            label={t('filters.service')}
            clearLabel={t('filters.allServices')}
            choices={services}
            chosen={chosen.service}
            onChange={(service) => choose({ service })}
          />
          <ChoiceChip
            label={t('filters.room')}
            clearLabel={t('filters.allRooms')}
            choices={rooms}
            chosen={chosen.room}
            onChange={(room) => choose({ room })}
          />
          <FilterChip
            label={t('filters.status')}
            options={STATUSES.map((status) => ({ value: status, label: states(status) }))}
            selected={chosen.status}
            onChange={(several) => choose({ status: STATUSES.filter((status) => several.includes(status)) })}
            isMultiple
            clearLabel={t('filters.anyStatus')}
          />
          <ToggleChip
            label={t('appointments.overlap')}
            isOn={chosen.overlap}
            onChange={(overlap) => choose({ overlap })}
          />
        </>
      }
      sort={{
        value: appointmentSortOf(chosen),
        options: APPOINTMENT_SORTS.map((sort) => ({ value: sort, label: t(`appointments.sorts.${sort}`) })),
        onChange: (sort) => choose({ sort: APPOINTMENT_SORTS.find((known) => known === sort) }),
      }}
    />
  );
}
