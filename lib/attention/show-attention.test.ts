import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { addPackage, type PackageSeed } from '@/db/testing-packages';
import { asRole, at, createWorld, type World } from '@/db/testing-world';
import { attentionQuery } from './input';
import { showAttention } from './show-attention';
import { summariseAttention } from './summarise-attention';

describe.each(DIALECTS)('what needs attention (%s)', (dialect) => {
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

  const add = (seed: PackageSeed) => addPackage(database, world, seed);
  const scheduler = () => asRole(database, world, 'scheduler');
  const ask = (query: { kind?: string; at?: string; place?: string } = {}, scope = scheduler()) =>
    showAttention(scope, attentionQuery.parse(query));
  const numbers = (shown: Awaited<ReturnType<typeof ask>>) => shown.items.map(({ number }) => number);

  it('is nothing in a clinic where everything has its place', async () => {
    await add({
      number: 'PKG-1',
      status: 'SCHEDULED',
      sessions: [{ status: 'SCHEDULED', at: at('2027-03-01', '09:00') }],
    });
    expect(await ask()).toEqual({
      counts: { unplaced: 0, ending: 0, unsettled: 0 },
      items: [],
      index: null,
      isSolved: false,
      unsettled: [],
    });
  });

  it('begins with the package that began first, and counts its sessions without a place', async () => {
    await add({
      number: 'PKG-2',
      startDate: '2027-02-01',
      sessions: [{ status: 'FAILED' }, { status: 'PENDING' }],
    });
    await add({ number: 'PKG-1', startDate: '2027-01-10', sessions: [{ status: 'FAILED' }] });
    const shown = await ask();
    expect(numbers(shown)).toEqual(['PKG-1', 'PKG-2']);
    expect(shown.items.map(({ unplaced }) => unplaced)).toEqual([1, 2]);
    expect(shown).toMatchObject({ index: 0, isSolved: false, counts: { unplaced: 2 } });
  });

  it('stands at the package asked for, and at the next one when that is solved', async () => {
    const first = await add({ number: 'PKG-1', startDate: '2027-01-10', sessions: [{ status: 'FAILED' }] });
    const second = await add({ number: 'PKG-2', startDate: '2027-01-11', sessions: [{ status: 'FAILED' }] });
    await add({ number: 'PKG-3', startDate: '2027-01-12', sessions: [{ status: 'FAILED' }] });
    expect(await ask({ at: second, place: '2' })).toMatchObject({ index: 1, isSolved: false });
    const solved = '01890000-0000-7000-8000-000000000000';
    expect(await ask({ at: solved, place: '2' })).toMatchObject({ index: 1, isSolved: true });
    expect(await ask({ at: solved, place: '9' })).toMatchObject({ index: 2, isSolved: true });
    expect(await ask({ at: first, place: '9' })).toMatchObject({ index: 0, isSolved: false });
  });

  it('knows the packages that end within two weeks, with their last visit', async () => {
    const last = at('2027-01-11', '09:00');
    await add({
      number: 'PKG-1',
      status: 'IN_PROGRESS',
      sessions: [
        { status: 'SCHEDULED', at: at('2027-01-05', '09:00') },
        { status: 'SCHEDULED', at: last },
      ],
    });
    await add({
      number: 'PKG-2',
      patient: world.sami,
      status: 'SCHEDULED',
      sessions: [{ status: 'SCHEDULED', at: at('2027-01-18', '09:00') }],
    });
    const shown = await ask({ kind: 'ending' });
    expect(shown.items).toMatchObject([{ number: 'PKG-1', lastVisit: last }]);
    expect(shown.counts).toEqual({ unplaced: 0, ending: 1, unsettled: 0 });
  });

  it('begins with the package that ends first', async () => {
    await add({
      number: 'PKG-1',
      status: 'SCHEDULED',
      sessions: [{ status: 'SCHEDULED', at: at('2027-01-11', '09:00') }],
    });
    await add({
      number: 'PKG-2',
      patient: world.sami,
      status: 'SCHEDULED',
      sessions: [{ status: 'SCHEDULED', at: at('2027-01-08', '09:00') }],
    });
    expect(numbers(await ask({ kind: 'ending' }))).toEqual(['PKG-2', 'PKG-1']);
  });

  it('counts visits that are over without an outcome, by clinic and day', async () => {
    await add({
      number: 'PKG-1',
      sessions: [
        { status: 'SCHEDULED', at: at('2026-12-30', '09:00') },
        { status: 'SCHEDULED', at: at('2026-12-31', '09:00') },
        { status: 'NO_SHOW', at: at('2026-12-31', '10:00') },
        { status: 'SCHEDULED', at: at('2026-12-01', '09:00') },
      ],
    });
    const shown = await ask({ kind: 'unsettled' });
    expect(shown.counts.unsettled).toBe(2);
    expect(shown.unsettled).toEqual([
      {
        clinic: { id: world.clinicId, name: `north${worlds} clinic` },
        days: [
          { date: '2026-12-31', count: 1 },
          { date: '2026-12-30', count: 1 },
        ],
      },
    ]);
  });

  it('is a provider’s own for a provider', async () => {
    await add({ number: 'PKG-1', sessions: [{ status: 'FAILED' }] });
    await add({
      number: 'PKG-2',
      sessions: [{ status: 'FAILED' }],
      assigned: [{ number: 1, provider: world.omar }],
    });
    expect(numbers(await ask({}, asRole(database, world, 'provider', world.omar)))).toEqual(['PKG-2']);
    expect(numbers(await ask({}, asRole(database, world, 'provider', null)))).toEqual([]);
  });

  it('is told in short beside the day of one clinic', async () => {
    for (const number of ['PKG-1', 'PKG-2', 'PKG-3', 'PKG-4', 'PKG-5']) {
      await add({ number, sessions: [{ status: 'FAILED' }] });
    }
    const [unplaced, ending] = await summariseAttention(scheduler(), { clinicId: world.clinicId });
    expect(unplaced).toMatchObject({ kind: 'unplaced', count: 5 });
    expect(unplaced?.items.length).toBeLessThan(5);
    expect(ending).toMatchObject({ kind: 'ending', count: 0, items: [] });
    const [elsewhere] = await summariseAttention(scheduler(), { clinicId: 'another' });
    expect(elsewhere).toMatchObject({ count: 0, items: [] });
  });
});
