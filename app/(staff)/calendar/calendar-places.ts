import type { CalendarPlaces } from '@/components/calendar/calendar-navigation';
import type { CalendarClinic } from '@/db/reads/calendar-choices';
import { type CalendarQuery, calendarHref, onDate } from '@/lib/calendar/input';
import { weekDates } from '@/lib/calendar/week-dates';
import { DAY_MS, type Instant } from '@/lib/time/instant';
import { addDays, epochDayOf, type LocalDate } from '@/lib/time/local-date';
import { localDateOf } from '@/lib/time/wall-clock';

export interface Around {
  /** The day asked for: shown by itself, or with its week. */
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
  const week = weekDates(date, clinic.weekStart);
  const [weekStart = date, ...rest] = week;
  const at = (day: LocalDate, view = query.view) => calendarHref(onDate({ ...query, view }, day, today));
  const step = query.view === 'day' ? 1 : 7;
  return {
    date,
    today,
    dates: query.view === 'day' ? [date] : [weekStart, ...rest],
    week,
    places: {
      previous: at(addDays(date, -step)),
      today: at(today),
      next: at(addDays(date, step)),
      day: at(date, 'day'),
      week: at(date, 'week'),
    },
  };
}

/** A date as an instant, to be written in UTC: a date has no zone that could shift it. */
export const noonUtc = (date: LocalDate): Instant => epochDayOf(date) * DAY_MS + DAY_MS / 2;
