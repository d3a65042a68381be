import { addDays, isLocalDate } from '@/lib/time/local-date';

export const LAST_BOOKABLE_DATE = '9000-12-31';

/** A date that exists, with room for arithmetic on both sides; whether it is too far away is another question. */
export const isBookableDate = (text: string): boolean =>
  isLocalDate(text) && text >= '1000-01-01' && text <= LAST_BOOKABLE_DATE;

/** Nobody books further ahead: a year of 2207 is a typing mistake. */
const MAX_DAYS_AHEAD = 730;

/** What is wrong with a date to book on, the clinic's date being `today`; null when nothing is. */
export function dateFault(date: string, today: string): 'in_the_past' | 'too_far_ahead' | null {
  if (date < today) return 'in_the_past';
  return date > addDays(today, MAX_DAYS_AHEAD) ? 'too_far_ahead' : null;
}
