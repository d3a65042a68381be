import { CompiledQuery, createQueryId, type KyselyPlugin, type OperationNode } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBenchTenant } from '@/bench/list-tenant';
import { type Database, openDatabase } from '../client';
import { mintScope, type TenantScope } from '../scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '../testing';
import { refreshStatistics } from '../testing-statistics';
import { type AppointmentListQuery, readAppointmentPage } from './appointment-list';
import { ANY_APPOINTMENT } from './appointment-list-matches';
import { type PackageListQuery, readPackagePage } from './package-list';
import { ANY_PACKAGE } from './package-list-matches';
import { type PatientListQuery, readPatientPage } from './patient-list';
import { ANY_PATIENT } from './patient-list-matches';

/*
 * How the databases go about a page: by an index in the order of the list, from the cursor on, and never by
 * reading a whole table or sorting it. Times are measured in bench/list-pages.ts.
 */

const PACKAGES: PackageListQuery = {
  ...ANY_PACKAGE,
  sort: 'newest',
  after: null,
  before: null,
};
const APPOINTMENTS: AppointmentListQuery = {
  ...ANY_APPOINTMENT,
  sort: 'soonest',
  after: null,
  before: null,
};
const PATIENTS: PatientListQuery = {
  ...ANY_PATIENT,
  sort: 'name',
  after: null,
  before: null,
};

type Read = (scope: TenantScope, after: string | null) => Promise<{ next: string | null }>;

const packages =
  (change: Partial<PackageListQuery>): Read =>
  (scope, after) =>
    readPackagePage(scope, { ...PACKAGES, ...change, after });
const appointments =
  (change: Partial<AppointmentListQuery>): Read =>
  (scope, after) =>
    readAppointmentPage(scope, { ...APPOINTMENTS, ...change, after });
const patients =
  (change: Partial<PatientListQuery>): Read =>
  (scope, after) =>
    readPatientPage(scope, { ...PATIENTS, ...change, after });

const PAGES: Record<string, Read> = {
  'packages, newest': packages({}),
  'packages by start': packages({ sort: 'start' }),
  'packages by number': packages({ sort: 'number' }),
  'packages by patient': packages({ sort: 'patient' }),
  'packages of one status': packages({ statuses: ['IN_PROGRESS'] }),
  'appointments, earliest first': appointments({}),
  'appointments, latest first': appointments({ sort: 'latest' }),
  'appointments to come': appointments({ period: 'upcoming' }),
  'appointments to come, cancelled ones': appointments({ period: 'upcoming', statuses: ['CANCELLED'] }),
  'appointments of one status': appointments({ statuses: ['CANCELLED'] }),
  'appointments by number': appointments({ sort: 'number' }),
  'appointments by patient': appointments({ sort: 'patient' }),
  'patients by name': patients({}),
  'patients by file number': patients({ sort: 'file' }),
};

const BIG = '(package|appointment|session|patient|provider_assignment)';
/** Reading a big table from its first row to its last. SQLite says SEARCH where an index leads. */
const WHOLE_TABLE = { sqlite: new RegExp(`SCAN ${BIG}\\b`), postgres: new RegExp(`Seq Scan on ${BIG}\\b`) };
/** Putting all matches in order; the last part of a key within equal ones is another thing. */
const SORTED = { sqlite: /TEMP B-TREE FOR ORDER BY/, postgres: /^\s*(->\s+)?Sort\s+\(/m };

describe.each(DIALECTS)('the plan of a page (%s)', (dialect) => {
  let database: TestDatabase;
  let watched: Database;
  let scope: TenantScope;
  let asked: OperationNode[] = [];

  beforeAll(async () => {
    database = await createTestDatabase(dialect);
    const tenant = await createBenchTenant(database, {
      packages: 2000,
      patients: 500,
      sessionsPerPackage: 2,
    });
    await refreshStatistics(database);
    // On few rows PostgreSQL rightly reads them all; forbidden to, it shows whether an index would serve.
    watched = openDatabase(
      dialect === 'sqlite' ? database.url : `${database.url}?options=-c%20enable_seqscan%3Doff`,
    );
    const watch: KyselyPlugin = {
      transformQuery: ({ node }) => {
        asked.push(node);
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    const { tenantId, actor, now } = tenant.scope;
    scope = mintScope({ tenantId, actor, now }, { ...watched, handle: watched.handle.withPlugin(watch) });
  });
  afterAll(async () => {
    await watched.close();
    await database.remove();
  });

  /** The plans of the statements that find the page's keys: the ones with an order. */
  async function plansOf(read: Read, after: string | null): Promise<string[]> {
    asked = [];
    await read(scope, after);
    const handle = watched.handle.withoutPlugins();
    const executor = handle.getExecutor();
    const ordered = asked
      .map((node) =>
        executor.compileQuery(node as Parameters<typeof executor.compileQuery>[0], createQueryId()),
      )
      .filter(({ sql }) => sql.includes('order by') && sql.includes('limit'));
    const explain = dialect === 'sqlite' ? 'explain query plan' : 'explain';
    return Promise.all(
      ordered.map(async ({ sql, parameters }) => {
        const { rows } = await handle.executeQuery(CompiledQuery.raw(`${explain} ${sql}`, [...parameters]));
        return rows.map((row) => Object.values(row as object).at(-1)).join('\n');
      }),
    );
  }

  it('patients by next visit: the visits are read by their start, not patient by patient', async () => {
    const [ofVisits] = await plansOf(patients({ sort: 'next' }), null);
    expect(ofVisits).toMatch(/appointment_by_(start|status)/);
    expect(ofVisits).not.toMatch(/(SEARCH appointment|on appointment) .*appointment_by_patient/);
  });

  it.each(Object.entries(PAGES))('%s: by an index, from the cursor on', async (_, read) => {
    const first = await read(scope, null);
    for (const after of [null, first.next]) {
      const plans = await plansOf(read, after);
      expect(plans.length).toBeGreaterThan(0);
      for (const plan of plans) {
        expect(plan).not.toMatch(WHOLE_TABLE[dialect]);
        expect(plan).not.toMatch(SORTED[dialect]);
      }
    }
  });

  it('deliberate overlaps: from the few that have a reason, and only what is found so is put in order', async () => {
    const plans = await plansOf(appointments({ isOverlap: true }), null);
    expect(plans).toHaveLength(1);
    for (const plan of plans) {
      expect(plan).not.toMatch(WHOLE_TABLE[dialect]);
      expect(plan).toMatch(/appointment_by_overlap/);
      // Every other visit is looked up by its key, not by walking through all of them in order.
      expect(plan).not.toMatch(/appointment_by_start\b/);
    }
  });

  it('sees a whole table that is read, and one that is sorted', async () => {
    const handle = watched.handle.withoutPlugins();
    const explain = dialect === 'sqlite' ? 'explain query plan' : 'explain';
    const { rows } = await handle.executeQuery(
      CompiledQuery.raw(`${explain} select notes from package order by notes`),
    );
    const bad = rows.map((row) => Object.values(row as object).at(-1)).join('\n');
    expect(bad).toMatch(WHOLE_TABLE[dialect]);
    expect(bad).toMatch(SORTED[dialect]);
  });
});
