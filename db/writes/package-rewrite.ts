import type { Patch } from '../schema';
import type { WriteScope } from '../scope';
import { writeAudit } from './audit';
import { rememberSessions } from './draft-sessions';
import { insertAppointments, insertAssignments, type NewSession, toRemember } from './packages';
import { type ChangeRefusal, changeRecord, createRecords, updateRecord } from './records';

export interface RewrittenPackage {
  packageId: string;
  /** The version that was read; someone else's change since then is refused as stale. */
  version: number;
  patch: Patch<'package'>;
  /** The clinic's date now, for the numbers of appointments. */
  today: string;
  sessions: readonly NewSession[];
}

/**
 * Writes a package anew of which nothing is scheduled or done: its fields, sessions and assignments. The
 * package is changed first, so that whoever else writes it waits and is then refused.
 */
export async function rewritePackage(
  write: WriteScope,
  { packageId, version, patch, today, sessions }: RewrittenPackage,
): Promise<{ ok: true } | { ok: false; error: ChangeRefusal }> {
  const changed = await changeRecord(write, 'package', { id: packageId, version, patch, action: 'edit' });
  if (!changed.ok) return changed;
  await rewriteSessions(write, { packageId, today, sessions });
  await rewriteAssignments(write, packageId, sessions);
  await rememberSessions(write, packageId, toRemember(sessions));
  return { ok: true };
}

/** Sessions keep their records; numbers beyond the new count go, new numbers come. */
async function rewriteSessions(
  write: WriteScope,
  { packageId, today, sessions }: Pick<RewrittenPackage, 'packageId' | 'today' | 'sessions'>,
): Promise<void> {
  const stored = await write.from('session').selectAll().where('package_id', '=', packageId).execute();
  const byNumber = new Map(stored.map((session) => [session.number, session]));
  const appointmentIds = await insertAppointments(write, today, sessions);
  const wanted = sessions.map((session, index) => ({
    package_id: packageId,
    number: session.number,
    status: session.status,
    appointment_id: appointmentIds[index] ?? null,
    attempts: session.attempts,
    is_pinned: session.isPinned ? (1 as const) : (0 as const),
    reasons: session.reasons,
  }));
  for (const patch of wanted) {
    const before = byNumber.get(patch.number);
    if (!before) continue;
    await updateRecord(write, 'session', {
      id: before.id,
      version: before.version,
      patch,
      action: 'edit',
    });
  }
  await createRecords(
    write,
    'session',
    wanted.filter(({ number }) => !byNumber.has(number)),
  );
  const gone = stored.filter(({ number }) => number > sessions.length);
  if (gone.length === 0) return;
  const goneIds = gone.map(({ id }) => id);
  await write.delete('session').where('session.id', 'in', goneIds).execute();
  await writeAudit(
    write,
    gone.map((before) => ({ table: 'session', id: before.id, action: 'delete', before, after: null })),
  );
}

async function rewriteAssignments(
  write: WriteScope,
  packageId: string,
  sessions: readonly NewSession[],
): Promise<void> {
  const key = (row: { session_number: number; provider_id: string; note: string }) =>
    `${row.session_number} ${row.provider_id} ${row.note}`;
  const stored = await write
    .from('provider_assignment')
    .selectAll()
    .where('package_id', '=', packageId)
    .execute();
  const wanted = new Set(
    sessions.flatMap(({ number, providerIds, note }) =>
      providerIds.map((provider_id) => key({ session_number: number, provider_id, note })),
    ),
  );
  const gone = stored.filter((row) => !wanted.has(key(row)));
  if (gone.length > 0) {
    const goneIds = gone.map(({ id }) => id);
    await write.delete('provider_assignment').where('provider_assignment.id', 'in', goneIds).execute();
    await writeAudit(
      write,
      gone.map((before) => ({
        table: 'provider_assignment',
        id: before.id,
        action: 'delete',
        before,
        after: null,
      })),
    );
  }
  const kept = new Set(stored.map(key));
  const missing = sessions.map((session) => ({
    ...session,
    providerIds: session.providerIds.filter(
      (provider_id) => !kept.has(key({ session_number: session.number, provider_id, note: session.note })),
    ),
  }));
  await insertAssignments(write, packageId, missing);
}
