import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { addPackage } from '@/db/testing-packages';
import { asRole, at, atTime, createWorld, type World } from '@/db/testing-world';
import { cancelAppointment } from '@/lib/appointments/cancel-appointment';
import { recordOutcome } from '@/lib/appointments/record-outcome';
import { undoChange } from '@/lib/changes/undo-change';
import { newId } from '@/lib/ids/new-id';
import { createPackage } from './create-package';
import type { CreatePackageInput } from './input';
import { showPackage } from './show-package';
import { linasPackage } from './testing-form';

describe.each(DIALECTS)('a package as its page shows it (%s)', (dialect) => {
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

  const show = async (seed: Partial<Parameters<typeof addPackage>[2]>, scope = world.scope) => {
    const id = await addPackage(database, world, { number: 'PKG-1', ...seed });
    const found = await showPackage(scope, id);
    if (!found) throw new Error('not shown');
    return found;
  };

  it('leaves a draft to its form that keeps places, or has sessions which nobody gives yet', async () => {
    const scope = asRole(database, world, 'scheduler');
    const place = { number: 2, providerId: world.nora, roomId: null, start: at('2027-01-05', '09:00') };
    const some = [1, 2, 3].map((number) => ({
      number,
      providerIds: number < 3 ? [world.nora] : [],
      note: '',
    }));
    const draft = {
      ...linasPackage(world),
      notes: '',
      autoSchedule: false as const,
      shown: [],
    };
    const unfinished = async (part: Pick<CreatePackageInput, 'providers' | 'pinned'>) => {
      const saved = await createPackage(scope, { ...draft, ...part, requestKey: newId() });
      if (!saved.ok) throw new Error(JSON.stringify(saved.error));
      return (await showPackage(scope, saved.value.packageId))?.unfinished;
    };
    const one = { strategy: 'one' as const, providerId: world.nora };
    expect(await unfinished({ providers: one })).toBeNull();
    expect(await unfinished({ providers: one, pinned: [place] })).toEqual({ kept: 1, unassigned: [] });
    expect(await unfinished({ providers: { strategy: 'per_session', sessions: some } })).toEqual({
      kept: 0,
      unassigned: [3],
    });
    expect(
      (await show({ sessions: [{ status: 'CANCELLED' }, { status: 'PENDING' }] })).unfinished,
    ).toBeNull();
  });

  it('groups visits by the month of the clinic, in the order of their dates', async () => {
    const { months, undated } = await show({
      sessions: [
        { status: 'SCHEDULED', at: at('2027-02-01', '09:00') },
        { status: 'COMPLETED', at: at('2027-01-04', '09:00') },
        { status: 'CANCELLED', at: at('2027-01-31', '23:00') },
        { status: 'CANCELLED' },
      ],
    });
    expect(months.map(({ month, sessions }) => [month, sessions.map(({ number }) => number)])).toEqual([
      ['2027-01', [2, 3]],
      ['2027-02', [1]],
    ]);
    expect(undated.map(({ number }) => number)).toEqual([4]);
  });

  it('tells sessions without a place once for the same reasons, the failed first', async () => {
    const closed = JSON.stringify([{ code: 'closed', days: 90 }]);
    const { unplaced } = await show({
      sessions: [
        { status: 'PENDING' },
        { status: 'FAILED', reasons: closed, attempts: 1 },
        { status: 'FAILED', reasons: '[]', attempts: 1 },
        { status: 'FAILED', reasons: closed, attempts: 1 },
        { status: 'FAILED', reasons: closed, attempts: 2 },
      ],
    });
    expect(unplaced.map(({ status, numbers, attempts }) => ({ status, numbers, attempts }))).toEqual([
      { status: 'FAILED', numbers: [2, 4], attempts: 1 },
      { status: 'FAILED', numbers: [3], attempts: 1 },
      { status: 'FAILED', numbers: [5], attempts: 2 },
      { status: 'PENDING', numbers: [1], attempts: 0 },
    ]);
  });

  it('tells a session apart whose visit was cancelled while it is still owed', async () => {
    const { id, sessions } = await show({
      sessions: [{ status: 'SCHEDULED', at: at('2027-01-04', '09:00') }, { status: 'PENDING' }],
    });
    const cancelled = await cancelAppointment(world.scope, {
      appointmentId: sessions[0]?.appointment?.id ?? '',
      version: 1,
      reason: 'ill',
      session: 'owe',
    });
    expect(cancelled.ok).toBe(true);
    const found = await showPackage(world.scope, id);
    expect(found?.unplaced.map(({ numbers, isReleased }) => ({ numbers, isReleased }))).toEqual([
      { numbers: [1], isReleased: true },
      { numbers: [2], isReleased: false },
    ]);
  });

  it('tells in its history that the patient had come before a session was completed, and when that was taken back', async () => {
    const { id, sessions } = await show({
      sessions: [{ status: 'SCHEDULED', at: at('2027-01-03', '07:30') }, { status: 'PENDING' }],
    });
    const appointmentId = sessions[0]?.appointment?.id ?? '';
    const later = (time: string) =>
      atTime(database, asRole(database, world, 'scheduler'), at('2027-01-03', time));
    await recordOutcome(later('09:30'), { appointmentId, version: 1, outcome: 'ARRIVED' });
    const done = await recordOutcome(later('09:31'), { appointmentId, version: 2, outcome: 'COMPLETED' });
    await undoChange(later('09:32'), { changeId: done.ok ? done.value.changeId : '' });
    const found = await showPackage(world.scope, id);
    const told = found?.history.flatMap(({ what }) =>
      what.kind === 'sessions_changed' ? what.changes.filter(({ field }) => field === 'status') : [],
    );
    expect(told).toEqual([
      { field: 'status', from: 'COMPLETED', to: 'ARRIVED' },
      { field: 'status', from: 'ARRIVED', to: 'COMPLETED' },
      { field: 'status', from: 'SCHEDULED', to: 'ARRIVED' },
    ]);
  });

  it('knows the next session: not one that is over, and one that begins this very moment', async () => {
    const { next } = await show({
      sessions: [
        { status: 'SCHEDULED', at: at('2027-01-12', '09:00') },
        { status: 'SCHEDULED', at: at('2027-01-03', '07:59') },
        { status: 'SCHEDULED', at: at('2027-01-03', '08:59'), provider: world.omar },
      ],
    });
    expect(next?.number).toBe(3);
    const now = await show({
      number: 'PKG-2',
      patient: world.sami,
      sessions: [{ status: 'SCHEDULED', at: at('2027-01-03', '08:00'), provider: world.omar }],
    });
    expect(now.next?.number).toBe(1);
    expect((await show({ number: 'PKG-3', sessions: [{ status: 'PENDING' }] })).next).toBeNull();
  });

  it('ends with the last session, or while some have no place, with the window', async () => {
    const placed = { status: 'SCHEDULED', at: at('2027-02-01', '09:00') } as const;
    const cancelled = { status: 'CANCELLED', at: at('2027-03-01', '09:00') } as const;
    expect((await show({ sessions: [placed, cancelled] })).ends).toEqual({
      date: '2027-02-01',
      isPlanned: true,
    });
    const open = await show({
      number: 'PKG-2',
      patient: world.sami,
      sessions: [{ ...placed, provider: world.omar }, { status: 'FAILED' }],
    });
    expect(open.ends).toEqual({ date: '2027-12-31', isPlanned: false });
  });

  it('says who is for which sessions', async () => {
    const { assigned } = await show({
      sessions: [{ status: 'PENDING' }, { status: 'PENDING' }, { status: 'PENDING' }],
      assigned: [
        { number: 1, provider: world.nora },
        { number: 2, provider: world.nora, note: 'in Arabic' },
        { number: 2, provider: world.omar },
        { number: 3, provider: world.nora },
      ],
    });
    const [nora, omar] = [`north${worlds} Nora`, `north${worlds} Omar`];
    expect(assigned).toEqual([
      { numbers: [1, 3], providers: [nora], note: '' },
      { numbers: [2], providers: [nora, omar], note: 'in Arabic' },
    ]);
  });

  it('is nothing for a foreign id, an unknown one, and for a provider who has no part in it', async () => {
    const other = await createWorld(database, `south${worlds}`);
    const foreign = await addPackage(database, other, { number: 'PKG-1' });
    const { id } = await show({});
    expect(await showPackage(world.scope, foreign)).toBeNull();
    expect(await showPackage(world.scope, 'no-such-package')).toBeNull();
    expect(await showPackage(asRole(database, world, 'provider', world.omar), id)).toBeNull();
    // A provider opens their own appointments only, everyone else all.
    expect(await showPackage(world.scope, id)).toMatchObject({ id, ownProviderId: null });
    expect(await showPackage(asRole(database, world, 'provider', world.nora), id)).toMatchObject({
      id,
      ownProviderId: world.nora,
    });
  });
});
