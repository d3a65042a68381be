import { localDateOf } from '@/lib/time/wall-clock';
import type { TenantScope } from '../scope';

/** What the booking form offers to choose from: active records only, by name. */
export interface BookingOptions {
  /** With the date there at this moment. */
  clinics: { id: string; name: string; timeZone: string; weekStart: number; today: string }[];
  services: { id: string; name: string; durationMinutes: number; sessionCount: number }[];
  /** With the clinics they work at and the services they are qualified for. */
  providers: { id: string; name: string; clinicIds: string[]; serviceIds: string[] }[];
}

export async function bookingOptions(scope: TenantScope): Promise<BookingOptions> {
  const [clinics, services, providers, places, qualifications] = await Promise.all([
    scope
      .from('clinic')
      .select(['id', 'name', 'time_zone as timeZone', 'week_start as weekStart'])
      .where('is_active', '=', 1)
      .orderBy('name')
      .orderBy('id')
      .execute(),
    scope
      .from('service_type')
      .select(['id', 'name', 'duration_minutes as durationMinutes', 'session_count as sessionCount'])
      .where('is_active', '=', 1)
      .orderBy('name')
      .orderBy('id')
      .execute(),
    scope
      .from('provider')
      .select(['id', 'name'])
      .where('is_active', '=', 1)
      .orderBy('name')
      .orderBy('id')
      .execute(),
    scope.from('provider_clinic').select(['provider_id as providerId', 'clinic_id as otherId']).execute(),
    scope
      .from('provider_service')
      .select(['provider_id as providerId', 'service_type_id as otherId'])
      .execute(),
  ]);
  const clinicsOf = groupByProvider(places);
  const servicesOf = groupByProvider(qualifications);
  return {
    clinics: clinics.map((clinic) => ({ ...clinic, today: localDateOf(scope.now(), clinic.timeZone) })),
    services,
    providers: providers.map((provider) => ({
      ...provider,
      clinicIds: clinicsOf.get(provider.id) ?? [],
      serviceIds: servicesOf.get(provider.id) ?? [],
    })),
  };
}

function groupByProvider(links: readonly { providerId: string; otherId: string }[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { providerId, otherId } of links) {
    const group = groups.get(providerId);
    if (group) group.push(otherId);
    else groups.set(providerId, [otherId]);
  }
  return groups;
}
