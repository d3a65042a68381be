import { sql } from 'kysely';
import { DAY_MS, type Instant } from '@/lib/time/instant';
import type { AppointmentStatus } from '../schema';
import type { TenantScope } from '../scope';
import { visibleProvider } from './visible-provider';

export interface VisitCountsQuestion {
  clinicId: string;
  from: Instant;
  to: Instant;
  /** What the clinic's clock is ahead of UTC from `from` to `to`, in milliseconds. */
  offset: number;
  providerId: string | null;
  serviceTypeId: string | null;
  roomId: string | null;
  withCancelled: boolean;
}

export interface VisitCount {
  /** Days since 1970-01-01 of the clinic's date. */
  epochDay: number;
  status: AppointmentStatus;
  count: number;
}

/** How many visits begin on each day, by status. Counted by the database: a month has many visits, few days. */
export async function listVisitCounts(
  scope: TenantScope,
  question: VisitCountsQuestion,
): Promise<VisitCount[]> {
  const { clinicId, from, to, offset, providerId, serviceTypeId, roomId } = question;
  // Both databases divide whole numbers without a rest, and no clinic had visits before 1970.
  const epochDay = sql<number>`(${sql.ref('start_at')} + cast(${offset} as bigint)) / cast(${DAY_MS} as bigint)`;
  let query = scope
    .from('appointment')
    .select((eb) => [epochDay.as('epoch_day'), 'appointment.status', eb.fn.countAll<number>().as('count')])
    .where('clinic_id', '=', clinicId)
    .where('start_at', '>=', from)
    .where('start_at', '<', to);
  const only = visibleProvider(scope);
  if (only !== null) query = query.where('provider_id', '=', only);
  if (providerId !== null) query = query.where('provider_id', '=', providerId);
  if (serviceTypeId !== null) query = query.where('service_type_id', '=', serviceTypeId);
  if (roomId !== null) query = query.where('room_id', '=', roomId);
  if (!question.withCancelled) query = query.where('status', '<>', 'CANCELLED');
  const rows = await query.groupBy([sql.ref('epoch_day'), 'appointment.status']).execute();
  return rows.map(({ epoch_day, status, count }) => ({
    epochDay: Number(epoch_day),
    status,
    count: Number(count),
  }));
}
