import { sql } from 'kysely';
import { OPEN_STATUSES } from '../schema';
import type { TenantScope } from '../scope';
import { byStart } from './by-start';
import { type KeyPart, type ListOrder, type PageAt, readKeys } from './keyset';
import { matchingPatients, type PatientListFilter, visitsToCome } from './patient-list-matches';
import { isToCome } from './to-come';
import { visibleProvider } from './visible-provider';

/*
 * Patients by their next visit, soonest first, then those without one by name. That is two orders, one after
 * the other, each read from its own index; a key says first in which of them it lies.
 */

const WITH_VISIT = '0';
const WITHOUT_VISIT = '1';

/** Names the keys only: with ['0', start, its id, id], without ['1', sort name, '', id]. */
export const NEXT_VISIT_ORDER: ListOrder = {
  name: 'next',
  columns: [
    { ref: 'part', holds: 'text' },
    { ref: 'first', holds: 'text' },
    { ref: 'second', holds: 'text' },
    { ref: 'patient.id', holds: 'text' },
  ],
  direction: 'asc',
};

const BY_VISIT: ListOrder = {
  name: 'visit',
  columns: [
    { ref: 'appointment.start_at', holds: 'integer' },
    { ref: 'appointment.id', holds: 'text' },
    { ref: 'patient.id', holds: 'text' },
  ],
  direction: 'asc',
  sought: 2,
};

const BY_NAME: ListOrder = {
  name: 'name',
  columns: [
    { ref: 'patient.sort_name', holds: 'text' },
    { ref: 'patient.id', holds: 'text' },
  ],
  direction: 'asc',
};

type Stretch = { at: PageAt | null; limit: number };

/** The keys beside a place in this order; see `KeyReader`. */
export async function readKeysByNextVisit(
  scope: TenantScope,
  filter: PatientListFilter,
  { at, limit }: Stretch,
): Promise<KeyPart[][]> {
  const isAmongVisits = at === null || at.key[0] === WITH_VISIT;
  if (at?.side === 'before') {
    const nearer = isAmongVisits ? [] : await withoutVisit(scope, filter, { at: nameOf(at), limit });
    if (nearer.length >= limit) return nearer;
    const place = isAmongVisits ? visitOf(at) : END_OF_VISITS;
    return [...nearer, ...(await withVisit(scope, filter, { at: place, limit: limit - nearer.length }))];
  }
  const nearer = isAmongVisits ? await withVisit(scope, filter, { at: at && visitOf(at), limit }) : [];
  if (nearer.length >= limit) return nearer;
  const place = isAmongVisits || at === null ? null : nameOf(at);
  return [...nearer, ...(await withoutVisit(scope, filter, { at: place, limit: limit - nearer.length }))];
}

/** After every visit there can be. */
const END_OF_VISITS: PageAt = { side: 'before', key: [Number.MAX_SAFE_INTEGER, '', ''] };

/** A number that is none, in an address that somebody has written, is the beginning. */
function visitOf({ side, key }: PageAt): PageAt {
  const [, start, appointmentId, patientId] = key.map(String);
  const at = Number(start);
  return { side, key: [Number.isSafeInteger(at) ? at : 0, appointmentId ?? '', patientId ?? ''] };
}

const nameOf = ({ side, key: [, name = '', , id = ''] }: PageAt): PageAt => ({ side, key: [name, id] });

async function withVisit(
  scope: TenantScope,
  filter: PatientListFilter,
  { at, limit }: Stretch,
): Promise<KeyPart[][]> {
  if (filter.hasNoVisit) return [];
  const provider = visibleProvider(scope);
  const upcoming = matchingPatients(scope, filter)
    .innerJoin('appointment', (join) =>
      join
        .onRef('appointment.tenant_id', '=', 'patient.tenant_id')
        .onRef('appointment.patient_id', '=', 'patient.id'),
    )
    .where('appointment.tenant_id', '=', scope.tenantId)
    .where(byStart)
    .where('appointment.status', 'in', OPEN_STATUSES)
    .where((eb) => isToCome(eb, scope.now()));
  const own = provider === null ? upcoming : upcoming.where('appointment.provider_id', '=', provider);
  const first = own.where((eb) => eb.not(eb.exists(earlierVisit(scope, provider))));
  const keys = await readKeys(first, { order: BY_VISIT, at, limit });
  return keys.map(([start = 0, appointmentId = '', patientId = '']) => [
    WITH_VISIT,
    String(start),
    appointmentId,
    patientId,
  ]);
}

/** A visit of the same patient that is to come and comes before `appointment`. */
function earlierVisit(scope: TenantScope, provider: string | null) {
  const earlier = scope
    .from('provider')
    .innerJoin('appointment as earlier', (join) =>
      join
        .onRef('earlier.tenant_id', '=', 'provider.tenant_id')
        .onRef('earlier.provider_id', '=', 'provider.id'),
    )
    .select('earlier.id')
    .where('earlier.patient_id', '=', sql.ref<string>('appointment.patient_id'))
    .where('earlier.status', 'in', OPEN_STATUSES)
    .where('earlier.end_at', '>', scope.now())
    .where(
      sql<boolean>`(earlier.start_at, earlier.id) < (${sql.ref('appointment.start_at')}, ${sql.ref('appointment.id')})`,
    );
  return provider === null ? earlier : earlier.where('provider.id', '=', provider);
}

async function withoutVisit(
  scope: TenantScope,
  filter: PatientListFilter,
  { at, limit }: Stretch,
): Promise<KeyPart[][]> {
  const patients = matchingPatients(scope, { ...filter, hasNoVisit: false }).where((eb) =>
    eb.not(eb.exists(visitsToCome(scope))),
  );
  const keys = await readKeys(patients, { order: BY_NAME, at, limit });
  return keys.map(([name = '', id = '']) => [WITHOUT_VISIT, name, '', id]);
}
