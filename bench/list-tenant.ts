import type { NewRow, PackageStatus, SessionStatus, TenantTableName } from '@/db/schema';
import type { TenantScope } from '@/db/scope';
import { createTenant, systemScope } from '@/db/system';
import type { TestDatabase } from '@/db/testing';
import { transaction } from '@/db/transaction';
import { newId } from '@/lib/ids/new-id';
import { ok } from '@/lib/result/result';
import { foldedNames } from '@/lib/rules/search-text';

/*
 * A tenant of a given size, always the same: every provider is busy around the clock, one visit an hour; one visit
 * in a thousand begins half an hour early, laid over the one before it on purpose. Two thirds of the visits are over.
 */

export interface TenantSize {
  packages: number;
  patients: number;
  sessionsPerPackage: number;
}

export const BENCH_NOW = Date.UTC(2027, 0, 4, 8);
const HOUR = 3_600_000;
const PROVIDERS = 40;
const CLINICS = 5;
const SERVICES = 8;
const ROWS_PER_STATEMENT = 400;
const ROWS_PER_TRANSACTION = 20_000;

const GIVEN = ['Lina', 'Sami', 'Nora', 'Omar', 'Layla', 'Poppy', 'Noah', 'Ivy', 'Zain', 'Freya'];
const FAMILY = ['Haddad', 'Berg', 'Marlow', 'Siddiqui', 'Okafor', 'Novak', 'Silva', 'Ito', 'Khan', 'Byrne'];

export interface BenchTenant {
  scope: TenantScope;
  clinicId: string;
  serviceTypeId: string;
  providerId: string;
}

