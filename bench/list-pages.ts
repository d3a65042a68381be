import { type BenchTenant, createBenchTenant } from '@/bench/list-tenant';
import type { Dialect } from '@/db/dialect';
import { type AppointmentListQuery, readAppointmentList } from '@/db/reads/appointment-list';
import { ANY_APPOINTMENT } from '@/db/reads/appointment-list-matches';
import { type AttentionKind, listAttention, MOST_IN_QUEUE } from '@/db/reads/attention';
import { type PackageListQuery, readPackageList } from '@/db/reads/package-list';
import { ANY_PACKAGE } from '@/db/reads/package-list-matches';
import { type PatientListQuery, readPatientList } from '@/db/reads/patient-list';
import { ANY_PATIENT } from '@/db/reads/patient-list-matches';
import { createTestDatabase } from '@/db/testing';
import { refreshStatistics } from '@/db/testing-statistics';

const PACKAGES = Number(process.env.PACKAGES ?? 100_000);
const DEEP_PAGES = 40;
const RUNS = 7;

const PACKAGE_LIST: PackageListQuery = {
  ...ANY_PACKAGE,
  sort: 'newest',
  after: null,
  before: null,
};
const APPOINTMENT_LIST: AppointmentListQuery = {
  ...ANY_APPOINTMENT,
  period: 'upcoming',
  sort: 'soonest',
  after: null,
  before: null,
};
const PATIENT_LIST: PatientListQuery = {
  ...ANY_PATIENT,
  sort: 'name',
  after: null,
  before: null,
};

/** A page of some list, from a cursor on: how many rows match it and where the next one begins. */
type ReadPage = (after: string | null) => Promise<{ count: number; next: string | null }>;

function casesOf({ scope, clinicId, serviceTypeId, providerId }: BenchTenant): [string, ReadPage][] {
  const packages =
    (change: Partial<PackageListQuery>): ReadPage =>
    (after) =>
      readPackageList(scope, { ...PACKAGE_LIST, ...change, after });
  const visits =
    (change: Partial<AppointmentListQuery>): ReadPage =>
    (after) =>
      readAppointmentList(scope, { ...APPOINTMENT_LIST, ...change, after });
  const patients =
    (change: Partial<PatientListQuery>): ReadPage =>
    (after) =>
      readPatientList(scope, { ...PATIENT_LIST, ...change, after });
  const queue =
    (kind: AttentionKind): ReadPage =>
    async () => {
      const rows = await listAttention(scope, { kind, clinicId: null, limit: MOST_IN_QUEUE });
      return { count: rows.length, next: null };
    };
  return [
    ['packages, newest', packages({})],
    ['packages, latest start', packages({ sort: 'start' })],
    ['packages, by number', packages({ sort: 'number' })],
    ['packages, by patient', packages({ sort: 'patient' })],
    ['packages of a clinic', packages({ clinicId })],
    ['packages of a service, by patient', packages({ serviceTypeId, sort: 'patient' })],
    ['packages of a provider', packages({ providerId })],
    ['packages, drafts', packages({ statuses: ['DRAFT'] })],
    [
      'packages, clinic and status, 3 months',
      packages({ clinicId, statuses: ['COMPLETED'], startFrom: '2026-10-01' }),
    ],
    ['packages that need attention', packages({ needsAttention: true })],
    ['packages that end soon', packages({ endsSoon: true })],
    ['packages, search for a name', packages({ search: 'lina had' })],
    ['packages, search for a number', packages({ search: 'PKG-20260105-0042' })],
    ['packages, search for a provider', packages({ search: 'provider 7' })],
    ['packages, search for nothing there', packages({ search: 'qqqq' })],
    ['attention, without a place', queue('unplaced')],
    ['attention, ending soon', queue('ending')],
    ['appointments to come', visits({})],
    ['appointments, all, latest', visits({ period: 'all', sort: 'latest' })],
    ['appointments, all, by patient', visits({ period: 'all', sort: 'patient' })],
    ['appointments to come, by patient', visits({ sort: 'patient' })],
    ['appointments, all, by number', visits({ period: 'all', sort: 'number' })],
    ['appointments of a provider', visits({ providerId })],
    [
      'appointments of a clinic, a week',
      visits({ clinicId, period: 'all', from: '2027-01-04', to: '2027-01-10' }),
    ],
    ['appointments, overlaps', visits({ period: 'all', isOverlap: true, sort: 'latest' })],
    ['appointments, cancelled (none)', visits({ period: 'all', statuses: ['CANCELLED'] })],
    ['appointments, search for a name', visits({ period: 'all', search: 'lina had', sort: 'latest' })],
    ['appointments, search for a number', visits({ period: 'all', search: 'APT-20260105-0042' })],
    ['patients, by name', patients({})],
    ['patients, by file number', patients({ sort: 'file' })],
    ['patients, by next visit', patients({ sort: 'next' })],
    ['patients with an open package', patients({ hasOpenPackage: true })],
    ['patients without a visit', patients({ hasNoVisit: true })],
    ['patients of a clinic', patients({ clinicId })],
    ['patients, search for a name', patients({ search: 'lina had' })],
  ];
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = -1; run < RUNS; run++) {
    const began = performance.now();
    await work();
    if (run >= 0) times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}

const columns = (...cells: (string | number)[]) =>
  cells.map((cell, at) => (at === 0 ? String(cell).padEnd(44) : String(cell).padStart(12))).join('');

async function measure(dialect: Dialect): Promise<void> {
  const database = await createTestDatabase(dialect);
  const began = performance.now();
  const size = { packages: PACKAGES, patients: Math.ceil(PACKAGES / 4), sessionsPerPackage: 3 };
  const tenant = await createBenchTenant(database, size);
  await refreshStatistics(database);
  console.info(
    `\n${dialect}: ${PACKAGES} packages made in ${Math.round((performance.now() - began) / 1000)} s`,
  );
  console.info(columns('list', 'matches', 'first ms', 'deep ms'));
  for (const [name, read] of casesOf(tenant)) {
    const first = await read(null);
    let deep = first;
    let place: string | null = null;
    for (let page = 0; page < DEEP_PAGES && deep.next !== null; page++) {
      place = deep.next;
      deep = await read(place);
    }
    const atFirst = await median(() => read(null));
    const atDeep = await median(() => read(place));
    const matches = first.count > 1000 ? '1000+' : first.count;
    console.info(columns(name, matches, atFirst.toFixed(1), place === null ? '' : atDeep.toFixed(1)));
  }
  await database.remove();
}

await measure('sqlite');
if (process.env.TEST_POSTGRES_URL) await measure('postgres');
