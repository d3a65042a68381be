import { type AppointmentToChange, findAppointmentToChange } from '@/db/reads/appointment-to-change';
import type { AppointmentStatus } from '@/db/schema';
import type { TenantScope } from '@/db/scope';
import type { ChangeRefusal } from '@/db/writes/records';
import { ok, type Result, refused } from '@/lib/result/result';

/** A visit that is still to come or under way, as the person who wants to change it has seen it. */
export async function openVisit(
  scope: TenantScope,
  { appointmentId, version }: { appointmentId: string; version: number },
): Promise<Result<AppointmentToChange, ChangeRefusal | { kind: 'not_open'; status: AppointmentStatus }>> {
  const visit = await findAppointmentToChange(scope, appointmentId);
  if (!visit) return refused({ kind: 'not_found' });
  if (visit.version !== version) return refused({ kind: 'stale', version: visit.version });
  const { status } = visit;
  return status === 'SCHEDULED' || status === 'ARRIVED' ? ok(visit) : refused({ kind: 'not_open', status });
}
