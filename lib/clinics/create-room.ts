import { isOfTenant } from '@/db/reads/existence';
import type { TenantScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { createRecord } from '@/db/writes/records';
import { ok, type Result, refused } from '@/lib/result/result';
import type { CreateRoomInput } from './input';

export type CreateRoomRefusal = { kind: 'not_found' } | { kind: 'name_taken' };

/** Adds a room to a clinic. Errors: there is no such clinic, or it has a room of that name. */
export async function createRoom(
  scope: TenantScope,
  { clinicId, name }: CreateRoomInput,
): Promise<Result<{ roomId: string }, CreateRoomRefusal>> {
  if (!(await isOfTenant(scope, 'clinic', [clinicId]))) return refused({ kind: 'not_found' });
  const made = await transaction(scope, async (write) =>
    ok({ roomId: await createRecord(write, 'room', { clinic_id: clinicId, name, is_active: 1 }) }),
  );
  if (made.ok) return made;
  if (made.error.kind === 'duplicate') return refused({ kind: 'name_taken' });
  throw new Error(`A room was refused: ${JSON.stringify(made.error)}`);
}
