import type { Kysely } from 'kysely';

/** What was changed together is found together: to be told as one event, and to be undone as one. */
export const changes = {
  async up(db: Kysely<unknown>) {
    for (const table of ['audit', 'outbox']) {
      await db.schema.alterTable(table).addColumn('change_id', 'text').execute();
      await db.schema
        .createIndex(`${table}_by_change`)
        .on(table)
        .columns(['tenant_id', 'change_id'])
        .execute();
    }
  },
};
