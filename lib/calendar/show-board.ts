import {
  type CalendarChoices,
  type CalendarClinic,
  listCalendarChoices,
  listCalendarClinics,
} from '@/db/reads/calendar-choices';
import { readCalendarRevision } from '@/db/reads/calendar-revision';
import type { TenantScope } from '@/db/scope';
import { ok, type Result, refused } from '@/lib/result/result';
import { endOfDay, localDateOf, startOfDay } from '@/lib/time/wall-clock';
import type { CalendarQuery } from './input';
import { clinicOf, knownQuery } from './known-query';
import { type ShownCalendar, showCalendar } from './show-calendar';
import { type ShownMonth, showMonth } from './show-month';
import { shownDates } from './shown-dates';

/** What a calendar shows, and the name of the state it was in. */
export type Board = { revision: string } & (
  | { shows: 'days'; calendar: ShownCalendar }
  | { shows: 'month'; month: ShownMonth }
);

export interface BoardQuestion {
  query: CalendarQuery;
  clinic: CalendarClinic;
  choices: CalendarChoices;
}

/** The days of a query. The revision is read first: what changes in between is told as a change once more. */
export async function showBoard(scope: TenantScope, question: BoardQuestion): Promise<Board> {
  const { query, clinic, choices } = question;
  const dates = datesOf(scope, query, clinic);
  const revision = await revisionOf(scope, clinic, dates);
  const asked = {
    clinic,
    providers: choices.providers,
    dates,
    providerId: query.provider,
    serviceTypeId: query.service,
    roomId: query.room,
    withCancelled: query.cancelled,
  };
  return query.view === 'month'
    ? { revision, shows: 'month', month: await showMonth(scope, asked) }
    : { revision, shows: 'days', calendar: await showCalendar(scope, asked) };
}

/** The board of an address, or null when it still is as it was seen. No clinic at all is refused. */
export async function showChangedBoard(
  scope: TenantScope,
  { seen, ...asked }: CalendarQuery & { seen: string },
): Promise<Result<Board | null, 'no_clinic'>> {
  const clinic = clinicOf(asked, await listCalendarClinics(scope));
  if (!clinic) return refused('no_clinic');
  const revision = await revisionOf(scope, clinic, datesOf(scope, asked, clinic));
  if (revision === seen) return ok(null);
  const choices = await listCalendarChoices(scope, clinic.id);
  return ok(await showBoard(scope, { query: knownQuery(asked, choices), clinic, choices }));
}

function datesOf(scope: TenantScope, query: CalendarQuery, clinic: CalendarClinic) {
  const date = query.date ?? localDateOf(scope.now(), clinic.timeZone);
  return shownDates(query.view, date, clinic.weekStart);
}

function revisionOf(scope: TenantScope, clinic: CalendarClinic, dates: readonly [string, ...string[]]) {
  const [fromDate, toDate] = [dates[0], dates.at(-1) ?? dates[0]];
  return readCalendarRevision(scope, {
    clinicId: clinic.id,
    from: startOfDay(fromDate, clinic.timeZone),
    to: endOfDay(toDate, clinic.timeZone),
    fromDate,
    toDate,
  });
}
