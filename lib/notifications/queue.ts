import type { WriteScope } from '@/db/scope';
import { queueOutbox } from '@/db/writes/outbox';

/*
 * What the outside is to be told, queued in the transaction that gives cause for it, so that no message is
 * lost and none goes out for what was rolled back. Delivery reads the outbox; the text is made then, in the
 * patient's language, from what is true then.
 */

/** One confirmation for a package with all its sessions. */
export const queuePackageConfirmation = (write: WriteScope, packageId: string): Promise<void> =>
  queueOutbox(write, {
    kind: 'package_confirmation',
    dedupeKey: `package_confirmation:${packageId}`,
    payload: { packageId },
  });

/** The confirmation of a single appointment. */
export const queueAppointmentConfirmation = (write: WriteScope, appointmentId: string): Promise<void> =>
  queueOutbox(write, {
    kind: 'appointment_confirmation',
    dedupeKey: `appointment_confirmation:${appointmentId}`,
    payload: { appointmentId },
  });
