import { sql } from 'kysely';
import type { RecordName, TenantTableName } from '../schema';
import type { TenantScope } from '../scope';
import { type Finding, findingOf, MOST_EXAMPLES } from './invariant-finding';

const all = sql<number>`count(*) over ()`.as('broken');

const RECORDS: Readonly<Record<RecordName, true>> = {
  app_user: true,
  clinic: true,
  service_type: true,
  room: true,
  provider: true,
  patient: true,
  package: true,
  session: true,
  appointment: true,
  saved_view: true,
};
const RECORD_NAMES = Object.keys(RECORDS) as RecordName[]; // keys of a table that the compiler keeps complete

/** How many records of each kind the tenant has. */
export async function recordCounts(scope: TenantScope): Promise<Record<RecordName, number>> {
  const counts: Partial<Record<RecordName, number>> = {};
  for (const table of RECORD_NAMES) counts[table] = await countOf(scope, table);
  return counts as Record<RecordName, number>; // every name was just counted
}

/** Records without any audit row. */
export async function recordsWithoutAudit(scope: TenantScope): Promise<Finding> {
  const finding: Finding = { checked: 0, broken: 0, examples: [] };
  for (const table of RECORD_NAMES) {
    const audited = scope
      .from('audit')
      .where('audit.record_type', '=', table)
      .where('audit.record_id', '=', sql.ref<string>(`${table}.id`))
      .select('audit.id');
    const rows = await asSession(scope, table)
      .where((eb) => eb.not(eb.exists(audited)))
      .select([idOf(table), all])
      .orderBy(sql.ref(`${table}.id`))
      .limit(MOST_EXAMPLES)
      .execute();
    const examples = rows.map((row) => ({ ...row, what: `${table} has no audit row` }));
    add(finding, findingOf(await countOf(scope, table), examples));
  }
  return finding;
}

interface Reference {
  table: TenantTableName;
  column: string;
  target: RecordName;
}

const REFERENCES: readonly Reference[] = [
  { table: 'app_user', column: 'provider_id', target: 'provider' },
  { table: 'room', column: 'clinic_id', target: 'clinic' },
  { table: 'provider_clinic', column: 'provider_id', target: 'provider' },
  { table: 'provider_clinic', column: 'clinic_id', target: 'clinic' },
  { table: 'provider_service', column: 'provider_id', target: 'provider' },
  { table: 'provider_service', column: 'service_type_id', target: 'service_type' },
  { table: 'working_hours', column: 'provider_id', target: 'provider' },
  { table: 'working_hours', column: 'clinic_id', target: 'clinic' },
  { table: 'time_off', column: 'provider_id', target: 'provider' },
  { table: 'closure', column: 'clinic_id', target: 'clinic' },
  { table: 'package', column: 'patient_id', target: 'patient' },
  { table: 'package', column: 'clinic_id', target: 'clinic' },
  { table: 'package', column: 'service_type_id', target: 'service_type' },
  { table: 'session', column: 'package_id', target: 'package' },
  { table: 'session', column: 'appointment_id', target: 'appointment' },
  { table: 'provider_assignment', column: 'package_id', target: 'package' },
  { table: 'provider_assignment', column: 'provider_id', target: 'provider' },
  { table: 'draft_session', column: 'package_id', target: 'package' },
  { table: 'draft_session', column: 'provider_id', target: 'provider' },
  { table: 'draft_session', column: 'room_id', target: 'room' },
  { table: 'appointment', column: 'clinic_id', target: 'clinic' },
  { table: 'appointment', column: 'patient_id', target: 'patient' },
  { table: 'appointment', column: 'provider_id', target: 'provider' },
  { table: 'appointment', column: 'room_id', target: 'room' },
  { table: 'appointment', column: 'service_type_id', target: 'service_type' },
];

/** References to what this tenant does not have: they would lead into another tenant, or nowhere. */
export async function referencesOutOfTheTenant(scope: TenantScope): Promise<Finding> {
  const finding: Finding = { checked: 0, broken: 0, examples: [] };
  for (const { table, column, target } of REFERENCES) {
    const from = sql.ref<string | null>(`${table}.${column}`);
    const pointing = asSession(scope, table).where(from, 'is not', null);
    const own = asSession(scope, target)
      .where(sql.ref(`${target}.id`), '=', from)
      .select(idOf(target));
    const { checked } = await pointing
      .select((eb) => eb.fn.countAll<number>().as('checked'))
      .executeTakeFirstOrThrow();
    const rows = await pointing
      .where((eb) => eb.not(eb.exists(own)))
      .select([from.as('id'), all])
      .limit(MOST_EXAMPLES)
      .execute();
    const examples = rows.map(({ id, broken }) => ({
      id: id ?? '',
      what: `${table}.${column} names a ${target} that this tenant does not have`,
      broken,
    }));
    add(finding, findingOf(checked, examples));
  }
  return finding;
}

function add(sum: Finding, { checked, broken, examples }: Finding): void {
  sum.checked += checked;
  sum.broken += broken;
  sum.examples.push(...examples.slice(0, MOST_EXAMPLES - sum.examples.length));
}

/** Kysely types a query by one table's name; for a table chosen at run time `session` stands for all. */
const asSession = (scope: TenantScope, table: TenantTableName) => scope.from(table as 'session');

const idOf = (table: RecordName) => sql.ref<string>(`${table}.id`).as('id');

async function countOf(scope: TenantScope, table: TenantTableName): Promise<number> {
  const { n } = await asSession(scope, table)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}
