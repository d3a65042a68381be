import type { TenantScope } from '../scope';
import { visibleProvider } from './visible-provider';

/** The appointments that the actor may see: a provider only their own. */
export function visibleAppointments(scope: TenantScope) {
  const appointments = scope.from('appointment');
  const provider = visibleProvider(scope);
  return provider === null ? appointments : appointments.where('appointment.provider_id', '=', provider);
}
