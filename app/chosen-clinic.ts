import { cookies } from 'next/headers';
import { CLINIC_COOKIE, clinicOfCookie } from '@/components/shell/clinic-cookie';
import type { TenantScope } from '@/db/scope';

/** The clinic that this user has chosen in the top bar, on this device; null when none, or another's choice. */
export async function chosenClinicId({ actor }: TenantScope): Promise<string | null> {
  if (actor.kind !== 'user') return null;
  return clinicOfCookie((await cookies()).get(CLINIC_COOKIE)?.value ?? '', actor.userId);
}
