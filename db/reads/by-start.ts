import { type RawBuilder, sql } from 'kysely';

/**
 * True of every appointment. Said in a statement, it opens the indexes by start to it, which are closed to
 * all others: see migration 0008.
 */
export const byStart: RawBuilder<boolean> = sql<boolean>`appointment.start_at > 0`;
