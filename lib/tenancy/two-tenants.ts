import { sql } from 'kysely';
import type { TenantScope } from '@/db/scope';
import { TENANT_TABLES } from '@/db/tenant-tables';
import type { TestDatabase } from '@/db/testing';
import { asRole, createWorld, NOW, type World } from '@/db/testing-world';
import { transaction } from '@/db/transaction';
import { createRecord } from '@/db/writes/records';
import { bookAppointment } from '@/lib/appointments/book-appointment';
import { newId } from '@/lib/ids/new-id';
import { createPackage } from '@/lib/packages/create-package';
import { proposePlan } from '@/lib/packages/propose-plan';
import { linasPackage } from '@/lib/packages/testing-form';
import { ok } from '@/lib/result/result';

/** One id of each kind that a caller could name. */
export interface Ids {
  clinicId: string;
  serviceTypeId: string;
  roomId: string;
  providerId: string;
  patientId: string;
  userId: string;
  packageId: string;
  sessionId: string;
  appointmentId: string;
  packageRequestKey: string;
  appointmentRequestKey: string;
  externalId: string;
  fileNumber: string;
  viewId: string;
  assignmentId: string;
  changeId: string;
}

export interface Tenant {
  mark: string;
  world: World;
  scope: TenantScope;
  ids: Ids;
}

/** A tenant with one row at least in every table, each text of which carries the tenant's mark. */
export async function createMarkedTenant(database: TestDatabase, mark: string): Promise<Tenant> {
  const world = await createWorld(database, mark);
  const scope = asRole(database, world, 'scheduler');
  const packageRequestKey = newId();
  const appointmentRequestKey = newId();
  const form = linasPackage(world, { sessionCount: 2 });
  const proposal = value(await proposePlan(scope, form));
  const made = value(
    await createPackage(scope, {
      ...form,
      requestKey: packageRequestKey,
      notes: `${mark} notes`,
      autoSchedule: true,
      shown: proposal.placed,
    }),
  );
  const booked = value(
    await bookAppointment(scope, {
      requestKey: appointmentRequestKey,
      patientId: world.sami,
      clinicId: world.clinicId,
      serviceTypeId: world.serviceTypeId,
      providerId: world.nora,
      date: '2027-01-06',
      time: '13:00',
      durationMinutes: 45,
      notes: `${mark} notes`,
    }),
  );
  const userId = await addTheRest(world, mark);
  const viewId = await addView(scope, userId);
  const session = await scope
    .from('session')
    .select('session.id')
    .orderBy('number')
    .executeTakeFirstOrThrow();
  const assignment = await scope
    .from('provider_assignment')
    .select('provider_assignment.id')
    .executeTakeFirstOrThrow();
  const change = await scope
    .from('audit')
    .select('change_id')
    .where('record_type', '=', 'package')
    .executeTakeFirstOrThrow();
  await markEveryText(database, world.tenantId, mark);
  return {
    mark,
    world,
    scope,
    ids: {
      clinicId: world.clinicId,
      serviceTypeId: world.serviceTypeId,
      roomId: world.roomId,
      providerId: world.nora,
      patientId: world.lina,
      userId,
      packageId: made.packageId,
      sessionId: session.id,
      appointmentId: booked.appointmentId,
      packageRequestKey,
      appointmentRequestKey,
      externalId: `${mark} external_id`,
      fileNumber: `${mark}-1`,
      viewId,
      assignmentId: assignment.id,
      changeId: change.change_id ?? '',
    },
  };
}

/** Ids of the right form that nobody has. */
export const unknownIds = (): Ids => ({
  clinicId: newId(),
  serviceTypeId: newId(),
  roomId: newId(),
  providerId: newId(),
  patientId: newId(),
  userId: newId(),
  packageId: newId(),
  sessionId: newId(),
  appointmentId: newId(),
  packageRequestKey: newId(),
  appointmentRequestKey: newId(),
  externalId: newId(),
  fileNumber: newId(),
  viewId: newId(),
  assignmentId: newId(),
  changeId: newId(),
});

function value<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function addTheRest({ scope, nora, clinicId }: World, mark: string): Promise<string> {
  return value(
    await transaction(scope, async (write) => {
      const span = { start_at: NOW + 40 * 86_400_000, end_at: NOW + 41 * 86_400_000 };
      await write
        .insert('time_off', [{ id: newId(), provider_id: nora, ...span, label: `${mark} leave` }])
        .execute();
      await write
        .insert('closure', [
          { id: newId(), clinic_id: clinicId, date: '2027-03-01', label: `${mark} closed` },
        ])
        .execute();
      return ok(
        await createRecord(write, 'app_user', {
          email: `${mark}@example.org`,
          name: mark,
          password_hash: mark,
          role: 'viewer',
          provider_id: null,
          session_version: 1,
          is_active: 1,
          locale: null,
        }),
      );
    }),
  );
}

async function addView(scope: TenantScope, user_id: string): Promise<string> {
  const view = { user_id, list: 'packages' as const, name: 'mine', query: 'q=x', is_default: 0 as const };
  return value(await transaction(scope, async (write) => ok(await createRecord(write, 'saved_view', view))));
}

/** Texts that must stay what they are: keys, closed sets, dates, times, zones and JSON of ours. */
const FIXED_TEXT =
  /^(id|tenant_id|.*_id|status|role|actor_kind|kind|day|.*_date|date|.*_time|day_from|day_to|valid_.*|time_zone|preferred_days|provider_strategy|goal|reasons|record_type|payload|before|after|request_key|email|password_hash|dedupe_key|action|list)$/;
const MARKED_IDS = new Set(['external_id']);

/** Writes the mark into every free text of every table that lacks it, so that no column is overlooked. */
async function markEveryText(database: TestDatabase, tenantId: string, mark: string) {
  const handle = database.handle.withoutPlugins();
  for (const table of await handle.introspection.getTables()) {
    if (!(table.name in TENANT_TABLES)) continue;
    for (const { name, dataType } of table.columns) {
      if (dataType.toLowerCase() !== 'text' || (FIXED_TEXT.test(name) && !MARKED_IDS.has(name))) continue;
      const marked = `${mark} ${name}`;
      // The row's own id keeps unique texts unique; the first row stays without, to be looked up by.
      await sql`update ${sql.table(table.name)} set ${sql.ref(name)} = ${marked}
        || case when ${sql.ref(name)} = (select min(${sql.ref(name)}) from ${sql.table(table.name)} as other
          where other.tenant_id = ${tenantId}) then '' else ' ' || ${rowKey(table.columns)} end
        where tenant_id = ${tenantId} and (${sql.ref(name)} is null or ${sql.ref(name)} not like ${`%${mark}%`})`.execute(
        handle,
      );
    }
  }
}

const rowKey = (columns: { name: string }[]) =>
  sql.ref(columns.some(({ name }) => name === 'id') ? 'id' : 'kind');
