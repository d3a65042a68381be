import type { TenantScope } from '../scope';
import { matchingPackages } from './package-list-matches';

const ANY = {
  search: '',
  patientId: null,
  clinicId: null,
  statuses: [],
  serviceTypeId: null,
  providerId: null,
  startFrom: null,
  startTo: null,
  needsAttention: false,
};

/** Whether the package's last visit is near and nothing follows it: the rule of the list, for one package. */
export async function endsWithoutSuccessor(scope: TenantScope, packageId: string): Promise<boolean> {
  const found = await matchingPackages(scope, { ...ANY, endsSoon: true }, null)
    .select('package.id')
    .where('package.id', '=', packageId)
    .executeTakeFirst();
  return found !== undefined;
}
