import type { Instant } from '@/lib/time/instant';
import type { TenantScope } from '../scope';
import { byStart } from './by-start';
import { visibleAppointments } from './visible-appointments';

/** How many visits the actor may see at each clinic on a day of its own, cancelled ones left out. */
export async function countVisitsOfDays(
  scope: TenantScope,
  days: readonly { clinicId: string; from: Instant; to: Instant }[],
): Promise<Map<string, number>> {
  if (days.length === 0) return new Map();
  const rows = await visibleAppointments(scope)
    .select((eb) => ['appointment.clinic_id', eb.fn.countAll<number>().as('visits')])
    .where(byStart)
    // Clinics lie in several zones, so their days overlap only in part: the index is read once for all of them.
    .where('appointment.start_at', '>=', Math.min(...days.map(({ from }) => from)))
    .where('appointment.start_at', '<', Math.max(...days.map(({ to }) => to)))
    .where('appointment.status', '<>', 'CANCELLED')
    .where((eb) =>
      eb.or(
        days.map(({ clinicId, from, to }) =>
          eb.and([
            eb('appointment.clinic_id', '=', clinicId),
            eb('appointment.start_at', '>=', from),
            eb('appointment.start_at', '<', to),
          ]),
        ),
      ),
    )
    .groupBy('appointment.clinic_id')
    .execute();
  return new Map(rows.map(({ clinic_id, visits }) => [clinic_id, Number(visits)]));
}
