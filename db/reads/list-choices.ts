import type { TenantScope } from '../scope';
import { visibleProvider } from './visible-provider';

type Named = { id: string; name: string };

/** What the lists can be filtered by. What is no longer active still has packages and appointments. */
export interface ListChoices {
  clinics: (Named & { timeZone: string })[];
  services: Named[];
  /** For a provider only themselves: there is nobody else's to find. */
  providers: Named[];
  rooms: (Named & { clinicId: string })[];
}

export async function readListChoices(scope: TenantScope): Promise<ListChoices> {
  const only = visibleProvider(scope);
  const everyone = scope.from('provider').select(['provider.id', 'provider.name']);
  const [clinics, services, providers, rooms] = await Promise.all([
    scope
      .from('clinic')
      .select(['id', 'name', 'time_zone as timeZone'])
      .orderBy('name')
      .orderBy('id')
      .execute(),
    scope.from('service_type').select(['id', 'name']).orderBy('name').orderBy('id').execute(),
    (only === null ? everyone : everyone.where('provider.id', '=', only))
      .orderBy('provider.name')
      .orderBy('provider.id')
      .execute(),
    scope
      .from('room')
      .select(['id', 'name', 'clinic_id as clinicId'])
      .orderBy('name')
      .orderBy('id')
      .execute(),
  ]);
  return { clinics, services, providers, rooms };
}
