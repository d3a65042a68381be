import { getFormatter, getTranslations } from 'next-intl/server';
import { Agenda } from '@/components/calendar/agenda';
import { DayStrip, SwipeDays } from '@/components/calendar/day-strip';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import type { CalendarChoices } from '@/db/reads/calendar-choices';
import type { TenantScope } from '@/db/scope';
import { type CalendarQuery, calendarHref, onDate } from '@/lib/calendar/input';
import { type ShownCalendar, showCalendar } from '@/lib/calendar/show-calendar';
import { type BoardProps, CalendarBoard } from './calendar-board';
import { noonUtc } from './calendar-places';

type ContentProps = Omit<BoardProps, 'calendar'> & { scope: TenantScope };

/** The days themselves: a board on a desk, a list on a phone and on paper. */
export async function CalendarContent({ scope, clinic, choices, query, around }: ContentProps) {
  const calendar = await showCalendar(scope, {
    clinic,
    providers: choices.providers,
    dates: around.dates,
    providerId: query.provider,
    serviceTypeId: query.service,
    roomId: query.room,
    withCancelled: query.cancelled,
  });
  const t = await getTranslations('calendar');
  const format = await getFormatter();
  const fullDay = (date: string) => format.dateTime(noonUtc(date), 'fullDay', { timeZone: 'UTC' });
  const empty = whyEmpty(calendar, query, choices);

  return (
    <SwipeDays previous={around.places.previous} next={around.places.next}>
      <DayStrip
        days={around.week.map((date) => ({
          date,
          weekday: format.dateTime(noonUtc(date), 'weekday', { timeZone: 'UTC' }),
          number: String(Number(date.slice(8))),
          name: fullDay(date),
          href: calendarHref(onDate({ ...query, view: 'day' }, date, around.today)),
          isShown: query.view === 'day' && date === around.date,
          isToday: date === around.today,
        }))}
      />
      {empty === null ? (
        <>
          <CalendarBoard
            calendar={calendar}
            clinic={clinic}
            choices={choices}
            query={query}
            around={around}
          />
          <Agenda
            label={t('listLabel', { date: fullDay(around.date) })}
            days={calendar.days.map(({ date, closure }, index) => ({
              date,
              name: fullDay(date),
              closure,
              cards: calendar.providers
                .flatMap(({ columns }) => columns[index]?.cards ?? [])
                .filter(({ isMatch }) => isMatch)
                .sort((one, other) => one.from - other.from || one.to - other.to),
            }))}
          />
        </>
      ) : (
        <EmptyState
          title={
            empty === 'closed'
              ? t('closed', { label: calendar.days[0]?.closure ?? '' })
              : t(`${empty}Title`, { clinic: clinic.name })
          }
          action={
            empty === 'noMatch' ? (
              <ButtonLink href={calendarHref({ ...query, provider: null, service: null, room: null })}>
                {t('clearFilters')}
              </ButtonLink>
            ) : null
          }
        >
          {t(`${empty}Body`)}
        </EmptyState>
      )}
    </SwipeDays>
  );
}

/** Why there is nothing to show, or null. A day with visits is always shown, whoever works. */
function whyEmpty(
  { days, providers }: ShownCalendar,
  { service, room, provider }: CalendarQuery,
  choices: CalendarChoices,
): 'noProvider' | 'noMatch' | 'closed' | 'nobody' | null {
  if (providers.length === 0) {
    const isFiltered = service !== null || room !== null || provider !== null;
    return isFiltered && choices.providers.length > 0 ? 'noMatch' : 'noProvider';
  }
  const columns = providers.flatMap((row) => row.columns);
  if (columns.some(({ cards }) => cards.length > 0)) return null;
  if (days.every(({ closure }) => closure !== null)) return 'closed';
  return columns.every(({ works }) => works.length === 0) ? 'nobody' : null;
}
