import { z } from 'zod';
import { isLocalDate, type LocalDate } from '@/lib/time/local-date';

export const CALENDAR_VIEWS = ['day', 'week', 'month'] as const;
export type CalendarView = (typeof CALENDAR_VIEWS)[number];

/** Beyond these dates an address was mistyped. */
export const EARLIEST_DATE = '1900-01-01';
export const LATEST_DATE = '2199-12-31';

/** An address may say a thing twice (`?date=…&date=…`): the first counts. */
const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

const id = z.preprocess(
  firstOf,
  z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .nullable()
    .catch(null),
);

/**
 * What the calendar shows, as its address says it. An address is written by people and programs of all
 * kinds: what makes no sense falls back to what anyone would want to see, and is never an error.
 */
export const calendarQuery = z.object({
  view: z.preprocess(firstOf, z.enum(CALENDAR_VIEWS).catch('day')),
  /** None means today, where the clinic is. */
  date: z.preprocess(
    firstOf,
    z
      .string()
      .refine((text) => isLocalDate(text) && text >= EARLIEST_DATE && text <= LATEST_DATE)
      .nullable()
      .catch(null),
  ),
  clinic: id,
  provider: id,
  service: id,
  room: id,
  /** Cancelled visits are shown, struck through. */
  cancelled: z.preprocess((value) => firstOf(value) === '1', z.boolean()),
});

export type CalendarQuery = z.infer<typeof calendarQuery>;

/** As a screen asks again that shows the calendar already: `seen` names the state it shows. */
export const boardQuery = calendarQuery.extend({ seen: z.string().max(4000).catch('') });

export type CalendarHref = '/calendar' | `/calendar?${string}`;

/** The address that shows it; what is as usual is left out. */
export function calendarHref(query: CalendarQuery): CalendarHref {
  const said = new URLSearchParams();
  if (query.view !== 'day') said.set('view', query.view);
  for (const key of ['date', 'clinic', 'provider', 'service', 'room'] as const) {
    const value = query[key];
    if (value !== null) said.set(key, value);
  }
  if (query.cancelled) said.set('cancelled', '1');
  return said.size === 0 ? '/calendar' : `/calendar?${said}`;
}

/** The query moved to a date; today is left out of the address, so that it stays today tomorrow. */
export function onDate(query: CalendarQuery, date: LocalDate, today: LocalDate): CalendarQuery {
  return { ...query, date: date === today ? null : date };
}
