import { isOfTenant } from '@/db/reads/existence';
import type { TenantScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { addRows } from '@/db/writes/rows';
import { ok, type Result, refused } from '@/lib/result/result';
import type { AddTimeOffInput } from './input';

/** Takes a provider out of the calendar for a while. What is booked then stays booked, for staff to move. */
export async function addTimeOff(
  scope: TenantScope,
  { providerId, start, end, label }: AddTimeOffInput,
): Promise<Result<{ timeOffId: string }, { kind: 'not_found' }>> {
  if (!(await isOfTenant(scope, 'provider', [providerId]))) return refused({ kind: 'not_found' });
  const added = await transaction(scope, async (write) => {
    const row = { provider_id: providerId, start_at: start, end_at: end, label };
    const [timeOffId = ''] = await addRows(write, 'time_off', [row]);
    return ok({ timeOffId });
  });
  if (added.ok) return added;
  throw new Error(`Time off was refused: ${JSON.stringify(added.error)}`);
}
