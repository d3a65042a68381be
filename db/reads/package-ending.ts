import type { TenantScope } from '../scope';
import { ANY_PACKAGE, matchingPackages } from './package-list-matches';

/** Whether the package's last visit is near and nothing follows it: the rule of the list, for one package. */
export async function endsWithoutSuccessor(scope: TenantScope, packageId: string): Promise<boolean> {
  const found = await matchingPackages(scope, { ...ANY_PACKAGE, endsSoon: true }, null)
    .select('package.id')
    .where('package.id', '=', packageId)
    .executeTakeFirst();
  return found !== undefined;
}
