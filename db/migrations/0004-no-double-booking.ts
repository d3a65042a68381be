import { type Kysely, sql } from 'kysely';
import type { Dialect } from '../dialect';

/*
 * The database itself refuses two appointments that block the same provider, patient or room at one time.
 * An appointment blocks unless it is cancelled or missed. One with an `overlap_reason` may be laid over
 * others on purpose; an ordinary one may not be laid over anything, deliberate ones included.
 *
 * PostgreSQL: exclusion constraints between ordinary appointments (exact under any concurrency), and a
 * trigger for an ordinary one over a deliberate one. If those two race, the trigger may miss the deliberate
 * one; the outcome is then the same as if the deliberate one had come last, which is allowed.
 * SQLite: triggers for both, exact since there is one writer at a time.
 *
 * A change that claims no new time (arrived, completed, notes) is never refused: triggers look only when the
 * resource or its time changes, or when the appointment begins to block.
 */
const RESOURCES = [
  { name: 'provider', column: 'provider_id', from: 'blocked_from', to: 'blocked_to' },
  { name: 'patient', column: 'patient_id', from: 'start_at', to: 'end_at' },
  { name: 'room', column: 'room_id', from: 'start_at', to: 'end_at' },
] as const;
type Resource = (typeof RESOURCES)[number];

export const noDoubleBooking = (dialect: Dialect) => ({
  async up(db: Kysely<unknown>) {
    if (dialect === 'postgres') await sql`create extension if not exists btree_gist`.execute(db);
    for (const resource of RESOURCES) {
      for (const statement of dialect === 'postgres' ? postgres(resource) : sqlite(resource)) {
        await sql.raw(statement).execute(db);
      }
    }
  },
});

const blocks = (row: string) => `${row}.status not in ('CANCELLED', 'NO_SHOW')`;

const isOrdinary = (row: string) => `${blocks(row)} and ${row}.overlap_reason is null`;

const claimsTime = ({ column, from, to }: Resource) =>
  `(not (${isOrdinary('old')}) or new.${column} <> old.${column} or old.${column} is null
    or new.${from} <> old.${from} or new.${to} <> old.${to})`;

const overlapOf = ({ column, from, to }: Resource) =>
  `select 1 from appointment as other
   where other.tenant_id = new.tenant_id and other.${column} = new.${column} and other.id <> new.id
     and other.${to} > new.${from} and other.${from} < new.${to} and ${blocks('other')}`;

function sqlite(resource: Resource): string[] {
  const refusal = `select raise(abort, 'appointment_${resource.name}_overlap') where exists (${overlapOf(resource)});`;
  return [
    `create trigger appointment_${resource.name}_overlap_insert before insert on appointment
     when ${isOrdinary('new')} begin ${refusal} end`,
    `create trigger appointment_${resource.name}_overlap_update before update on appointment
     when ${isOrdinary('new')} and ${claimsTime(resource)} begin ${refusal} end`,
  ];
}

function postgres(resource: Resource): string[] {
  const { name, column, from, to } = resource;
  const refusal = `
    if exists (${overlapOf(resource)} and other.overlap_reason is not null) then
      raise exception 'overlaps a deliberate appointment'
        using errcode = 'exclusion_violation', constraint = 'appointment_${name}_overlap';
    end if;`;
  return [
    `alter table appointment add constraint appointment_${name}_overlap
     exclude using gist (tenant_id with =, ${column} with =, int8range(${from}, ${to}) with &&)
     where (${isOrdinary('appointment')})`.replaceAll('appointment.', ''),
    `create function appointment_${name}_over_deliberate() returns trigger language plpgsql as $$
     begin
       if ${isOrdinary('new')} and (tg_op = 'INSERT' or ${claimsTime(resource)}) then ${refusal} end if;
       return new;
     end $$`,
    `create trigger appointment_${name}_over_deliberate before insert or update on appointment
     for each row execute function appointment_${name}_over_deliberate()`,
  ];
}
