import * as z from 'zod';
import { LONGEST_VISIT_MINUTES, SHORTEST_VISIT_MINUTES } from '@/lib/rules/visit-length';
import { daysBetween, isLocalDate, type LocalDate } from '@/lib/time/local-date';

const CALENDAR_VIEWS = ['day', 'week', 'month'] as const;
export type CalendarView = (typeof CALENDAR_VIEWS)[number];

/** Beyond these dates an address was mistyped. */
export const EARLIEST_DATE = '1900-01-01';
export const LATEST_DATE = '2199-12-31';

const isOfThisAge = (date: LocalDate) => date >= EARLIEST_DATE && date <= LATEST_DATE;

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
      .refine((text) => isLocalDate(text) && isOfThisAge(text))
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

const known = z.string().regex(/^[\w-]{1,64}$/, 'invalid');
const shownDate = z.string().refine(isLocalDate, 'not_a_date').refine(isOfThisAge, 'not_a_date');

/** Where one visit could stand: with whom, on which of the days that are shown, and for how long. */
export const feasibilityQuery = z
  .object({
    appointment: known,
    providers: z
      .string()
      .max(8000)
      .transform((text) => text.split(','))
      .pipe(z.array(known).min(1).max(100)),
    from: shownDate,
    to: shownDate,
    durationMinutes: z.coerce.number().int().min(SHORTEST_VISIT_MINUTES).max(LONGEST_VISIT_MINUTES),
  })
  .refine(({ from, to }) => from <= to && daysBetween(from, to) < 7, { path: ['to'], error: 'invalid' });
