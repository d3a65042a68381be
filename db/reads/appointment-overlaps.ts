import type { Instant } from '@/lib/time/instant';
import { STATUSES_WITHOUT_TIME } from '../schema';
import type { TenantScope } from '../scope';
import { byStart } from './by-start';
import { LONGEST_BUFFER_MS, LONGEST_VISIT_MS } from './deliberate-overlaps';
import { visibleAppointments } from './visible-appointments';
import { visibleProvider } from './visible-provider';

/** A stretch of time for a provider, a patient and, if one is held, a room. */
export interface Place {
  providerId: string;
  /** None as long as nobody is chosen. */
  patientId: string | null;
  roomIds: readonly string[];
  start: Instant;
  end: Instant;
  /** The provider's time: the visit and the buffers around it. */
  blockedFrom: Instant;
  blockedTo: Instant;
  /** The visit itself does not stand in its own way. */
  exceptAppointmentId: string | null;
}

/** A visit at the same time; without id, number and name where the actor may not know them. */
export interface VisitInTheWay {
  appointmentId: string | null;
  number: string | null;
  patientName: string | null;
  start: Instant;
  end: Instant;
  /** What the two would share; the pause is the buffers of a provider, where the visits themselves do not meet. */
  shares: ('provider' | 'pause' | 'patient' | 'room')[];
  overlapReason: string | null;
}

/** The rows of the visits that block the place or share it, by start, whoever asks. */
function rowsAt(scope: TenantScope, place: Place) {
  const { providerId, patientId, roomIds, start, end, blockedFrom, blockedTo } = place;
  return scope
    .from('appointment')
    .innerJoin('patient', (join) =>
      join
        .onRef('patient.tenant_id', '=', 'appointment.tenant_id')
        .onRef('patient.id', '=', 'appointment.patient_id'),
    )
    .select([
      'appointment.id',
      'appointment.number',
      'appointment.provider_id',
      'appointment.patient_id',
      'appointment.room_id',
      'appointment.start_at',
      'appointment.end_at',
      'appointment.blocked_from',
      'appointment.blocked_to',
      'appointment.overlap_reason',
      'patient.given_name',
      'patient.family_name',
    ])
    .where('appointment.status', 'not in', STATUSES_WITHOUT_TIME)
    .where(byStart)
    .where('appointment.start_at', '>', blockedFrom - LONGEST_VISIT_MS)
    .where('appointment.start_at', '<', blockedTo + LONGEST_BUFFER_MS)
    .where((eb) =>
      eb.or([
        eb.and([
          eb('appointment.provider_id', '=', providerId),
          eb('appointment.blocked_from', '<', blockedTo),
          eb('appointment.blocked_to', '>', blockedFrom),
        ]),
        eb.and([
          eb.or([
            ...(patientId === null ? [] : [eb('appointment.patient_id', '=', patientId)]),
            ...(roomIds.length > 0 ? [eb('appointment.room_id', 'in', [...roomIds])] : []),
          ]),
          eb('appointment.start_at', '<', end),
          eb('appointment.end_at', '>', start),
        ]),
      ]),
    )
    .where('appointment.id', '<>', place.exceptAppointmentId ?? '')
    .orderBy('appointment.start_at')
    .orderBy('appointment.id')
    .execute();
}

/** The visits that block the place or share it, by start. */
export async function listVisitsInTheWay(scope: TenantScope, place: Place): Promise<VisitInTheWay[]> {
  const { providerId, roomIds, patientId, start, end } = place;
  const rows = await rowsAt(scope, place);
  const only = visibleProvider(scope);
  return rows.map((row) => {
    const isKnown = only === null || only === row.provider_id;
    const meets = row.start_at < end && row.end_at > start;
    const shares: VisitInTheWay['shares'] = [];
    if (row.provider_id === providerId) shares.push(meets ? 'provider' : 'pause');
    if (row.patient_id === patientId && meets) shares.push('patient');
    if (row.room_id !== null && roomIds.includes(row.room_id) && meets) shares.push('room');
    return {
      appointmentId: isKnown ? row.id : null,
      number: isKnown ? row.number : null,
      patientName: isKnown ? `${row.given_name} ${row.family_name}`.trim() : null,
      start: row.start_at,
      end: row.end_at,
      shares,
      overlapReason: isKnown ? row.overlap_reason : null,
    };
  });
}

/** The visits that an appointment is laid over, or that are laid over it; none where it takes no time. */
export async function listOverlapsOf(scope: TenantScope, appointmentId: string): Promise<VisitInTheWay[]> {
  const place = await placeOf(scope, appointmentId);
  return place === null ? [] : listVisitsInTheWay(scope, place);
}

/** The ids of the same visits, also of those that the actor may not see: for what is written, not for the screen. */
export async function listVisitsUnder(scope: TenantScope, appointmentId: string): Promise<string[]> {
  const place = await placeOf(scope, appointmentId);
  return place === null ? [] : (await rowsAt(scope, place)).map(({ id }) => id);
}

/** Where an appointment stands; null where it takes no time. */
async function placeOf(scope: TenantScope, appointmentId: string): Promise<Place | null> {
  const own = await visibleAppointments(scope)
    .select([
      'provider_id',
      'patient_id',
      'room_id',
      'start_at',
      'end_at',
      'blocked_from',
      'blocked_to',
      'status',
    ])
    .where('appointment.id', '=', appointmentId)
    .executeTakeFirst();
  if (!own || own.status === 'CANCELLED' || own.status === 'NO_SHOW') return null;
  return {
    providerId: own.provider_id,
    patientId: own.patient_id,
    roomIds: own.room_id === null ? [] : [own.room_id],
    start: own.start_at,
    end: own.end_at,
    blockedFrom: own.blocked_from,
    blockedTo: own.blocked_to,
    exceptAppointmentId: appointmentId,
  };
}
