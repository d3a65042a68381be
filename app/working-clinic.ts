import { cookies } from 'next/headers';
import { cache } from 'react';
import { CLINIC_COOKIE, clinicOfCookie } from '@/components/shell/clinic-cookie';
import { type CalendarClinic, listCalendarClinics } from '@/db/reads/calendar-choices';
import type { TenantScope } from '@/db/scope';
import { workingClinic } from '@/lib/clinics/working-clinic';

/** The open clinics, and the one that this user works at: as chosen in the top bar on this device, or found. */
export const clinicsAtWork = cache(
  async (scope: TenantScope): Promise<{ clinics: CalendarClinic[]; working: CalendarClinic | null }> => {
    const [jar, clinics] = await Promise.all([cookies(), listCalendarClinics(scope)]);
    const { actor } = scope;
    const chosenId =
      actor.kind === 'user' ? clinicOfCookie(jar.get(CLINIC_COOKIE)?.value ?? '', actor.userId) : null;
    return { clinics, working: await workingClinic(scope, { clinics, chosenId }) };
  },
);
