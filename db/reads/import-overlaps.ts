import { type SelectQueryBuilder, sql } from 'kysely';
import type { Schema } from '../schema';
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

/** The appointments that block the provider or the patient of each claim, in one question for a whole batch. */
export async function appointmentsInTheWay(
  scope: TenantScope,
  claims: readonly Claim[],
): Promise<InTheWay[]> {
  if (claims.length === 0) return [];
  const ofProvider = await blocking(scope)
    .innerJoin(claimed(claims.map((claim) => [claim.providerId, claim.from, claim.to])), (join) =>
      join.onRef('appointment.provider_id', '=', 'claimed.column2'),
    )
    .whereRef('appointment.blocked_to', '>', 'claimed.column3')
    .where('appointment.blocked_to', '<', (eb) => eb('claimed.column4', '+', REACH_MS))
    .whereRef('appointment.blocked_from', '<', 'claimed.column4')
    .select([
      'claimed.column1 as claim',
      'blocked_from as from',
      'blocked_to as to',
      'number',
      'external_id as externalId',
    ])
    .orderBy('claimed.column1')
    .orderBy('blocked_from')
    .execute();
  const ofPatient = await blocking(scope)
    .innerJoin(claimed(claims.map((claim) => [claim.patientId, claim.from, claim.to])), (join) =>
      join.onRef('appointment.patient_id', '=', 'claimed.column2'),
    )
    .whereRef('appointment.end_at', '>', 'claimed.column3')
    .where('appointment.end_at', '<', (eb) => eb('claimed.column4', '+', REACH_MS))
    .whereRef('appointment.start_at', '<', 'claimed.column4')
    .select([
      'claimed.column1 as claim',
      'start_at as from',
      'end_at as to',
      'number',
      'external_id as externalId',
    ])
    .orderBy('claimed.column1')
    .orderBy('start_at')
    .execute();
  return [
    ...ofProvider.map((row) => ({ ...row, resource: 'provider' as const })),
    ...ofPatient.map((row) => ({ ...row, resource: 'patient' as const })),
  ];
}

const blocking = (scope: TenantScope): SelectQueryBuilder<Schema, 'appointment', object> =>
  scope.from('appointment').where('appointment.status', 'not in', ['CANCELLED', 'NO_SHOW']);

/** The claims as a table; both databases call the columns of a list of values column1, column2 … */
function claimed(claims: readonly (readonly [id: string, from: number, to: number])[]) {
  const rows = claims.map(
    ([id, from, to], index) =>
      sql`(cast(${index} as integer), ${id}, cast(${from} as bigint), cast(${to} as bigint))`,
  );
  return sql<{
    column1: number;
    column2: string;
    column3: number;
    column4: number;
  }>`(values ${sql.join(rows)})`.as('claimed');
}
