import * as z from 'zod';
import { bookableDay } from '@/lib/planning/bookable-day';
import { BREACH_CODES } from '@/lib/planning/breach';
import { LONGEST_VISIT_MINUTES, SHORTEST_VISIT_MINUTES } from '@/lib/rules/visit-length';
import { isLocalTime } from '@/lib/time/local-time';

const id = z
  .string()
  .min(1, 'required')
  .regex(/^[\w-]{1,64}$/, 'invalid');

/** PostgreSQL keeps no null byte, and nobody types one. */
const words = (maximum: number) =>
  z
    .string()
    .trim()
    .max(maximum)
    .refine((written) => !written.includes('\0'), 'invalid');

const time = z.string().min(1, 'required').refine(isLocalTime, 'not_a_time');
const durationMinutes = z.number().int('whole_number').min(SHORTEST_VISIT_MINUTES).max(LONGEST_VISIT_MINUTES);
/** The version of the record that the person saw. */
const version = z.number().int().min(1);
/** Why a visit is laid over another one on purpose; null for one that must stand free. */
const overlapReason = words(500).min(1, 'required').nullable();

/** A single appointment, as its form holds it: date and time on the clinic's clock. */
export const bookAppointmentInput = z.object({
  requestKey: z.uuid(),
  patientId: id,
  clinicId: id,
  serviceTypeId: id,
  providerId: id,
  date: bookableDay,
  time,
  durationMinutes,
  notes: z
    .string()
    .max(4000)
    .refine((written) => !written.includes('\0'), 'invalid'),
  overlapReason: overlapReason.default(null),
});
export type BookAppointmentInput = z.input<typeof bookAppointmentInput>;

/** Which free times to offer for a single appointment on one day. */
export const freeTimesInput = z.object({
  clinicId: id,
  serviceTypeId: id,
  providerId: id,
  patientId: id.optional(),
  date: bookableDay,
  durationMinutes: z.coerce.number().int().min(SHORTEST_VISIT_MINUTES).max(LONGEST_VISIT_MINUTES),
});
export type FreeTimesInput = z.infer<typeof freeTimesInput>;

/** A time of that day that someone typed, to be judged before it is booked. */
export const judgeBookingInput = freeTimesInput.extend({ time });
export type JudgeBookingInput = z.infer<typeof judgeBookingInput>;

export const rescheduleAppointmentInput = z.object({
  appointmentId: id,
  version,
  providerId: id,
  date: bookableDay,
  time,
  durationMinutes,
  reason: words(500),
  /** The package's wishes that the person goes against knowingly. */
  accepted: z.array(z.enum(BREACH_CODES)).max(BREACH_CODES.length),
  overlapReason,
});
export type RescheduleAppointmentInput = z.infer<typeof rescheduleAppointmentInput>;

export const cancelAppointmentInput = z.object({
  appointmentId: id,
  version,
  reason: words(500).min(1, 'required'),
  /** Whether the package still owes the session; means nothing for a single appointment. */
  session: z.enum(['cancel', 'owe']),
});
export type CancelAppointmentInput = z.infer<typeof cancelAppointmentInput>;

/** What becomes of a visit; `SCHEDULED` takes back what was said before. */
const OUTCOMES = ['ARRIVED', 'COMPLETED', 'NO_SHOW', 'SCHEDULED'] as const;

export const recordOutcomeInput = z.object({ appointmentId: id, version, outcome: z.enum(OUTCOMES) });
export type RecordOutcomeInput = z.infer<typeof recordOutcomeInput>;

/** A time that someone typed, to be judged before it is saved. The parts come from an address: text. */
export const judgeMoveInput = z.object({
  id,
  providerId: id,
  date: bookableDay,
  time,
  durationMinutes: z.coerce
    .number()
    .int('whole_number')
    .min(SHORTEST_VISIT_MINUTES)
    .max(LONGEST_VISIT_MINUTES),
});

/** Which free times to offer for a visit that is to be moved. The parts come from an address: text. */
export const moveTimesInput = z.object({
  id,
  from: bookableDay.optional(),
  days: z.coerce.number().int().min(1).max(31).default(14),
  provider: id.optional(),
  duration: z.coerce.number().int().min(SHORTEST_VISIT_MINUTES).max(LONGEST_VISIT_MINUTES).optional(),
});
export type MoveTimesInput = z.infer<typeof moveTimesInput>;
