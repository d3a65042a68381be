import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { historyOf } from '@/lib/packages/history';
import { ok } from '@/lib/result/result';
import { createTestDatabase, DIALECTS, type TestDatabase } from '../testing';
import { addPackage } from '../testing-packages';
import { asRole, at, createWorld, NOW, type World } from '../testing-world';
import { transaction } from '../transaction';
import { auditOverlay } from '../writes/overlays';
import { updateRecord } from '../writes/records';
import { readPackage } from './package-detail';
import { readPackageHistory } from './package-history';

describe.each(DIALECTS)('the history of a package (%s)', (dialect) => {
  let database: TestDatabase;
  let world: World;
  let worlds = 0;
  let id: string;

  beforeAll(async () => {
    database = await createTestDatabase(dialect);
  });
  beforeEach(async () => {
    world = await createWorld(database, `north${++worlds}`);
    id = await addPackage(database, world, {
      number: 'PKG-1',
      createdAt: NOW - 60_000,
      sessions: [
        { status: 'SCHEDULED', at: at('2027-01-11', '09:00') },
        { status: 'SCHEDULED', at: at('2027-01-12', '09:00') },
        { status: 'FAILED' },
      ],
    });
  });
  afterAll(() => database.remove());

  const historyAs = async (scope = world.scope) => historyOf(await readPackageHistory(scope, id));

  it('tells that it was made, in one line for all sessions', async () => {
    expect(await historyAs()).toEqual([
      {
        id: expect.any(String),
        at: NOW - 60_000,
        actor: { kind: 'system', name: `north${worlds}-command` },
        reason: null,
        isUndo: false,
        what: {
          kind: 'sessions_created',
          numbers: [1, 2, 3],
          counts: { SCHEDULED: 2, FAILED: 1, PENDING: 0, COMPLETED: 0, CANCELLED: 0, NO_SHOW: 0 },
        },
      },
      {
        id: expect.any(String),
        at: NOW - 60_000,
        actor: { kind: 'system', name: `north${worlds}-command` },
        reason: null,
        isUndo: false,
        what: { kind: 'package_created' },
      },
    ]);
  });

  it('tells the newest first, by whom and what was and is; what changed alike stands in one line', async () => {
    const found = await readPackage(world.scope, id);
    const scheduler = asRole(database, world, 'scheduler');
    await transaction(scheduler, async (write) => {
      for (const session of found?.sessions.slice(0, 2) ?? []) {
        const patch = { status: 'CANCELLED', reasons: '["gone"]' } as const;
        await updateRecord(write, 'session', { id: session.id, version: 'any', patch, action: 'cancel' });
      }
      await updateRecord(write, 'package', {
        id,
        version: 'any',
        patch: { notes: 'moved away' },
        action: 'change',
      });
      return ok(null);
    });
    const [sessions, record] = await historyAs();
    expect(sessions).toMatchObject({
      at: NOW,
      actor: { kind: 'user', name: 'scheduler' },
      what: {
        kind: 'sessions_changed',
        numbers: [1, 2],
        changes: expect.arrayContaining([{ field: 'status', from: 'SCHEDULED', to: 'CANCELLED' }]),
      },
    });
    expect(record?.what).toEqual({
      kind: 'package_changed',
      changes: [{ field: 'notes', from: '', to: 'moved away' }],
    });
  });

  it('keeps sessions apart that changed differently', async () => {
    const found = await readPackage(world.scope, id);
    await transaction(world.scope, async (write) => {
      for (const [index, session] of (found?.sessions ?? []).entries()) {
        const patch = { status: index === 2 ? 'PENDING' : 'COMPLETED' } as const;
        await updateRecord(write, 'session', { id: session.id, version: 'any', patch, action: 'change' });
      }
      return ok(null);
    });
    const changes = (await historyAs()).filter(({ what }) => what.kind === 'sessions_changed');
    expect(changes.map(({ what }) => 'numbers' in what && what.numbers)).toEqual([[1, 2], [3]]);
  });

  it('tells of a visit that moves over another one on purpose, and why, and when it no longer is', async () => {
    const found = await readPackage(world.scope, id);
    const visit = found?.sessions[0]?.appointment?.id ?? '';
    const move = (date: string, overlap_reason: string | null) =>
      transaction(world.scope, async (write) => {
        const place = { from: at(date, '09:00'), to: at(date, '09:45') };
        const patch = {
          start_at: place.from,
          end_at: place.to,
          blocked_from: place.from,
          blocked_to: place.to,
          overlap_reason,
        };
        await updateRecord(write, 'appointment', { id: visit, version: 'any', patch, action: 'reschedule' });
        return ok(null);
      });
    const first = at('2027-01-11', '09:00');
    const second = at('2027-01-12', '09:00');
    await move('2027-01-12', 'Siblings together');
    const [laid] = await historyAs();
    expect(laid?.what).toEqual({
      kind: 'visits_moved',
      moves: [
        {
          number: 1,
          start: { from: first, to: second },
          length: null,
          provider: null,
          overlap: { reason: 'Siblings together' },
        },
      ],
    });
    await move('2027-01-11', null);
    expect((await historyAs()).map(({ what }) => what)).toContainEqual({
      kind: 'visits_moved',
      moves: [
        {
          number: 1,
          start: { from: second, to: first },
          length: null,
          provider: null,
          overlap: { reason: null },
        },
      ],
    });
    await move('2027-01-13', null);
    expect((await historyAs()).map(({ what }) => what)).toContainEqual({
      kind: 'visits_moved',
      moves: [
        {
          number: 1,
          start: { from: first, to: at('2027-01-13', '09:00') },
          length: null,
          provider: null,
          overlap: null,
        },
      ],
    });
  });

  it('tells how long a visit was and is where that changed, moved or not', async () => {
    const visit = (await readPackage(world.scope, id))?.sessions[0]?.appointment?.id ?? '';
    const change = (place: { start: number; end: number }) =>
      transaction(world.scope, async (write) => {
        const { start: start_at, end: end_at } = place;
        const patch = { start_at, end_at, blocked_from: start_at, blocked_to: end_at };
        await updateRecord(write, 'appointment', { id: visit, version: 'any', patch, action: 'reschedule' });
        return ok(null);
      });
    const [first, later] = [at('2027-01-11', '09:00'), at('2027-01-13', '10:00')];
    await change({ start: first, end: at('2027-01-11', '10:00') });
    await change({ start: later, end: at('2027-01-13', '10:45') });
    const moves = (await historyAs()).flatMap(({ what }) => (what.kind === 'visits_moved' ? what.moves : []));
    const same = { number: 1, provider: null, overlap: null };
    expect(moves).toHaveLength(2);
    expect(moves).toEqual(
      expect.arrayContaining([
        { ...same, start: { from: first, to: later }, length: { from: 60, to: 45 } },
        { ...same, start: null, length: { from: 45, to: 60 } },
      ]),
    );
  });

  it('tells of a visit that another one was laid over on purpose, and where that went', async () => {
    const otherId = await addPackage(database, world, {
      number: 'PKG-2',
      sessions: [{ status: 'SCHEDULED', at: at('2027-01-14', '09:00'), provider: world.omar }],
    });
    const over = (await readPackage(world.scope, otherId))?.sessions[0]?.appointment?.id ?? '';
    const move = (date: string, overlap_reason: string | null) =>
      transaction(world.scope, async (write) => {
        const [start, end] = [at(date, '09:15'), at(date, '10:00')];
        const patch = { start_at: start, end_at: end, blocked_from: start, blocked_to: end, overlap_reason };
        await updateRecord(write, 'appointment', { id: over, version: 'any', patch, action: 'reschedule' });
        await auditOverlay(write, over);
        return ok(null);
      });
    const overlaysAs = async (scope = world.scope) =>
      (await historyAs(scope)).flatMap(({ what }) => (what.kind === 'visits_laid_over' ? what.visits : []));
    await move('2027-01-12', 'Two therapists');
    const place = { start: at('2027-01-12', '09:15'), end: at('2027-01-12', '10:00') };
    const laid = {
      number: 2,
      change: {
        kind: 'laid_over',
        by: { ...place, number: 'PKG-2-visit-1', reason: 'Two therapists' },
      },
    };
    expect(await overlaysAs()).toEqual([laid]);
    // Nothing was done to the visit itself.
    const records = (await readPackageHistory(world.scope, id)).map(({ record }) => record);
    expect(records).not.toContain('appointment');
    await move('2027-01-13', null);
    const start = at('2027-01-13', '09:15');
    expect(await overlaysAs()).toEqual(
      expect.arrayContaining([
        { number: 2, change: { kind: 'over_moved', number: 'PKG-2-visit-1', start } },
        laid,
      ]),
    );
    const nora = asRole(database, world, 'provider', world.nora);
    expect(await overlaysAs(nora)).toEqual(
      expect.arrayContaining([
        { number: 2, change: { kind: 'over_moved', number: null, start } },
        { number: 2, change: { kind: 'laid_over', by: { ...place, number: null, reason: null } } },
      ]),
    );
  });

  it('is empty for a foreign package, an unknown one, and one that a provider has no part in', async () => {
    const other = await createWorld(database, `south${worlds}`);
    expect(await readPackageHistory(other.scope, id)).toEqual([]);
    expect(await readPackageHistory(world.scope, 'no-such-package')).toEqual([]);
    const omar = asRole(database, world, 'provider', world.omar);
    expect(await readPackageHistory(omar, id)).toEqual([]);
    const nora = asRole(database, world, 'provider', world.nora);
    expect(await readPackageHistory(nora, id)).toHaveLength(4);
  });
});
