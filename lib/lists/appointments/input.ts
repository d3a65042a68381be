import type { AppointmentSort, AppointmentListQuery as ReadQuery } from '@/db/reads/appointment-list';
import type { AppointmentStatus } from '@/db/schema';
import { addressesOf, type ListAddress } from '../address';

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
export const appointmentAddresses = addressesOf('/appointments', {
  said: (query: AppointmentListQuery) => ({
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
  }),
  unfiltered: {
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
  },
  filters: (query) => [
    query.period,
    query.clinic,
    query.provider,
    query.service,
    query.room,
    query.status,
    query.from ?? query.to,
    query.overlap,
  ],
});

/** What a visit to come may be. */
const TO_COME: ReadonlySet<AppointmentStatus> = new Set(['SCHEDULED', 'CANCELLED']);

/** Who searches, names days or asks for what has begun wants to find past ones too, unless they say otherwise. */
export function periodOf({ period, q, from, to, status }: AppointmentListQuery): Period {
  if (period !== null) return period;
  const isAnyDay = from === null && to === null;
  return q === '' && isAnyDay && status.every((each) => TO_COME.has(each)) ? 'upcoming' : 'all';
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
