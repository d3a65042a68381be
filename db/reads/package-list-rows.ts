import type { SessionCounts } from '@/lib/rules/package-progress';
import type { PackageStatus, SessionStatus } from '../schema';
import type { TenantScope } from '../scope';
import { withWhomAndWhat } from './joins';

export interface PackageListRow {
  id: string;
  number: string;
  status: PackageStatus;
  patient: { id: string; name: string; fileNumber: string };
  service: { name: string; colour: string };
  clinic: { name: string; timeZone: string };
  startDate: string;
  endDate: string;
  counts: SessionCounts;
  nextSessionAt: number | null;
}

/** What the list shows of each package, in the order of the ids: two statements, however many rows. */
export async function readPackageRows(scope: TenantScope, ids: readonly string[]): Promise<PackageListRow[]> {
  if (ids.length === 0) return [];
  const [packages, tallies] = await Promise.all([readPackages(scope, ids), readTallies(scope, ids)]);
  const rows = new Map(
    packages.map((row) => [
      row.id,
      {
        id: row.id,
        number: row.number,
        status: row.status,
        patient: {
          id: row.patient_id,
          name: `${row.given_name} ${row.family_name}`.trim(),
          fileNumber: row.file_number,
        },
        service: { name: row.service_name, colour: row.colour },
        clinic: { name: row.clinic_name, timeZone: row.time_zone },
        startDate: row.start_date,
        endDate: row.end_date,
        ...tallyOf(tallies.filter((tally) => tally.package_id === row.id)),
      },
    ]),
  );
  return ids.flatMap((id) => rows.get(id) ?? []);
}

const readPackages = (scope: TenantScope, ids: readonly string[]) =>
  withWhomAndWhat(scope.from('package'))
    .select([
      'package.id',
      'package.number',
      'package.status',
      'package.start_date',
      'package.end_date',
      'package.patient_id',
      'patient.given_name',
      'patient.family_name',
      'patient.file_number',
      'service_type.name as service_name',
      'service_type.colour',
      'clinic.name as clinic_name',
      'clinic.time_zone',
    ])
    .where('package.id', 'in', [...ids])
    .execute();

/** Sessions per package and status, and the first of their visits that is still to come. */
const readTallies = (scope: TenantScope, ids: readonly string[]) =>
  scope
    .from('session')
    .leftJoin('appointment', (join) =>
      join
        .onRef('appointment.tenant_id', '=', 'session.tenant_id')
        .onRef('appointment.id', '=', 'session.appointment_id')
        .on('appointment.end_at', '>', scope.now()),
    )
    .select((eb) => [
      'session.package_id',
      'session.status',
      eb.fn.countAll<number>().as('sessions'),
      eb.fn.min('appointment.start_at').as('next_at'),
    ])
    .where('session.package_id', 'in', [...ids])
    .groupBy(['session.package_id', 'session.status'])
    .execute();

function tallyOf(tallies: Awaited<ReturnType<typeof readTallies>>) {
  const of = (status: SessionStatus) => tallies.find((tally) => tally.status === status)?.sessions ?? 0;
  return {
    counts: {
      PENDING: of('PENDING'),
      SCHEDULED: of('SCHEDULED'),
      COMPLETED: of('COMPLETED'),
      CANCELLED: of('CANCELLED'),
      FAILED: of('FAILED'),
      NO_SHOW: of('NO_SHOW'),
    },
    nextSessionAt: tallies.find((tally) => tally.status === 'SCHEDULED')?.next_at ?? null,
  };
}
