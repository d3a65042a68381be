import * as z from 'zod';
import { isLocalDate } from '@/lib/time/local-date';
import { isBookableDate, LAST_BOOKABLE_DATE } from './input';

/** A day to book on, as it is typed; one so late that no sum can be done with it is told to be too far ahead. */
export const bookableDay = z
  .string()
  .min(1, 'required')
  .refine((text) => isBookableDate(text) || isAfterAll(text), 'not_a_date')
  .refine((text) => !isAfterAll(text), 'too_far_ahead');

const isAfterAll = (text: string) => isLocalDate(text) && text > LAST_BOOKABLE_DATE;
