import type { WriteScope } from '@/db/scope';
import { queueOutbox } from '@/db/writes/outbox';
import { UNDO_MINUTES } from '@/lib/rules/undo-window';
import { MINUTE_MS } from '@/lib/time/instant';

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

/*
 * What was changed can be taken back for a while, and the message with it; each change is told once.
 */

/** A visit has another time, length or provider. */
export const queueAppointmentChanged = (write: WriteScope, appointmentId: string): Promise<void> =>
  queueOutbox(write, {
    kind: 'appointment_changed',
    dedupeKey: `appointment_changed:${appointmentId}:${write.changeId}`,
    payload: { appointmentId },
    availableAt: write.now() + UNDO_MINUTES * MINUTE_MS,
  });

/** A visit does not take place. */
export const queueAppointmentCancelled = (write: WriteScope, appointmentId: string): Promise<void> =>
  queueOutbox(write, {
    kind: 'appointment_cancelled',
    dedupeKey: `appointment_cancelled:${appointmentId}:${write.changeId}`,
    payload: { appointmentId },
    availableAt: write.now() + UNDO_MINUTES * MINUTE_MS,
  });

/** Visits of a package have moved, were added or were given up: one message for all of them. */
export const queuePackageChanged = (write: WriteScope, packageId: string): Promise<void> =>
  queueOutbox(write, {
    kind: 'package_changed',
    dedupeKey: `package_changed:${packageId}:${write.changeId}`,
    payload: { packageId, changeId: write.changeId },
    availableAt: write.now() + UNDO_MINUTES * MINUTE_MS,
  });

/** What was left of a package does not take place: one message for all its visits. */
export const queuePackageCancelled = (write: WriteScope, packageId: string): Promise<void> =>
  queueOutbox(write, {
    kind: 'package_cancelled',
    dedupeKey: `package_cancelled:${packageId}:${write.changeId}`,
    payload: { packageId, changeId: write.changeId },
    availableAt: write.now() + UNDO_MINUTES * MINUTE_MS,
  });
