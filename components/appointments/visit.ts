import type {
  CancelAppointmentInput,
  RecordOutcomeInput,
  RescheduleAppointmentInput,
} from '@/lib/appointments/input';
import type { RecordOutcomeRefusal } from '@/lib/appointments/record-outcome';
import type { RescheduleAppointmentRefusal } from '@/lib/appointments/reschedule-appointment';
import type { ChangedVisit, VisitChangeRefusal } from '@/lib/appointments/visit-change';
import type { FieldFaults } from '@/lib/result/field-faults';
import type { Result } from '@/lib/result/result';

/** One visit, as whoever shows it knows it. */
export interface VisitToAct {
  id: string;
  version: number;
  number: string;
  status: 'SCHEDULED' | 'ARRIVED' | 'COMPLETED' | 'CANCELLED' | 'NO_SHOW';
  start: number;
  end: number;
  timeZone: string;
  clinicId: string;
  patientName: string;
  serviceName: string | null;
  providerId: string;
  providerName: string;
  /** Its place in a package, or null for a single appointment. */
  sessionNumber: number | null;
  packageNumber: string | null;
}

/** What the signed-in person may do; the server asks again. */
export interface MayAct {
  reschedule: boolean;
  cancel: boolean;
  outcome: boolean;
  overlap: boolean;
}

/** What any action may answer besides its own refusals. */
type AnyRefusal =
  | { kind: 'signed_out' }
  | { kind: 'forbidden' }
  | { kind: 'invalid_input'; fields: FieldFaults }
  | { kind: 'failed'; reference: string };

export type VisitRefusal =
  | VisitChangeRefusal
  | RescheduleAppointmentRefusal
  | RecordOutcomeRefusal
  | AnyRefusal;

export type VisitAnswer = Result<ChangedVisit, VisitRefusal>;

/** The server actions that a page hands over. */
export interface VisitActions {
  rescheduleAppointment: (input: RescheduleAppointmentInput) => Promise<VisitAnswer>;
  cancelAppointment: (input: CancelAppointmentInput) => Promise<VisitAnswer>;
  recordOutcome: (input: RecordOutcomeInput) => Promise<VisitAnswer>;
}
