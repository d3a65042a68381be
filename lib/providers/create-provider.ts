import { isOfTenant } from '@/db/reads/existence';
import type { TenantScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { linkProviders } from '@/db/writes/provider-links';
import { createRecord } from '@/db/writes/records';
import { ok, type Result, refused } from '@/lib/result/result';
import type { CreateProviderInput } from './input';

/** Adds a provider with their clinics and services. Errors: one of those is not there. */
export async function createProvider(
  scope: TenantScope,
  { name, colour, clinicIds, serviceTypeIds }: CreateProviderInput,
): Promise<Result<{ providerId: string }, { kind: 'not_found' }>> {
  const [areClinics, areServices] = await Promise.all([
    isOfTenant(scope, 'clinic', clinicIds),
    isOfTenant(scope, 'service_type', serviceTypeIds),
  ]);
  if (!areClinics || !areServices) return refused({ kind: 'not_found' });
  const made = await transaction(scope, async (write) => {
    const providerId = await createRecord(write, 'provider', {
      name,
      colour,
      is_active: 1,
      external_id: null,
    });
    await linkProviders(write, {
      clinics: clinicIds.map((clinic_id) => ({ provider_id: providerId, clinic_id })),
      services: serviceTypeIds.map((service_type_id) => ({ provider_id: providerId, service_type_id })),
    });
    return ok({ providerId });
  });
  if (made.ok) return made;
  throw new Error(`A provider was refused: ${JSON.stringify(made.error)}`);
}
