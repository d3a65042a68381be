import type { Instant } from '@/lib/time/instant';
import type { LocalDate } from '@/lib/time/local-date';
import type { TenantScope } from '../scope';
import { visibleProvider } from './visible-provider';

/* When the providers of a clinic work, are away, and when the clinic itself is closed. */

export interface HoursQuestion {
  clinicId: string;
  providerIds: readonly string[];
  /** Both inclusive. */
  fromDate: LocalDate;
  toDate: LocalDate;
}

/** One span of a weekday, for the dates from `validFrom` to `validTo` (both inclusive, null is open). */
export interface WeeklyHours {
  providerId: string;
  weekday: number;
  from: string;
  to: string;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
}

/** The weekly hours at a clinic that hold on some day of the dates. */
export async function listWeeklyHours(
  scope: TenantScope,
  { clinicId, providerIds, fromDate, toDate }: HoursQuestion,
): Promise<WeeklyHours[]> {
  if (providerIds.length === 0) return [];
  let query = scope
    .from('working_hours')
    .select([
      'provider_id as providerId',
      'weekday',
      'from_time as from',
      'to_time as to',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .where('provider_id', 'in', [...providerIds])
    .where('clinic_id', '=', clinicId)
    .where((eb) => eb.or([eb('valid_from', 'is', null), eb('valid_from', '<=', toDate)]))
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', fromDate)]));
  const only = visibleProvider(scope);
  if (only !== null) query = query.where('provider_id', '=', only);
  return query.orderBy('weekday').orderBy('from_time').execute();
}

export interface Absence {
  providerId: string;
  from: Instant;
  to: Instant;
  label: string;
}

/** The providers' time off that shares a moment with the stretch. */
export async function listTimeOff(
  scope: TenantScope,
  { providerIds, from, to }: { providerIds: readonly string[]; from: Instant; to: Instant },
): Promise<Absence[]> {
  if (providerIds.length === 0) return [];
  let query = scope
    .from('time_off')
    .select(['provider_id as providerId', 'start_at as from', 'end_at as to', 'label'])
    .where('provider_id', 'in', [...providerIds])
    .where('end_at', '>', from)
    .where('start_at', '<', to);
  const only = visibleProvider(scope);
  if (only !== null) query = query.where('provider_id', '=', only);
  return query.orderBy('start_at').execute();
}

/** Why the clinic is closed, by date, from one date to another (both inclusive). */
export async function listClosures(
  scope: TenantScope,
  { clinicId, fromDate, toDate }: Omit<HoursQuestion, 'providerIds'>,
): Promise<Map<LocalDate, string>> {
  const rows = await scope
    .from('closure')
    .select(['date', 'label'])
    .where('clinic_id', '=', clinicId)
    .where('date', '>=', fromDate)
    .where('date', '<=', toDate)
    .execute();
  return new Map(rows.map(({ date, label }) => [date, label]));
}
