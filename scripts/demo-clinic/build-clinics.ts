import type { TenantScope, WriteScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { createRecord, createRecords } from '@/db/writes/records';
import { newId } from '@/lib/ids/new-id';
import { ok } from '@/lib/result/result';
import { addDays, weekdayOf } from '@/lib/time/local-date';
import { instantOf, startOfDay } from '@/lib/time/wall-clock';
import { type DemoClinic, type DemoProvider, type DemoService, SERVICES } from './catalogue';

export interface BuiltClinic {
  id: string;
  timeZone: string;
  providers: BuiltProvider[];
}

export interface BuiltProvider {
  id: string;
  name: string;
  services: BuiltService[];
  week: DemoProvider['week'];
}

export interface BuiltService {
  id: string;
  name: string;
  minutes: number;
  count: number;
}

/** Creates services, clinics, rooms and providers with their hours, leave and closures around `today`. */
export async function buildClinics(
  scope: TenantScope,
  clinics: readonly DemoClinic[],
  today: string,
): Promise<BuiltClinic[]> {
  const built = await transaction(scope, async (write) => {
    const services = await buildServices(write);
    const made: BuiltClinic[] = [];
    for (const clinic of clinics) made.push(await buildClinic(write, clinic, services, today));
    return ok(made);
  });
  if (!built.ok) throw new Error(`The clinics were refused: ${JSON.stringify(built.error)}`);
  return built.value;
}

async function buildServices(write: WriteScope): Promise<Map<string, BuiltService>> {
  const record = (service: DemoService) => ({
    name: service.name,
    colour: service.colour,
    duration_minutes: service.minutes,
    session_count: service.count,
    buffer_before_minutes: 0,
    buffer_after_minutes: service.bufferAfter ?? 0,
    needs_room: service.needsRoom ? (1 as const) : (0 as const),
    is_active: 1 as const,
  });
  const ids = await createRecords(write, 'service_type', SERVICES.map(record));
  return new Map(
    SERVICES.map(({ name, minutes, count }, index) => [name, { id: ids[index] ?? '', name, minutes, count }]),
  );
}

async function buildClinic(
  write: WriteScope,
  clinic: DemoClinic,
  services: Map<string, BuiltService>,
  today: string,
): Promise<BuiltClinic> {
  const id = await createRecord(write, 'clinic', {
    name: clinic.name,
    time_zone: clinic.timeZone,
    grid_minutes: 15,
    week_start: clinic.weekStart,
    is_active: 1,
  });
  await createRecords(
    write,
    'room',
    clinic.rooms.map((name) => ({ clinic_id: id, name, is_active: 1 as const })),
  );
  const closedOn = nextOpenDay(clinic, addDays(today, 17));
  await write
    .insert('closure', [{ id: newId(), clinic_id: id, date: closedOn, label: 'Staff training' }])
    .execute();
  const providers: BuiltProvider[] = [];
  for (const provider of clinic.providers) providers.push(await buildProvider(write, id, provider, services));
  await buildLeave(write, clinic, providers, today);
  return { id, timeZone: clinic.timeZone, providers };
}

async function buildProvider(
  write: WriteScope,
  clinicId: string,
  provider: DemoProvider,
  services: Map<string, BuiltService>,
): Promise<BuiltProvider> {
  const { name, colour, week } = provider;
  const id = await createRecord(write, 'provider', { name, colour, is_active: 1, external_id: null });
  const offered = provider.services.flatMap((service) => services.get(service) ?? []);
  await write.insert('provider_clinic', [{ provider_id: id, clinic_id: clinicId }]).execute();
  await write
    .insert(
      'provider_service',
      offered.map((service) => ({ provider_id: id, service_type_id: service.id })),
    )
    .execute();
  const hours = Object.entries(week).flatMap(([weekday, spans]) =>
    spans.map(([from_time, to_time]) => ({
      id: newId(),
      provider_id: id,
      clinic_id: clinicId,
      weekday: Number(weekday),
      from_time,
      to_time,
      valid_from: null,
      valid_to: null,
    })),
  );
  await write.insert('working_hours', hours).execute();
  return { id, name, services: offered, week };
}

/** One is away for a week, one for half a day today, one for two days soon. */
async function buildLeave(write: WriteScope, clinic: DemoClinic, providers: BuiltProvider[], today: string) {
  const zone = clinic.timeZone;
  const leave = [
    {
      who: 1,
      from: startOfDay(addDays(today, 6), zone),
      to: startOfDay(addDays(today, 13), zone),
      label: 'Annual leave',
    },
    { who: 0, from: instantOf(today, '13:00', zone), to: instantOf(today, '18:00', zone), label: 'Course' },
    {
      who: 3,
      from: startOfDay(addDays(today, 2), zone),
      to: startOfDay(addDays(today, 4), zone),
      label: 'Sick leave',
    },
  ];
  const rows = leave.flatMap(({ who, from, to, label }) => {
    const provider = providers[who];
    return provider ? [{ id: newId(), provider_id: provider.id, start_at: from, end_at: to, label }] : [];
  });
  if (rows.length > 0) await write.insert('time_off', rows).execute();
}

/** The first day from `date` on which somebody works: a closure on a weekend would say nothing. */
function nextOpenDay(clinic: DemoClinic, date: string): string {
  const worked = new Set(clinic.providers.flatMap(({ week }) => Object.keys(week).map(Number)));
  return worked.has(weekdayOf(date)) ? date : nextOpenDay(clinic, addDays(date, 1));
}
