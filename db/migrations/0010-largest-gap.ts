import { type Kysely, sql } from 'kysely';

/** The most days from one session of a package to the next; none means that it does not matter. */
export const largestGap = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('package')
      .addColumn('max_gap_days', 'integer', (column) => column.check(sql`max_gap_days >= 1`))
      .execute();
  },
};
