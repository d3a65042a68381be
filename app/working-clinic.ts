import { cookies } from 'next/headers';
import { cache } from 'react';
import { CLINIC_COOKIE, clinicOfCookie } from '@/components/shell/clinic-cookie';
import { type CalendarClinic, listCalendarClinics } from '@/db/reads/calendar-choices';
import type { TenantScope } from '@/db/scope';
import { workingClinic } from '@/lib/clinics/working-clinic';

interface Clinics {
  clinics: CalendarClinic[];
  /** As chosen in the top bar on this device, or found. */
  working: CalendarClinic | null;
  /** The same where it was chosen and leaves something out: lists begin with what belongs to it. */
  chosenAmongSeveral: CalendarClinic | null;
}

/** The open clinics, and the one that this user works at. */
export const clinicsAtWork = cache(async (scope: TenantScope): Promise<Clinics> => {
  const [jar, clinics] = await Promise.all([cookies(), listCalendarClinics(scope)]);
  const { actor } = scope;
  const chosenId =
    actor.kind === 'user' ? clinicOfCookie(jar.get(CLINIC_COOKIE)?.value ?? '', actor.userId) : null;
  const working = await workingClinic(scope, { clinics, chosenId });
  const isChosen = working !== null && working.id === chosenId && clinics.length > 1;
  return { clinics, working, chosenAmongSeveral: isChosen ? working : null };
});
