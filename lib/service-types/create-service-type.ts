import type { TenantScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { createRecord } from '@/db/writes/records';
import { ok, type Result, refused } from '@/lib/result/result';
import type { CreateServiceTypeInput } from './input';

/** Adds a service that packages and appointments can be for. Errors: its name is taken. */
export async function createServiceType(
  scope: TenantScope,
  input: CreateServiceTypeInput,
): Promise<Result<{ serviceTypeId: string }, { kind: 'name_taken' }>> {
  const made = await transaction(scope, async (write) =>
    ok({
      serviceTypeId: await createRecord(write, 'service_type', {
        name: input.name,
        colour: input.colour,
        duration_minutes: input.durationMinutes,
        session_count: input.sessionCount,
        buffer_before_minutes: input.bufferBeforeMinutes,
        buffer_after_minutes: input.bufferAfterMinutes,
        needs_room: input.needsRoom ? 1 : 0,
        is_active: 1,
      }),
    }),
  );
  if (made.ok) return made;
  if (made.error.kind === 'duplicate') return refused({ kind: 'name_taken' });
  throw new Error(`A service type was refused: ${JSON.stringify(made.error)}`);
}
