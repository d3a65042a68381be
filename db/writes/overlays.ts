import { listVisitsUnder } from '../reads/appointment-overlaps';
import { type ChangedRecord, LAID_OVER } from '../reads/change';
import type { WriteScope } from '../scope';
import { writeAudit } from './audit';

/** Names that stand beside an appointment's columns in its audit rows: which visit was laid over it, and why. */
const NOTHING = {
  laid_over_by: null,
  laid_over_number: null,
  laid_over_start: null,
  laid_over_end: null,
  laid_over_reason: null,
};

/**
 * Writes into the history of each visit under an appointment that it was laid over it on purpose. The record under
 * it does not change, so its version stays.
 */
export async function auditOverlay(write: WriteScope, appointmentId: string): Promise<void> {
  const over = await write
    .from('appointment')
    .select(['number', 'start_at', 'end_at', 'overlap_reason'])
    .where('appointment.id', '=', appointmentId)
    .executeTakeFirst();
  if (!over || over.overlap_reason === null) return;
  const after = {
    laid_over_by: appointmentId,
    laid_over_number: over.number,
    laid_over_start: over.start_at,
    laid_over_end: over.end_at,
    laid_over_reason: over.overlap_reason,
  };
  const under = await listVisitsUnder(write, appointmentId);
  await writeAudit(
    write,
    under.map((id) => ({ table: 'appointment', id, action: LAID_OVER, before: NOTHING, after })),
  );
}

/** Writes to each visit that something was laid over that this was taken back. */
export async function auditOverlayUndone(
  write: WriteScope,
  records: readonly ChangedRecord[],
): Promise<void> {
  const overlaid = records.filter(({ action }) => action === LAID_OVER);
  await writeAudit(
    write,
    overlaid.map(({ id, after }) => ({
      table: 'appointment',
      id,
      action: 'undo',
      before: JSON.parse(after ?? '{}'),
      after: NOTHING,
    })),
  );
}
