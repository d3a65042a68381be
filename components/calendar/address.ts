import type { CalendarQuery, CalendarView } from '@/lib/calendar/input';
import type { LocalDate } from '@/lib/time/local-date';

/* How addresses of the calendar are written; `lib/calendar/input.ts` reads them, and knows the schema library. */

export const CALENDAR_VIEWS: readonly CalendarView[] = ['day', 'week', 'month'];

export type CalendarHref = '/calendar' | `/calendar?${string}`;

/** The address that shows it, and a visit in sight; what is as usual is left out. */
export function calendarHref(query: CalendarQuery, visitId?: string): CalendarHref {
  const said = new URLSearchParams();
  if (query.view !== 'day') said.set('view', query.view);
  for (const key of ['date', 'clinic', 'provider', 'service', 'room'] as const) {
    const value = query[key];
    if (value !== null) said.set(key, value);
  }
  if (query.cancelled) said.set('cancelled', '1');
  if (visitId !== undefined) said.set('visit', visitId);
  return said.size === 0 ? '/calendar' : `/calendar?${said}`;
}

/** The query moved to a date; today is left out of the address, so that it stays today tomorrow. */
export function onDate(query: CalendarQuery, date: LocalDate, today: LocalDate): CalendarQuery {
  return { ...query, date: date === today ? null : date };
}
