import * as z from 'zod';
import { shownSession } from '@/lib/packages/input';
import type { Draft } from './booking-draft';
import type { BookingForm } from './booking-form';

const text = z.string();

const form = z.object({
  requestKey: z.uuid(),
  patient: z.object({ id: text, label: text, description: text.optional() }).nullable(),
  clinicId: text,
  serviceTypeId: text,
  durationMinutes: text,
  providerId: text,
  notes: text,
  sessionCount: text,
  startDate: text,
  endDate: text,
  preferredDays: z.array(z.number()),
  hoursFrom: text,
  hoursTo: text,
  minGapDays: text,
  maxGapDays: text,
  maxPerWeek: text,
  strategy: z.enum(['one', 'per_session']),
  perSession: z.array(z.object({ providerIds: z.array(text), note: text })),
  goal: z.enum(['soonest', 'regular', 'same_provider']),
  autoSchedule: z.boolean(),
  pinned: z.array(shownSession),
  kept: z.array(shownSession),
  date: text,
  time: text,
  isDurationTyped: z.boolean(),
  isCountTyped: z.boolean(),
}) satisfies z.ZodType<BookingForm>;

const draft = z.object({
  owner: text,
  kind: z.enum(['package', 'single']),
  form,
  basis: z.object({ version: z.number(), form }).nullable(),
}) satisfies z.ZodType<Draft>;

/** What this user began, or null: storage may hold something else. */
export function readDraft(kept: string, owner: string): Draft | null {
  try {
    const parsed = draft.safeParse(JSON.parse(kept));
    return parsed.success && parsed.data.owner === owner ? parsed.data : null;
  } catch {
    return null;
  }
}
