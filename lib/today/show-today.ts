import { listCalendarChoices } from '@/db/reads/calendar-choices';
import { listClosures, listTimeOff } from '@/db/reads/calendar-hours';
import { type DeskVisit, listDeskVisits, listStartsWithoutOutcome, readNextStart } from '@/db/reads/today';
import type { TenantScope } from '@/db/scope';
import type { Instant } from '@/lib/time/instant';
import { addDays, type LocalDate } from '@/lib/time/local-date';
import { endOfDay, localDateOf, startOfDay } from '@/lib/time/wall-clock';

export type { DeskVisit };

/** How far back a forgotten outcome is asked for: what is older is history, not work. */
const DAYS_BACK = 14;

export interface ProviderToday {
  provider: { id: string; name: string };
  /** Over, and told what became of them. */
  settled: DeskVisit[];
  /** Over, but nobody has said what became of them. */
  unsettled: DeskVisit[];
  /** Going on, or still to come. */
  coming: DeskVisit[];
}

export interface ShownToday {
  date: LocalDate;
  today: LocalDate;
  now: Instant;
  /** Why the clinic is closed, or null. */
  closure: string | null;
  /** Who has visits, by name. */
  providers: ProviderToday[];
  /** The next day with visits, where this one has none. */
  nextDate: LocalDate | null;
  /** Who is away for some of the day, by name. */
  away: { name: string; label: string }[];
  /** Earlier days on which the outcome of a visit is missing, the latest first. */
  unsettledDays: { date: LocalDate; count: number }[];
}

/** A clinic's day as its front desk works through it; `date` null means today on the clinic's clock. */
export async function showToday(
  scope: TenantScope,
  { clinic, date }: { clinic: { id: string; timeZone: string }; date: LocalDate | null },
): Promise<ShownToday> {
  const { id: clinicId, timeZone } = clinic;
  const now = scope.now();
  const today = localDateOf(now, timeZone);
  const shown = date ?? today;
  const day = { clinicId, from: startOfDay(shown, timeZone), to: endOfDay(shown, timeZone) };

  const [visits, closures, { providers }, forgotten] = await Promise.all([
    listDeskVisits(scope, day),
    listClosures(scope, { clinicId, fromDate: shown, toDate: shown }),
    listCalendarChoices(scope, clinicId),
    listStartsWithoutOutcome(scope, {
      clinicId,
      from: startOfDay(addDays(today, -DAYS_BACK), timeZone),
      to: startOfDay(today, timeZone),
    }),
  ]);
  const [timeOff, next] = await Promise.all([
    listTimeOff(scope, { providerIds: providers.map(({ id }) => id), ...day }),
    visits.length === 0 ? readNextStart(scope, { clinicId, from: endOfDay(today, timeZone) }) : null,
  ]);
  const names = new Map(providers.map(({ id, name }) => [id, name]));
  return {
    date: shown,
    today,
    now,
    closure: closures.get(shown) ?? null,
    providers: byProvider(visits, now),
    nextDate: next === null ? null : localDateOf(next, timeZone),
    away: [...new Map(timeOff.map((absence) => [absence.providerId, absence.label]))]
      .map(([id, label]) => ({ name: names.get(id) ?? '', label }))
      .sort((one, other) => one.name.localeCompare(other.name)),
    unsettledDays: byDay(forgotten, timeZone),
  };
}

const isSettled = ({ status }: DeskVisit) => status === 'COMPLETED' || status === 'NO_SHOW';

function byProvider(visits: readonly DeskVisit[], now: Instant): ProviderToday[] {
  const providers = new Map<string, ProviderToday>();
  for (const visit of visits) {
    const { provider } = visit;
    const row = providers.get(provider.id) ?? { provider, settled: [], unsettled: [], coming: [] };
    providers.set(provider.id, row);
    if (isSettled(visit)) row.settled.push(visit);
    else if (visit.end <= now) row.unsettled.push(visit);
    else row.coming.push(visit);
  }
  return [...providers.values()].sort(
    ({ provider: one }, { provider: other }) =>
      one.name.localeCompare(other.name) || (one.id < other.id ? -1 : 1),
  );
}

function byDay(starts: readonly Instant[], timeZone: string): ShownToday['unsettledDays'] {
  const counts = new Map<LocalDate, number>();
  for (const start of starts) {
    const date = localDateOf(start, timeZone);
    counts.set(date, (counts.get(date) ?? 0) + 1);
  }
  return [...counts].map(([date, count]) => ({ date, count })).reverse();
}
