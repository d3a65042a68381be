import { CalendarDays } from 'lucide-react';
import { getFormatter, getTranslations } from 'next-intl/server';
import { calendarHref } from '@/components/calendar/address';
import { StayFresh } from '@/components/shell/stay-fresh';
import { DayCounts } from '@/components/today/day-counts';
import { NobodyBooked } from '@/components/today/nobody-booked';
import { ProviderDay } from '@/components/today/provider-day';
import { UnsettledDays } from '@/components/today/unsettled-days';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHeader } from '@/components/ui/page-header';
import type { CalendarClinic } from '@/db/reads/calendar-choices';
import type { Role } from '@/db/schema';
import type { TenantScope } from '@/db/scope';
import { calendarQuery } from '@/lib/calendar/input';
import { DAY_MS } from '@/lib/time/instant';
import { epochDayOf, type LocalDate } from '@/lib/time/local-date';
import { localDateOf } from '@/lib/time/wall-clock';
import { deskRevision } from '@/lib/today/desk-revision';
import { showToday } from '@/lib/today/show-today';
import { TodayAttention } from './today-attention';
import { VisitActions } from './visit-actions';

type TodayContentProps = {
  scope: TenantScope;
  role: Role;
  clinic: CalendarClinic;
  clinics: readonly CalendarClinic[];
  date: LocalDate | null;
};

/** The day of one clinic, and beside it what waits for someone. */
export async function TodayContent({ scope, role, clinic, clinics, date: asked }: TodayContentProps) {
  const { id: clinicId, timeZone } = clinic;
  const today = localDateOf(scope.now(), timeZone);
  // Today's own date is today too, and stays so when midnight passes.
  const date = asked !== null && asked < today ? asked : null;
  // Read before the day itself: what changes in between is then asked for once more, never missed.
  const revision = await deskRevision(scope, { clinic, date: date ?? today });
  const [t, format, shown] = await Promise.all([
    getTranslations('today'),
    getFormatter(),
    showToday(scope, { clinic, date }),
  ]);
  const { providers, closure, now } = shown;
  const title = format.dateTime(epochDayOf(shown.date) * DAY_MS, 'fullDay', { timeZone: 'UTC' });
  const isAnotherZone = clinics.some((other) => other.timeZone !== timeZone);
  const clock = format.dateTime(now, 'time', { timeZone });
  const inCalendar = (day: LocalDate) =>
    calendarHref({ ...calendarQuery.parse({}), clinic: clinicId, date: day });

  return (
    <>
      <StayFresh
        path={`/api/today?${new URLSearchParams({ clinic: clinicId, date: shown.date })}`}
        revision={revision}
      />
      <PageHeader
        title={title}
        lead={
          <>
            <bdi>{clinic.name}</bdi>
            {isAnotherZone ? (
              <>
                {' · '}
                <bdi>{t('clinicTime', { time: clock, zone: timeZone })}</bdi>
              </>
            ) : null}
            <DayCounts providers={providers} isOver={date !== null} />
          </>
        }
        breadcrumbs={date === null ? undefined : [{ label: t('backToToday'), href: '/today' }]}
        breadcrumbsLabel={t('earlierDays')}
        more={
          <ButtonLink
            href={inCalendar(shown.date)}
            prefetch={false}
            className="max-md:hidden"
            icon={<CalendarDays aria-hidden className="size-4" />}
          >
            {t('openCalendar')}
          </ButtonLink>
        }
      />
      <UnsettledDays shown={shown} clinicId={clinicId} />
      <div className="grid gap-x-10 gap-y-10 pt-2 xl:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="min-w-0">
          {closure !== null && providers.length > 0 ? (
            <p className="mb-4 rounded bg-warn-soft px-3 py-2 text-sm font-medium text-warn">
              {t('closed', { label: closure })}
            </p>
          ) : null}
          {providers.length === 0 ? (
            <NobodyBooked shown={shown} isOneself={role === 'provider'} hrefOf={inCalendar} />
          ) : (
            <div className="grid items-start gap-x-10 gap-y-8 min-[100rem]:grid-cols-2">
              {providers.map((row) => (
                <ProviderDay
                  key={row.provider.id}
                  row={row}
                  now={now}
                  timeZone={timeZone}
                  hasNowLine={date === null}
                  renderActions={(visit) => <VisitActions visit={visit} role={role} />}
                />
              ))}
            </div>
          )}
        </div>
        <TodayAttention scope={scope} shown={shown} clinicId={clinicId} />
      </div>
    </>
  );
}
