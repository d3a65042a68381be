import type { TenantScope } from '../scope';

/*
 * A whole number of ours, in either list: that of a package finds its visits too, that of a visit its package.
 */

const isOfPackage = (number: string): boolean => number.startsWith('PKG');

/** The ids of the appointments with that number, or of the package with it. */
export function appointmentsNumbered(scope: TenantScope, number: string) {
  if (!isOfPackage(number)) {
    return scope.from('appointment').select('appointment.id').where('appointment.number', '=', number);
  }
  return sessionsWithPackage(scope)
    .select('session.appointment_id as id')
    .where('session.appointment_id', 'is not', null)
    .where('package.number', '=', number);
}

/** The ids of the packages with that number, or to which the appointment with it belongs. */
export function packagesNumbered(scope: TenantScope, number: string) {
  if (isOfPackage(number)) {
    return scope.from('package').select('package.id').where('package.number', '=', number);
  }
  return sessionsWithPackage(scope)
    .innerJoin('appointment', (join) =>
      join
        .onRef('appointment.tenant_id', '=', 'session.tenant_id')
        .onRef('appointment.id', '=', 'session.appointment_id'),
    )
    .select('package.id as id')
    .where('appointment.number', '=', number);
}

const sessionsWithPackage = (scope: TenantScope) =>
  scope
    .from('session')
    .innerJoin('package', (join) =>
      join
        .onRef('package.tenant_id', '=', 'session.tenant_id')
        .onRef('package.id', '=', 'session.package_id'),
    );
