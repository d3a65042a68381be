import { listClosures, listTimeOff, listWeeklyHours } from '@/db/reads/calendar-hours';
import { listVisitCounts, type VisitCount } from '@/db/reads/calendar-month';
import type { AppointmentStatus } from '@/db/schema';
import type { TenantScope } from '@/db/scope';
import { overlaps } from '@/lib/time/interval';
import { epochDayOf, type LocalDate } from '@/lib/time/local-date';
import { localDateOf } from '@/lib/time/wall-clock';
import { offsetPeriods } from '@/lib/time/zone-offsets';
import { calendarDay } from './minutes-on-day';
import type { CalendarQuestion } from './show-calendar';
import { workingSpans } from './working-spans';

export interface MonthDay {
  date: LocalDate;
  /** Why the clinic is closed, or null. */
  closure: string | null;
  visits: number;
  /** Of those visits, in the order in which a visit goes through them; what nobody has is left out. */
  states: readonly { status: AppointmentStatus; count: number }[];
  /** Nobody of those asked for has working hours. */
  isOff: boolean;
  /** Who is away for some of the day. */
  away: readonly { name: string; label: string }[];
}

export interface ShownMonth {
  today: LocalDate;
  days: readonly MonthDay[];
}

const STATES = ['SCHEDULED', 'ARRIVED', 'COMPLETED', 'NO_SHOW', 'CANCELLED'] as const;

/** The weeks of a month at a clinic: for each day how many visits begin on it, and who is there. */
export async function showMonth(scope: TenantScope, question: CalendarQuestion): Promise<ShownMonth> {
  const { clinic, dates, providerId } = question;
  const days = dates.map((date) => calendarDay(date, clinic.timeZone));
  const [fromDate, toDate] = [dates[0], dates.at(-1) ?? dates[0]];
  const [from, to] = [days[0]?.from ?? 0, days.at(-1)?.to ?? 0];
  const providers = question.providers.filter(({ id }) => providerId === null || id === providerId);
  const providerIds = providers.map(({ id }) => id);

  const [counts, closures, hours, timeOff] = await Promise.all([
    countsOf(scope, question, { from, to }),
    listClosures(scope, { clinicId: clinic.id, fromDate, toDate }),
    listWeeklyHours(scope, { clinicId: clinic.id, providerIds, fromDate, toDate }),
    listTimeOff(scope, { providerIds, from, to }),
  ]);
  const nameOf = new Map(providers.map(({ id, name }) => [id, name]));

  return {
    today: localDateOf(scope.now(), clinic.timeZone),
    days: days.map((day) => {
      const own = counts.filter(({ epochDay }) => epochDay === epochDayOf(day.date));
      const states = STATES.flatMap((status) => {
        const count = own.filter((each) => each.status === status).reduce((sum, each) => sum + each.count, 0);
        return count === 0 ? [] : [{ status, count }];
      });
      const closure = closures.get(day.date) ?? null;
      return {
        date: day.date,
        closure,
        visits: states.reduce((sum, { count }) => sum + count, 0),
        states,
        isOff: closure !== null || workingSpans(hours, day.date).works.length === 0,
        away: timeOff
          .filter((absence) => overlaps(absence, day))
          .map(({ providerId: id, label }) => ({ name: nameOf.get(id) ?? '', label })),
      };
    }),
  };
}

/** Counted in stretches in which the clinic's clock does not change: one, or two when it does. */
async function countsOf(
  scope: TenantScope,
  { clinic, providerId, serviceTypeId, roomId, withCancelled }: CalendarQuestion,
  { from, to }: { from: number; to: number },
): Promise<VisitCount[]> {
  const periods = offsetPeriods(clinic.timeZone, from, to);
  const stretches = periods.map((period, index) => ({
    from: Math.max(from, period.from),
    to: Math.min(to, periods[index + 1]?.from ?? to),
    offset: period.offset,
  }));
  const filters = { clinicId: clinic.id, providerId, serviceTypeId, roomId, withCancelled };
  const counted = stretches
    .filter((stretch) => stretch.from < stretch.to)
    .map((stretch) => listVisitCounts(scope, { ...filters, ...stretch }));
  return (await Promise.all(counted)).flat();
}
