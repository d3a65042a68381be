import type { TenantScope } from '../scope';
import { visibleProvider } from './visible-provider';

/* What the calendar can be asked for: clinics, and each clinic's providers, services and rooms. */

export interface CalendarClinic {
  id: string;
  name: string;
  timeZone: string;
  gridMinutes: number;
  /** 0 = Sunday. */
  weekStart: number;
}

export interface Choice {
  id: string;
  name: string;
}

export interface CalendarChoices {
  providers: Choice[];
  services: Choice[];
  rooms: Choice[];
}

/** The open clinics by name; for a provider, those they work at come first. */
export async function listCalendarClinics(scope: TenantScope): Promise<CalendarClinic[]> {
  const rows = await scope
    .from('clinic')
    .select(['clinic.id', 'clinic.name', 'time_zone', 'grid_minutes', 'week_start'])
    .where('is_active', '=', 1)
    .orderBy('clinic.name')
    .orderBy('clinic.id')
    .execute();
  const own = await ownClinics(scope);
  const clinics = rows.map((row) => ({
    id: row.id,
    name: row.name,
    timeZone: row.time_zone,
    gridMinutes: row.grid_minutes,
    weekStart: row.week_start,
  }));
  return [...clinics.filter(({ id }) => own.has(id)), ...clinics.filter(({ id }) => !own.has(id))];
}

async function ownClinics(scope: TenantScope): Promise<Set<string>> {
  const providerId = visibleProvider(scope);
  if (providerId === null) return new Set();
  const rows = await scope
    .from('provider_clinic')
    .select('clinic_id')
    .where('provider_id', '=', providerId)
    .execute();
  return new Set(rows.map((row) => row.clinic_id));
}

/** What one clinic offers, by name. A provider is offered nobody but themselves. */
export async function listCalendarChoices(scope: TenantScope, clinicId: string): Promise<CalendarChoices> {
  const [providers, services, rooms] = await Promise.all([
    listProviders(scope, clinicId),
    scope
      .from('service_type')
      .select(['service_type.id', 'service_type.name'])
      .where('is_active', '=', 1)
      .orderBy('service_type.name')
      .execute(),
    scope
      .from('room')
      .select(['room.id', 'room.name'])
      .where('clinic_id', '=', clinicId)
      .where('is_active', '=', 1)
      .orderBy('room.name')
      .execute(),
  ]);
  return { providers, services, rooms };
}

function listProviders(scope: TenantScope, clinicId: string): Promise<Choice[]> {
  const only = visibleProvider(scope);
  let query = scope
    .from('provider_clinic')
    .innerJoin('provider', (join) =>
      join
        .onRef('provider.tenant_id', '=', 'provider_clinic.tenant_id')
        .onRef('provider.id', '=', 'provider_clinic.provider_id'),
    )
    .select(['provider.id', 'provider.name'])
    .where('provider_clinic.clinic_id', '=', clinicId)
    .where('provider.is_active', '=', 1);
  if (only !== null) query = query.where('provider.id', '=', only);
  return query.orderBy('provider.name').orderBy('provider.id').execute();
}

/** Who gives a service, among the providers that this actor may see. */
export async function listProvidersOfService(
  scope: TenantScope,
  serviceTypeId: string,
): Promise<Set<string>> {
  const only = visibleProvider(scope);
  let query = scope
    .from('provider_service')
    .select('provider_id')
    .where('service_type_id', '=', serviceTypeId);
  if (only !== null) query = query.where('provider_id', '=', only);
  const rows = await query.execute();
  return new Set(rows.map((row) => row.provider_id));
}
