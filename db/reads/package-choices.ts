import type { TenantScope } from '../scope';

/** What the package list can be filtered by. What is no longer active still has packages. */
export interface PackageChoices {
  clinics: { id: string; name: string; timeZone: string }[];
  services: { id: string; name: string }[];
}

export async function readPackageChoices(scope: TenantScope): Promise<PackageChoices> {
  const [clinics, services] = await Promise.all([
    scope
      .from('clinic')
      .select(['id', 'name', 'time_zone as timeZone'])
      .orderBy('name')
      .orderBy('id')
      .execute(),
    scope.from('service_type').select(['id', 'name']).orderBy('name').orderBy('id').execute(),
  ]);
  return { clinics, services };
}