export async function createBenchTenant(database: TestDatabase, size: TenantSize): Promise<BenchTenant> {
  const tenant = await createTenant({ slug: 'bench', name: 'Bench' }, database);
  if (!tenant.ok) throw new Error('The tenant exists.');
  const scope = systemScope(tenant.value, 'bench', database, () => BENCH_NOW);
  const edited = { version: 1, created_at: BENCH_NOW, updated_at: BENCH_NOW };
  const ids = (count: number) => Array.from({ length: count }, () => newId());
  const [clinics, services, providers] = [ids(CLINICS), ids(SERVICES), ids(PROVIDERS)];
  const [patients, packages] = [ids(size.patients), ids(size.packages)];
  const pick = (from: readonly string[], at: number) => from[at % from.length] ?? '';

  await insertAll(scope, 'clinic', CLINICS, (at) => ({
    ...edited,
    id: pick(clinics, at),
    name: `Clinic ${at}`,
    time_zone: 'Europe/London',
    grid_minutes: 15,
    week_start: 0,
    is_active: 1 as const,
  }));
  await insertAll(scope, 'service_type', SERVICES, (at) => ({
    ...edited,
    id: pick(services, at),
    name: `Service ${at}`,
    colour: '#0f766e',
    duration_minutes: 45,
    session_count: 12,
    buffer_before_minutes: 0,
    buffer_after_minutes: 0,
    needs_room: 0 as const,
    is_active: 1 as const,
  }));
  await insertAll(scope, 'provider', PROVIDERS, (at) => ({
    ...edited,
    id: pick(providers, at),
    name: `Provider ${at}`,
    colour: '#0f766e',
    is_active: 1 as const,
    external_id: null,
  }));
  await insertAll(scope, 'patient', size.patients, (at) => {
    const named = {
      given_name: pick(GIVEN, at),
      family_name: `${pick(FAMILY, Math.floor(at / GIVEN.length))} ${Math.floor(at / 100)}`,
      file_number: `F-${String(at).padStart(6, '0')}`,
    };
    return {
      ...edited,
      ...named,
      id: pick(patients, at),
      birth_date: null,
      email: null,
      phone: null,
      locale: null,
      external_id: null,
      ...foldedNames(named),
    };
  });
  await insertAll(scope, 'package', size.packages, (at) => ({
    ...edited,
    created_at: BENCH_NOW - (size.packages - at) * 60_000,
    id: pick(packages, at),
    number: `PKG-${20260101 + Math.floor(at / 9999)}-${String(at % 9999).padStart(4, '0')}`,
    patient_id: pick(patients, at),
    clinic_id: pick(clinics, Math.floor(at / 7)),
    service_type_id: pick(services, Math.floor(at / 3)),
    status: packageStatus(at),
    session_count: Math.max(2, size.sessionsPerPackage),
    duration_minutes: 45,
    start_date: new Date(BENCH_NOW - ((at * 37) % 700) * 24 * HOUR).toISOString().slice(0, 10),
    end_date: '2027-12-31',
    preferred_days: '[]',
    provider_strategy: 'one' as const,
    auto_schedule: 1 as const,
    min_gap_days: 1,
    max_gap_days: null,
    max_per_week: null,
    day_from: null,
    day_to: null,
    notes: '',
    request_key: newId(),
    cancelled_at: null,
    cancelled_by: null,
    cancel_reason: null,
    created_by: null,
  }));
  const visits = size.packages * size.sessionsPerPackage;
  const first = BENCH_NOW - Math.floor(((visits / PROVIDERS) * 2) / 3) * HOUR;
  const visitIds = ids(visits);
  await insertAll(scope, 'appointment', visits, (at) => {
    const isOver = at % 1000 === 0;
    const start = first + Math.floor(at / PROVIDERS) * HOUR - (isOver ? HOUR / 2 : 0);
    const end = start + HOUR;
    return {
      ...edited,
      id: pick(visitIds, at),
      number: `APT-${20260101 + Math.floor(at / 9999)}-${String(at % 9999).padStart(4, '0')}`,
      clinic_id: pick(clinics, Math.floor((at % size.packages) / 7)),
      patient_id: pick(patients, at % size.packages),
      provider_id: pick(providers, at),
      room_id: null,
      service_type_id: pick(services, Math.floor((at % size.packages) / 3)),
      start_at: start,
      end_at: end,
      blocked_from: start,
      blocked_to: end,
      status: end <= BENCH_NOW ? ('COMPLETED' as const) : ('SCHEDULED' as const),
      overlap_reason: isOver ? 'on purpose' : null,
      notes: '',
      request_key: null,
      external_id: null,
      created_by: null,
    };
  });
  await insertAll(scope, 'session', visits, (at) => {
    const isPast = first + Math.floor(at / PROVIDERS) * HOUR < BENCH_NOW;
    const status: SessionStatus = isPast ? 'COMPLETED' : 'SCHEDULED';
    const hasPlace = at % 997 !== 0;
    return {
      ...edited,
      id: newId(),
      package_id: pick(packages, at % size.packages),
      number: Math.floor(at / size.packages) + 1,
      status: hasPlace ? status : ('FAILED' as const),
      appointment_id: hasPlace ? pick(visitIds, at) : null,
      attempts: 1,
      reasons: '[]',
    };
  });
  await insertAll(scope, 'provider_assignment', size.packages, (at) => ({
    id: newId(),
    package_id: pick(packages, at),
    session_number: 1,
    provider_id: pick(providers, at),
    note: '',
  }));
  return {
    scope,
    clinicId: pick(clinics, 0),
    serviceTypeId: pick(services, 0),
    providerId: pick(providers, 0),
  };
}

const packageStatus = (at: number): PackageStatus => {
  if (at % 200 === 0) return 'DRAFT';
  return at % 3 === 0 ? 'COMPLETED' : 'IN_PROGRESS';
};

async function insertAll<T extends TenantTableName>(
  scope: TenantScope,
  table: T,
  count: number,
  row: (at: number) => NewRow<T>,
): Promise<void> {
  for (let from = 0; from < count; from += ROWS_PER_TRANSACTION) {
    const to = Math.min(count, from + ROWS_PER_TRANSACTION);
    await transaction(scope, async (write) => {
      for (let start = from; start < to; start += ROWS_PER_STATEMENT) {
        const length = Math.min(ROWS_PER_STATEMENT, to - start);
        await write
          .insert(
            table,
            Array.from({ length }, (_, at) => row(start + at)),
          )
          .execute();
      }
      return ok(undefined);
    });
  }
}
