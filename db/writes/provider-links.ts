import type { WriteScope } from '../scope';
import { writeAudit } from './audit';

export interface ProviderLinks {
  clinics: readonly { provider_id: string; clinic_id: string }[];
  services: readonly { provider_id: string; service_type_id: string }[];
}

/** Lets providers work at a clinic and give services; a link that stands is left as it is. */
export async function linkProviders(write: WriteScope, { clinics, services }: ProviderLinks): Promise<void> {
  const atClinics =
    clinics.length === 0
      ? []
      : await write
          .insert('provider_clinic', clinics)
          .onConflict((conflict) => conflict.columns(['tenant_id', 'provider_id', 'clinic_id']).doNothing())
          .returning(['provider_id', 'clinic_id'])
          .execute();
  const forServices =
    services.length === 0
      ? []
      : await write
          .insert('provider_service', services)
          .onConflict((conflict) =>
            conflict.columns(['tenant_id', 'provider_id', 'service_type_id']).doNothing(),
          )
          .returning(['provider_id', 'service_type_id'])
          .execute();
  // A link has no id of its own: it is told with the provider whom it belongs to.
  const linked = (table: 'provider_clinic' | 'provider_service') => (after: { provider_id: string }) => ({
    table,
    id: after.provider_id,
    action: 'link',
    before: null,
    after,
  });
  await writeAudit(write, [
    ...atClinics.map(linked('provider_clinic')),
    ...forServices.map(linked('provider_service')),
  ]);
}
