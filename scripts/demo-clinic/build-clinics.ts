import type { TenantScope } from '@/db/scope';
import { addClosure } from '@/lib/clinics/add-closure';
import { createClinic } from '@/lib/clinics/create-clinic';
import { createRoom } from '@/lib/clinics/create-room';
import { addTimeOff } from '@/lib/providers/add-time-off';
import { createProvider } from '@/lib/providers/create-provider';
import { setWorkingHours } from '@/lib/providers/set-working-hours';
import type { Result } from '@/lib/result/result';
import { createServiceType } from '@/lib/service-types/create-service-type';
import { addDays, weekdayOf } from '@/lib/time/local-date';
import { instantOf, startOfDay } from '@/lib/time/wall-clock';
import { type DemoClinic, type DemoProvider, SERVICES } from './catalogue';

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
  const services = await buildServices(scope);
  const built: BuiltClinic[] = [];
  for (const clinic of clinics) built.push(await buildClinic(scope, clinic, services, today));
  return built;
}

async function buildServices(scope: TenantScope): Promise<Map<string, BuiltService>> {
  const built = new Map<string, BuiltService>();
  for (const { name, colour, minutes, count, bufferAfter, needsRoom } of SERVICES) {
    const { serviceTypeId } = done(
      await createServiceType(scope, {
        name,
        colour,
        durationMinutes: minutes,
        sessionCount: count,
        bufferBeforeMinutes: 0,
        bufferAfterMinutes: bufferAfter ?? 0,
        needsRoom: needsRoom ?? false,
      }),
    );
    built.set(name, { id: serviceTypeId, name, minutes, count });
  }
  return built;
}

async function buildClinic(
  scope: TenantScope,
  clinic: DemoClinic,
  services: Map<string, BuiltService>,
  today: string,
): Promise<BuiltClinic> {
  const { name, timeZone, weekStart } = clinic;
  const { clinicId } = done(await createClinic(scope, { name, timeZone, gridMinutes: 15, weekStart }));
  for (const room of clinic.rooms) done(await createRoom(scope, { clinicId, name: room }));
  const date = nextOpenDay(clinic, addDays(today, 17));
  done(await addClosure(scope, { clinicId, date, label: 'Staff training' }));
  const providers: BuiltProvider[] = [];
  for (const provider of clinic.providers) {
    providers.push(await buildProvider(scope, clinicId, provider, services));
  }
  await buildLeave(scope, clinic, providers, today);
  return { id: clinicId, timeZone, providers };
}

async function buildProvider(
  scope: TenantScope,
  clinicId: string,
  provider: DemoProvider,
  services: Map<string, BuiltService>,
): Promise<BuiltProvider> {
  const { name, colour, week } = provider;
  const offered = provider.services.flatMap((service) => services.get(service) ?? []);
  const { providerId } = done(
    await createProvider(scope, {
      name,
      colour,
      clinicIds: [clinicId],
      serviceTypeIds: offered.map((service) => service.id),
    }),
  );
  const hours = Object.entries(week).flatMap(([weekday, spans]) =>
    spans.map(([from, to]) => ({ weekday: Number(weekday), from, to, validFrom: null, validTo: null })),
  );
  done(await setWorkingHours(scope, { providerId, clinicId, hours }));
  return { id: providerId, name, services: offered, week };
}

/** One is away for a week, one for half a day today, one for two days soon. */
async function buildLeave(scope: TenantScope, clinic: DemoClinic, providers: BuiltProvider[], today: string) {
  const zone = clinic.timeZone;
  const leave = [
    {
      who: 1,
      start: startOfDay(addDays(today, 6), zone),
      end: startOfDay(addDays(today, 13), zone),
      label: 'Annual leave',
    },
    {
      who: 0,
      start: instantOf(today, '13:00', zone),
      end: instantOf(today, '18:00', zone),
      label: 'Course',
    },
    {
      who: 3,
      start: startOfDay(addDays(today, 2), zone),
      end: startOfDay(addDays(today, 4), zone),
      label: 'Sick leave',
    },
  ];
  for (const { who, ...away } of leave) {
    const provider = providers[who];
    if (provider) done(await addTimeOff(scope, { providerId: provider.id, ...away }));
  }
}

/** What the operations refuse in a tenant made a moment ago is a fault of the demo. */
function done<T>(result: Result<T, unknown>): T {
  if (result.ok) return result.value;
  throw new Error(`The demo was refused: ${JSON.stringify(result.error)}`);
}

/** The first day from `date` on which somebody works: a closure on a weekend would say nothing. */
function nextOpenDay(clinic: DemoClinic, date: string): string {
  const worked = new Set(clinic.providers.flatMap(({ week }) => Object.keys(week).map(Number)));
  return worked.has(weekdayOf(date)) ? date : nextOpenDay(clinic, addDays(date, 1));
}
