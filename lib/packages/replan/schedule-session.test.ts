import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantScope } from '@/db/scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { addPackage, type SessionSeed } from '@/db/testing-packages';
import { asRole, at, createWorld, type World } from '@/db/testing-world';
import { undoChange } from '@/lib/changes/undo-change';
import { newId } from '@/lib/ids/new-id';
import type { ScheduleSessionInput, SessionPlacesInput } from './input';
import { proposeReplan } from './propose-replan';
import { scheduleSession } from './schedule-session';
import { sessionPlaces } from './session-places';

const visit = (date: string, time = '09:00'): SessionSeed => ({ status: 'SCHEDULED', at: at(date, time) });
const failed: SessionSeed = { status: 'FAILED', attempts: 1, reasons: '[{"code":"provider_busy","days":9}]' };

describe.each(DIALECTS)('scheduling a session by hand (%s)', (dialect) => {
  let database: TestDatabase;
  let world: World;
  let scope: TenantScope;
  let worlds = 0;
  let id: string;
  beforeAll(async () => {
    database = await createTestDatabase(dialect);
  });
  beforeEach(async () => {
    world = await createWorld(database, `north-${++worlds}`);
    scope = asRole(database, world, 'scheduler');
    id = await addPackage(database, world, {
      number: 'PKG-1',
      status: 'SCHEDULED',
      sessions: [visit('2027-01-04'), failed, visit('2027-01-06')],
      more: { end_date: '2027-01-14', preferred_days: '[1,2]' },
    });
  });
  afterAll(() => database.remove());

  async function places(change: Partial<SessionPlacesInput> = {}) {
    const found = await sessionPlaces(scope, { id, number: 2, ...change });
    if (!found.ok) throw new Error(JSON.stringify(found.error));
    return found.value;
  }

  const place = (change: Partial<ScheduleSessionInput> = {}) =>
    scheduleSession(scope, {
      packageId: id,
      version: 1,
      number: 2,
      providerId: world.nora,
      date: '2027-01-05',
      time: '10:00',
      accepted: [],
      ...change,
    });

  const second = () =>
    scope
      .from('session')
      .innerJoin('appointment', (join) =>
        join
          .onRef('appointment.id', '=', 'session.appointment_id')
          .onRef('appointment.tenant_id', '=', 'session.tenant_id'),
      )
      .select(['session.status', 'session.is_pinned', 'start_at', 'provider_id'])
      .where('session.number', '=', 2)
      .executeTakeFirst();

  it('offers the free times around the other visits, and tells those that are as the package wishes', async () => {
    const { days, date, times, providers } = await places();
    expect(date).toBe('2027-01-05');
    expect(times[0]).toEqual({
      time: '09:00',
      start: at('2027-01-05', '09:00'),
      providerId: world.nora,
      isFitting: true,
    });
    const fitting = days.filter(({ hasFitting }) => hasFitting).map(({ date: day }) => day);
    expect(fitting).toEqual(['2027-01-05']);
    expect(days.map(({ date: day }) => day)).toContain('2027-01-18');
    expect(providers.map(({ id: provider, isAssigned }) => [provider, isAssigned])).toEqual([
      [world.nora, true],
      [world.omar, false],
    ]);
  });

  it('saves it there and holds it, so that planning goes around it', async () => {
    expect(await place()).toMatchObject({ ok: true, value: { placed: 1 } });
    expect(await second()).toMatchObject({
      status: 'SCHEDULED',
      is_pinned: 1,
      start_at: at('2027-01-05', '10:00'),
    });
    const question = { packageId: id, version: 2, which: 'rest' as const, changes: {} };
    const again = await proposeReplan(scope, question);
    expect(again.ok && again.value.sessions.map(({ number }) => number)).toEqual([1, 3]);
  });

  it('judges any time that is typed, off the grid too', async () => {
    const typed = (date: string, time: string) => places({ providerId: world.nora, date, time });
    expect((await typed('2027-01-05', '10:07')).judged).toEqual({ hard: [], soft: [] });
    const there = { patientName: expect.stringMatching(/^Lina /), start: at('2027-01-04', '09:00') };
    expect((await typed('2027-01-04', '09:30')).judged).toMatchObject({
      hard: [
        { code: 'patient_busy', by: { kind: 'patient', ...there } },
        { code: 'provider_busy', by: { kind: 'provider', ...there } },
      ],
      soft: ['too_close'],
    });
    expect((await typed('2027-01-07', '12:30')).judged).toEqual({
      hard: [{ code: 'not_working', by: null }],
      soft: ['not_preferred_day', 'too_close'],
    });
    expect((await typed('2027-01-18', '09:00')).judged).toEqual({
      hard: [],
      soft: ['outside_window', 'too_close'],
    });
  });

  it('goes against a wish of the package only when that is accepted', async () => {
    const sunday = { date: '2027-01-10' };
    expect(await place(sunday)).toEqual({
      ok: false,
      error: { kind: 'breaks', hard: [], soft: ['not_preferred_day', 'too_close'] },
    });
    expect(await place({ ...sunday, accepted: ['not_preferred_day', 'too_close'] })).toMatchObject({
      ok: true,
    });
  });

  it('never goes against the calendar', async () => {
    await addPackage(database, world, {
      number: 'PKG-2',
      patient: world.sami,
      sessions: [visit('2027-01-05', '10:00')],
    });
    const patientName = expect.stringMatching(/^Sami /);
    const by = { kind: 'provider', patientName, start: at('2027-01-05', '10:00') };
    expect(await place({ accepted: ['provider_busy'] })).toMatchObject({
      ok: false,
      error: { kind: 'breaks', hard: [{ code: 'provider_busy', by }], soft: [] },
    });
    expect(await place({ date: '2027-01-02' })).toMatchObject({
      error: { kind: 'invalid_input', fields: { date: { code: 'in_the_past' } } },
    });
  });

  it('with someone whom it is not for yet, it is for them too', async () => {
    const omar = { providerId: world.omar, date: '2027-01-11' };
    expect(await place(omar)).toMatchObject({ error: { soft: expect.arrayContaining(['not_assigned']) } });
    expect(await place({ ...omar, accepted: ['not_assigned', 'too_close'] })).toMatchObject({ ok: true });
    expect(await second()).toMatchObject({ provider_id: world.omar });
    const assigned = await scope
      .from('provider_assignment')
      .select('provider_id')
      .where('session_number', '=', 2)
      .execute();
    expect(assigned.map((row) => row.provider_id).sort()).toEqual([world.nora, world.omar].sort());
  });

  it('is saved once, and not over what someone else has changed', async () => {
    const results = await Promise.all([place(), place({ time: '11:00' })]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const late = await place();
    expect(late).toMatchObject({ ok: false, error: { kind: 'stale', version: 2 } });
    expect(await place({ version: 2 })).toEqual({
      ok: false,
      error: { kind: 'not_possible', status: 'SCHEDULED' },
    });
  });

  it('sent again because its answer was lost, it is done once and answers the same', async () => {
    const changeId = newId();
    const value = { changeId, moved: 0, placed: 1, unplaced: 0 };
    expect(await place({ changeId })).toEqual({ ok: true, value });
    expect(await place({ changeId })).toEqual({ ok: true, value });
    expect((await undoChange(scope, { changeId })).ok).toBe(true);
    expect(await second()).toBeUndefined();
  });

  it('is taken back: the session is without a place, and for whom it was before', async () => {
    const omar = { providerId: world.omar, date: '2027-01-11' };
    const placed = await place({ ...omar, accepted: ['not_assigned', 'too_close'] });
    const undone = await undoChange(scope, { changeId: placed.ok ? placed.value.changeId : '' });
    expect(undone.ok).toBe(true);
    const session = scope.from('session').select(['status', 'reasons', 'is_pinned', 'appointment_id']);
    expect(await session.where('number', '=', 2).executeTakeFirst()).toEqual({
      status: 'FAILED',
      reasons: failed.reasons,
      is_pinned: 0,
      appointment_id: null,
    });
    const assigned = scope.from('provider_assignment').select('provider_id').distinct();
    expect(await assigned.execute()).toEqual([{ provider_id: world.nora }]);
  });
});
