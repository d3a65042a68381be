import type { DraftHold, PackageForm } from '@/lib/packages/package-form';
import type { PlanChanged } from '@/lib/packages/plan-changed';
import type { Blocker } from '@/lib/planning/breach';
import type { FieldFaults } from '@/lib/result/field-faults';
import type { Result } from '@/lib/result/result';
import type { ReasonCode } from '@/lib/scheduling/plan';

/** What either way of saving may answer besides its own refusals. */
type AnyRefusal =
  | { kind: 'signed_out' }
  | { kind: 'forbidden' }
  | { kind: 'invalid_input'; fields: FieldFaults }
  | { kind: 'failed'; reference: string };

/** The server actions that the page hands to the form. */
export type SavePackage = (input: object) => Promise<
  Result<
    { packageId: string; number: string; scheduled: number; failed: number },
    | AnyRefusal
    | PlanChanged
    | { kind: 'already_saved'; packageId: string; number: string }
    /** Of a draft that is edited. */
    | { kind: 'not_found' }
    | { kind: 'not_draft'; packageId: string; number: string; hold: DraftHold }
    | { kind: 'stale'; now: PackageForm }
  >
>;

export type BookAppointment = (
  input: unknown,
) => Promise<
  Result<
    { appointmentId: string; number: string },
    | AnyRefusal
    | { kind: 'no_room_for_it'; reasons: ReasonCode[]; blockedBy: Blocker[] }
    | { kind: 'already_saved'; appointmentId: string; number: string }
  >
>;
