import { listCalendarClinics } from '@/db/reads/calendar-choices';
import { listStartsWithoutOutcome } from '@/db/reads/today';
import type { TenantScope } from '@/db/scope';
import { DAY_MS } from '@/lib/time/instant';
import type { LocalDate } from '@/lib/time/local-date';
import { localDateOf } from '@/lib/time/wall-clock';

export interface UnsettledClinic {
  clinic: { id: string; name: string };
  /** Of the clinic's calendar, the latest first. */
  days: { date: LocalDate; count: number }[];
}

/** What is older is history, not work. */
const DAYS_BACK = 14;

/** The days of each clinic on which a visit is over and nobody has said what became of it. */
export async function listUnsettled(scope: TenantScope): Promise<UnsettledClinic[]> {
  const now = scope.now();
  const clinics = await listCalendarClinics(scope);
  const found = await Promise.all(
    clinics.map(async ({ id, name, timeZone }) => {
      const starts = await listStartsWithoutOutcome(scope, {
        clinicId: id,
        from: now - DAYS_BACK * DAY_MS,
        to: now,
      });
      return { clinic: { id, name }, days: daysOf(starts.map((start) => localDateOf(start, timeZone))) };
    }),
  );
  return found.filter(({ days }) => days.length > 0);
}

function daysOf(dates: readonly LocalDate[]): UnsettledClinic['days'] {
  const counts = new Map<LocalDate, number>();
  for (const date of dates) counts.set(date, (counts.get(date) ?? 0) + 1);
  return [...counts].map(([date, count]) => ({ date, count })).reverse();
}
