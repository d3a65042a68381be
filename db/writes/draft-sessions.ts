import type { WriteScope } from '../scope';
import { writeAudit } from './audit';
import { type AddedRow, addRows } from './rows';

/** Where a person keeps a session of a draft; nobody's time is taken. */
export interface KeptPlace {
  start: number;
  providerId: string;
  roomId: string | null;
}

/** What a draft remembers of one session number. */
export interface RememberedSession {
  number: number;
  place: KeptPlace | null;
  note: string;
}

/** Makes a draft remember exactly this of its sessions; nothing of any, once it is scheduled or called off. */
export async function rememberSessions(
  write: WriteScope,
  packageId: string,
  sessions: readonly RememberedSession[],
): Promise<void> {
  const stored = await write.from('draft_session').selectAll().where('package_id', '=', packageId).execute();
  const wanted = sessions
    .filter(({ place, note }) => place !== null || note !== '')
    .map(
      ({ number, place, note }): AddedRow<'draft_session'> => ({
        package_id: packageId,
        session_number: number,
        start_at: place?.start ?? null,
        provider_id: place?.providerId ?? null,
        room_id: place?.roomId ?? null,
        note,
      }),
    );
  const isStored = new Set(stored.map(keyOf));
  const isWanted = new Set(wanted.map(keyOf));
  const gone = stored.filter((row) => !isWanted.has(keyOf(row)));
  await remove(
    write,
    gone.map(({ id }) => id),
    'remove',
  );
  await addRows(
    write,
    'draft_session',
    wanted.filter((row) => !isStored.has(keyOf(row))),
  );
}

const keyOf = (row: AddedRow<'draft_session'>) =>
  JSON.stringify([row.session_number, row.start_at, row.provider_id, row.room_id, row.note]);

async function remove(write: WriteScope, ids: readonly string[], action: string): Promise<void> {
  if (ids.length === 0) return;
  const removed = await write
    .delete('draft_session')
    .where('draft_session.id', 'in', [...ids])
    .returningAll()
    .execute();
  await writeAudit(
    write,
    removed.map((row) => ({ table: 'draft_session', id: row.id, action, before: row, after: null })),
  );
}

/** What a change has made a draft remember, by id, and what it has made it forget. */
export interface DraftRestoration {
  made: string[];
  gone: AddedRow<'draft_session'>[];
}

/** Lets a draft remember again what it did before a change. */
export async function restoreDraftSessions(
  write: WriteScope,
  { made, gone }: DraftRestoration,
): Promise<void> {
  await remove(write, made, 'undo');
  await addRows(write, 'draft_session', gone, 'undo');
}

/** A row as it was removed, whole; null when it says anything else. */
export function draftSessionIn(values: Record<string, unknown>): AddedRow<'draft_session'> | null {
  const { package_id, session_number, start_at, provider_id, room_id, note } = values;
  if (typeof package_id !== 'string' || typeof session_number !== 'number') return null;
  if (typeof note !== 'string') return null;
  return {
    package_id,
    session_number,
    start_at: typeof start_at === 'number' ? start_at : null,
    provider_id: typeof provider_id === 'string' ? provider_id : null,
    room_id: typeof room_id === 'string' ? room_id : null,
    note,
  };
}
