import { newId } from '@/lib/ids/new-id';
import type { WriteScope } from '../scope';

/** Queues one message, in the transaction that gives cause for it; a key that was queued before is left as it is. */
export async function queueOutbox(
  write: WriteScope,
  message: { kind: string; dedupeKey: string; payload: object; availableAt?: number },
): Promise<void> {
  await write
    .insert('outbox', [
      {
        id: newId(),
        kind: message.kind,
        dedupe_key: message.dedupeKey,
        payload: JSON.stringify(message.payload),
        created_at: write.now(),
        available_at: message.availableAt ?? write.now(),
        delivered_at: null,
        attempts: 0,
        change_id: write.changeId,
      },
    ])
    .onConflict((conflict) => conflict.columns(['tenant_id', 'dedupe_key']).doNothing())
    .execute();
}

/** Takes back the messages of a change that have not left yet. */
export async function withdrawOutbox(write: WriteScope, changeId: string): Promise<void> {
  await write.delete('outbox').where('change_id', '=', changeId).where('delivered_at', 'is', null).execute();
}
