import type { Kysely } from 'kysely';

/** Why an appointment was last moved or cancelled, in the words of who did it. */
export const changeReason = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('appointment').addColumn('change_reason', 'text').execute();
  },
};
