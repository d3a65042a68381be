import * as z from 'zod';
import { LONGEST_VISIT_MINUTES, SHORTEST_VISIT_MINUTES } from '@/lib/rules/visit-length';

/** What a clinic offers, and how its visits are booked. */
export const createServiceTypeInput = z.object({
  name: z.string().trim().min(1, 'required').max(200),
  colour: z.string().regex(/^#[0-9a-f]{6}$/, 'not_a_colour'),
  durationMinutes: z.number().int('whole_number').min(SHORTEST_VISIT_MINUTES).max(LONGEST_VISIT_MINUTES),
  sessionCount: z.number().int('whole_number').min(1).max(100),
  bufferBeforeMinutes: z.number().int('whole_number').min(0).max(240),
  bufferAfterMinutes: z.number().int('whole_number').min(0).max(240),
  needsRoom: z.boolean(),
});
export type CreateServiceTypeInput = z.infer<typeof createServiceTypeInput>;
