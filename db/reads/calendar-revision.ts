import { DAY_MS, type Instant } from '@/lib/time/instant';
import type { LocalDate } from '@/lib/time/local-date';
import type { TenantScope } from '../scope';
import { visibleProvider } from './visible-provider';

export interface RevisionQuestion {
  clinicId: string;
  from: Instant;
  to: Instant;
  /** Both inclusive. */
  fromDate: LocalDate;
  toDate: LocalDate;
}

/** A visit may reach in from the days before. */
const REACH_MS = 2 * DAY_MS;

/**
 * A short text that is another one as soon as something on these days has changed: whoever looks at a calendar
 * asks for it every few seconds, so it counts and adds instead of reading. Versions only grow, and what comes,
 * goes or moves changes a count or a latest change. Providers stand at several clinics, so visits everywhere
 * count.
 */
export async function readCalendarRevision(scope: TenantScope, question: RevisionQuestion): Promise<string> {
  const { clinicId, from, to, fromDate, toDate } = question;
  const only = visibleProvider(scope);
  let visits = scope
    .from('appointment')
    .select((eb) => [
      eb.fn.countAll().as('count'),
      eb.fn.sum('version').as('versions'),
      eb.fn.max('appointment.updated_at').as('latest'),
    ])
    .where('start_at', '>', from - REACH_MS)
    .where('start_at', '<', to)
    .where('end_at', '>', from);
  if (only !== null) visits = visits.where('provider_id', '=', only);
  let away = scope
    .from('time_off')
    .select((eb) => [
      eb.fn.countAll().as('count'),
      eb.fn.sum('start_at').as('starts'),
      eb.fn.sum('end_at').as('ends'),
    ])
    .where('end_at', '>', from)
    .where('start_at', '<', to);
  if (only !== null) away = away.where('provider_id', '=', only);
  const [visitsNow, awayNow, closuresNow, hoursNow, providersNow] = await Promise.all([
    visits.executeTakeFirst(),
    away.executeTakeFirst(),
    scope
      .from('closure')
      .select(['date', 'label'])
      .where('clinic_id', '=', clinicId)
      .where('date', '>=', fromDate)
      .where('date', '<=', toDate)
      .orderBy('date')
      .execute(),
    // Hours are replaced, never edited: the newest id tells.
    scope
      .from('working_hours')
      .select((eb) => [eb.fn.countAll().as('count'), eb.fn.max('id').as('newest')])
      .where('clinic_id', '=', clinicId)
      .executeTakeFirst(),
    scope
      .from('provider')
      .select((eb) => [eb.fn.countAll().as('count'), eb.fn.max('updated_at').as('latest')])
      .executeTakeFirst(),
  ]);
  return JSON.stringify([visitsNow, awayNow, closuresNow, hoursNow, providersNow].map(valuesOf));
}

const valuesOf = (row: unknown): string =>
  Array.isArray(row) ? row.map(valuesOf).join() : Object.values(row ?? {}).join('.');
