import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, DIALECTS, type TestDatabase } from '../testing';
import { addPackage } from '../testing-packages';
import { asRole, at, createWorld, type World } from '../testing-world';
import { readNavigationCounts } from './package-counts';

describe.each(DIALECTS)('the counts of the navigation (%s)', (dialect) => {
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

  const add = (number: string, seed: Omit<Parameters<typeof addPackage>[2], 'number'>, of = world) =>
    addPackage(database, of, { number, ...seed });

  it('are zero in an empty clinic', async () => {
    expect(await readNavigationCounts(world.scope)).toEqual({
      openPackages: 0,
      needAttention: 0,
      endingSoon: 0,
    });
  });

  it('count packages that are neither completed nor cancelled', async () => {
    const sessions = [{ status: 'COMPLETED' }] as const;
    await add('PKG-1', { status: 'DRAFT', sessions });
    await add('PKG-2', { status: 'SCHEDULED', sessions });
    await add('PKG-3', { status: 'IN_PROGRESS', sessions });
    await add('PKG-4', { status: 'COMPLETED', sessions });
    await add('PKG-5', { status: 'CANCELLED', sessions });
    expect(await readNavigationCounts(world.scope)).toEqual({
      openPackages: 3,
      needAttention: 0,
      endingSoon: 0,
    });
  });

  it('count failed sessions, and pending ones where auto-scheduling was asked for', async () => {
    await add('PKG-1', { sessions: [{ status: 'FAILED' }, { status: 'FAILED' }, { status: 'PENDING' }] });
    await add('PKG-2', {
      sessions: [{ status: 'FAILED' }, { status: 'PENDING' }],
      more: { auto_schedule: 0 },
    });
    await add('PKG-3', { sessions: [{ status: 'FAILED' }, { status: 'PENDING' }], status: 'CANCELLED' });
    expect((await readNavigationCounts(world.scope)).needAttention).toBe(4);
  });

  it('are a provider’s own for a provider', async () => {
    await add('PKG-1', { sessions: [{ status: 'FAILED' }], assigned: [{ number: 1, provider: world.omar }] });
    await add('PKG-2', {
      sessions: [
        { status: 'SCHEDULED', at: at('2027-01-11', '09:00'), provider: world.omar },
        { status: 'PENDING' },
      ],
    });
    await add('PKG-3', { sessions: [{ status: 'FAILED' }] });
    const omar = asRole(database, world, 'provider', world.omar);
    expect(await readNavigationCounts(omar)).toEqual({ openPackages: 2, needAttention: 2, endingSoon: 0 });
    const nobody = asRole(database, world, 'provider', null);
    expect(await readNavigationCounts(nobody)).toEqual({ openPackages: 0, needAttention: 0, endingSoon: 0 });
  });

  it('count packages that end within two weeks and that nothing follows', async () => {
    const visit = { status: 'SCHEDULED', at: at('2027-01-11', '09:00') } as const;
    await add('PKG-1', { status: 'SCHEDULED', sessions: [visit] });
    expect((await readNavigationCounts(world.scope)).endingSoon).toBe(1);
    await add('PKG-2', { status: 'DRAFT', startDate: '2027-02-01' });
    expect((await readNavigationCounts(world.scope)).endingSoon).toBe(0);
  });

  it('count nothing of the other tenant', async () => {
    const other = await createWorld(database, `south${worlds}`);
    await add('PKG-1', { sessions: [{ status: 'FAILED' }] }, other);
    expect(await readNavigationCounts(world.scope)).toEqual({
      openPackages: 0,
      needAttention: 0,
      endingSoon: 0,
    });
  });
});
