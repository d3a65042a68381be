import type { ExpressionBuilder } from 'kysely';
import type { Instant } from '@/lib/time/instant';
import type { LocalDate } from '@/lib/time/local-date';
import { endOfDay, startOfDay } from '@/lib/time/wall-clock';
import type { AppointmentStatus, Schema } from '../schema';
import type { TenantScope } from '../scope';
import { byStart } from './by-start';
import { LONGEST_VISIT_MS, overlappingIds, type Starts } from './deliberate-overlaps';
import { areLookedUp, isOfNamed, numberHolds, type SearchMeaning, splitTyped } from './search-words';
import { isPast, isToCome } from './to-come';
import { visibleAppointments } from './visible-appointments';
import { appointmentsNumbered } from './whole-numbers';

export interface AppointmentListFilter {
  /** As typed: each word must be in the number, or begin a word of the patient or of the provider. */
  search: string;
  /** What has not ended yet, what has, or both. What was cancelled comes only for who asks for that status. */
  period: 'upcoming' | 'past' | 'all';
  patientId: string | null;
  clinicId: string | null;
  providerId: string | null;
  serviceTypeId: string | null;
  roomId: string | null;
  statuses: readonly AppointmentStatus[];
  /** Days on the clock of each clinic, both inclusive. */
  from: LocalDate | null;
  to: LocalDate | null;
  /** Overlaps another one on purpose, above or underneath. */
  isOverlap: boolean;
}

/** The filter that every appointment passes. */
export const ANY_APPOINTMENT: AppointmentListFilter = {
  search: '',
  period: 'all',
  patientId: null,
  clinicId: null,
  providerId: null,
  serviceTypeId: null,
  roomId: null,
  statuses: [],
  from: null,
  to: null,
  isOverlap: false,
};

type OfAppointment = ExpressionBuilder<Schema, 'appointment'>;

/** The clinics of each clock, on which a day begins at another moment. */
export type Zones = ReadonlyMap<string, readonly string[]>;

export async function readZones(scope: TenantScope): Promise<Zones> {
  const clinics = await scope.from('clinic').select(['clinic.id', 'clinic.time_zone']).execute();
  return new Map(
    clinics.map(({ time_zone }) => [
      time_zone,
      clinics.filter((clinic) => clinic.time_zone === time_zone).map(({ id }) => id),
    ]),
  );
}

/** What a filter means here: the clocks, and what its search may mean. */
export interface AppointmentFacts {
  zones: Zones;
  meanings: readonly SearchMeaning[] | null;
}

/** The appointments that the actor may see and that pass the filter. */
export function matchingAppointments(
  scope: TenantScope,
  filter: AppointmentListFilter,
  { zones, meanings }: AppointmentFacts,
) {
  const { period, patientId, clinicId, providerId, serviceTypeId, roomId, statuses } = filter;
  let appointments = visibleAppointments(scope).where(byStart);
  if (patientId !== null) appointments = appointments.where('appointment.patient_id', '=', patientId);
  if (clinicId !== null) appointments = appointments.where('appointment.clinic_id', '=', clinicId);
  if (providerId !== null) appointments = appointments.where('appointment.provider_id', '=', providerId);
  if (serviceTypeId !== null)
    appointments = appointments.where('appointment.service_type_id', '=', serviceTypeId);
  if (roomId !== null) appointments = appointments.where('appointment.room_id', '=', roomId);
  if (statuses.length > 0) appointments = appointments.where('appointment.status', 'in', [...statuses]);
  if (filter.isOverlap)
    appointments = appointments.where(
      'appointment.id',
      'in',
      overlappingIds(scope, startsOf(filter, scope.now())),
    );
  if (period === 'upcoming') {
    appointments = appointments.where((eb) => isToCome(eb, scope.now()));
    if (statuses.length === 0) appointments = appointments.where('appointment.status', '<>', 'CANCELLED');
  }
  if (period === 'past') appointments = appointments.where((eb) => isPast(eb, scope.now()));
  if (filter.from !== null || filter.to !== null)
    appointments = appointments.where((eb) => isOnDays(eb, filter, zones));
  const { number } = splitTyped(filter.search);
  if (number !== null)
    appointments = appointments.where('appointment.id', 'in', appointmentsNumbered(scope, number));
  if (meanings === null) return appointments;
  if (!areLookedUp(meanings))
    return appointments.where((eb) => eb.or(meanings.map((meaning) => means(scope, eb, meaning))));
  const [found, ...more] = meanings.map((meaning) =>
    scope
      .from('appointment')
      .select('appointment.id')
      .where((eb) => means(scope, eb, meaning)),
  );
  if (!found) return appointments;
  return appointments.where(
    'appointment.id',
    'in',
    more.reduce((all, one) => all.union(one), found),
  );
}

const means = (scope: TenantScope, eb: OfAppointment, meaning: SearchMeaning) =>
  eb.and([
    ...(meaning.patientWords.length === 0 ? [] : [isOfNamed(scope, 'appointment.patient_id', meaning)]),
    ...meaning.others.map(({ providerIds, number }) =>
      eb.or([
        ...(number === null ? [] : [numberHolds('appointment', number)]),
        ...(providerIds.length === 0 ? [] : [eb('appointment.provider_id', 'in', [...providerIds])]),
      ]),
    ),
  ]);

/** Within what the visits of a period begin. */
const startsOf = ({ period }: AppointmentListFilter, now: Instant): Starts => ({
  from: period === 'upcoming' ? now - LONGEST_VISIT_MS : null,
  to: period === 'past' ? now : null,
});

/** One stretch of time that an index can find, and where clocks differ, each clinic's own within it. */
function isOnDays(eb: OfAppointment, { from, to }: AppointmentListFilter, zones: Zones) {
  const own = [...zones].map(([zone, clinicIds]) => ({
    clinicIds,
    start: from === null ? null : startOfDay(from, zone),
    end: to === null ? null : endOfDay(to, zone),
  }));
  const starts = own.flatMap(({ start }) => start ?? []);
  const ends = own.flatMap(({ end }) => end ?? []);
  const within = (start: Instant | null, end: Instant | null) => [
    ...(start === null ? [] : [eb('appointment.start_at', '>=', start)]),
    ...(end === null ? [] : [eb('appointment.start_at', '<', end)]),
  ];
  const outer = within(
    starts.length === 0 ? null : Math.min(...starts),
    ends.length === 0 ? null : Math.max(...ends),
  );
  if (own.length < 2) return eb.and(outer);
  const perZone = own.map(({ clinicIds, start, end }) =>
    eb.and([eb('appointment.clinic_id', 'in', [...clinicIds]), ...within(start, end)]),
  );
  return eb.and([...outer, eb.or(perZone)]);
}
