import { isOfTenant } from '@/db/reads/existence';
import type { TenantScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { addRows } from '@/db/writes/rows';
import { ok, type Result, refused } from '@/lib/result/result';
import type { AddClosureInput } from './input';

export type AddClosureRefusal = { kind: 'not_found' } | { kind: 'closed_already' };

/** Closes a clinic on one of its dates. What is booked there stays booked, and is for staff to move. */
export async function addClosure(
  scope: TenantScope,
  { clinicId, date, label }: AddClosureInput,
): Promise<Result<{ closureId: string }, AddClosureRefusal>> {
  if (!(await isOfTenant(scope, 'clinic', [clinicId]))) return refused({ kind: 'not_found' });
  const closed = await transaction(scope, async (write) => {
    const [closureId = ''] = await addRows(write, 'closure', [{ clinic_id: clinicId, date, label }]);
    return ok({ closureId });
  });
  if (closed.ok) return closed;
  if (closed.error.kind === 'duplicate') return refused({ kind: 'closed_already' });
  throw new Error(`A closure was refused: ${JSON.stringify(closed.error)}`);
}
