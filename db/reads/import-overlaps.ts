import { sql } from 'kysely';
import { STATUSES_WITHOUT_TIME } from '../schema';
import type { TenantScope } from '../scope';

/** A visit that an import wants to place. */
export interface Claim {
  providerId: string;
  patientId: string;
  from: number;
  to: number;
}

/** An appointment in the way of a claim, whose place in the list of claims is `claim`. */
export interface InTheWay {
  claim: number;
  resource: 'provider' | 'patient';
  number: string;
  externalId: string | null;
  from: number;
  to: number;
}

/**
 * No appointment is longer, so the index is read up to here only. Should one be, the database refuses the
 * insert all the same.
 */
const REACH_MS = 3 * 86_400_000;

const RESOURCES = {
  provider: { column: 'provider_id', from: 'blocked_from', to: 'blocked_to' },
  patient: { column: 'patient_id', from: 'start_at', to: 'end_at' },
} as const;

/** An appointment that blocks the provider or the patient of each claim, in one question each for a whole batch. */
export async function appointmentsInTheWay(
  scope: TenantScope,
  claims: readonly Claim[],
): Promise<InTheWay[]> {
  if (claims.length === 0) return [];
  const ofProvider = claims.map(({ providerId, from, to }) => [providerId, from, to] as const);
  const ofPatient = claims.map(({ patientId, from, to }) => [patientId, from, to] as const);
  return [
    ...(await inTheWayOf(scope, 'provider', ofProvider)),
    ...(await inTheWayOf(scope, 'patient', ofPatient)),
  ];
}

async function inTheWayOf(
  scope: TenantScope,
  resource: keyof typeof RESOURCES,
  claims: readonly (readonly [id: string, from: number, to: number])[],
): Promise<InTheWay[]> {
  const { column, from, to } = RESOURCES[resource];
  // Asked claim by claim, so that each is one look into the index however long the calendar is.
  const first = scope
    .from('appointment')
    .select('appointment.id')
    .where('appointment.status', 'not in', STATUSES_WITHOUT_TIME)
    .where(`appointment.${column}`, '=', sql.ref<string>('claimed.column2'))
    .where(`appointment.${to}`, '>', sql.ref<number>('claimed.column3'))
    .where(`appointment.${to}`, '<', sql<number>`claimed.column4 + ${REACH_MS}`)
    .where(`appointment.${from}`, '<', sql.ref<number>('claimed.column4'))
    .orderBy(`appointment.${to}`)
    .limit(1);
  // Both databases call the columns of a list of values column1, column2 …
  const rows = claims.map(
    ([id, claimFrom, claimTo], index) =>
      sql`(cast(${index} as integer), ${id}, cast(${claimFrom} as bigint), cast(${claimTo} as bigint))`,
  );
  const hits = sql<{ claim: number; id: string | null }>`(
    select claimed.column1 as claim, ${first} as id from (values ${sql.join(rows)}) as claimed
  )`.as('hit');
  const found = await scope
    .from('appointment')
    .innerJoin(hits, (join) => join.onRef('hit.id', '=', 'appointment.id'))
    .select([
      'hit.claim',
      `appointment.${from} as from`,
      `appointment.${to} as to`,
      'appointment.number',
      'appointment.external_id as externalId',
    ])
    .orderBy('hit.claim')
    .execute();
  return found.map((row) => ({ ...row, resource }));
}
