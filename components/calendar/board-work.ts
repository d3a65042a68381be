import type { RescheduleAppointmentRefusal } from '@/lib/appointments/reschedule-appointment';
import type { FieldFaults } from '@/lib/result/field-faults';
import type { Result } from '@/lib/result/result';
import type { Instant } from '@/lib/time/instant';
import type { CalendarHref } from './address';

export type RescheduleRefusal =
  | RescheduleAppointmentRefusal
  | { kind: 'signed_out' }
  | { kind: 'forbidden' }
  | { kind: 'invalid_input'; fields: FieldFaults }
  | { kind: 'failed'; reference: string };

/** What people may do on the board, and how it is done. */
export interface BoardWork {
  clinicId: string;
  timeZone: string;
  gridMinutes: number;
  /** The clinic's date, the minute its clock shows when today is in sight, and the moment of the board. */
  today: string;
  nowMinute: number | null;
  now: Instant;
  may: { create: boolean; reschedule: boolean; overlap: boolean };
  /** The server action that moves a visit. */
  reschedule: (input: unknown) => Promise<Result<{ changeId: string; version: number }, RescheduleRefusal>>;
  /** Says that a visit is carried: a day with nothing on it has a board for it, too. */
  hold: (isHeld: boolean) => void;
  /** Brings the board up to date; settles when it is. */
  refresh: () => Promise<unknown>;
  /** What is shown now, to be shown again later. */
  here: CalendarHref;
  show: (there: CalendarHref) => void;
  /** Shows the next day or week, or the one before. */
  turn: (direction: 1 | -1) => void;
}
