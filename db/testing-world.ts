import { ok } from '@/lib/result/result';
import { instantOf } from '@/lib/time/wall-clock';
import type { Role } from './schema';
import { mintScope, type TenantScope } from './scope';
import { createTenant, systemScope } from './system';
import type { TestDatabase } from './testing';
import { transaction } from './transaction';
import { createRecord, type NewRecord } from './writes/records';

/** A small clinic with named people: enough for a package, small enough to reason about. */
export interface World {
  scope: TenantScope;
  tenantId: string;
  clinicId: string;
  serviceTypeId: string;
  roomId: string;
  /** Works Sunday to Thursday, 09:00 to 12:00 and 13:00 to 17:00. */
  nora: string;
  /** Works Monday only, 08:00 to 12:00. */
  omar: string;
  /** Patients. */
  lina: string;
  sami: string;
}

export const ZONE = 'Europe/London';

/** The instant of a wall time in the world's clinic. */
export const at = (date: string, time: string): number => instantOf(date, time, ZONE);

/** Sunday 3 January 2027, 08:00: long before anything in the worlds happens. */
export const NOW = Date.UTC(2027, 0, 3, 8);

/**
 * Builds the world in an empty or already inhabited database. Every text carries `mark`, so that a test can
 * see at once whose rows an answer holds.
 */
export async function createWorld(database: TestDatabase, mark = 'north'): Promise<World> {
  const tenant = await createTenant({ slug: mark, name: `${mark} clinic group` }, database);
  if (!tenant.ok) throw new Error(`tenant ${mark} exists`);
  const scope = systemScope(tenant.value, `${mark}-command`, database, () => NOW);
  const made = await transaction(scope, async (write) => {
    const clinicId = await createRecord(write, 'clinic', {
      name: `${mark} clinic`,
      time_zone: ZONE,
      grid_minutes: 15,
      week_start: 0,
      is_active: 1,
    });
    const serviceTypeId = await createRecord(write, 'service_type', {
      name: `${mark} speech therapy`,
      colour: '#0f766e',
      duration_minutes: 45,
      session_count: 12,
      buffer_before_minutes: 0,
      buffer_after_minutes: 0,
      needs_room: 0,
      is_active: 1,
    });
    const roomId = await createRecord(write, 'room', {
      clinic_id: clinicId,
      name: `${mark} room`,
      is_active: 1,
    });
    const person = (name: string) => ({
      name: `${mark} ${name}`,
      colour: '#0f766e',
      is_active: 1 as const,
      external_id: null,
    });
    const nora = await createRecord(write, 'provider', person('Nora'));
    const omar = await createRecord(write, 'provider', person('Omar'));
    const links = [nora, omar];
    await write
      .insert(
        'provider_clinic',
        links.map((provider_id) => ({ provider_id, clinic_id: clinicId })),
      )
      .execute();
    await write
      .insert(
        'provider_service',
        links.map((provider_id) => ({ provider_id, service_type_id: serviceTypeId })),
      )
      .execute();
    const span = (provider_id: string, weekday: number, from_time: string, to_time: string) => ({
      id: `${mark}-${provider_id}-${weekday}-${from_time}`,
      provider_id,
      clinic_id: clinicId,
      weekday,
      from_time,
      to_time,
      valid_from: null,
      valid_to: null,
    });
    await write
      .insert('working_hours', [
        ...[0, 1, 2, 3, 4].flatMap((weekday) => [
          span(nora, weekday, '09:00', '12:00'),
          span(nora, weekday, '13:00', '17:00'),
        ]),
        span(omar, 1, '08:00', '12:00'),
      ])
      .execute();
    const lina = await createRecord(write, 'patient', patient(mark, 'Lina', 'Haddad', '1'));
    const sami = await createRecord(write, 'patient', patient(mark, 'Sami', 'Berg', '2'));
    return ok({ clinicId, serviceTypeId, roomId, nora, omar, lina, sami });
  });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return { scope, tenantId: tenant.value, ...made.value };
}

function patient(mark: string, given: string, family: string, ordinal: string): NewRecord<'patient'> {
  const file = `${mark}-${ordinal}`;
  return {
    file_number: file,
    given_name: given,
    family_name: `${family} ${mark}`,
    birth_date: '2019-05-04',
    email: null,
    phone: null,
    locale: null,
    search_text: ` ${given} ${family} ${mark} ${file}`.toLowerCase(),
    sort_name: `${family} ${mark},${given}`.toLowerCase(),
    external_id: null,
  };
}

/** The same tenant seen by a signed-in user of a role. */
export function asRole(
  database: TestDatabase,
  world: World,
  role: Role,
  providerId: string | null = null,
): TenantScope {
  return mintScope(
    {
      tenantId: world.tenantId,
      actor: { kind: 'user', userId: `${role}-user`, name: role, role, providerId, origin: 'test' },
      now: () => NOW,
    },
    database,
  );
}

/** The same person at another moment. */
export const atTime = (database: TestDatabase, scope: TenantScope, now: number): TenantScope =>
  mintScope({ tenantId: scope.tenantId, actor: scope.actor, now: () => now }, database);
