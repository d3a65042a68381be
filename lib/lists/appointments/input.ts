import type { AppointmentSort, AppointmentListQuery as ReadQuery } from '@/db/reads/appointment-list';
import type { AppointmentStatus } from '@/db/schema';
import { addressOf, countSaid, type ListAddress, queryPartOf } from '../address';

export const APPOINTMENT_SORTS = [
  'soonest',
  'latest',
  'patient',
  'number',
] as const satisfies readonly AppointmentSort[];

export const PERIODS = ['upcoming', 'past', 'all'] as const;
export type Period = (typeof PERIODS)[number];

/** Which appointments the list shows, as its address says it. */
export interface AppointmentListQuery extends ListAddress {
  /** Null is what anyone would want: what is to come, or all where something is looked for. */
  period: Period | null;
  clinic: string | null;
  provider: string | null;
  service: string | null;
  room: string | null;
  status: AppointmentStatus[];
  /** Days on the clinic's clock, both inclusive. */
  from: string | null;
  to: string | null;
  overlap: boolean;
  /** Null is what goes with the period. */
  sort: AppointmentSort | null;
}
export type AppointmentListHref = '/appointments' | `/appointments?${string}`;

const UNFILTERED = {
  q: '',
  period: null,
  clinic: null,
  provider: null,
  service: null,
  room: null,
  status: [],
  from: null,
  to: null,
  overlap: false,
};

const said = (query: AppointmentListQuery) => ({
  q: query.q,
  period: query.period,
  status: query.status,
  overlap: query.overlap,
  sort: query.sort,
  clinic: query.clinic,
  provider: query.provider,
  service: query.service,
  room: query.room,
  from: query.from,
  to: query.to,
  view: query.view,
  after: query.after,
  before: query.before,
});

/** The address that shows it. */
export const appointmentListHref = (query: AppointmentListQuery): AppointmentListHref =>
  addressOf('/appointments', said(query));

/** Where the same appointments, all pages of them, are had as a file. */
export const appointmentExportHref = (query: AppointmentListQuery): string =>
  addressOf('/exports/appointments', said({ ...query, view: null, after: null, before: null }));

/** What of the address a saved view keeps: everything but the page. */
export const appointmentViewQuery = (query: AppointmentListQuery): string =>
  queryPartOf(appointmentListHref({ ...query, view: null, after: null, before: null }));

/** Another choice begins at the first page again. */
export function choosingAppointments(
  query: AppointmentListQuery,
  change: Partial<AppointmentListQuery>,
): AppointmentListQuery {
  return { ...query, after: null, before: null, ...change };
}

/** The same list without search and filters; the order stays. */
export const withoutAppointmentFilters = (query: AppointmentListQuery): AppointmentListQuery =>
  choosingAppointments(query, { ...UNFILTERED, view: query.view === null ? null : 'all' });

/** How many filters are set, the search not counted. */
export const countAppointmentFilters = (query: AppointmentListQuery): number =>
  countSaid([
    query.period,
    query.clinic,
    query.provider,
    query.service,
    query.room,
    query.status,
    query.from ?? query.to,
    query.overlap,
  ]);

/** Who searches or names days wants to find past ones too, unless they say otherwise. */
export function periodOf({ period, q, from, to }: AppointmentListQuery): Period {
  return period ?? (q === '' && from === null && to === null ? 'upcoming' : 'all');
}

/** What is to come is read from its beginning, everything else from its end. */
export const appointmentSortOf = (query: AppointmentListQuery): AppointmentSort =>
  query.sort ?? (periodOf(query) === 'upcoming' ? 'soonest' : 'latest');

/** The query as the database is asked. */
export const appointmentReadQuery = (query: AppointmentListQuery): ReadQuery => ({
  search: query.q,
  period: periodOf(query),
  patientId: null,
  clinicId: query.clinic,
  providerId: query.provider,
  serviceTypeId: query.service,
  roomId: query.room,
  statuses: query.status,
  from: query.from,
  to: query.to,
  isOverlap: query.overlap,
  sort: appointmentSortOf(query),
  after: query.after,
  before: query.before,
});
