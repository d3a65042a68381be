import { fork } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ok, refused } from '@/lib/result/result';
import { createTestDatabase, DIALECTS, type TestDatabase } from './testing';
import type { BookerReport, Order, Wish } from './testing-booker';
import { at, createWorld, type World } from './testing-world';
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
    const places = Array.from({ length: SLOTS }, (_, slot) => spanAt(slot, 15));
    const total = await bookAtOnce(database, crowd, (index) =>
      places.map((place) => ({
        provider: crowd.nora,
        patient: index % 2 === 0 ? crowd.lina : crowd.sami,
        room: null,
        ...place,
      })),
    );
    expect(total).toEqual({ booked: SLOTS, taken: 8 * SLOTS - SLOTS, failures: [] });
    const rows = await bookedBy(crowd);
    expect(new Set(rows.map((row) => row.start)).size).toBe(SLOTS);
    expect(new Set(rows.map((row) => row.number)).size).toBe(SLOTS);
  });

  it('lets 8 processes want the same providers, patients and room half at the same time, and books what fits', async () => {
    const rush = await createWorld(database, 'rush');
    // Whatever two of them share, some share nothing else; and each is longer than the step to the next.
    const wishes = [rush.nora, rush.omar].flatMap((provider) =>
      [rush.lina, rush.sami].flatMap((patient) =>
        [rush.roomId, null].flatMap((room) =>
          Array.from({ length: 8 }, (_, slot) => ({ provider, patient, room, ...spanAt(slot, 40) })),
        ),
      ),
    );
    const total = await bookAtOnce(database, rush, () => wishes);
    const rows = await bookedBy(rush);
    expect(total).toEqual({ booked: rows.length, taken: 8 * wishes.length - rows.length, failures: [] });
    expect(rows.filter((row) => rows.some((other) => row !== other && collide(row, other)))).toEqual([]);
    expect(wishes.filter((wish) => !rows.some((row) => collide(wish, row)))).toEqual([]);
  });
});

/** How many places there are; every process tries to book each of them. */
const SLOTS = 25;

const MINUTE = 60_000;
const spanAt = (slot: number, minutes: number) => {
  const start = at('2027-01-04', '00:00') + slot * 15 * MINUTE;
  return { start, end: start + minutes * MINUTE };
};

/** Said once more in plain words, apart from the database that keeps it. */
const collide = (one: Wish, other: Wish): boolean =>
  one.start < other.end &&
  other.start < one.end &&
  (one.provider === other.provider ||
    one.patient === other.patient ||
    (one.room !== null && one.room === other.room));

const bookedBy = ({ scope }: World) =>
  scope
    .from('appointment')
    .select([
      'number',
      'provider_id as provider',
      'patient_id as patient',
      'room_id as room',
      'start_at as start',
      'end_at as end',
    ])
    .execute();

/** Eight processes at once, each from another wish on, so that they meet in every order. */
async function bookAtOnce(
  { url }: TestDatabase,
  { tenantId, clinicId, serviceTypeId }: World,
  wishesOf: (index: number) => Wish[],
): Promise<BookerReport> {
  const reports = await Promise.all(
    Array.from({ length: 8 }, (_, index) => {
      const wishes = wishesOf(index);
      const first = Math.floor((index * wishes.length) / 8);
      const turned = [...wishes.slice(first), ...wishes.slice(0, first)];
      return runBooker({ url, tenantId, clinicId, serviceTypeId, index, wishes: turned });
    }),
  );
  return {
    booked: reports.reduce((sum, { booked }) => sum + booked, 0),
    taken: reports.reduce((sum, { taken }) => sum + taken, 0),
    failures: reports.flatMap(({ failures }) => failures),
  };
}

function runBooker(order: Order): Promise<BookerReport> {
  return new Promise((resolve, reject) => {
    const child = fork('db/testing-booker.ts', { execArgv: ['--import', 'tsx'] });
    child.once('message', (report: BookerReport) => resolve(report));
    child.once('error', reject);
    child.once('exit', (code) => code !== 0 && reject(new Error(`a booker exited with ${code}`)));
    child.send(order);
  });
}
