import { fork } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ok, refused } from '@/lib/result/result';
import { createTestDatabase, DIALECTS, type TestDatabase } from './testing';
import { createWorld, type World } from './testing-world';
import { transaction } from './transaction';
import { createRecord } from './writes/records';

describe.each(DIALECTS)('a transaction (%s)', (dialect) => {
  let database: TestDatabase;
  let world: World;
  beforeAll(async () => {
    database = await createTestDatabase(dialect);
    world = await createWorld(database);
  });
  afterAll(() => database.remove());

  const roomNames = async () => {
    const rows = await world.scope.from('room').select('room.name').orderBy('room.name').execute();
    return rows.map((row) => row.name);
  };
  const room = (name: string) => ({ clinic_id: world.clinicId, name, is_active: 1 as const });

  it('keeps nothing when its work is refused', async () => {
    const result = await transaction(world.scope, async (write) => {
      await createRecord(write, 'room', room('never'));
      return refused('changed_my_mind');
    });
    expect(result).toEqual({ ok: false, error: 'changed_my_mind' });
    expect(await roomNames()).toEqual(['north room']);
  });

  it('names a duplicate instead of throwing it', async () => {
    const result = await transaction(world.scope, async (write) =>
      ok(await createRecord(write, 'room', room('north room'))),
    );
    expect(result).toEqual({ ok: false, error: { kind: 'duplicate', constraint: 'room_name' } });
  });

  it('throws at once when the outer scope is used inside it, instead of hanging', async () => {
    const leak = transaction(world.scope, async () => ok(await roomNames()));
    await expect(leak).rejects.toThrow(/outer database handle/);
  });

  it('throws at once when another one is started inside it', async () => {
    const nested = transaction(world.scope, async () => transaction(world.scope, async () => ok(1)));
    await expect(nested).rejects.toThrow(/inside another/);
  });

  it('cannot point a row at another tenant’s clinic', async () => {
    const south = await createWorld(database, 'south');
    const foreign = transaction(world.scope, async (write) =>
      ok(await createRecord(write, 'room', { ...room('stolen'), clinic_id: south.clinicId })),
    );
    await expect(foreign).rejects.toThrow(/foreign key/i);
  });

  it('lets 8 processes book one calendar at once without an overlap or a failure of any other kind', async () => {
    const crowd = await createWorld(database, 'crowd');
    const order = { url: database.url, ...crowd, scope: undefined };
    const reports = await Promise.all(
      Array.from({ length: 8 }, (_, index) => runBooker({ ...order, index })),
    );
    const total = (key: 'booked' | 'taken') => reports.reduce((sum, report) => sum + report[key], 0);
    expect(reports.flatMap((report) => report.failures)).toEqual([]);
    expect(total('booked')).toBe(SLOTS);
    expect(total('taken')).toBe(8 * SLOTS - SLOTS);
    const rows = await crowd.scope
      .from('appointment')
      .select(['start_at', 'number'])
      .orderBy('start_at')
      .execute();
    expect(new Set(rows.map((row) => row.start_at)).size).toBe(SLOTS);
    expect(new Set(rows.map((row) => row.number)).size).toBe(SLOTS);
  });
});

/** How many places there are; every process tries to book each of them. */
const SLOTS = 25;

interface BookerReport {
  booked: number;
  taken: number;
  failures: string[];
}

function runBooker(order: object): Promise<BookerReport> {
  return new Promise((resolve, reject) => {
    const child = fork('db/testing-booker.ts', { execArgv: ['--import', 'tsx'] });
    child.once('message', (report: BookerReport) => resolve(report));
    child.once('error', reject);
    child.once('exit', (code) => code !== 0 && reject(new Error(`a booker exited with ${code}`)));
    child.send({ ...order, slots: SLOTS });
  });
}
