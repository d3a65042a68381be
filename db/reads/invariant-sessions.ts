import { sql } from 'kysely';
import { OPEN_STATUSES, type PackageStatus, type SessionStatus } from '../schema';
import type { TenantScope } from '../scope';
import { type Finding, findingOf, MOST_EXAMPLES } from './invariant-finding';

const all = sql<number>`count(*) over ()`.as('broken');

async function countOf(scope: TenantScope, table: 'session' | 'package' | 'appointment'): Promise<number> {
  // A union of tables has no common query builder type; each has the column that counting needs: none.
  const { n } = await scope
    .from(table as 'session')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

const withAppointment = (scope: TenantScope) =>
  scope
    .from('session')
    .leftJoin('appointment', (join) =>
      join
        .onRef('appointment.id', '=', 'session.appointment_id')
        .onRef('appointment.tenant_id', '=', 'session.tenant_id'),
    );

/** Sessions whose status is not that of their appointment. */
export async function sessionsUnlikeTheirAppointment(scope: TenantScope): Promise<Finding> {
  const has = sql<string>`coalesce(appointment.status, 'no appointment')`;
  const rows = await withAppointment(scope)
    .where((eb) =>
      eb.not(
        eb.or([
          eb.and([eb('session.status', '=', 'SCHEDULED'), eb(has, 'in', OPEN_STATUSES)]),
          eb.and([eb('session.status', '=', 'COMPLETED'), eb(has, '=', 'COMPLETED')]),
          eb.and([eb('session.status', '=', 'NO_SHOW'), eb(has, '=', 'NO_SHOW')]),
          eb.and([
            eb('session.status', 'in', ['PENDING', 'FAILED', 'CANCELLED']),
            eb(has, 'in', ['no appointment', 'CANCELLED']),
          ]),
        ]),
      ),
    )
    .select(['session.id', 'session.status', has.as('has'), all])
    .orderBy('session.id')
    .limit(MOST_EXAMPLES)
    .execute();
  const examples = rows.map(({ id, status, has: other, broken }) => ({
    id,
    what: `session is ${status}, its appointment: ${other}`,
    broken,
  }));
  return findingOf(await countOf(scope, 'session'), examples);
}

/** Failed sessions that do not say why, or were never tried. */
export async function failuresWithoutReason(scope: TenantScope): Promise<Finding> {
  const { checked } = await scope
    .from('session')
    .where('status', '=', 'FAILED')
    .select((eb) => eb.fn.countAll<number>().as('checked'))
    .executeTakeFirstOrThrow();
  const rows = await scope
    .from('session')
    .where('status', '=', 'FAILED')
    .where((eb) => eb.or([eb('reasons', 'in', ['', '[]']), eb('attempts', '<', 1)]))
    .select(['id', 'attempts', all])
    .orderBy('id')
    .limit(MOST_EXAMPLES)
    .execute();
  const examples = rows.map((row) => ({
    ...row,
    what: `failed after ${row.attempts} attempts, without reasons or tries`,
  }));
  return findingOf(checked, examples);
}

/** Appointments that say they belong to another package than the one whose session holds them. */
export async function appointmentsUnlikeTheirSession(scope: TenantScope): Promise<Finding> {
  const rows = await scope
    .from('appointment')
    .leftJoin('session', (join) =>
      join
        .onRef('session.appointment_id', '=', 'appointment.id')
        .onRef('session.tenant_id', '=', 'appointment.tenant_id'),
    )
    .where(sql<boolean>`coalesce(appointment.package_id, '') <> coalesce(session.package_id, '')`)
    .select(['appointment.id', 'appointment.number', all])
    .orderBy('appointment.id')
    .limit(MOST_EXAMPLES)
    .execute();
  const examples = rows.map(({ id, number, broken }) => ({
    id,
    what: `${number} names another package than its session's`,
    broken,
  }));
  return findingOf(await countOf(scope, 'appointment'), examples);
}

/** Appointments of sessions that are for another patient or at another clinic than the package. */
export async function sessionsElsewhere(scope: TenantScope): Promise<Finding> {
  const booked = scope
    .from('session')
    .innerJoin('appointment', (join) =>
      join
        .onRef('appointment.id', '=', 'session.appointment_id')
        .onRef('appointment.tenant_id', '=', 'session.tenant_id'),
    )
    .innerJoin('package', (join) =>
      join
        .onRef('package.id', '=', 'session.package_id')
        .onRef('package.tenant_id', '=', 'session.tenant_id'),
    );
  const { checked } = await booked
    .select((eb) => eb.fn.countAll<number>().as('checked'))
    .executeTakeFirstOrThrow();
  const rows = await booked
    .where((eb) =>
      eb.or([
        eb('appointment.patient_id', '<>', eb.ref('package.patient_id')),
        eb('appointment.clinic_id', '<>', eb.ref('package.clinic_id')),
      ]),
    )
    .select(['session.id', 'appointment.number as appointment', 'package.number as package', all])
    .orderBy('session.id')
    .limit(MOST_EXAMPLES)
    .execute();
  const examples = rows.map((row) => ({
    id: row.id,
    what: `${row.appointment} is for another patient or clinic than ${row.package}`,
    broken: row.broken,
  }));
  return findingOf(checked, examples);
}

/** Live appointments of sessions with a provider whom the session is not assigned to. */
export async function sessionsOfOtherProviders(scope: TenantScope): Promise<Finding> {
  const assignments = scope
    .from('provider_assignment')
    .where('provider_assignment.package_id', '=', sql.ref<string>('session.package_id'))
    .where('provider_assignment.session_number', '=', sql.ref<number>('session.number'))
    .select('provider_assignment.id');
  const assigned = withAppointment(scope)
    .where('appointment.status', '<>', 'CANCELLED')
    .where((eb) => eb.exists(assignments));
  const { checked } = await assigned
    .select((eb) => eb.fn.countAll<number>().as('checked'))
    .executeTakeFirstOrThrow();
  const rows = await assigned
    .where((eb) =>
      eb.not(
        eb.exists(
          assignments.where(
            'provider_assignment.provider_id',
            '=',
            sql.ref<string>('appointment.provider_id'),
          ),
        ),
      ),
    )
    .select(['session.id', 'appointment.number', all])
    .orderBy('session.id')
    .limit(MOST_EXAMPLES)
    .execute();
  const examples = rows.map(({ id, number, broken }) => ({
    id,
    what: `${number} is with a provider whom the session is not assigned to`,
    broken,
  }));
  return findingOf(checked, examples);
}

/** Packages whose sessions are not numbered 1 to their count. (Two sessions never share a number.) */
export async function packagesWithGaps(scope: TenantScope): Promise<Finding> {
  const numbers = scope
    .from('session')
    .groupBy('session.package_id')
    .select((eb) => [
      'session.package_id',
      eb.fn.countAll<number>().as('n'),
      eb.fn.min('session.number').as('first'),
      eb.fn.max('session.number').as('last'),
    ]);
  const rows = await scope
    .from('package')
    .leftJoin(numbers.as('numbers'), (join) => join.onRef('numbers.package_id', '=', 'package.id'))
    .where((eb) =>
      eb.or([
        eb('numbers.n', 'is', null),
        eb('numbers.n', '<>', eb.ref('package.session_count')),
        eb('numbers.first', '<>', 1),
        eb('numbers.last', '<>', eb.ref('package.session_count')),
      ]),
    )
    .select(['package.id', 'package.number', 'package.session_count', 'numbers.n', all])
    .orderBy('package.id')
    .limit(MOST_EXAMPLES)
    .execute();
  const examples = rows.map(({ id, number, session_count, n, broken }) => ({
    id,
    what: `${number} has ${n ?? 0} sessions, which are not 1 to ${session_count}`,
    broken,
  }));
  return findingOf(await countOf(scope, 'package'), examples);
}

export interface PackageWithStatuses {
  id: string;
  number: string;
  status: PackageStatus;
  isCancelled: boolean;
  /** The statuses its sessions have, each once. */
  sessions: SessionStatus[];
}

const PAGE = 500;

/** Packages in order of id, some at a time, with the statuses of their sessions, as of one moment each time. */
export async function packagesAfter(scope: TenantScope, id: string): Promise<PackageWithStatuses[]> {
  const page = scope
    .from('package')
    .select('package.id')
    .where('package.id', '>', id)
    .orderBy('package.id')
    .limit(PAGE);
  const rows = await scope
    .from('package')
    .innerJoin(page.as('page'), (join) => join.onRef('page.id', '=', 'package.id'))
    .leftJoin('session', (join) =>
      join
        .onRef('session.package_id', '=', 'package.id')
        .onRef('session.tenant_id', '=', 'package.tenant_id'),
    )
    .select([
      'package.id',
      'package.number',
      'package.status',
      'package.cancelled_at',
      'session.status as session',
    ])
    .distinct()
    .orderBy('package.id')
    .execute();
  const packages = new Map<string, PackageWithStatuses>();
  for (const { id: packageId, number, status, cancelled_at, session } of rows) {
    const found = packages.get(packageId) ?? {
      id: packageId,
      number,
      status,
      isCancelled: cancelled_at !== null,
      sessions: [],
    };
    if (session) found.sessions.push(session);
    packages.set(packageId, found);
  }
  return [...packages.values()];
}
