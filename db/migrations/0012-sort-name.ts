import type { Kysely } from 'kysely';
import { foldedNames } from '@/lib/rules/search-text';

type Patients = {
  patient: { id: string; given_name: string; family_name: string; file_number: string; sort_name: string };
};

const AT_A_TIME = 1000;

/** Lists are sorted by names without accents and in lower case, which no two databases do alike. */
export const sortName = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('patient')
      .addColumn('sort_name', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
    await nameAll(db as Kysely<Patients>);
    await db.schema
      .createIndex('patient_by_sort_name')
      .on('patient')
      .columns(['tenant_id', 'sort_name', 'id'])
      .execute();
    await db.schema.dropIndex('patient_by_name').execute();
  },
};

async function nameAll(db: Kysely<Patients>): Promise<void> {
  let last = '';
  for (;;) {
    const patients = await db
      .selectFrom('patient')
      .select(['id', 'given_name', 'family_name', 'file_number'])
      .where('id', '>', last)
      .orderBy('id')
      .limit(AT_A_TIME)
      .execute();
    for (const patient of patients) {
      const { sort_name } = foldedNames(patient);
      await db.updateTable('patient').set({ sort_name }).where('id', '=', patient.id).execute();
    }
    last = patients.at(-1)?.id ?? '';
    if (patients.length < AT_A_TIME) return;
  }
}
