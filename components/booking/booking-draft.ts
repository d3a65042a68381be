import { z } from 'zod';
import { shownSession } from '@/lib/packages/input';
import type { BookingForm } from './booking-form';

/** Where forms that are not saved yet outlive a reload: this tab, and only until it is closed. */
const PLACES = { booking: 'takt-booking', draft: 'takt-draft' } as const;
export type DraftPlace = keyof typeof PLACES;

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
  maxPerWeek: text,
  strategy: z.enum(['one', 'per_session']),
  perSession: z.array(z.object({ providerIds: z.array(text), note: text })),
  goal: z.enum(['soonest', 'regular', 'same_provider']),
  autoSchedule: z.boolean(),
  pinned: z.array(shownSession),
  date: text,
  time: text,
  isDurationTyped: z.boolean(),
  isCountTyped: z.boolean(),
}) satisfies z.ZodType<BookingForm>;

const draft = z.object({
  /** Who typed it: on a shared desk nobody finds another one's patient. */
  owner: text,
  /** What the address had filled in: another patient's page begins another form. */
  begunWith: text,
  form,
  /** The stored draft that is being edited, as it stood when this form was opened. */
  basis: z.object({ version: z.number(), form }).nullable(),
});
export type Draft = z.infer<typeof draft>;

/** The stored record that a form was opened from. */
export type Basis = NonNullable<Draft['basis']>;

/** What this user began at this address in this tab, or null. */
export function readDraft(
  place: DraftPlace,
  { owner, begunWith }: Pick<Draft, 'owner' | 'begunWith'>,
): Draft | null {
  try {
    const parsed = draft.safeParse(JSON.parse(sessionStorage.getItem(PLACES[place]) ?? 'null'));
    if (!parsed.success) return null;
    return parsed.data.owner === owner && parsed.data.begunWith === begunWith ? parsed.data : null;
  } catch {
    return null; // storage is switched off, or holds something else: the form begins anew
  }
}

export function writeDraft(place: DraftPlace, kept: Draft): void {
  try {
    sessionStorage.setItem(PLACES[place], JSON.stringify(kept));
  } catch {
    // Storage is full or switched off: typing goes on without it.
  }
}

export function dropDraft(place: DraftPlace): void {
  try {
    sessionStorage.removeItem(PLACES[place]);
  } catch {
    // Nothing was kept.
  }
}
