import {
  type CalendarAppointment,
  listBusyElsewhere,
  listCalendarAppointments,
} from '@/db/reads/calendar-appointments';
import {
  type CalendarChoices,
  type CalendarClinic,
  listProvidersOfService,
} from '@/db/reads/calendar-choices';
import { listClosures, listTimeOff, listWeeklyHours } from '@/db/reads/calendar-hours';
import type { TenantScope } from '@/db/scope';
import type { Instant } from '@/lib/time/instant';
import type { LocalDate } from '@/lib/time/local-date';
import { type DayColumn, dayColumn, type ProviderFacts } from './day-column';
import { calendarDay, minuteOnDay } from './minutes-on-day';

export interface CalendarQuestion {
  clinic: CalendarClinic;
  /** Who may stand in a column: the clinic's providers that the actor sees. */
  providers: CalendarChoices['providers'];
  /** In order, without gaps. */
  dates: readonly [LocalDate, ...LocalDate[]];
  providerId: string | null;
  serviceTypeId: string | null;
  roomId: string | null;
  withCancelled: boolean;
}

export interface ShownDay {
  date: LocalDate;
  /** Why the clinic is closed, or null. */
  closure: string | null;
  /** The minute that the clinic's clock shows, on today only. */
  nowMinute: number | null;
}

/** A provider with a column for each of the days, in their order. */
export interface ProviderDays {
  provider: { id: string; name: string };
  columns: readonly DayColumn[];
}

export interface ShownCalendar {
  /** When it was so. */
  now: Instant;
  days: readonly ShownDay[];
  /** Who works on one of the days first, then the others, each by name. */
  providers: readonly ProviderDays[];
}

/**
 * The calendar of a clinic over some days. A provider without a place at the clinic stands in it all the
 * same when they have a visit there. With a service or a room asked for, only the providers who give the
 * service, or are in the room, stay; what else they do is there as taken time.
 */
export async function showCalendar(scope: TenantScope, question: CalendarQuestion): Promise<ShownCalendar> {
  const { clinic, dates, providerId, serviceTypeId, withCancelled } = question;
  const days = dates.map((date) => calendarDay(date, clinic.timeZone));
  const [fromDate, toDate] = [dates[0], dates.at(-1) ?? dates[0]];
  const [from, to] = [days[0]?.from ?? 0, days.at(-1)?.to ?? 0];
  const stretch = { clinicId: clinic.id, from, to };

  const [appointments, closures, qualified] = await Promise.all([
    listCalendarAppointments(scope, { ...stretch, providerId, withCancelled }),
    listClosures(scope, { clinicId: clinic.id, fromDate, toDate }),
    serviceTypeId === null ? null : listProvidersOfService(scope, serviceTypeId),
  ]);
  const providers = whoStandsInIt(question, appointments, qualified);
  const providerIds = providers.map(({ id }) => id);
  const [hours, timeOff, elsewhere] = await Promise.all([
    listWeeklyHours(scope, { clinicId: clinic.id, providerIds, fromDate, toDate }),
    listTimeOff(scope, { providerIds, from, to }),
    listBusyElsewhere(scope, { ...stretch, providerIds }),
  ]);

  const hoursOf = groupBy(hours, (row) => row.providerId);
  const timeOffOf = groupBy(timeOff, (row) => row.providerId);
  const elsewhereOf = groupBy(elsewhere, (row) => row.providerId);
  const appointmentsOf = groupBy(appointments, (row) => row.provider.id);
  const rows = providers.map((provider): ProviderDays => {
    const facts: ProviderFacts = {
      provider,
      hours: hoursOf.get(provider.id) ?? [],
      timeOff: timeOffOf.get(provider.id) ?? [],
      elsewhere: elsewhereOf.get(provider.id) ?? [],
      appointments: appointmentsOf.get(provider.id) ?? [],
    };
    const columns = days.map((day) =>
      dayColumn(facts, {
        day,
        isClosed: closures.has(day.date),
        isMatch: (appointment) => isMatch(appointment, question),
      }),
    );
    return { provider, columns };
  });

  return {
    now: scope.now(),
    days: days.map((day) => ({
      date: day.date,
      closure: closures.get(day.date) ?? null,
      nowMinute: minuteOnDay(scope.now(), day),
    })),
    providers: [...rows.filter(isAtWork), ...rows.filter((row) => !isAtWork(row))],
  };
}

const isAtWork = ({ columns }: ProviderDays) =>
  columns.some((column) => column.works.length > 0 || column.cards.length > 0);

const isMatch = ({ service, room }: CalendarAppointment, { serviceTypeId, roomId }: CalendarQuestion) =>
  (serviceTypeId === null || service?.id === serviceTypeId) && (roomId === null || room?.id === roomId);

function whoStandsInIt(
  question: CalendarQuestion,
  appointments: readonly CalendarAppointment[],
  qualified: ReadonlySet<string> | null,
) {
  const { providerId, roomId } = question;
  const known = new Map(question.providers.map(({ id, name }) => [id, { id, name }]));
  for (const { provider } of appointments) if (!known.has(provider.id)) known.set(provider.id, provider);
  const matched = new Set(
    appointments.filter((appointment) => isMatch(appointment, question)).map(({ provider }) => provider.id),
  );
  return [...known.values()]
    .filter(({ id }) => providerId === null || id === providerId)
    .filter(({ id }) => qualified === null || qualified.has(id) || matched.has(id))
    .filter(({ id }) => roomId === null || matched.has(id))
    .sort((one, other) => one.name.localeCompare(other.name) || (one.id < other.id ? -1 : 1));
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
