import type { WriteScope } from '../scope';
import { writeAudit } from './audit';

/** Removes a saved view, with its audit entry. The caller has found it to be the actor's own. */
export async function removeSavedView(write: WriteScope, id: string): Promise<void> {
  const removed = await write.delete('saved_view').where('id', '=', id).returningAll().execute();
  await writeAudit(
    write,
    removed.map((row) => ({ table: 'saved_view', id: row.id, action: 'remove', before: row, after: null })),
  );
}
