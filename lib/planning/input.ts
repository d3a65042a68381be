import { isLocalDate } from '@/lib/time/local-date';

export const LAST_BOOKABLE_DATE = '9000-12-31';

/** A date that exists, with room for arithmetic on both sides; whether it is too far away is another question. */
export const isBookableDate = (text: string): boolean =>
  isLocalDate(text) && text >= '1000-01-01' && text <= LAST_BOOKABLE_DATE;
