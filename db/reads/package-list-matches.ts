import { type ExpressionBuilder, sql } from 'kysely';
import { DAY_MS } from '@/lib/time/instant';
import { OPEN_STATUSES, type PackageStatus, type Schema, type SessionStatus } from '../schema';
import type { TenantScope } from '../scope';
import { byStart } from './by-start';
import {
  areLookedUp,
  FEW_PROVIDERS,
  isOfNamed,
  numberHolds,
  type SearchMeaning,
  splitTyped,
} from './search-words';
import { isToCome } from './to-come';
import { hasOneOfProviders, packageIdsOfProviders, visiblePackages } from './visible-packages';
import { packagesNumbered } from './whole-numbers';

export interface PackageListFilter {
  /** As typed: each word must be in the number, or begin a word of the patient or of a provider. */
  search: string;
  patientId: string | null;
  clinicId: string | null;
  statuses: readonly PackageStatus[];
  serviceTypeId: string | null;
  /** Assigned to a session, or has an appointment of the package. */
  providerId: string | null;
  /** Start dates, both inclusive. */
  startFrom: string | null;
  startTo: string | null;
  needsAttention: boolean;
  /** Its last visit is near, and no package follows it. */
  endsSoon: boolean;
}

/** The filter that every package passes. */
export const ANY_PACKAGE: PackageListFilter = {
  search: '',
  patientId: null,
  clinicId: null,
  statuses: [],
  serviceTypeId: null,
  providerId: null,
  startFrom: null,
  startTo: null,
  needsAttention: false,
  endsSoon: false,
};

/** How near the last visit of a package is that "ends soon". */
const ENDS_SOON_MS = 14 * DAY_MS;

type OfPackage = ExpressionBuilder<Schema, 'package'>;

/** The packages that the actor may see and that pass the filter; `meanings` are what its search may mean. */
export function matchingPackages(
  scope: TenantScope,
  filter: PackageListFilter,
  meanings: readonly SearchMeaning[] | null,
) {
  const { patientId, clinicId, statuses, serviceTypeId, providerId, startFrom, startTo } = filter;
  let packages = visiblePackages(scope);
  if (patientId !== null) packages = packages.where('package.patient_id', '=', patientId);
  if (clinicId !== null) packages = packages.where('package.clinic_id', '=', clinicId);
  if (statuses.length > 0) packages = packages.where('package.status', 'in', [...statuses]);
  if (serviceTypeId !== null) packages = packages.where('package.service_type_id', '=', serviceTypeId);
  if (providerId !== null)
    packages = packages.where('package.id', 'in', packageIdsOfProviders(scope, [providerId]));
  if (startFrom !== null) packages = packages.where('package.start_date', '>=', startFrom);
  if (startTo !== null) packages = packages.where('package.start_date', '<=', startTo);
  if (filter.needsAttention) packages = packages.where((eb) => needsAttention(scope, eb));
  if (filter.endsSoon) packages = packages.where((eb) => endsSoon(scope, eb));
  const { number } = splitTyped(filter.search);
  if (number !== null) packages = packages.where('package.id', 'in', packagesNumbered(scope, number));
  if (meanings === null) return packages;
  if (!areLookedUp(meanings))
    return packages.where((eb) => eb.or(meanings.map((meaning) => means(scope, eb, meaning))));
  const [found, ...more] = meanings.map((meaning) =>
    scope
      .from('package')
      .select('package.id')
      .where((eb) => means(scope, eb, meaning)),
  );
  if (!found) return packages;
  return packages.where(
    'package.id',
    'in',
    more.reduce((all, one) => all.union(one), found),
  );
}

const means = (scope: TenantScope, eb: OfPackage, meaning: SearchMeaning) =>
  eb.and([
    ...(meaning.patientWords.length === 0 ? [] : [isOfNamed(scope, 'package.patient_id', meaning)]),
    ...meaning.others.map(({ providerIds, number }) =>
      eb.or([
        ...(number === null ? [] : [numberHolds('package', number)]),
        ...(providerIds.length === 0 ? [] : [isOf(scope, eb, providerIds)]),
      ]),
    ),
  ]);

const isOf = (scope: TenantScope, eb: OfPackage, providerIds: readonly string[]) =>
  providerIds.length <= FEW_PROVIDERS
    ? eb('package.id', 'in', packageIdsOfProviders(scope, providerIds))
    : hasOneOfProviders(scope, eb, providerIds);

/** Something has no place that should have one: a failed session, or one that auto-scheduling still owes. */
function needsAttention(scope: TenantScope, eb: OfPackage) {
  const having = (status: SessionStatus) =>
    scope.from('session').select('session.package_id').where('session.status', '=', status);
  return eb.and([
    eb('package.status', '<>', 'CANCELLED'),
    eb.or([
      eb('package.id', 'in', having('FAILED')),
      eb.and([eb('package.auto_schedule', '=', 1), eb('package.id', 'in', having('PENDING'))]),
    ]),
  ]);
}

/**
 * The last visit is within two weeks, nothing else is owed, and the patient has no later package of the
 * service: someone should ask whether it goes on.
 */
function endsSoon(scope: TenantScope, eb: OfPackage) {
  const now = scope.now();
  const visits = scope.from('appointment').where('appointment.status', 'in', OPEN_STATUSES);
  const soon = visits
    .select('appointment.package_id')
    .where(byStart)
    .where((of) => isToCome(of, now))
    .where('appointment.start_at', '<', now + ENDS_SOON_MS)
    .where('appointment.package_id', 'is not', null)
    .$narrowType<{ package_id: string }>();
  const later = visits
    .select('appointment.id')
    .where('appointment.package_id', '=', sql.ref<string>('package.id'))
    .where('appointment.start_at', '>=', now + ENDS_SOON_MS);
  const owed = scope
    .from('session')
    .select('session.id')
    .where('session.package_id', '=', sql.ref<string>('package.id'))
    .where('session.status', 'in', ['PENDING', 'FAILED']);
  return eb.and([
    eb('package.status', 'in', ['SCHEDULED', 'IN_PROGRESS']),
    eb('package.id', 'in', soon),
    eb.not(eb.exists(later)),
    eb.not(eb.exists(owed)),
    eb.not(eb.exists(successorOf(scope))),
  ]);
}

/** A later package of the same patient and service that is not over; a scope's own query names its table. */
const successorOf = (scope: TenantScope) =>
  scope
    .from('patient')
    .innerJoin('package as successor', (join) =>
      join
        .onRef('successor.tenant_id', '=', 'patient.tenant_id')
        .onRef('successor.patient_id', '=', 'patient.id'),
    )
    .select('successor.id')
    .where('patient.id', '=', sql.ref<string>('package.patient_id'))
    .where('successor.service_type_id', '=', sql.ref<string>('package.service_type_id'))
    .where('successor.start_date', '>', sql.ref<string>('package.start_date'))
    .where('successor.status', 'in', ['DRAFT', 'SCHEDULED', 'IN_PROGRESS']);
