import { isLocalDate } from '@/lib/time/local-date';

/** A date that exists, in years that calendars are kept for: outside of them arithmetic has no ground. */
export const isBookableDate = (text: string): boolean =>
  isLocalDate(text) && text >= '1900-01-01' && text <= '2199-12-31';
