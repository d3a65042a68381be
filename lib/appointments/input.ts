import { z } from 'zod';
import { isBookableDate } from '@/lib/planning/input';
import { isLocalTime } from '@/lib/time/local-time';

const id = z
  .string('required')
  .min(1, 'required')
  .regex(/^[\w-]{1,64}$/, 'invalid');

/** A single appointment, as its form holds it: date and time on the clinic's clock. */
export const bookAppointmentInput = z.object({
  requestKey: z.uuid(),
  patientId: id,
  clinicId: id,
  serviceTypeId: id,
  providerId: id,
  date: z.string('required').min(1, 'required').refine(isBookableDate, 'not_a_date'),
  time: z.string('required').min(1, 'required').refine(isLocalTime, 'not_a_time'),
  durationMinutes: z.number().int('whole_number').min(5).max(480),
  /** PostgreSQL keeps no null byte, and nobody types one. */
  notes: z
    .string()
    .max(4000)
    .refine((written) => !written.includes('\0'), 'invalid'),
});
export type BookAppointmentInput = z.infer<typeof bookAppointmentInput>;

/** Which free times to offer for a single appointment on one day. */
export const freeTimesInput = z.object({
  clinicId: id,
  serviceTypeId: id,
  providerId: id,
  patientId: id.optional(),
  date: z.string().refine(isBookableDate, 'not_a_date'),
  durationMinutes: z.coerce.number().int().min(5).max(480),
});
export type FreeTimesInput = z.infer<typeof freeTimesInput>;
