import { sql } from 'kysely';
import { STATUSES_WITHOUT_TIME } from '../schema';
import type { TenantScope } from '../scope';
import { type Finding, findingOf, MOST_EXAMPLES } from './invariant-finding';

const RESOURCES = {
  provider: { column: 'provider_id', from: 'blocked_from', to: 'blocked_to' },
  patient: { column: 'patient_id', from: 'start_at', to: 'end_at' },
  room: { column: 'room_id', from: 'start_at', to: 'end_at' },
} as const;

/**
 * The ordinary appointments that begin before an earlier one of the same resource has ended. One sweep in order
 * of time, each row against the furthest end before it, so that no row meets every other; and one statement, so
 * that a change meanwhile is not taken for a breach.
 */
export async function overlapsOf(scope: TenantScope, resource: keyof typeof RESOURCES): Promise<Finding> {
  const { column, from, to } = RESOURCES[resource];
  const { checked } = await ordinary(scope)
    .where(column, 'is not', null)
    .select((eb) => eb.fn.countAll<number>().as('checked'))
    .executeTakeFirstOrThrow();
  const swept = ordinary(scope)
    .where(column, 'is not', null)
    .select([
      'id',
      sql<number>`max(${sql.ref(to)}) over (partition by ${sql.ref(column)} order by ${sql.ref(from)}, id
        rows between unbounded preceding and 1 preceding)`.as('reached'),
    ]);
  const rows = await scope
    .from('appointment')
    .innerJoin(swept.as('swept'), (join) => join.onRef('swept.id', '=', 'appointment.id'))
    .whereRef('swept.reached', '>', `appointment.${from}`)
    .select([
      'appointment.id',
      'appointment.number',
      `appointment.${column} as resource`,
      `appointment.${from} as from`,
      `appointment.${to} as to`,
      sql<number>`count(*) over ()`.as('broken'),
    ])
    .orderBy('appointment.id')
    .limit(MOST_EXAMPLES)
    .execute();
  const examples = [];
  for (const row of rows) {
    const other = await ordinary(scope)
      .where(column, '=', row.resource)
      .where('id', '<>', row.id)
      .where(from, '<', row.to)
      .where(to, '>', row.from)
      .select('number')
      .orderBy(from)
      .limit(1)
      .executeTakeFirst();
    const what = `${row.number} overlaps ${other?.number ?? 'another appointment'} of one ${resource}`;
    examples.push({ id: row.id, what, broken: row.broken });
  }
  return findingOf(checked, examples);
}

/** What blocks time and was not laid over other visits on purpose. */
const ordinary = (scope: TenantScope) =>
  scope
    .from('appointment')
    .where('appointment.status', 'not in', STATUSES_WITHOUT_TIME)
    .where('appointment.overlap_reason', 'is', null);
