import { REASON_CODES } from '@/lib/scheduling/plan';
import type { Instant } from '@/lib/time/instant';

/** What a place can break: the engine's gates, and two wishes of a package that only a person goes against. */
export const BREACH_CODES = [...REASON_CODES, 'outside_window', 'not_assigned'] as const;
export type BreachCode = (typeof BREACH_CODES)[number];

/** One rule that a place breaks, and who stands there if it is a visit. */
export interface Breach<Code extends string = BreachCode> {
  code: Code;
  by: Blocker | null;
}

/** The visit that has the place; without a name where the actor may not know. */
export interface Blocker {
  /** Whose time it has; the pause is a provider's, where the visits themselves do not meet. */
  kind: 'provider' | 'pause' | 'patient' | 'room';
  appointmentId: string | null;
  number: string | null;
  patientName: string | null;
  start: Instant;
  end: Instant;
}

const WISHES: readonly BreachCode[] = [
  'not_preferred_day',
  'outside_day_hours',
  'too_close',
  'too_far',
  'week_full',
  'outside_window',
  'not_assigned',
];

/** A wish of the package: a person may go against it knowingly. Everything else is the calendar's own rule. */
export const isWish = (code: BreachCode): boolean => WISHES.includes(code);

/** Whose time is taken, by the rule that says so. */
export const TAKEN_BY: Readonly<Partial<Record<string, 'provider' | 'patient' | 'room'>>> = {
  provider_busy: 'provider',
  patient_busy: 'patient',
  no_room: 'room',
};

/** The rule that a place breaks when the database says that it is taken. */
export const TAKEN = { provider: 'provider_busy', patient: 'patient_busy', room: 'no_room' } as const;

/** A place that is only taken can be shared on purpose. */
export const canBeShared = (breaches: readonly Breach[]): boolean =>
  breaches.every(({ code }) => TAKEN_BY[code] !== undefined);
