import { sql } from 'kysely';
import type { Database } from './client';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Lets a visit lie so many days later, or earlier: nobody can wait for its day, and no booking is made in the past. */
export async function moveByDays(
  database: Database,
  { appointmentId, days }: { appointmentId: string; days: number },
): Promise<void> {
  const by = days * DAY_MS;
  await sql`update appointment set start_at = start_at + ${by}, end_at = end_at + ${by},
      blocked_from = blocked_from + ${by}, blocked_to = blocked_to + ${by}
    where id = ${appointmentId}`.execute(database.handle.withoutPlugins());
}
