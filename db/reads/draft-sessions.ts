import type { TenantScope } from '../scope';

/** What a draft remembers of a session number: where a person keeps it, and a note that stands with nobody yet. */
export interface DraftSession {
  number: number;
  /** `start` in epoch milliseconds. */
  place: { start: number; providerId: string; roomId: string | null } | null;
  note: string;
}

/** By session number; whoever asks has found the package to be one that the actor may see. */
export async function readDraftSessions(scope: TenantScope, packageId: string): Promise<DraftSession[]> {
  const rows = await scope
    .from('draft_session')
    .select(['session_number', 'start_at', 'provider_id', 'room_id', 'note'])
    .where('package_id', '=', packageId)
    .orderBy('session_number')
    .execute();
  return rows.map(({ session_number: number, start_at: start, provider_id: providerId, room_id, note }) => ({
    number,
    place: start !== null && providerId !== null ? { start, providerId, roomId: room_id } : null,
    note,
  }));
}
