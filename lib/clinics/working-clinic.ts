import { countVisitsOfDays } from '@/db/reads/visits-of-days';
import type { TenantScope } from '@/db/scope';
import { endOfDay, localDateOf, startOfDay } from '@/lib/time/wall-clock';

type Clinic = { readonly id: string; readonly timeZone: string };

/**
 * The clinic that a screen starts from: the chosen one, else the one with the most visits today on its own
 * clock, else the first. So nobody's morning begins with the empty day of a clinic that is closed.
 */
export async function workingClinic<T extends Clinic>(
  scope: TenantScope,
  { clinics, chosenId }: { clinics: readonly T[]; chosenId: string | null },
): Promise<T | null> {
  const chosen = clinics.find(({ id }) => id === chosenId);
  if (chosen || clinics.length < 2) return chosen ?? clinics[0] ?? null;
  const now = scope.now();
  const visits = await countVisitsOfDays(
    scope,
    clinics.map(({ id, timeZone }) => {
      const today = localDateOf(now, timeZone);
      return { clinicId: id, from: startOfDay(today, timeZone), to: endOfDay(today, timeZone) };
    }),
  );
  const visitsAt = ({ id }: Clinic) => visits.get(id) ?? 0;
  return clinics.reduce<T | null>(
    (busiest, clinic) => (busiest && visitsAt(busiest) >= visitsAt(clinic) ? busiest : clinic),
    null,
  );
}
