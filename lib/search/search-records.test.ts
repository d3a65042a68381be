import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TenantScope } from '@/db/scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { addPackage } from '@/db/testing-packages';
import { asRole, at, createWorld, type World } from '@/db/testing-world';
import { transaction } from '@/db/transaction';
import { createRecord } from '@/db/writes/records';
import { newId } from '@/lib/ids/new-id';
import { ok } from '@/lib/result/result';
import { RECORD_KINDS } from '@/lib/rules/record-ref';
import { foldedNames } from '@/lib/rules/search-text';

import { searchRecords } from './search-records';

describe.each(DIALECTS)('a search over everything (%s)', (dialect) => {
  let database: TestDatabase;
  let north: World;
  let scheduler: TenantScope;
  let omar: TenantScope;

  beforeAll(async () => {
    database = await createTestDatabase(dialect);
    north = await createWorld(database, 'north');
    scheduler = asRole(database, north, 'scheduler');
    omar = asRole(database, north, 'provider', north.omar);
    const zoe = await addPatient(north, {
      given_name: 'Zoë',
      family_name: 'Ångström',
      phone: '+44 (20) 7946-0018',
      file_number: 'P-00109',
    });
    await addPatient(north, { given_name: 'أحمد', family_name: 'الحربي', phone: null });
    await addPackage(database, north, {
      number: 'PKG-20261123-0004',
      sessions: [{ status: 'SCHEDULED', at: at('2027-01-11', '09:00') }, { status: 'PENDING' }],
    });
    await addPackage(database, north, {
      number: 'PKG-20261124-0001',
      patient: zoe,
      sessions: [
        { status: 'SCHEDULED', at: at('2027-01-11', '10:00'), provider: north.omar },
        { status: 'PENDING' },
      ],
      assigned: [{ number: 1, provider: north.omar }],
    });
    await addVisit(north, { number: 'APT-20261123-0012', start: at('2027-01-12', '09:00') });
    const south = await createWorld(database, 'south');
    await addPackage(database, south, { number: 'PKG-20261123-0009' });
    await addPatient(south, { given_name: 'Zoe', family_name: 'South', phone: '020 7946 0018' });
  });
  afterAll(() => database.remove());

  const search = (query: string, scope = scheduler) =>
    searchRecords(scope, { query, recent: [], kinds: RECORD_KINDS });
  const names = async (query: string, scope = scheduler) =>
    (await search(query, scope)).patients.map(({ name }) => name);
  const packages = async (query: string, scope = scheduler) =>
    (await search(query, scope)).packages.map(({ number }) => number);

  it('finds a patient by the beginnings of words, however they are written', async () => {
    expect(await names('zoe')).toEqual(['Zoë Ångström']);
    expect(await names('angs ZO')).toEqual(['Zoë Ångström']);
    expect(await names('احمد')).toEqual(['أحمد الحربي']);
    expect(await names('oe')).toEqual([]);
  });

  it('finds nobody by a single letter', async () => {
    expect(await names('z')).toEqual([]);
  });

  it.each(['+44 20 7946 0018', '(20) 7946', '020 7946 00', '٠٢٠٧٩٤٦'])(
    'finds a patient by the phone number as %s',
    async (typed) => {
      expect(await names(typed)).toEqual(['Zoë Ångström']);
    },
  );

  it.each(['PKG-20261123-0004', 'pkg 20261123 4', '20261123-0004', 'pkg-20261123-00'])(
    'finds a package by %s',
    async (typed) => {
      expect(await packages(typed)).toEqual(['PKG-20261123-0004']);
    },
  );

  it('finds all packages whose numbers begin alike, the latest first', async () => {
    expect(await packages('2026')).toEqual(['PKG-20261124-0001', 'PKG-20261123-0004']);
    expect(await packages('pk')).toEqual(['PKG-20261124-0001', 'PKG-20261123-0004']);
    expect(await packages('pkg-2027')).toEqual([]);
  });

  it('finds an appointment by its number, with when and with whom', async () => {
    const { appointments, packages: none } = await search('apt-20261123-0012');
    expect(none).toEqual([]);
    expect(appointments).toMatchObject([
      { number: 'APT-20261123-0012', patientName: 'Sami Berg north', providerName: 'north Nora' },
    ]);
  });

  it('finds what a patient has by the name: packages, and visits to come, the soonest first', async () => {
    const found = await search('angstrom');
    expect(found.packages).toMatchObject([{ number: 'PKG-20261124-0001', patientName: 'Zoë Ångström' }]);
    expect(found.appointments).toMatchObject([{ start: at('2027-01-11', '10:00') }]);
    const sami = await search('sami');
    expect(sami.appointments.map(({ start }) => start)).toEqual([at('2027-01-12', '09:00')]);
    expect((await search('lina', omar)).packages).toEqual([]);
  });

  it.each(['P-00109', 'p 109', '00109', '109'])(
    'finds what a patient has by the file number as %s',
    async (typed) => {
      expect(await names(typed)).toEqual(['Zoë Ångström']);
      expect(await packages(typed)).toEqual(['PKG-20261124-0001']);
    },
  );

  it('shows a provider their own only', async () => {
    expect(await packages('2026', omar)).toEqual(['PKG-20261124-0001']);
    expect(await names('zoe', omar)).toEqual(['Zoë Ångström']);
    expect(await names('lina', omar)).toEqual([]);
    expect((await search('apt', omar)).appointments).toEqual([]);
  });

  it('answers those kinds only that are asked for', async () => {
    const found = await searchRecords(scheduler, { query: '2026', recent: [], kinds: ['patient'] });
    expect(found.packages).toEqual([]);
  });

  it('shows what was opened last while nothing is typed, without what is gone or another’s', async () => {
    const recent = [
      { kind: 'patient', id: north.lina },
      { kind: 'package', id: newId() },
    ] as const;
    const found = await searchRecords(scheduler, { query: ' ', recent: [...recent], kinds: RECORD_KINDS });
    expect(found).toMatchObject({
      patients: [{ name: 'Lina Haddad north' }],
      packages: [],
      appointments: [],
    });
  });

  it('takes signs for what they are', async () => {
    for (const typed of ['%%', '__', "'; drop", '\\', '\0\0', '-', '999999999999']) {
      expect(await search(typed)).toEqual({ patients: [], packages: [], appointments: [] });
    }
  });

  async function addPatient(
    world: World,
    person: { given_name: string; family_name: string; phone: string | null; file_number?: string },
  ): Promise<string> {
    const record = { file_number: `F-${person.given_name}`, ...person };
    const made = await transaction(world.scope, async (write) =>
      ok(
        await createRecord(write, 'patient', {
          ...record,
          birth_date: null,
          email: null,
          locale: null,
          external_id: null,
          ...foldedNames(record),
        }),
      ),
    );
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    return made.value;
  }

  async function addVisit(world: World, { number, start }: { number: string; start: number }) {
    const end = start + 45 * 60_000;
    await transaction(world.scope, async (write) =>
      ok(
        await createRecord(write, 'appointment', {
          number,
          clinic_id: world.clinicId,
          patient_id: world.sami,
          provider_id: world.nora,
          room_id: null,
          service_type_id: world.serviceTypeId,
          start_at: start,
          end_at: end,
          blocked_from: start,
          blocked_to: end,
          status: 'SCHEDULED',
          overlap_reason: null,
          notes: '',
          request_key: null,
          external_id: null,
          created_by: null,
        }),
      ),
    );
  }
});
