import { isOfTenant } from '@/db/reads/existence';
import type { TenantScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { addRows, removeWorkingHours } from '@/db/writes/rows';
import { ok, type Result, refused } from '@/lib/result/result';
import type { SetWorkingHoursInput } from './input';

/**
 * Says when a provider works at a clinic, instead of what was said before. Visits outside the new hours stay
 * booked. Errors: there is no such provider or clinic.
 */
export async function setWorkingHours(
  scope: TenantScope,
  { providerId, clinicId, hours }: SetWorkingHoursInput,
): Promise<Result<null, { kind: 'not_found' }>> {
  const [isProvider, isClinic] = await Promise.all([
    isOfTenant(scope, 'provider', [providerId]),
    isOfTenant(scope, 'clinic', [clinicId]),
  ]);
  if (!isProvider || !isClinic) return refused({ kind: 'not_found' });
  const set = await transaction(scope, async (write) => {
    await removeWorkingHours(write, { providerId, clinicId });
    await addRows(
      write,
      'working_hours',
      hours.map(({ weekday, from, to, validFrom, validTo }) => ({
        provider_id: providerId,
        clinic_id: clinicId,
        weekday,
        from_time: from,
        to_time: to,
        valid_from: validFrom,
        valid_to: validTo,
      })),
    );
    return ok(null);
  });
  if (set.ok) return set;
  throw new Error(`Working hours were refused: ${JSON.stringify(set.error)}`);
}
