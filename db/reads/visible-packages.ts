import { type ExpressionBuilder, sql } from 'kysely';
import type { Schema } from '../schema';
import type { TenantScope } from '../scope';
import { visibleProvider } from './visible-provider';

/** The ids of the packages in which a provider is assigned to a session or has an appointment. */
export function packageIdsOfProviders(scope: TenantScope, providerIds: readonly string[]) {
  const ids = [...providerIds];
  const treating = scope
    .from('appointment')
    .innerJoin('session', (join) =>
      join
        .onRef('session.tenant_id', '=', 'appointment.tenant_id')
        .onRef('session.appointment_id', '=', 'appointment.id'),
    )
    .select('session.package_id')
    .where('appointment.provider_id', 'in', ids);
  return scope
    .from('provider_assignment')
    .select('provider_assignment.package_id')
    .where('provider_assignment.provider_id', 'in', ids)
    .union(treating);
}

/**
 * The same question asked of one package at a time: of many providers almost every package has one, and
 * looking at the few packages of a page is far less than listing all of theirs.
 */
export function hasOneOfProviders(
  scope: TenantScope,
  eb: ExpressionBuilder<Schema, 'package'>,
  providerIds: readonly string[],
) {
  const ids = [...providerIds];
  const assigned = scope
    .from('provider_assignment')
    .select('provider_assignment.id')
    .where('provider_assignment.package_id', '=', sql.ref<string>('package.id'))
    .where('provider_assignment.provider_id', 'in', ids);
  const treating = scope
    .from('session')
    .innerJoin('appointment', (join) =>
      join
        .onRef('appointment.tenant_id', '=', 'session.tenant_id')
        .onRef('appointment.id', '=', 'session.appointment_id'),
    )
    .select('session.id')
    .where('session.package_id', '=', sql.ref<string>('package.id'))
    .where('appointment.provider_id', 'in', ids);
  return eb.or([eb.exists(assigned), eb.exists(treating)]);
}

/** The packages that the actor may see: a provider only those with sessions of their own. */
export function visiblePackages(scope: TenantScope) {
  const packages = scope.from('package');
  const provider = visibleProvider(scope);
  if (provider === null) return packages;
  return packages.where('package.id', 'in', packageIdsOfProviders(scope, [provider]));
}
