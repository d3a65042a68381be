import { type Kysely, sql } from 'kysely';
import { isFlag, ownedBy, recordTable, tenantTable } from './tenant-table';

export const clinicCatalogue = {
  async up(db: Kysely<unknown>) {
    await recordTable(db, 'clinic')
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('time_zone', 'text', (column) => column.notNull())
      .addColumn('grid_minutes', 'integer', (column) => column.notNull().defaultTo(15))
      .addColumn('week_start', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('is_active', 'integer', (column) => column.notNull().defaultTo(1).check(isFlag('is_active')))
      .addUniqueConstraint('clinic_name', ['tenant_id', 'name'])
      .execute();

    await recordTable(db, 'service_type')
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('colour', 'text', (column) => column.notNull())
      .addColumn('duration_minutes', 'integer', (column) => column.notNull())
      .addColumn('session_count', 'integer', (column) => column.notNull())
      .addColumn('buffer_before_minutes', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('buffer_after_minutes', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('needs_room', 'integer', (column) =>
        column.notNull().defaultTo(0).check(isFlag('needs_room')),
      )
      .addColumn('is_active', 'integer', (column) => column.notNull().defaultTo(1).check(isFlag('is_active')))
      .addUniqueConstraint('service_type_name', ['tenant_id', 'name'])
      .execute();

    await ownedBy(
      recordTable(db, 'room')
        .addColumn('clinic_id', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('is_active', 'integer', (column) =>
          column.notNull().defaultTo(1).check(isFlag('is_active')),
        ),
      'room_clinic',
      'clinic_id',
      'clinic',
    )
      .addUniqueConstraint('room_name', ['tenant_id', 'clinic_id', 'name'])
      .execute();

    await recordTable(db, 'provider')
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('colour', 'text', (column) => column.notNull())
      .addColumn('is_active', 'integer', (column) => column.notNull().defaultTo(1).check(isFlag('is_active')))
      .addColumn('external_id', 'text')
      .addUniqueConstraint('provider_external_id', ['tenant_id', 'external_id'])
      .execute();

    await linkTable(db, 'provider_clinic', 'clinic_id', 'clinic');
    await linkTable(db, 'provider_service', 'service_type_id', 'service_type');

    const workingHours = tenantTable(db, 'working_hours')
      .addColumn('provider_id', 'text', (column) => column.notNull())
      .addColumn('clinic_id', 'text', (column) => column.notNull())
      .addColumn('weekday', 'integer', (column) => column.notNull().check(sql`weekday between 0 and 6`))
      .addColumn('from_time', 'text', (column) => column.notNull())
      .addColumn('to_time', 'text', (column) => column.notNull())
      .addColumn('valid_from', 'text')
      .addColumn('valid_to', 'text')
      .addCheckConstraint('working_hours_order', sql`from_time < to_time`);
    await ownedBy(
      ownedBy(workingHours, 'working_hours_provider', 'provider_id', 'provider'),
      'working_hours_clinic',
      'clinic_id',
      'clinic',
    ).execute();
    await index(db, 'working_hours', ['provider_id']);

    const timeOff = tenantTable(db, 'time_off')
      .addColumn('provider_id', 'text', (column) => column.notNull())
      .addColumn('start_at', 'bigint', (column) => column.notNull())
      .addColumn('end_at', 'bigint', (column) => column.notNull())
      .addColumn('label', 'text', (column) => column.notNull())
      .addCheckConstraint('time_off_order', sql`start_at < end_at`);
    await ownedBy(timeOff, 'time_off_provider', 'provider_id', 'provider').execute();
    await index(db, 'time_off', ['provider_id', 'end_at']);

    const closure = tenantTable(db, 'closure')
      .addColumn('clinic_id', 'text', (column) => column.notNull())
      .addColumn('date', 'text', (column) => column.notNull())
      .addColumn('label', 'text', (column) => column.notNull())
      .addUniqueConstraint('closure_date', ['tenant_id', 'clinic_id', 'date']);
    await ownedBy(closure, 'closure_clinic', 'clinic_id', 'clinic').execute();

    await recordTable(db, 'patient')
      .addColumn('file_number', 'text', (column) => column.notNull())
      .addColumn('given_name', 'text', (column) => column.notNull())
      .addColumn('family_name', 'text', (column) => column.notNull())
      .addColumn('birth_date', 'text')
      .addColumn('email', 'text')
      .addColumn('phone', 'text')
      .addColumn('locale', 'text')
      .addColumn('search_text', 'text', (column) => column.notNull())
      .addColumn('external_id', 'text')
      .addUniqueConstraint('patient_file_number', ['tenant_id', 'file_number'])
      .addUniqueConstraint('patient_external_id', ['tenant_id', 'external_id'])
      .execute();
    await index(db, 'patient', ['family_name', 'given_name']);

    // A user of role `provider` is one of the tenant's providers. SQLite cannot add a foreign key later, so
    // the link is checked when a user is written.
  },
};

async function linkTable(db: Kysely<unknown>, name: string, column: string, target: string) {
  await db.schema
    .createTable(name)
    .addColumn('tenant_id', 'text', (c) => c.notNull().references('tenant.id'))
    .addColumn('provider_id', 'text', (c) => c.notNull())
    .addColumn(column, 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint(`${name}_key`, ['tenant_id', 'provider_id', column])
    .addForeignKeyConstraint(`${name}_provider`, ['tenant_id', 'provider_id'], 'provider', [
      'tenant_id',
      'id',
    ])
    .addForeignKeyConstraint(`${name}_target`, ['tenant_id', column], target, ['tenant_id', 'id'])
    .execute();
  await index(db, name, [column]);
}

const index = (db: Kysely<unknown>, table: string, columns: string[]) =>
  db.schema
    .createIndex(`${table}_by_${columns.join('_')}`)
    .on(table)
    .columns(['tenant_id', ...columns])
    .execute();
