import { sql } from 'kysely';
import { OPEN_STATUSES } from '../schema';
import type { TenantScope } from '../scope';
import { ANY_PACKAGE, matchingPackages } from './package-list-matches';
import { type PackageListRow, readPackageRows } from './package-list-rows';

/** Why a package waits for someone: a session has no place, or its visits come to an end and nothing follows. */
export const ATTENTION_KINDS = ['unplaced', 'ending'] as const;
export type AttentionKind = (typeof ATTENTION_KINDS)[number];

/** Nobody works through more at once; what is beyond comes up as the first ones are done. */
export const MOST_IN_QUEUE = 100;

export interface AttentionQuestion {
  kind: AttentionKind;
  /** Null for every clinic. */
  clinicId: string | null;
  limit: number;
}

const waiting = (scope: TenantScope, { kind, clinicId }: Pick<AttentionQuestion, 'kind' | 'clinicId'>) =>
  matchingPackages(
    scope,
    { ...ANY_PACKAGE, clinicId, needsAttention: kind === 'unplaced', endsSoon: kind === 'ending' },
    null,
  );

/** The packages that wait for someone: at the head the one that began first, or of those that end the first to end. */
export async function listAttention(
  scope: TenantScope,
  { kind, clinicId, limit }: AttentionQuestion,
): Promise<PackageListRow[]> {
  const packages = waiting(scope, { kind, clinicId }).select('package.id');
  const ordered =
    kind === 'ending' ? packages.orderBy(() => lastVisitOf(scope)) : packages.orderBy('package.start_date');
  const rows = await ordered.orderBy('package.id').limit(limit).execute();
  return readPackageRows(
    scope,
    rows.map(({ id }) => id),
  );
}

/** When the last visit of a package is that is still to come. */
const lastVisitOf = (scope: TenantScope) =>
  scope
    .from('appointment')
    .select((eb) => eb.fn.max('appointment.start_at').as('last'))
    .where('appointment.package_id', '=', sql.ref<string>('package.id'))
    .where('appointment.status', 'in', OPEN_STATUSES);

/** How many packages wait, counted no further than `limit` + 1. */
export async function countAttention(scope: TenantScope, question: AttentionQuestion): Promise<number> {
  const rows = await waiting(scope, question)
    .select(sql<number>`1`.as('one'))
    .limit(question.limit + 1)
    .execute();
  return rows.length;
}

/** When the last visit of each of these packages is that is still to come. */
export async function readLastVisits(
  scope: TenantScope,
  packageIds: readonly string[],
): Promise<Map<string, number>> {
  if (packageIds.length === 0) return new Map();
  const rows = await scope
    .from('session')
    .innerJoin('appointment', (join) =>
      join
        .onRef('appointment.tenant_id', '=', 'session.tenant_id')
        .onRef('appointment.id', '=', 'session.appointment_id'),
    )
    .select((eb) => ['session.package_id', eb.fn.max('appointment.start_at').as('last')])
    .where('session.package_id', 'in', [...packageIds])
    .where('appointment.status', 'in', OPEN_STATUSES)
    .groupBy('session.package_id')
    .execute();
  return new Map(rows.map(({ package_id, last }) => [package_id, last]));
}
