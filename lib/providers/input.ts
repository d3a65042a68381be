import * as z from 'zod';
import { isLocalDate } from '@/lib/time/local-date';
import { isEndOfSpan, isLocalTime } from '@/lib/time/local-time';

const id = z.string().min(1, 'required').max(64);
/** The year 2200: beyond it lies no calendar of ours. */
const MAX_INSTANT = Date.UTC(2200, 0, 1);
const localDate = z.string().refine(isLocalDate, 'not_a_date');

/** Someone who treats: where they work, and what they are qualified for. */
export const createProviderInput = z.object({
  name: z.string().trim().min(1, 'required').max(200),
  colour: z.string().regex(/^#[0-9a-f]{6}$/, 'not_a_colour'),
  clinicIds: z.array(id).max(50),
  serviceTypeIds: z.array(id).max(200),
});
export type CreateProviderInput = z.infer<typeof createProviderInput>;

/** One span of a provider's week on the clinic's clock; a break is the gap between two spans of a day. */
const workingSpan = z
  .object({
    weekday: z.number().int().min(0).max(6),
    from: z.string().refine(isLocalTime, 'not_a_time'),
    /** May be `24:00`. */
    to: z.string().refine(isEndOfSpan, 'not_a_time'),
    /** The first and the last date on which it holds, or null for always. */
    validFrom: localDate.nullable(),
    validTo: localDate.nullable(),
  })
  .refine(({ from, to }) => from < to, { error: 'ends_before_start', path: ['to'] })
  .refine(({ validFrom, validTo }) => validFrom === null || validTo === null || validFrom <= validTo, {
    error: 'ends_before_start',
    path: ['validTo'],
  });

/** All the hours of a provider at a clinic: they replace the former ones. */
export const setWorkingHoursInput = z.object({
  providerId: id,
  clinicId: id,
  hours: z.array(workingSpan).max(200),
});
export type SetWorkingHoursInput = z.infer<typeof setWorkingHoursInput>;

const instant = z.number().int().min(0).max(MAX_INSTANT);

/** A stretch in which a provider is away, epoch milliseconds, and why. */
export const addTimeOffInput = z
  .object({
    providerId: id,
    start: instant,
    end: instant,
    label: z.string().trim().min(1, 'required').max(200),
  })
  .refine(({ start, end }) => start < end, { error: 'ends_before_start', path: ['end'] });
export type AddTimeOffInput = z.infer<typeof addTimeOffInput>;
