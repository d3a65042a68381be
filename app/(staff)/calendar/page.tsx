import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { pageAccount } from '@/app/session';
import { clinicsAtWork } from '@/app/working-clinic';
import { CalendarFilters } from '@/components/calendar/calendar-filters';
import { CalendarNavigation } from '@/components/calendar/calendar-navigation';
import { CalendarSkeleton } from '@/components/calendar/calendar-skeleton';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { listCalendarChoices } from '@/db/reads/calendar-choices';
import { isPermitted, type Permission } from '@/lib/auth/permissions';
import { calendarQuery } from '@/lib/calendar/input';
import { clinicOf, knownQuery } from '@/lib/calendar/known-query';
import { CalendarContent } from './calendar-content';
import { CalendarKeys } from './calendar-keys';
import { placesAround } from './calendar-places';
import { noonUtc } from './noon-utc';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calendar'))('title') };
}

type CalendarPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CalendarPage({ searchParams }: CalendarPageProps) {
  const { scope, account } = await pageAccount('calendar.read');
  const may = (permission: Permission) => isPermitted(account.role, permission);
  const named = calendarQuery.parse(await searchParams);
  const [t, { clinics, working }] = await Promise.all([getTranslations('calendar'), clinicsAtWork(scope)]);
  const asked = { ...named, clinic: named.clinic ?? working?.id ?? null };
  const clinic = clinicOf(asked, clinics);
  if (!clinic) return <EmptyState title={t('noClinicTitle')}>{t('noClinicBody')}</EmptyState>;

  const choices = await listCalendarChoices(scope, clinic.id);
  const query = knownQuery(asked, choices);
  const around = placesAround(query, clinic, scope.now());
  const format = await getFormatter();
  const [first, last] = [noonUtc(around.dates[0]), noonUtc(around.dates.at(-1) ?? around.dates[0])];
  const titles = {
    day: () => format.dateTime(first, 'fullDay', { timeZone: 'UTC' }),
    week: () => format.dateTimeRange(first, last, { ...weekFormat, timeZone: 'UTC' }),
    month: () => format.dateTime(noonUtc(around.date), 'month', { timeZone: 'UTC' }),
  };
  const isAnotherZone = clinics.some(({ timeZone }) => timeZone !== clinic.timeZone);
  const clock = format.dateTime(scope.now(), 'time', { timeZone: clinic.timeZone });

  return (
    // Days have a board, which ends where the screen does however many lines the head takes; a month goes on below.
    <div
      className={`group/calendar ${query.view === 'month' ? '' : 'md:-mb-[calc(var(--page-end)-8px)] md:flex md:max-h-[max(calc(100dvh-5.5rem),38rem)] md:flex-col print:block print:max-h-none'}`}
    >
      <CalendarKeys query={query} date={around.date} today={around.today} />
      <PageHeader
        title={titles[query.view]()}
        lead={
          <>
            {/* On a screen the choice of clinics says it already. */}
            <span className={clinics.length > 1 ? 'hidden print:inline' : ''}>{clinic.name}</span>
            {isAnotherZone ? (
              <span className="print:hidden">{t('clinicTime', { time: clock, zone: clinic.timeZone })}</span>
            ) : null}
          </>
        }
        more={<CalendarNavigation query={query} weekStart={clinic.weekStart} {...around} />}
      />
      <CalendarFilters query={query} clinicId={clinic.id} clinics={clinics} {...choices} />
      <Suspense
        key={`${query.view} ${clinic.id} ${query.provider}`}
        fallback={<CalendarSkeleton view={query.view} />}
      >
        <CalendarContent
          scope={scope}
          clinic={clinic}
          choices={choices}
          query={query}
          around={around}
          may={{
            create: may('appointment.create'),
            reschedule: may('appointment.reschedule'),
            overlap: may('appointment.overlap'),
          }}
        />
      </Suspense>
    </div>
  );
}

const weekFormat = { day: 'numeric', month: 'long', year: 'numeric' } as const;
