import type { CalendarChoices, CalendarClinic } from '@/db/reads/calendar-choices';
import type { CalendarQuery } from './input';

/** The clinic asked for, or the first one: an unknown id, and another tenant's, is as if none was named. */
export function clinicOf(query: CalendarQuery, clinics: readonly CalendarClinic[]): CalendarClinic | null {
  return clinics.find(({ id }) => id === query.clinic) ?? clinics[0] ?? null;
}

/** The query with those filters only that the clinic offers. */
export function knownQuery(query: CalendarQuery, choices: CalendarChoices): CalendarQuery {
  const known = (id: string | null, among: readonly { id: string }[]) =>
    among.some((choice) => choice.id === id) ? id : null;
  return {
    ...query,
    provider: known(query.provider, choices.providers),
    service: known(query.service, choices.services),
    room: known(query.room, choices.rooms),
  };
}
