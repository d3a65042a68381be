'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { FilterChip } from '@/components/ui/filter-chip';
import { Select } from '@/components/ui/select';
import type { CalendarQuery } from '@/lib/calendar/input';
import { calendarHref } from './address';

type Named = { id: string; name: string };

type CalendarFiltersProps = {
  query: CalendarQuery;
  clinicId: string;
  clinics: readonly Named[];
  providers: readonly Named[];
  services: readonly Named[];
  rooms: readonly Named[];
};

const optionsOf = (choices: readonly Named[]) => choices.map(({ id, name }) => ({ value: id, label: name }));

/** What of the calendar is shown. Each choice is a new address. */
export function CalendarFilters({
  query,
  clinicId,
  clinics,
  providers,
  services,
  rooms,
}: CalendarFiltersProps) {
  const t = useTranslations('calendar');
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const show = (change: Partial<CalendarQuery>) =>
    startTransition(() => router.push(calendarHref({ ...query, ...change })));
  const chips = [
    { key: 'provider', label: t('provider'), all: t('allProviders'), choices: providers },
    { key: 'service', label: t('service'), all: t('allServices'), choices: services },
    { key: 'room', label: t('room'), all: t('allRooms'), choices: rooms },
  ] as const;
  const nothing = { provider: null, service: null, room: null };
  const isFiltered = query.provider !== null || query.service !== null || query.room !== null;
  return (
    <div
      data-print="hide"
      data-pending={isPending || undefined}
      className="-mx-1 flex shrink-0 items-center gap-2 overflow-x-auto p-1 pb-3 [scrollbar-width:none] md:flex-wrap"
    >
      {clinics.length > 1 ? (
        <Select
          label={t('clinic')}
          isLabelHidden
          value={clinicId}
          options={optionsOf(clinics)}
          onChange={(event) => show({ ...nothing, clinic: event.target.value })}
          className="w-48 shrink-0"
        />
      ) : null}
      {chips.map(({ key, label, all, choices }) =>
        // One choice is no choice.
        choices.length > 1 ? (
          <FilterChip
            key={key}
            label={label}
            options={optionsOf(choices)}
            selected={query[key] === null ? [] : [query[key]]}
            onChange={([id]) => show({ [key]: id ?? null })}
            clearLabel={all}
          />
        ) : null,
      )}
      <Checkbox
        label={<span className="whitespace-nowrap">{t('showCancelled')}</span>}
        checked={query.cancelled}
        onChange={(event) => show({ cancelled: event.target.checked })}
        className="shrink-0"
      />
      {isFiltered ? (
        <Link
          href={calendarHref({ ...query, ...nothing })}
          prefetch={false}
          className="target shrink-0 rounded-sm px-1 text-sm font-medium text-accent underline-offset-4 hover:underline"
        >
          {t('clearFilters')}
        </Link>
      ) : null}
    </div>
  );
}
