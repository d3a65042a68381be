import type { TenantScope } from '../scope';
import {
  type AppointmentChange,
  type AppointmentEvent,
  listAppointmentHistory,
  type OverlayChange,
} from './appointment-history';

/** What another visit did that was laid over this one. */
interface OverlayEvent extends Pick<AppointmentEvent, 'id' | 'at' | 'by' | 'isOwn' | 'isUndo' | 'changeId'> {
  visitId: string;
  overlay: OverlayChange[];
}

/** What was laid over these visits on purpose, and what became of it. Ask only for those that the actor may see. */
export async function listOverlayEvents(
  scope: TenantScope,
  visitIds: readonly string[],
): Promise<OverlayEvent[]> {
  const found = visitIds.map(async (visitId) => {
    const events = await listAppointmentHistory(scope, visitId);
    return events.map(({ id, at, by, isOwn, isUndo, changeId, changes }) => ({
      id: `${id} ${visitId}`, // one row of the visit on top may be told to several
      at,
      by,
      isOwn,
      isUndo,
      changeId,
      visitId,
      overlay: changes.filter(isOverlay),
    }));
  });
  return (await Promise.all(found)).flat().filter(({ overlay }) => overlay.length > 0);
}

const isOverlay = (change: AppointmentChange): change is OverlayChange =>
  change.kind === 'laid_over' || change.kind === 'over_moved' || change.kind === 'over_state';
