import { type Kysely, sql } from 'kysely';
import { APPOINTMENT_STATUSES, PACKAGE_STATUSES, PLAN_GOALS, SESSION_STATUSES } from '../schema';
import { isFlag, oneOf, ownedBy, recordTable, tenantTable } from './tenant-table';

export const packagesAndAppointments = {
  async up(db: Kysely<unknown>) {
    await appointmentTable(db);
    await packageTable(db);
    await sessionTable(db);
    await assignmentTable(db);
    await db.schema
      .createTable('number_counter')
      .addColumn('tenant_id', 'text', (column) => column.notNull().references('tenant.id'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('last', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('number_counter_key', ['tenant_id', 'kind', 'day'])
      .execute();
  },
};

async function appointmentTable(db: Kysely<unknown>) {
  const table = recordTable(db, 'appointment')
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('clinic_id', 'text', (column) => column.notNull())
    .addColumn('patient_id', 'text', (column) => column.notNull())
    .addColumn('provider_id', 'text', (column) => column.notNull())
    .addColumn('room_id', 'text')
    .addColumn('service_type_id', 'text')
    .addColumn('start_at', 'bigint', (column) => column.notNull())
    .addColumn('end_at', 'bigint', (column) => column.notNull())
    .addColumn('blocked_from', 'bigint', (column) => column.notNull())
    .addColumn('blocked_to', 'bigint', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull().check(oneOf('status', APPOINTMENT_STATUSES)))
    .addColumn('overlap_reason', 'text')
    .addColumn('notes', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('request_key', 'text')
    .addColumn('request_hash', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('external_id', 'text')
    .addColumn('created_by', 'text')
    .addUniqueConstraint('appointment_number', ['tenant_id', 'number'])
    .addUniqueConstraint('appointment_request_key', ['tenant_id', 'request_key'])
    .addUniqueConstraint('appointment_external_id', ['tenant_id', 'external_id'])
    .addCheckConstraint('appointment_order', sql`start_at < end_at`)
    .addCheckConstraint('appointment_blocks_itself', sql`blocked_from <= start_at and end_at <= blocked_to`);
  const inClinic = ownedBy(table, 'appointment_clinic', 'clinic_id', 'clinic');
  const ofPatient = ownedBy(inClinic, 'appointment_patient', 'patient_id', 'patient');
  const withProvider = ownedBy(ofPatient, 'appointment_provider', 'provider_id', 'provider');
  const inRoom = ownedBy(withProvider, 'appointment_room', 'room_id', 'room');
  await ownedBy(inRoom, 'appointment_service_type', 'service_type_id', 'service_type').execute();

  // The overlap triggers and the busy-time reads both ask for what ends after a moment, resource by resource.
  await index(db, 'appointment', 'appointment_by_provider', ['provider_id', 'blocked_to', 'blocked_from']);
  await index(db, 'appointment', 'appointment_by_patient', ['patient_id', 'end_at', 'start_at']);
  await index(db, 'appointment', 'appointment_by_room', ['room_id', 'end_at', 'start_at']);
  await index(db, 'appointment', 'appointment_by_clinic', ['clinic_id', 'start_at']);
}

async function packageTable(db: Kysely<unknown>) {
  const table = recordTable(db, 'package')
    .addColumn('number', 'text', (column) => column.notNull())
    .addColumn('patient_id', 'text', (column) => column.notNull())
    .addColumn('clinic_id', 'text', (column) => column.notNull())
    .addColumn('service_type_id', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull().check(oneOf('status', PACKAGE_STATUSES)))
    .addColumn('session_count', 'integer', (column) =>
      column.notNull().check(sql`session_count between 2 and 100`),
    )
    .addColumn('duration_minutes', 'integer', (column) => column.notNull().check(sql`duration_minutes > 0`))
    .addColumn('start_date', 'text', (column) => column.notNull())
    .addColumn('end_date', 'text', (column) => column.notNull())
    .addColumn('preferred_days', 'text', (column) => column.notNull())
    .addColumn('provider_strategy', 'text', (column) =>
      column.notNull().check(oneOf('provider_strategy', ['one', 'per_session'])),
    )
    .addColumn('goal', 'text', (column) =>
      column.notNull().defaultTo('soonest').check(oneOf('goal', PLAN_GOALS)),
    )
    .addColumn('auto_schedule', 'integer', (column) => column.notNull().check(isFlag('auto_schedule')))
    .addColumn('min_gap_days', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('max_per_week', 'integer')
    .addColumn('day_from', 'text')
    .addColumn('day_to', 'text')
    .addColumn('notes', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('request_key', 'text', (column) => column.notNull())
    .addColumn('request_hash', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('cancelled_at', 'bigint')
    .addColumn('cancelled_by', 'text')
    .addColumn('cancel_reason', 'text')
    .addColumn('created_by', 'text')
    .addUniqueConstraint('package_number', ['tenant_id', 'number'])
    .addUniqueConstraint('package_request_key', ['tenant_id', 'request_key'])
    .addCheckConstraint('package_window', sql`start_date <= end_date`);
  const ofPatient = ownedBy(table, 'package_patient', 'patient_id', 'patient');
  const inClinic = ownedBy(ofPatient, 'package_clinic', 'clinic_id', 'clinic');
  await ownedBy(inClinic, 'package_service_type', 'service_type_id', 'service_type').execute();
  await index(db, 'package', 'package_by_creation', ['created_at', 'id']);
  await index(db, 'package', 'package_by_start', ['start_date', 'id']);
  await index(db, 'package', 'package_by_status', ['status', 'created_at', 'id']);
  await index(db, 'package', 'package_by_patient', ['patient_id']);
}

async function sessionTable(db: Kysely<unknown>) {
  const table = recordTable(db, 'session')
    .addColumn('package_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull().check(sql`number between 1 and 100`))
    .addColumn('status', 'text', (column) => column.notNull().check(oneOf('status', SESSION_STATUSES)))
    .addColumn('appointment_id', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('is_pinned', 'integer', (column) => column.notNull().defaultTo(0).check(isFlag('is_pinned')))
    .addColumn('reasons', 'text', (column) => column.notNull().defaultTo('[]'))
    .addUniqueConstraint('session_number', ['tenant_id', 'package_id', 'number'])
    .addUniqueConstraint('session_appointment', ['tenant_id', 'appointment_id']);
  const ofPackage = ownedBy(table, 'session_package', 'package_id', 'package');
  await ownedBy(ofPackage, 'session_of_appointment', 'appointment_id', 'appointment').execute();
  await index(db, 'session', 'session_by_status', ['status', 'package_id']);
}

async function assignmentTable(db: Kysely<unknown>) {
  const table = tenantTable(db, 'provider_assignment')
    .addColumn('package_id', 'text', (column) => column.notNull())
    .addColumn('session_number', 'integer', (column) => column.notNull())
    .addColumn('provider_id', 'text', (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .addUniqueConstraint('provider_assignment_once', [
      'tenant_id',
      'package_id',
      'session_number',
      'provider_id',
    ]);
  const ofPackage = ownedBy(table, 'provider_assignment_package', 'package_id', 'package');
  await ownedBy(ofPackage, 'provider_assignment_provider', 'provider_id', 'provider').execute();
  await index(db, 'provider_assignment', 'provider_assignment_by_provider', ['provider_id']);
}

const index = (db: Kysely<unknown>, table: string, name: string, columns: string[]) =>
  db.schema
    .createIndex(name)
    .on(table)
    .columns(['tenant_id', ...columns])
    .execute();
