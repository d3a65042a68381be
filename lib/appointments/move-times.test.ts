import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantScope } from '@/db/scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { addPackage } from '@/db/testing-packages';
import { asRole, at, createWorld, type World } from '@/db/testing-world';
import { transaction } from '@/db/transaction';
import { newId } from '@/lib/ids/new-id';
import { ok } from '@/lib/result/result';
import type { MoveTimesInput } from './input';
import { moveTimes } from './move-times';
import { book } from './testing-visits';

describe.each(DIALECTS)('the times that a visit can be moved to (%s)', (dialect) => {
  let database: TestDatabase;
  let world: World;
  let sara: TenantScope;
  let worlds = 0;
  beforeAll(async () => {
    database = await createTestDatabase(dialect);
  });
  beforeEach(async () => {
    world = await createWorld(database, `north-${++worlds}`);
    sara = asRole(database, world, 'scheduler');
  });
  afterAll(() => database.remove());

  const look = async (id: string, more: Partial<MoveTimesInput> = {}) => {
    const found = await moveTimes(sara, { id, days: 14, ...more });
    if (!found.ok) throw new Error(found.error.kind);
    return found.value;
  };
  const leave = (from: string, to: string) =>
    transaction(sara, async (write) => {
      const [start_at, end_at] = [at(from, '00:00'), at(to, '23:59')];
      await write
        .insert('time_off', [{ id: newId(), provider_id: world.nora, start_at, end_at, label: 'Leave' }])
        .execute();
      return ok(undefined);
    });

  /** The visit of the first session of a package. */
  const visitOf = async (starts: readonly number[]): Promise<string> => {
    const id = await addPackage(database, world, {
      number: 'PKG-1',
      sessions: starts.map((start) => ({ status: 'SCHEDULED', at: start })),
    });
    const { appointment_id } = await sara
      .from('session')
      .select('appointment_id')
      .where('package_id', '=', id)
      .where('number', '=', 1)
      .executeTakeFirstOrThrow();
    return appointment_id ?? '';
  };

  it('begin shortly before the visit, with nothing to explain, where there are some', async () => {
    const found = await look(await book(sara, world, { date: '2027-01-12' }));
    expect(found).toMatchObject({ from: '2027-01-09', to: '2027-01-22', passedOver: null });
    expect(found.without).toEqual([]);
  });

  it('begin on the nearest day with one where the days around the visit have none, and say why', async () => {
    const visit = await book(sara, world, { date: '2027-01-12' });
    await leave('2027-01-05', '2027-02-03');
    const found = await look(visit);
    // Sunday 3 and Monday 4 January are nearer to the 12th than Thursday 4 February.
    expect(found.from).toBe('2027-01-04');
    expect(found.passedOver).toMatchObject({ from: '2027-01-09', to: '2027-01-22' });
    expect(found.passedOver?.reasons).toContainEqual({ code: 'time_off', days: 10 });
    expect(found.days[0]).toMatchObject({ date: '2027-01-04', of: expect.anything() });
  });

  it('stay around the visit where there are only such as go against the wishes, and some of them there', async () => {
    const visit = await visitOf([at('2027-01-12', '09:00'), at('2027-01-13', '09:00')]);
    await leave('2027-01-03', '2027-01-12');
    const found = await look(visit);
    expect(found).toMatchObject({ from: '2027-01-09', passedOver: null });
    const ofNora = found.days.flatMap(({ date, of }) =>
      of.filter(({ providerId }) => providerId === world.nora).map((each) => ({ date, ...each })),
    );
    expect(ofNora.flatMap(({ times }) => times)).toEqual([]);
    expect(ofNora[0]).toMatchObject({ date: '2027-01-13', against: expect.arrayContaining(['10:00']) });
  });

  it('are told with their nearest on both sides where the days asked for have none', async () => {
    const visit = await book(sara, world, { date: '2027-01-12' });
    await leave('2027-01-12', '2027-02-03');
    const { without, from } = await look(visit, { from: '2027-01-13' });
    expect(from).toBe('2027-01-13');
    expect(without.find(({ providerId }) => providerId === world.nora)?.nearest).toEqual([
      { date: '2027-01-11', time: '09:00', isAgainst: false },
      { date: '2027-02-04', time: '09:00', isAgainst: false },
    ]);
  });

  it('are none beyond the next session of the package, which is told', async () => {
    const visit = await visitOf([at('2027-01-12', '09:00'), at('2027-01-13', '09:00')]);
    const { without } = await look(visit, { from: '2027-01-13', days: 5 });
    const ofNora = without.find(({ providerId }) => providerId === world.nora);
    expect(ofNora?.reasons).toEqual([
      { code: 'too_close', days: 3 },
      { code: 'not_working', days: 2 },
    ]);
    expect(ofNora?.nearest).toEqual([{ date: '2027-01-12', time: '09:15', isAgainst: false }]);
  });

  it('outside of the window of the package are told as what they are', async () => {
    const visit = await visitOf([at('2027-01-12', '09:00')]);
    const { without } = await look(visit, { from: '2028-02-06', days: 7 });
    const ofNora = without.find(({ providerId }) => providerId === world.nora);
    expect(ofNora?.reasons).toEqual([{ code: 'outside_window', days: 7 }]);
    // On the days themselves there are times against the wishes: no other is nearer.
    expect(ofNora?.nearest).toEqual([]);
    await leave('2028-02-06', '2028-02-12');
    const { without: away } = await look(visit, { from: '2028-02-06', days: 7 });
    expect(away.find(({ providerId }) => providerId === world.nora)?.nearest).toEqual([
      { date: '2028-02-03', time: '09:00', isAgainst: true },
      { date: '2028-02-13', time: '09:00', isAgainst: true },
    ]);
  });
});
