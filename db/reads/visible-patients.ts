import type { TenantScope } from '../scope';
import { packageIdsOfProviders } from './visible-packages';
import { visibleProvider } from './visible-provider';

/** The patients that the actor may see: a provider those whom they have treated or will. */
export function visiblePatients(scope: TenantScope) {
  const patients = scope.from('patient');
  const provider = visibleProvider(scope);
  if (provider === null) return patients;
  const visiting = scope
    .from('appointment')
    .select('appointment.patient_id')
    .where('appointment.provider_id', '=', provider);
  const assigned = scope
    .from('package')
    .select('package.patient_id')
    .where('package.id', 'in', packageIdsOfProviders(scope, [provider]));
  return patients.where('patient.id', 'in', visiting.union(assigned));
}
