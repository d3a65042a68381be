import type { TenantScope } from '../scope';
import {
  type AppointmentFacts,
  type AppointmentListFilter,
  matchingAppointments,
  readZones,
} from './appointment-list-matches';
import { type AppointmentListRow, readAppointmentRows } from './appointment-list-rows';
import { type Cursors, type ListOrder, readKeys } from './keyset';
import { readKeysetPage, wholeCount } from './keyset-page';
import { readSearchMeanings } from './search-words';

const APPOINTMENT_PAGE_SIZE = 25;
/** Counted exactly up to here; beyond it, "1,000+" says enough and costs little. */
const MOST_COUNTED = 1000;

export const APPOINTMENT_SORTS = ['soonest', 'latest', 'patient', 'number'] as const;
export type AppointmentSort = (typeof APPOINTMENT_SORTS)[number];

export interface AppointmentListQuery extends AppointmentListFilter, Cursors {
  sort: AppointmentSort;
  /** Rows of a page; 25 unless said otherwise. */
  size?: number;
}

export interface AppointmentListPage {
  rows: AppointmentListRow[];
  previous: string | null;
  next: string | null;
  /** Appointments that match, at most 1,001: more are not counted. */
  count: number;
}

const BY_START: ListOrder['columns'] = [
  { ref: 'appointment.start_at', holds: 'integer' },
  { ref: 'appointment.id', holds: 'text' },
];

export const APPOINTMENT_ORDERS: Record<AppointmentSort, ListOrder> = {
  soonest: { name: 'soonest', columns: BY_START, direction: 'asc' },
  latest: { name: 'latest', columns: BY_START, direction: 'desc' },
  number: {
    name: 'number',
    columns: [
      { ref: 'appointment.number', holds: 'text' },
      { ref: 'appointment.id', holds: 'text' },
    ],
    direction: 'desc',
  },
  patient: {
    name: 'patient',
    columns: [{ ref: 'patient.sort_name', holds: 'text' }, ...BY_START],
    direction: 'asc',
    sought: 1,
  },
};

/** One page of the appointments that the actor may see and that match. */
export async function readAppointmentList(
  scope: TenantScope,
  query: AppointmentListQuery,
): Promise<AppointmentListPage> {
  const page = await readAppointmentPage(scope, query);
  return { ...page, count: wholeCount(page) ?? (await countAppointments(scope, query)) };
}

/** The same page without the count, for who reads one after another. */
export async function readAppointmentPage(
  scope: TenantScope,
  query: AppointmentListQuery,
): Promise<Omit<AppointmentListPage, 'count'>> {
  const facts = await readFacts(scope, query);
  const order = APPOINTMENT_ORDERS[query.sort];
  const question = { order, cursors: query, size: query.size ?? APPOINTMENT_PAGE_SIZE };
  const { ids, previous, next } = await readKeysetPage(question, (at, limit) => {
    const appointments = matchingAppointments(scope, query, facts);
    if (query.sort !== 'patient') return readKeys(appointments, { order, at, limit });
    const named = appointments.innerJoin('patient', (join) =>
      join
        .onRef('patient.tenant_id', '=', 'appointment.tenant_id')
        .onRef('patient.id', '=', 'appointment.patient_id'),
    );
    return readKeys(named, { order, at, limit });
  });
  return { rows: await readAppointmentRows(scope, ids), previous, next };
}

async function readFacts(scope: TenantScope, query: AppointmentListQuery): Promise<AppointmentFacts> {
  const [zones, meanings] = await Promise.all([readZones(scope), readSearchMeanings(scope, query.search)]);
  return { zones, meanings };
}

async function countAppointments(scope: TenantScope, query: AppointmentListQuery): Promise<number> {
  const rows = await matchingAppointments(scope, query, await readFacts(scope, query))
    .select('appointment.id')
    .limit(MOST_COUNTED + 1)
    .execute();
  return rows.length;
}
