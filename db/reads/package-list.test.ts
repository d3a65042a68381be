import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '@/lib/result/result';
import { foldedNames } from '@/lib/rules/search-text';
import type { RecordName } from '../schema';
import { createTestDatabase, DIALECTS, type TestDatabase } from '../testing';
import { addPackage, packageRecord } from '../testing-packages';
import { asRole, at, createWorld, NOW, type World } from '../testing-world';
import { transaction } from '../transaction';
import { createRecord, createRecords, type NewRecord } from '../writes/records';
import { cursorOf } from './keyset';
import { PACKAGE_ORDERS, PACKAGE_SORTS, type PackageListQuery, readPackageList } from './package-list';
import { ANY_PACKAGE } from './package-list-matches';

const ALL: PackageListQuery = {
  ...ANY_PACKAGE,
  sort: 'newest',
  after: null,
  before: null,
};

describe.each(DIALECTS)('the package list (%s)', (dialect) => {
  let database: TestDatabase;
  let world: World;
  let worlds = 0;

  beforeAll(async () => {
    database = await createTestDatabase(dialect);
  });
  beforeEach(async () => {
    world = await createWorld(database, `north${++worlds}`);
  });
  afterAll(() => database.remove());

  const list = (query: Partial<PackageListQuery> = {}, scope = world.scope) =>
    readPackageList(scope, { ...ALL, ...query });
  const numbers = async (query: Partial<PackageListQuery> = {}, scope = world.scope) =>
    (await list(query, scope)).rows.map((row) => row.number);
  const add = (number: string, seed: Omit<Parameters<typeof addPackage>[2], 'number'> = {}) =>
    addPackage(database, world, { number, ...seed });
  const search = (text: string) => numbers({ search: text });

  const addPatient = (given_name: string, family_name: string, file_number: string) =>
    make('patient', {
      given_name,
      family_name,
      file_number,
      birth_date: null,
      email: null,
      phone: null,
      locale: null,
      external_id: null,
      ...foldedNames({ given_name, family_name, file_number }),
    });

  async function make<T extends RecordName>(table: T, record: NewRecord<T>) {
    const made = await transaction(world.scope, async (write) =>
      ok(await createRecord(write, table, record)),
    );
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    return made.value;
  }

  describe('searching', () => {
    let victor: string;
    beforeEach(async () => {
      victor = await addPatient('Víctor', 'Núñez', `X-${worlds}-777`);
      await add('PKG-20270103-0001', { patient: victor });
      await add('PKG-20270103-0002', {
        assigned: [{ number: 1, provider: world.omar }],
        patient: world.sami,
      });
      await add('PKG-20270104-0003', { patient: await addPatient('أحمد', 'منصور', `Y-${worlds}-5`) });
    });

    it('finds a package by its number, its date, or the digits behind that', async () => {
      expect(await search('pkg-20270103-0002')).toEqual(['PKG-20270103-0002']);
      for (const part of ['0003', '3', 'pkg 20270104 3', '20270104-0003'])
        expect(await search(part)).toEqual(['PKG-20270104-0003']);
      expect(await search('202701')).toHaveLength(3);
      expect(await search('20270103')).toEqual(['PKG-20270103-0002', 'PKG-20270103-0001']);
    });

    it('finds the patient by the beginning of a name, whatever its case and accents', async () => {
      expect(await search('VICTOR')).toEqual(['PKG-20270103-0001']);
      expect(await search('núñ')).toEqual(['PKG-20270103-0001']);
      expect(await search('nun vic')).toEqual(['PKG-20270103-0001']);
      expect(await search('ictor')).toEqual([]);
    });

    it('finds an Arabic name in any of its spellings', async () => {
      expect(await search('احمد')).toEqual(['PKG-20270104-0003']);
      expect(await search('أحمد منصور')).toEqual(['PKG-20270104-0003']);
    });

    it('finds the patient by file number', async () => {
      expect(await search(`x-${worlds}-777`)).toEqual(['PKG-20270103-0001']);
    });

    it('finds a package by its assigned provider, and by one who only has an appointment', async () => {
      await add('PKG-20270105-0004', {
        sessions: [{ status: 'SCHEDULED', at: at('2027-01-11', '09:00'), provider: world.omar }],
        assigned: [],
      });
      expect(await search('óMA')).toEqual(['PKG-20270105-0004', 'PKG-20270103-0002']);
    });

    it('finds the packages of many providers of one name, and only theirs', async () => {
      const person = { colour: '#0f766e', is_active: 1, external_id: null } as const;
      const many: string[] = [];
      for (let ordinal = 1; ordinal <= 6; ordinal++)
        many.push(await make('provider', { ...person, name: `Maria ${ordinal}` }));
      await add('PKG-20270106-0005', { assigned: [{ number: 1, provider: many[5] ?? '' }] });
      await add('PKG-20270106-0006', {
        sessions: [{ status: 'SCHEDULED', at: at('2027-01-12', '09:00'), provider: many[0] }],
        assigned: [],
      });
      expect(await search('maria')).toEqual(['PKG-20270106-0006', 'PKG-20270106-0005']);
    });

    it('wants every word, each wherever it is', async () => {
      expect(await search('0001 victor')).toEqual(['PKG-20270103-0001']);
      expect(await search('0002 victor')).toEqual([]);
    });

    it.each(['%', '_', '\\', 'VICT_R', 'V%R', "'; drop table package; --"])(
      'takes %s as it stands',
      async (text) => {
        expect(await search(text)).toEqual([]);
      },
    );

    it('finds a percent sign, an underscore and a backslash that are there', async () => {
      await add('A%B_C\\D');
      for (const text of ['%', '_', '\\']) expect(await search(text)).toEqual(['A%B_C\\D']);
    });
  });

  describe('filtering', () => {
    it('keeps one clinic', async () => {
      const south = await make('clinic', {
        name: 'South',
        time_zone: 'Asia/Riyadh',
        grid_minutes: 15,
        week_start: 0,
        is_active: 1,
      });
      await add('PKG-1');
      await add('PKG-2', { clinic: south });
      expect(await numbers({ clinicId: south })).toEqual(['PKG-2']);
      expect((await list({ clinicId: south })).rows[0]?.clinic).toEqual({
        name: 'South',
        timeZone: 'Asia/Riyadh',
      });
    });

    it('keeps one service', async () => {
      const physio = await make('service_type', {
        name: 'Physiotherapy',
        colour: '#123456',
        duration_minutes: 30,
        session_count: 6,
        buffer_before_minutes: 0,
        buffer_after_minutes: 0,
        needs_room: 0,
        is_active: 1,
      });
      await add('PKG-1');
      await add('PKG-2', { service: physio });
      expect(await numbers({ serviceTypeId: physio })).toEqual(['PKG-2']);
    });

    it('keeps several statuses at once', async () => {
      await add('PKG-1', { status: 'DRAFT' });
      await add('PKG-2', { status: 'SCHEDULED' });
      await add('PKG-3', { status: 'COMPLETED' });
      expect(await numbers({ statuses: ['COMPLETED', 'DRAFT'], sort: 'number' })).toEqual(['PKG-3', 'PKG-1']);
      expect(await numbers({ statuses: ['CANCELLED'] })).toEqual([]);
    });

    it('keeps start dates from the first to the last, both included', async () => {
      await add('PKG-1', { startDate: '2027-01-09' });
      await add('PKG-2', { startDate: '2027-01-10' });
      await add('PKG-3', { startDate: '2027-01-20' });
      await add('PKG-4', { startDate: '2027-01-21' });
      const range = { startFrom: '2027-01-10', startTo: '2027-01-20' };
      expect(await numbers({ ...range, sort: 'number' })).toEqual(['PKG-3', 'PKG-2']);
    });

    it('keeps what needs attention: failed sessions, and pending ones that should have been scheduled', async () => {
      await add('PKG-1', { sessions: [{ status: 'FAILED' }, { status: 'SCHEDULED' }] });
      await add('PKG-2', { sessions: [{ status: 'PENDING' }] });
      await add('PKG-3', { sessions: [{ status: 'PENDING' }], more: { auto_schedule: 0 } });
      await add('PKG-4', { sessions: [{ status: 'FAILED' }], more: { auto_schedule: 0 } });
      await add('PKG-5', { sessions: [{ status: 'FAILED' }, { status: 'PENDING' }], status: 'CANCELLED' });
      await add('PKG-6', { sessions: [{ status: 'COMPLETED' }] });
      expect(await numbers({ needsAttention: true, sort: 'number' })).toEqual(['PKG-4', 'PKG-2', 'PKG-1']);
    });

    it('keeps the packages of one patient, and of one provider', async () => {
      await add('PKG-1', { assigned: [{ number: 1, provider: world.omar }] });
      await add('PKG-2', { patient: world.sami });
      await add('PKG-3', {
        sessions: [{ status: 'SCHEDULED', at: at('2027-01-11', '09:00'), provider: world.omar }],
        assigned: [],
      });
      expect(await numbers({ patientId: world.sami })).toEqual(['PKG-2']);
      expect(await numbers({ providerId: world.omar, sort: 'number' })).toEqual(['PKG-3', 'PKG-1']);
    });

    it('keeps what ends within two weeks and has no successor', async () => {
      const last = (date: string) => ({
        status: 'SCHEDULED' as const,
        sessions: [
          { status: 'COMPLETED' as const, at: at(date, '09:00') - 40 * 86_400_000 },
          { status: 'SCHEDULED' as const, at: at(date, '09:00') },
        ],
      });
      // It is Sunday 3 January 2027, 08:00: two weeks end on Sunday 17 January, 08:00.
      await add('PKG-1', { ...last('2027-01-16'), patient: await addPatient('A', 'A', `E-${worlds}-1`) });
      await add('PKG-2', { ...last('2027-01-17'), patient: await addPatient('B', 'B', `E-${worlds}-2`) });
      const followed = await addPatient('C', 'C', `E-${worlds}-3`);
      await add('PKG-3', { ...last('2027-01-14'), patient: followed, startDate: '2026-11-01' });
      await add('PKG-4', { patient: followed, startDate: '2027-01-20' });
      const ended = await addPatient('D', 'D', `E-${worlds}-4`);
      await add('PKG-5', { ...last('2027-01-13'), patient: ended, startDate: '2026-11-01' });
      await add('PKG-6', { patient: ended, startDate: '2027-01-20', status: 'CANCELLED' });
      const owing = await addPatient('E', 'E', `E-${worlds}-5`);
      await add('PKG-7', {
        patient: owing,
        status: 'SCHEDULED',
        sessions: [{ status: 'SCHEDULED', at: at('2027-01-12', '09:00') }, { status: 'FAILED' }],
      });
      // Its last visit is going on.
      await add('PKG-8', {
        patient: await addPatient('F', 'F', `E-${worlds}-6`),
        status: 'SCHEDULED',
        sessions: [{ status: 'SCHEDULED', at: at('2027-01-03', '07:30') }],
      });
      expect(await numbers({ endsSoon: true, sort: 'number' })).toEqual(['PKG-8', 'PKG-5', 'PKG-1']);
    });

    it('joins filters with each other and with the search', async () => {
      await add('PKG-1', { status: 'SCHEDULED', startDate: '2027-02-01' });
      await add('PKG-2', { status: 'SCHEDULED', startDate: '2027-03-01' });
      await add('PKG-3', { status: 'SCHEDULED', startDate: '2027-02-01', patient: world.sami });
      expect(await numbers({ search: 'lina', statuses: ['SCHEDULED'], startTo: '2027-02-28' })).toEqual([
        'PKG-1',
      ]);
    });
  });

  describe('ordering and paging', () => {
    /** 60 packages of 3 patients, with ties in every key but the id. */
    async function addMany() {
      const patients = [
        await addPatient('Bea', 'Adams', `F-${worlds}-1`),
        await addPatient('Ada', 'Adams', `F-${worlds}-2`),
        await addPatient('Zoe', 'Young', `F-${worlds}-3`),
      ];
      for (let ordinal = 1; ordinal <= 60; ordinal++) {
        await add(`PKG-${String(ordinal).padStart(4, '0')}`, {
          patient: patients[ordinal % 3],
          createdAt: NOW + (ordinal % 4) * 1000,
          startDate: `2027-01-0${1 + (ordinal % 5)}`,
        });
      }
    }

    it.each(PACKAGE_SORTS)(
      'pages through all by %s, there and back, without a gap or a repeat',
      async (sort) => {
        await addMany();
        const pages: string[][] = [];
        let page = await list({ sort });
        expect(page.previous).toBeNull();
        for (;;) {
          pages.push(page.rows.map((row) => row.number));
          if (page.next === null) break;
          page = await list({ sort, after: page.next });
        }
        expect(pages.map((rows) => rows.length)).toEqual([25, 25, 10]);
        expect(new Set(pages.flat()).size).toBe(60);

        const back: string[][] = [page.rows.map((row) => row.number)];
        while (page.previous !== null) {
          page = await list({ sort, before: page.previous });
          back.unshift(page.rows.map((row) => row.number));
        }
        expect(back).toEqual(pages);
        expect(page.next).not.toBeNull();
      },
    );

    it('puts the newest first, the latest start first, patients by family name, the highest number first', async () => {
      await addMany();
      const newest = await list({ sort: 'newest' });
      expect(newest.rows.slice(0, 15).every((row) => Number(row.number.slice(-2)) % 4 === 3)).toBe(true);
      const start = await list({ sort: 'start' });
      expect(start.rows[0]?.startDate).toBe('2027-01-05');
      const patient = await list({ sort: 'patient' });
      expect(patient.rows[0]?.patient.name).toBe('Ada Adams');
      expect(patient.rows[24]?.patient.name).toBe('Bea Adams');
      const number = await list({ sort: 'number' });
      expect(number.rows[0]?.number).toBe('PKG-0060');
    });

    it('keeps its place when a newer package comes in between', async () => {
      await addMany();
      const first = await list();
      const second = await list({ after: first.next });
      await add('PKG-NEW', { createdAt: NOW + 60_000 });
      expect(await list({ after: first.next })).toMatchObject({ rows: second.rows });
      const back = await list({ before: second.previous });
      expect(back.rows).toEqual(first.rows);
      expect(back.previous).not.toBeNull();
    });

    it('has no other page when the rows fill one exactly', async () => {
      for (let ordinal = 10; ordinal < 35; ordinal++) await add(`PKG-${ordinal}`);
      expect(await list()).toMatchObject({ previous: null, next: null, count: 25 });
      await add('PKG-35');
      expect(await list()).toMatchObject({ next: expect.any(String), count: 26 });
    });

    it.each([
      'rubbish',
      '',
      '💥',
      cursorOf(PACKAGE_ORDERS.number, ['PKG-1', 'x']),
      Buffer.from('["newest"]').toString('base64url'),
      Buffer.from('["newest","text","x"]').toString('base64url'),
      Buffer.from('["newest",1,"a\\u0000b"]').toString('base64url'),
      Buffer.from('["newest",1e300,"x"]').toString('base64url'),
      Buffer.from('{"newest":1}').toString('base64url'),
    ])('ignores the cursor %j', async (cursor) => {
      await add('PKG-1');
      expect(await numbers({ after: cursor })).toEqual(['PKG-1']);
      expect(await numbers({ before: cursor })).toEqual(['PKG-1']);
    });

    it('begins anew when nothing is left behind a cursor', async () => {
      await add('PKG-1');
      const beyondAll = cursorOf(PACKAGE_ORDERS.newest, [0, '']);
      expect(await list({ after: beyondAll })).toMatchObject({ previous: null, next: null, count: 1 });
      expect(await numbers({ after: beyondAll })).toEqual(['PKG-1']);
      expect(await numbers({ before: beyondAll })).toEqual(['PKG-1']);
    });

    it('answers an empty list', async () => {
      expect(await list()).toEqual({ rows: [], previous: null, next: null, count: 0 });
    });
  });

  it('counts exactly up to 1,000 and says when there are more', async () => {
    const addUpTo = (from: number, to: number) =>
      transaction(world.scope, async (write) => {
        const ordinals = Array.from({ length: to - from + 1 }, (_, index) => from + index);
        const records = ordinals.map((ordinal) => packageRecord(world, { number: `PKG-${ordinal}` }));
        return ok(await createRecords(write, 'package', records));
      });
    await addUpTo(1, 1000);
    expect((await list()).count).toBe(1000);
    await addUpTo(1001, 1010);
    expect((await list()).count).toBe(1001);
  });

  it('counts the sessions by status and finds the next visit', async () => {
    await add('PKG-1', {
      sessions: [
        { status: 'COMPLETED', at: at('2026-12-01', '09:00') },
        { status: 'SCHEDULED', at: at('2027-01-02', '09:00') },
        { status: 'SCHEDULED', at: at('2027-01-12', '09:00') },
        { status: 'SCHEDULED', at: at('2027-01-05', '09:00') },
        { status: 'CANCELLED', at: at('2027-01-04', '09:00') },
        { status: 'FAILED' },
        { status: 'PENDING' },
        { status: 'NO_SHOW', at: at('2027-01-04', '10:00') },
      ],
    });
    await add('PKG-2', { patient: world.sami });
    const { rows } = await list({ sort: 'number' });
    expect(rows.map(({ counts, nextSessionAt }) => ({ counts, nextSessionAt }))).toEqual([
      {
        counts: { COMPLETED: 0, SCHEDULED: 0, CANCELLED: 0, FAILED: 0, PENDING: 2, NO_SHOW: 0 },
        nextSessionAt: null,
      },
      {
        counts: { COMPLETED: 1, SCHEDULED: 3, CANCELLED: 1, FAILED: 1, PENDING: 1, NO_SHOW: 1 },
        nextSessionAt: at('2027-01-05', '09:00'),
      },
    ]);
  });

  it('counts a visit as the next one until it ends', async () => {
    const now = world.scope.now();
    await add('PKG-1', {
      sessions: [
        { status: 'SCHEDULED', at: now - 24 * 3_600_000 },
        { status: 'SCHEDULED', at: now - 60_000 },
        { status: 'SCHEDULED', at: at('2027-01-12', '09:00') },
      ],
    });
    expect((await list()).rows[0]?.nextSessionAt).toBe(now - 60_000);
  });

  it('shows a provider only packages in which they are assigned or have an appointment', async () => {
    await add('PKG-1', { assigned: [{ number: 2, provider: world.omar }] });
    await add('PKG-2', {
      assigned: [],
      sessions: [{ status: 'SCHEDULED', at: at('2027-01-11', '09:00'), provider: world.omar }],
    });
    await add('PKG-3');
    const omar = asRole(database, world, 'provider', world.omar);
    expect(await numbers({ sort: 'number' }, omar)).toEqual(['PKG-2', 'PKG-1']);
    expect((await list({}, omar)).count).toBe(2);
    const nobody = asRole(database, world, 'provider', null);
    expect(await numbers({}, nobody)).toEqual([]);
    expect(await numbers({ sort: 'number' }, asRole(database, world, 'viewer'))).toHaveLength(3);
  });

  it('knows nothing of the other tenant, whatever is asked', async () => {
    const other = await createWorld(database, `south${worlds}`);
    await addPackage(database, other, { number: 'PKG-SECRET', sessions: [{ status: 'FAILED' }] });
    const id = await add('PKG-1');
    expect(await numbers()).toEqual(['PKG-1']);
    expect(await numbers({ clinicId: other.clinicId })).toEqual([]);
    expect(await numbers({ serviceTypeId: other.serviceTypeId })).toEqual([]);
    expect(await numbers({ needsAttention: true })).toEqual(['PKG-1']);
    expect(await search('secret')).toEqual([]);
    expect(await search(`south${worlds}`)).toEqual([]);
    expect(await numbers({ after: cursorOf(PACKAGE_ORDERS.newest, [NOW + 1, id]) })).toEqual(['PKG-1']);
  });
});
