import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '@/lib/result/result';
import { foldedNames } from '@/lib/rules/search-text';
import { createTestDatabase, DIALECTS, type TestDatabase } from '../testing';
import { addPackage } from '../testing-packages';
import { asRole, at, createWorld, type World } from '../testing-world';
import { transaction } from '../transaction';
import { createRecord } from '../writes/records';
import { findPatient } from './patient';
import { PATIENT_SORTS, type PatientListQuery, readPatientList } from './patient-list';
import { ANY_PATIENT } from './patient-list-matches';

const ALL: PatientListQuery = {
  ...ANY_PATIENT,
  sort: 'name',
  after: null,
  before: null,
};

describe.each(DIALECTS)('the patient list (%s)', (dialect) => {
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

  const list = (query: Partial<PatientListQuery> = {}, scope = world.scope) =>
    readPatientList(scope, { ...ALL, ...query });
  const ids = async (query: Partial<PatientListQuery> = {}, scope = world.scope) =>
    (await list(query, scope)).rows.map(({ id }) => id);

  async function addPatient(given_name: string, family_name: string, file_number: string) {
    const made = await transaction(world.scope, async (write) =>
      ok(
        await createRecord(write, 'patient', {
          given_name,
          family_name,
          file_number,
          birth_date: null,
          email: null,
          phone: null,
          locale: null,
          external_id: null,
          ...foldedNames({ given_name, family_name, file_number }),
        }),
      ),
    );
    if (!made.ok) throw new Error(file_number);
    return made.value;
  }

  const visit = (number: string, patient: string, when: number, provider = world.nora) =>
    addPackage(database, world, {
      number,
      patient,
      status: 'SCHEDULED',
      assigned: [],
      sessions: [{ status: 'SCHEDULED', at: when, provider }],
    });

  it('finds by the beginning of a name or file number, whatever accents and spelling', async () => {
    const victor = await addPatient('Víctor', 'Núñez', `X-${worlds}-777`);
    const ahmad = await addPatient('أحمد', 'منصور', `Y-${worlds}-5`);
    expect(await ids({ search: 'nunez vic' })).toEqual([victor]);
    expect(await ids({ search: `x-${worlds}-777` })).toEqual([victor]);
    expect(await ids({ search: 'احمد' })).toEqual([ahmad]);
    expect(await ids({ search: 'ictor' })).toEqual([]);
    expect(await ids({ search: '%' })).toEqual([]);
  });

  it('keeps who has an open package, who has no visit to come, and who belongs to a clinic', async () => {
    const ada = await addPatient('Ada', 'Adams', `A-${worlds}`);
    await addPackage(database, world, { number: 'PKG-1', patient: world.lina, status: 'COMPLETED' });
    await addPackage(database, world, { number: 'PKG-2', patient: ada, status: 'DRAFT' });
    await visit('PKG-3', world.sami, at('2027-01-11', '09:00'));
    expect(await ids({ hasOpenPackage: true })).toEqual([ada, world.sami]);
    expect(await ids({ hasNoVisit: true })).toEqual([ada, world.lina]);
    expect(await ids({ hasNoVisit: true, hasOpenPackage: true })).toEqual([ada]);
    expect(await ids({ clinicId: world.clinicId })).toEqual([ada, world.sami, world.lina]);
    const other = await createWorld(database, `other${worlds}`);
    expect(await ids({ clinicId: other.clinicId })).toEqual([]);
  });

  it('takes neither a cancelled nor a past visit for one to come', async () => {
    await addPackage(database, world, {
      number: 'PKG-1',
      sessions: [
        { status: 'CANCELLED', at: at('2027-01-11', '09:00') },
        { status: 'COMPLETED', at: at('2026-12-01', '09:00') },
      ],
    });
    expect(await ids({ hasNoVisit: true })).toContain(world.lina);
    expect((await list({ search: 'lina' })).rows[0]?.nextVisit).toBeNull();
  });

  it('tells the next visit and how many packages are open', async () => {
    await visit('PKG-1', world.lina, at('2027-01-12', '09:00'));
    await visit('PKG-2', world.lina, at('2027-01-11', '10:00'), world.omar);
    expect((await list({ search: 'lina' })).rows[0]).toMatchObject({
      openPackages: 2,
      nextVisit: {
        start: at('2027-01-11', '10:00'),
        timeZone: 'Europe/London',
        providerName: `north${worlds} Omar`,
      },
    });
  });

  it('waits for a visit until it ends, in every order', async () => {
    const now = world.scope.now();
    const minute = 60_000;
    await visit('PKG-1', world.lina, now - minute);
    await visit('PKG-2', world.lina, at('2027-01-12', '09:00'));
    expect((await list({ search: 'lina' })).rows[0]?.nextVisit).toMatchObject({ start: now - minute });
    expect(await ids({ hasNoVisit: true })).toEqual([world.sami]);
    expect(await ids({ sort: 'next' })).toEqual([world.lina, world.sami]);
    const ended = await addPatient('Ada', 'Adams', `A-${worlds}`);
    await visit('PKG-3', ended, now - 24 * 60 * minute);
    expect(await ids({ hasNoVisit: true })).toEqual([ended, world.sami]);
  });

  it('puts who comes next first, then who has no visit, by name', async () => {
    const zoe = await addPatient('Zoe', 'Young', `Z-${worlds}`);
    await visit('PKG-1', zoe, at('2027-01-11', '09:00'));
    await visit('PKG-2', world.lina, at('2027-01-12', '09:00'));
    await visit('PKG-3', zoe, at('2027-01-13', '09:00'));
    const ada = await addPatient('Ada', 'Adams', `A-${worlds}`);
    expect(await ids({ sort: 'next' })).toEqual([zoe, world.lina, ada, world.sami]);
    expect(await ids({ sort: 'name' })).toEqual([ada, world.sami, world.lina, zoe]);
    expect(await ids({ sort: 'next', hasNoVisit: true })).toEqual([ada, world.sami]);
  });

  it('sorts by family name as people look for it, whatever accents and case', async () => {
    const zhao = await addPatient('Li', 'Zhao', `S-${worlds}-1`);
    const ostergaard = await addPatient('Ida', 'Østergaard', `S-${worlds}-2`);
    const conceicao = await addPatient('Rui', 'da Conceição', `S-${worlds}-3`);
    const evora = await addPatient('Ana', 'Évora', `S-${worlds}-4`);
    const eva = await addPatient('Eva', 'évora', `S-${worlds}-5`);
    expect(await ids({ search: `s-${worlds}` })).toEqual([conceicao, evora, eva, ostergaard, zhao]);
    expect(await ids({ sort: 'next' })).toEqual([
      world.sami,
      conceicao,
      evora,
      eva,
      world.lina,
      ostergaard,
      zhao,
    ]);
  });

  it.each(PATIENT_SORTS)('pages through all by %s, there and back, with equal keys', async (sort) => {
    for (let ordinal = 0; ordinal < 58; ordinal++) {
      const patient = await addPatient(
        'Twin',
        ordinal % 3 === 0 ? 'Adams' : 'Young',
        `T-${worlds}-${ordinal}`,
      );
      // Fewer with a visit than two pages, more than one: pages lie on both sides of the seam, and on it.
      if (ordinal < 30)
        await visit(`PKG-${ordinal}`, patient, at('2027-01-11', '09:00') + ordinal * 2_700_000);
    }
    const pages: string[][] = [];
    let page = await list({ sort });
    for (;;) {
      pages.push(page.rows.map(({ id }) => id));
      if (page.next === null) break;
      page = await list({ sort, after: page.next });
    }
    expect(pages.map((rows) => rows.length)).toEqual([25, 25, 10]);
    expect(new Set(pages.flat()).size).toBe(60);
    const back: string[][] = [page.rows.map(({ id }) => id)];
    while (page.previous !== null) {
      page = await list({ sort, before: page.previous });
      back.unshift(page.rows.map(({ id }) => id));
    }
    expect(back).toEqual(pages);
  });

  it('shows a provider whom they treat or will, and only their own visits', async () => {
    await visit('PKG-1', world.lina, at('2027-01-11', '09:00'));
    await visit('PKG-2', world.lina, at('2027-01-12', '09:00'), world.omar);
    const ada = await addPatient('Ada', 'Adams', `A-${worlds}`);
    await addPackage(database, world, {
      number: 'PKG-3',
      patient: ada,
      assigned: [{ number: 1, provider: world.omar }],
    });
    const omar = asRole(database, world, 'provider', world.omar);
    expect(await ids({ sort: 'next' }, omar)).toEqual([world.lina, ada]);
    const lina = (await list({ sort: 'next' }, omar)).rows[0];
    expect(lina).toMatchObject({ openPackages: 1, nextVisit: { start: at('2027-01-12', '09:00') } });
    expect(await ids({}, asRole(database, world, 'provider', null))).toEqual([]);
    expect(await ids({}, asRole(database, world, 'viewer'))).toHaveLength(3);
    expect(await findPatient(omar, world.sami)).toBeNull();
    expect((await findPatient(omar, ada))?.name).toBe('Ada Adams');
  });

  it('knows nothing of the other tenant', async () => {
    const other = await createWorld(database, `south${worlds}`);
    expect(await ids({ search: 'south' })).toEqual([]);
    expect(await ids()).toHaveLength(2);
    expect(await findPatient(world.scope, other.lina)).toBeNull();
    expect(await findPatient(world.scope, 'nobody')).toBeNull();
    expect(await findPatient(world.scope, "x'; --")).toBeNull();
  });
});
