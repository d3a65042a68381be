import type { WriteScope } from '../scope';

/** Lets providers work at a clinic and give services; a link that stands is left as it is. */
export async function linkProviders(
  write: WriteScope,
  links: {
    clinics: readonly { provider_id: string; clinic_id: string }[];
    services: readonly { provider_id: string; service_type_id: string }[];
  },
): Promise<void> {
  if (links.clinics.length > 0) {
    await write
      .insert('provider_clinic', links.clinics)
      .onConflict((conflict) => conflict.columns(['tenant_id', 'provider_id', 'clinic_id']).doNothing())
      .execute();
  }
  if (links.services.length > 0) {
    await write
      .insert('provider_service', links.services)
      .onConflict((conflict) => conflict.columns(['tenant_id', 'provider_id', 'service_type_id']).doNothing())
      .execute();
  }
}
