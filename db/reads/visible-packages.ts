import { type ExpressionBuilder, sql } from 'kysely';
import type { Schema } from '../schema';
import type { TenantScope } from '../scope';
import { byPatient } from './by-start';
import { visibleProvider } from './visible-provider';

/** The ids of the packages in which a provider is assigned to a session or has an appointment. */
export function packageIdsOfProviders(scope: TenantScope, providerIds: readonly string[]) {
  const ids = [...providerIds];
  const treating = scope
    .from('appointment')
    .select('appointment.package_id')
    .where(byPatient)
    .where('appointment.provider_id', 'in', ids)
    .where('appointment.package_id', 'is not', null)
    .$narrowType<{ package_id: string }>();
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
    .from('appointment')
    .select('appointment.id')
    .where('appointment.package_id', '=', sql.ref<string>('package.id'))
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
