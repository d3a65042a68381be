import { type RawBuilder, sql } from 'kysely';

/**
 * True of every appointment. Said in a statement, it opens the indexes by start to it, which are closed to
 * all others: see migration 0008.
 */
export const byStart: RawBuilder<boolean> = sql<boolean>`appointment.start_at > 0`;

/** The same for who treats whom: true of every appointment, opens the index by provider and patient; migration 0009. */
export const byPatient: RawBuilder<boolean> = sql<boolean>`appointment.patient_id > ''`;
