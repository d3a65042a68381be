import { calendarHref, onDate } from '@/components/calendar/address';
import type { CalendarPlaces } from '@/components/calendar/calendar-navigation';
import type { CalendarClinic } from '@/db/reads/calendar-choices';
import type { CalendarQuery } from '@/lib/calendar/input';
import { addMonths } from '@/lib/calendar/month-weeks';
import { shownDates } from '@/lib/calendar/shown-dates';
import { weekDates } from '@/lib/calendar/week-dates';
import type { Instant } from '@/lib/time/instant';
import { addDays, type LocalDate } from '@/lib/time/local-date';
import { localDateOf } from '@/lib/time/wall-clock';

export interface Around {
  /** The day asked for: shown by itself, or with its week or month. */
  date: LocalDate;
  today: LocalDate;
  /** What is shown, in order. */
  dates: [LocalDate, ...LocalDate[]];
  /** The seven days around `date`. */
  week: LocalDate[];
  places: CalendarPlaces;
}

/** Which days an address shows, and where one can go from there. */
export function placesAround(query: CalendarQuery, clinic: CalendarClinic, now: Instant): Around {
  const today = localDateOf(now, clinic.timeZone);
  const date = query.date ?? today;
  const at = (day: LocalDate, view = query.view) => calendarHref(onDate({ ...query, view }, day, today));
  const turned = (direction: 1 | -1) => at(turnedDate(query.view, date, direction));
  return {
    date,
    today,
    dates: shownDates(query.view, date, clinic.weekStart),
    week: weekDates(date, clinic.weekStart),
    places: {
      previous: turned(-1),
      today: at(today),
      next: turned(1),
      day: at(date, 'day'),
      week: at(date, 'week'),
      month: at(date, 'month'),
    },
  };
}

/** The date one page of a view further. */
function turnedDate(view: CalendarQuery['view'], date: LocalDate, direction: 1 | -1): LocalDate {
  if (view === 'month') return addMonths(date, direction);
  return addDays(date, view === 'day' ? direction : 7 * direction);
}
