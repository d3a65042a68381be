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

/** The packages that the actor may see: a provider only those with sessions of their own. */
export function visiblePackages(scope: TenantScope) {
  const packages = scope.from('package');
  const provider = visibleProvider(scope);
  if (provider === null) return packages;
  return packages.where('package.id', 'in', packageIdsOfProviders(scope, [provider]));
}
