import { newId } from '@/lib/ids/new-id';
import type { SessionStatus } from '../schema';
import type { WriteScope } from '../scope';
import { writeAudit } from './audit';
import { type KeptPlace, rememberSessions } from './draft-sessions';
import { takeNumbers } from './numbers';
import { createRecord, createRecords, type NewRecord } from './records';

export interface NewPackage {
  record: Omit<NewRecord<'package'>, 'number'>;
  /** The clinic's date now, for the numbers. */
  today: string;
  sessions: readonly NewSession[];
}

export interface NewSession {
  number: number;
  status: SessionStatus;
  attempts: number;
  /** JSON list of the engine's reasons. */
  reasons: string;
  providerIds: readonly string[];
  note: string;
  /** A person chose its place; planning anew goes around it. */
  isPinned: boolean;
  /** Where a person keeps it in a draft. */
  kept: KeptPlace | null;
  appointment: Omit<NewRecord<'appointment'>, 'number'> | null;
}

/** Writes a package with its sessions, provider assignments and appointments. */
export async function insertPackage(
  write: WriteScope,
  { record, today, sessions }: NewPackage,
): Promise<{ packageId: string; number: string }> {
  const [number = ''] = await takeNumbers(write, 'PKG', today, 1);
  const packageId = await createRecord(write, 'package', { ...record, number });
  const appointmentIds = await insertAppointments(write, today, sessions);
  await createRecords(
    write,
    'session',
    sessions.map((session, index) => ({
      package_id: packageId,
      number: session.number,
      status: session.status,
      appointment_id: appointmentIds[index] ?? null,
      attempts: session.attempts,
      is_pinned: session.isPinned ? (1 as const) : (0 as const),
      reasons: session.reasons,
    })),
  );
  await insertAssignments(write, packageId, sessions);
  await rememberSessions(write, packageId, toRemember(sessions));
  return { packageId, number };
}

/** Kept places, and notes that have no assignment to stand with. */
export const toRemember = (sessions: readonly NewSession[]) =>
  sessions.map(({ number, kept, providerIds, note }) => ({
    number,
    place: kept,
    note: providerIds.length === 0 ? note : '',
  }));

/** Who gives which session, and the note beside it. */
export async function insertAssignments(
  write: WriteScope,
  packageId: string,
  sessions: readonly Pick<NewSession, 'number' | 'providerIds' | 'note'>[],
): Promise<void> {
  const assignments = sessions.flatMap(({ number: session_number, providerIds, note }) =>
    providerIds.map((provider_id) => ({
      id: newId(),
      package_id: packageId,
      session_number,
      provider_id,
      note,
    })),
  );
  for (let start = 0; start < assignments.length; start += ROWS_PER_INSERT) {
    await write.insert('provider_assignment', assignments.slice(start, start + ROWS_PER_INSERT)).execute();
  }
  await writeAudit(
    write,
    assignments.map((row) => ({
      table: 'provider_assignment',
      id: row.id,
      action: 'create',
      before: null,
      after: row,
    })),
  );
}

const ROWS_PER_INSERT = 400;

/** The appointments of the placed sessions; answers each session's appointment id, or null. */
export async function insertAppointments(
  write: WriteScope,
  today: string,
  sessions: readonly NewSession[],
): Promise<(string | null)[]> {
  const placed = sessions.filter((session) => session.appointment !== null);
  const numbers = await takeNumbers(write, 'APT', today, placed.length);
  const records = placed.flatMap(({ appointment }, index) =>
    appointment ? [{ ...appointment, id: newId(), number: numbers[index] ?? '' }] : [],
  );
  await createRecords(write, 'appointment', records);
  const idOfSession = new Map(placed.map((session, index) => [session.number, records[index]?.id ?? null]));
  return sessions.map((session) => idOfSession.get(session.number) ?? null);
}
