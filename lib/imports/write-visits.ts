import { knownServiceTypes } from '@/db/reads/import-references';
import type { WriteScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { takeNumbers } from '@/db/writes/numbers';
import { linkProviders } from '@/db/writes/provider-links';
import { createRecords } from '@/db/writes/records';
import { newId } from '@/lib/ids/new-id';
import { ok, type Result } from '@/lib/result/result';
import { LONGEST_VISIT_MINUTES, SHORTEST_VISIT_MINUTES } from '@/lib/rules/visit-length';
import { MINUTE_MS } from '@/lib/time/instant';
import type { Visit } from './resolve-people';
import { colourOf, type DatabaseRefusal, type Run } from './run';

/** The service types of the tenant by name without case, and the links between providers and services made so far. */
export interface Services {
  idOfName: Map<string, string>;
  linked: Set<string>;
  created: number;
}

export async function loadServices(run: Run): Promise<Services> {
  const services: Services = { idOfName: new Map(), linked: new Set(), created: 0 };
  await reloadServices(run, services);
  return services;
}

/** Learns of services that someone else made meanwhile. */
export async function reloadServices(run: Run, services: Services): Promise<void> {
  for (const { id, name } of await knownServiceTypes(run.scope)) {
    const key = name.toLowerCase();
    if (!services.idOfName.has(key)) services.idOfName.set(key, id);
  }
}

/**
 * Writes a batch in one transaction, with the service types that its descriptions name for the first time and
 * the links of providers to clinic and services.
 */
export async function writeVisits(
  run: Run,
  visits: readonly Visit[],
  services: Services,
): Promise<Result<void, DatabaseRefusal>> {
  if (visits.length === 0) return ok(undefined);
  const fresh = newServices(visits, services);
  const idOf = (name: string) =>
    services.idOfName.get(name.toLowerCase()) ?? fresh.get(name.toLowerCase())?.id ?? null;
  const serviceOf = ({ service }: Visit) => (service === null ? null : idOf(service));
  const links = newLinks(visits, serviceOf, services);
  if (!run.isDryRun) {
    const written = await transaction(run.scope, async (write) => {
      await writeServices(write, [...fresh.values()], services.idOfName.size);
      await writeLinks(write, run, links);
      await writeAppointments(write, run, visits, serviceOf);
      return ok(undefined);
    });
    if (!written.ok) return written;
  }
  services.created += fresh.size;
  for (const [key, { id }] of fresh) services.idOfName.set(key, id);
  for (const link of links) services.linked.add(keyOf(link));
  return ok(undefined);
}

interface NewService {
  id: string;
  name: string;
  durationMinutes: number;
}

/** A new service lasts as long as its first visit, in steps of five minutes that a form accepts. */
function newServices(visits: readonly Visit[], { idOfName }: Services): Map<string, NewService> {
  const fresh = new Map<string, NewService>();
  for (const { service, from, to } of visits) {
    const key = service?.toLowerCase();
    if (service === null || key === undefined || idOfName.has(key) || fresh.has(key)) continue;
    const minutes = Math.round((to - from) / MINUTE_MS / 5) * 5;
    fresh.set(key, {
      id: newId(),
      name: service,
      durationMinutes: Math.min(LONGEST_VISIT_MINUTES, Math.max(SHORTEST_VISIT_MINUTES, minutes)),
    });
  }
  return fresh;
}

async function writeServices(write: WriteScope, services: readonly NewService[], countBefore: number) {
  const rows = services.map(({ id, name, durationMinutes }, index) => ({
    id,
    name,
    colour: colourOf(countBefore + index),
    duration_minutes: durationMinutes,
    session_count: 12,
    buffer_before_minutes: 0,
    buffer_after_minutes: 0,
    needs_room: 0 as const,
    is_active: 1 as const,
  }));
  await createRecords(write, 'service_type', rows, 'import');
}

interface Link {
  provider_id: string;
  service_type_id: string | null;
}

const keyOf = ({ provider_id, service_type_id }: Link) => `${provider_id} ${service_type_id}`;

function newLinks(
  visits: readonly Visit[],
  serviceOf: (visit: Visit) => string | null,
  { linked }: Services,
): Link[] {
  const links = visits.map((visit) => ({ provider_id: visit.providerId, service_type_id: serviceOf(visit) }));
  const fresh = new Map(links.map((link) => [keyOf(link), link]));
  return [...fresh.entries()].filter(([key]) => !linked.has(key)).map(([, link]) => link);
}

async function writeLinks(write: WriteScope, { clinic }: Run, links: readonly Link[]) {
  const providers = [...new Set(links.map((link) => link.provider_id))];
  await linkProviders(write, {
    clinics: clinic ? providers.map((provider_id) => ({ provider_id, clinic_id: clinic.id })) : [],
    services: links.flatMap(({ provider_id, service_type_id }) =>
      service_type_id === null ? [] : [{ provider_id, service_type_id }],
    ),
  });
}

async function writeAppointments(
  write: WriteScope,
  { clinic, today }: Run,
  visits: readonly Visit[],
  serviceOf: (visit: Visit) => string | null,
) {
  if (!clinic) throw new Error('Visits are imported without a clinic.');
  const numbers = await takeNumbers(write, 'APT', today, visits.length);
  const rows = visits.map((visit, index) => ({
    number: numbers[index] ?? '',
    clinic_id: clinic.id,
    patient_id: visit.patientId,
    provider_id: visit.providerId,
    room_id: null,
    service_type_id: serviceOf(visit),
    start_at: visit.from,
    end_at: visit.to,
    // What stood in the other calendar stands here as it was agreed, without the buffers of new bookings.
    blocked_from: visit.from,
    blocked_to: visit.to,
    status: visit.status,
    overlap_reason: null,
    notes: visit.notes,
    request_key: null,
    external_id: visit.externalId,
    created_by: null,
  }));
  await createRecords(write, 'appointment', rows, 'import');
}
