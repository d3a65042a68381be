import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect';

/*
 * Which package an appointment belongs to is what its session says; the appointment repeats it, so that the packages
 * of a provider and those that come to an end are found without a look at every session. The database itself keeps
 * the two the same: no writer can forget it, and none writes the column.
 */

const follow = (row: 'old' | 'new', packageId: string) =>
  `update appointment set package_id = ${packageId}
   where appointment.tenant_id = ${row}.tenant_id and appointment.id = ${row}.appointment_id;`;
const LET_GO = follow('old', 'null');
const TAKE = follow('new', 'new.package_id');
const IS_ANOTHER = "coalesce(old.appointment_id, '') <> coalesce(new.appointment_id, '')";

export const packagesOfAppointments = (dialect: Dialect) => ({
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('appointment').addColumn('package_id', 'text').execute();
    await sql`update appointment set package_id = (
      select session.package_id from session
      where session.tenant_id = appointment.tenant_id and session.appointment_id = appointment.id
    )`.execute(db);
    for (const statement of dialect === 'postgres' ? POSTGRES : SQLITE) await sql.raw(statement).execute(db);

    await index(db, 'appointment_by_package', ['package_id', 'start_at', 'status'], 'package_id is not null');
    // Closed to the overlap triggers like those of migration 0008: opened by saying `patient_id > ''`, true of all.
    const provider = ['provider_id', 'patient_id', 'package_id'];
    await index(db, 'appointment_by_provider_patient', provider, "patient_id > ''");
    await index(db, 'appointment_by_status', ['status', 'start_at', 'id', 'package_id'], 'start_at > 0');
    await db.schema.dropIndex('provider_assignment_by_provider').execute();
    await sql`create index provider_assignment_by_provider
      on provider_assignment (tenant_id, provider_id, package_id)`.execute(db);
    // The digits behind the date, by which people know a number of ours.
    for (const table of ['package', 'appointment'])
      await sql
        .raw(`create index ${table}_by_ordinal on ${table} (tenant_id, substr(number, 14))`)
        .execute(db);
  },
});

const SQLITE = [
  `create trigger session_takes_appointment_insert after insert on session
   when new.appointment_id is not null begin ${TAKE} end`,
  `create trigger session_takes_appointment_update after update of appointment_id on session
   when ${IS_ANOTHER} begin ${LET_GO} ${TAKE} end`,
  `create trigger session_lets_go_delete after delete on session
   when old.appointment_id is not null begin ${LET_GO} end`,
];

const POSTGRES = [
  `create function session_holds_appointment() returns trigger language plpgsql as $$
   begin
     if tg_op = 'DELETE' or (tg_op = 'UPDATE' and ${IS_ANOTHER}) then ${LET_GO} end if;
     if tg_op = 'INSERT' or (tg_op = 'UPDATE' and ${IS_ANOTHER}) then ${TAKE} end if;
     return null;
   end $$`,
  `create trigger session_holds_appointment after insert or delete or update of appointment_id on session
   for each row execute function session_holds_appointment()`,
];

const index = (db: Kysely<unknown>, name: string, columns: string[], where: string) =>
  db.schema
    .createIndex(name)
    .on('appointment')
    .columns(['tenant_id', ...columns])
    .where(sql<boolean>`${sql.raw(where)}`)
    .execute();
