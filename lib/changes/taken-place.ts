import { listVisitsInTheWay } from '@/db/reads/appointment-overlaps';
import { readVisitPlaces, type VisitPlace } from '@/db/reads/visit-places';
import { STATUSES_WITHOUT_TIME } from '@/db/schema';
import type { TenantScope } from '@/db/scope';
import type { FormerRecord, Restoration } from '@/db/writes/restore';
import type { Instant } from '@/lib/time/instant';

/** A place to which a visit cannot go back. */
export interface TakenPlace {
  /** Null for a visit of no session. */
  sessionNumber: number | null;
  start: Instant;
  /** Of the clinic. */
  timeZone: string;
  /** Who has it now; null where the actor may not know. */
  patientName: string | null;
}

interface Back {
  restoration: Restoration;
  resource: 'provider' | 'patient' | 'room';
}

/** The first of the former places that somebody else has now; null when none is taken any more. */
export async function takenPlace(
  scope: TenantScope,
  { restoration, resource }: Back,
): Promise<TakenPlace | null> {
  const { records, madeVisits } = restoration;
  const former = new Map(records.appointment.map((record) => [record.id, record]));
  // They all leave their present places before any of them goes back.
  const leaving = new Set([...former.keys(), ...madeVisits]);
  const present = await readVisitPlaces(scope, [...former.keys()]);
  const places = present
    .map((place) => placeBefore(place, former.get(place.id)))
    .filter(({ status }) => !STATUSES_WITHOUT_TIME.includes(status))
    .sort((one, other) => one.start - other.start);
  for (const place of places) {
    const found = await listVisitsInTheWay(scope, {
      ...place,
      roomIds: place.roomId === null ? [] : [place.roomId],
      exceptAppointmentId: place.id,
    });
    const other = found.find(
      ({ appointmentId, shares, overlapReason }) =>
        shares.includes(resource) &&
        overlapReason === null &&
        (appointmentId === null || !leaving.has(appointmentId)),
    );
    if (!other) continue;
    const { sessionNumber, start, timeZone } = place;
    return { sessionNumber, start, timeZone, patientName: other.patientName };
  }
  return null;
}

/** The values are our own, written when the visit was changed: those of its columns that were other ones. */
function placeBefore(place: VisitPlace, former: FormerRecord | undefined): VisitPlace {
  const columns = {
    status: 'status',
    providerId: 'provider_id',
    patientId: 'patient_id',
    roomId: 'room_id',
    start: 'start_at',
    end: 'end_at',
    blockedFrom: 'blocked_from',
    blockedTo: 'blocked_to',
  };
  const values = former?.values ?? {};
  const before = Object.entries(columns).flatMap(([part, column]) =>
    column in values ? [[part, values[column]]] : [],
  );
  return { ...place, ...Object.fromEntries(before) };
}
