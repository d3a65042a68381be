import { type Kysely, sql } from 'kysely';
import { LIST_NAMES } from '../schema';
import { isFlag, oneOf, ownedBy, recordTable } from './tenant-table';

/** What the lists need: an index for each order and each common filter, and the views that people keep. */
export const savedViews = {
  async up(db: Kysely<unknown>) {
    await ownedBy(
      recordTable(db, 'saved_view')
        .addColumn('user_id', 'text', (column) => column.notNull())
        .addColumn('list', 'text', (column) => column.notNull().check(oneOf('list', LIST_NAMES)))
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('query', 'text', (column) => column.notNull())
        .addColumn('is_default', 'integer', (column) =>
          column.notNull().defaultTo(0).check(isFlag('is_default')),
        ),
      'saved_view_user',
      'user_id',
      'app_user',
    )
      .addUniqueConstraint('saved_view_name', ['tenant_id', 'user_id', 'list', 'name'])
      .execute();
    // Which view a list opens with is one question with one answer.
    await db.schema
      .createIndex('saved_view_default')
      .unique()
      .on('saved_view')
      .columns(['tenant_id', 'user_id', 'list'])
      .where(sql.ref('is_default'), '=', sql.lit(1))
      .execute();

    await index(db, 'package', 'package_by_clinic', ['clinic_id', 'created_at', 'id']);
    await index(db, 'package', 'package_by_service', ['service_type_id', 'created_at', 'id']);
    // By start over a whole tenant is for the lists alone. SQLite without statistics would take these for the
    // overlap triggers too, and read all appointments to write one: only a statement that says `start_at > 0`
    // (see by-start.ts) may use them.
    await byStart(db, 'appointment_by_start', ['start_at', 'id']);
    await byStart(db, 'appointment_by_provider_start', ['provider_id', 'start_at', 'id']);
    // Deliberate overlaps are few, and few must be found among very many.
    await db.schema
      .createIndex('appointment_by_overlap')
      .on('appointment')
      .columns(['tenant_id', 'start_at', 'id'])
      .where(sql.ref('overlap_reason'), 'is not', null)
      .execute();
    await index(db, 'patient', 'patient_by_name', ['family_name', 'given_name', 'id']);
    await db.schema.dropIndex('patient_by_family_name_given_name').execute();
  },
};

const byStart = (db: Kysely<unknown>, name: string, columns: string[]) =>
  db.schema
    .createIndex(name)
    .on('appointment')
    .columns(['tenant_id', ...columns])
    .where(sql.ref('start_at'), '>', sql.lit(0))
    .execute();

const index = (db: Kysely<unknown>, table: string, name: string, columns: string[]) =>
  db.schema
    .createIndex(name)
    .on(table)
    .columns(['tenant_id', ...columns])
    .execute();
