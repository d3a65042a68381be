import type { TenantScope } from '../scope';
import { byPatient } from './by-start';
import { visibleProvider } from './visible-provider';

/** The patients that the actor may see: a provider those whom they have treated or will. */
export function visiblePatients(scope: TenantScope) {
  const patients = scope.from('patient');
  const provider = visibleProvider(scope);
  if (provider === null) return patients;
  const visiting = scope
    .from('appointment')
    .select('appointment.patient_id')
    .where(byPatient)
    .where('appointment.provider_id', '=', provider);
  const assigned = scope
    .from('provider_assignment')
    .innerJoin('package', (join) =>
      join
        .onRef('package.tenant_id', '=', 'provider_assignment.tenant_id')
        .onRef('package.id', '=', 'provider_assignment.package_id'),
    )
    .select('package.patient_id')
    .where('provider_assignment.provider_id', '=', provider);
  return patients.where('patient.id', 'in', visiting.union(assigned));
}
