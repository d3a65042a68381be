import * as z from 'zod';
import { bookableDay } from '@/lib/planning/bookable-day';
import { isTimeZone } from '@/lib/time/zone-offsets';

const id = z.string().min(1, 'required').max(64);
const name = z.string().trim().min(1, 'required').max(200);

/** A site of the tenant. */
export const createClinicInput = z.object({
  name,
  /** IANA zone; every local date and time of the clinic is in it. */
  timeZone: z.string().refine(isTimeZone, 'not_a_time_zone'),
  gridMinutes: z.union([1, 5, 10, 15, 20, 30, 60].map((minutes) => z.literal(minutes))),
  /** 0 = Sunday. */
  weekStart: z.number().int().min(0).max(6),
});
export type CreateClinicInput = z.infer<typeof createClinicInput>;

export const createRoomInput = z.object({ clinicId: id, name });
export type CreateRoomInput = z.infer<typeof createRoomInput>;

/** A date on which a clinic is closed, and why. */
export const addClosureInput = z.object({
  clinicId: id,
  date: bookableDay,
  label: name,
});
export type AddClosureInput = z.infer<typeof addClosureInput>;
