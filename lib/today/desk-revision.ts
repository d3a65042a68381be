import { readDeskRevision } from '@/db/reads/today';
import type { TenantScope } from '@/db/scope';
import { MINUTE_MS } from '@/lib/time/instant';
import type { LocalDate } from '@/lib/time/local-date';
import { endOfDay, startOfDay } from '@/lib/time/wall-clock';

/**
 * A word that is another one as soon as the day looks different: a visit of it has changed, or a minute has
 * passed, which moves visits from coming to past.
 */
export async function deskRevision(
  scope: TenantScope,
  { clinic, date }: { clinic: { id: string; timeZone: string }; date: LocalDate },
): Promise<string> {
  const { id, timeZone } = clinic;
  const day = { clinicId: id, from: startOfDay(date, timeZone), to: endOfDay(date, timeZone) };
  return `${await readDeskRevision(scope, day)}.${Math.floor(scope.now() / MINUTE_MS)}`;
}
