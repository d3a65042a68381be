import type { TenantScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { createRecord } from '@/db/writes/records';
import { ok, type Result, refused } from '@/lib/result/result';
import type { CreateClinicInput } from './input';

/** Opens a site of the tenant. Errors: its name is taken. */
export async function createClinic(
  scope: TenantScope,
  { name, timeZone, gridMinutes, weekStart }: CreateClinicInput,
): Promise<Result<{ clinicId: string }, { kind: 'name_taken' }>> {
  const made = await transaction(scope, async (write) =>
    ok({
      clinicId: await createRecord(write, 'clinic', {
        name,
        time_zone: timeZone,
        grid_minutes: gridMinutes,
        week_start: weekStart,
        is_active: 1,
      }),
    }),
  );
  if (made.ok) return made;
  if (made.error.kind === 'duplicate') return refused({ kind: 'name_taken' });
  throw new Error(`A clinic was refused: ${JSON.stringify(made.error)}`);
}
