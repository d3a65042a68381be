import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findAppointment } from '@/db/reads/appointment';
import { listAppointmentHistory } from '@/db/reads/appointment-history';
import { listOverlapsOf } from '@/db/reads/appointment-overlaps';
import type { TenantScope } from '@/db/scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { addPackage, type PackageSeed } from '@/db/testing-packages';
import { asRole, at, atTime, createWorld, NOW, type World } from '@/db/testing-world';
import { transaction } from '@/db/transaction';
import { updateRecord } from '@/db/writes/records';
import { undoChange } from '@/lib/changes/undo-change';
import { newId } from '@/lib/ids/new-id';
import { checkInvariants } from '@/lib/invariants/check-invariants';
import { ok } from '@/lib/result/result';
import { UNDO_MINUTES } from '@/lib/rules/undo-window';
import { bookAppointment } from './book-appointment';
import { cancelAppointment } from './cancel-appointment';
import { judgeMove } from './judge-move';
import { moveTimes } from './move-times';
import { recordOutcome } from './record-outcome';
import { rescheduleAppointment } from './reschedule-appointment';
import { book, moveOf, onceOver, standing, visitsOf } from './testing-visits';

describe.each(DIALECTS)('moving a visit (%s)', (dialect) => {
  let database: TestDatabase;
  let world: World;
  let sara: TenantScope;
  let adam: TenantScope;
  let worlds = 0;
  beforeAll(async () => {
    database = await createTestDatabase(dialect);
  });
  beforeEach(async () => {
    world = await createWorld(database, `north-${++worlds}`);
    sara = asRole(database, world, 'scheduler');
    adam = asRole(database, world, 'admin');
  });
  afterAll(() => database.remove());

  const codesOf = async (answer: ReturnType<typeof rescheduleAppointment>) => {
    const result = await answer;
    if (result.ok || result.error.kind !== 'breaks') return result;
    const { hard, soft } = result.error;
    return { hard: hard.map(({ code }) => code), soft: soft.map(({ code }) => code) };
  };

  it('takes it to another time, and its old time is free at once', async () => {
    const visit = await book(sara, world);
    const moved = await rescheduleAppointment(sara, moveOf(world, visit, { date: '2027-01-05' }));
    expect(moved).toMatchObject({ ok: true, value: { version: 2, changeId: expect.any(String) } });
    const { appointment } = await standing(sara, visit);
    expect(appointment).toMatchObject({
      start_at: at('2027-01-05', '10:00'),
      end_at: at('2027-01-05', '10:45'),
      blocked_from: at('2027-01-05', '10:00'),
      status: 'SCHEDULED',
    });
    await book(sara, world, { patientId: world.sami });
  });

  it('may go fifteen minutes on, over its own old time', async () => {
    const visit = await book(sara, world);
    const moved = await rescheduleAppointment(sara, moveOf(world, visit, { time: '09:15' }));
    expect(moved.ok).toBe(true);
  });

  it('may stand next to another visit, and not a minute into it', async () => {
    const visit = await book(sara, world);
    await book(sara, world, { patientId: world.sami, time: '11:00' });
    expect(await codesOf(rescheduleAppointment(sara, moveOf(world, visit, { time: '10:16' })))).toEqual({
      hard: ['provider_busy'],
      soft: [],
    });
    expect((await rescheduleAppointment(sara, moveOf(world, visit, { time: '10:15' }))).ok).toBe(true);
  });

  it('says who has the place', async () => {
    const visit = await book(sara, world);
    const other = await book(sara, world, { patientId: world.sami, time: '10:30' });
    const answer = await rescheduleAppointment(sara, moveOf(world, visit));
    expect(answer).toMatchObject({
      error: {
        kind: 'breaks',
        hard: [
          {
            code: 'provider_busy',
            by: {
              kind: 'provider',
              appointmentId: other,
              patientName: expect.stringContaining('Sami'),
              start: at('2027-01-04', '10:30'),
            },
          },
        ],
      },
    });
  });

  it('says of a visit that only the pause beside it is taken', async () => {
    const visit = await book(sara, world);
    const under = await book(sara, world, { patientId: world.sami, time: '10:00' });
    const after = await book(sara, world, { patientId: world.lina, time: '11:00' });
    await transaction(adam, async (write) => {
      const patch = { buffer_after_minutes: 15 };
      const { serviceTypeId: id } = world;
      return ok(await updateRecord(write, 'service_type', { id, version: 1, patch, action: 'update' }));
    });
    // From 10:15 to 11:00, and the provider's pause until 11:15.
    const move = moveOf(world, visit, { time: '10:15', overlapReason: 'Siblings together' });
    const said = [
      { kind: 'provider', appointmentId: under },
      { kind: 'pause', appointmentId: after, start: at('2027-01-04', '11:00') },
    ];
    expect(await judgeMove(sara, move)).toMatchObject({
      value: { hard: said.map((by) => ({ code: 'provider_busy', by })) },
    });
    expect((await rescheduleAppointment(sara, move)).ok).toBe(true);
    expect(await listOverlapsOf(sara, visit)).toMatchObject([
      { appointmentId: under, shares: ['provider'] },
      { appointmentId: after, shares: ['pause'] },
    ]);
  });

  it('is refused outside of working hours, in the past, and in an hour that clocks skip', async () => {
    const visit = await book(sara, world);
    const move = (change: Parameters<typeof moveOf>[2]) =>
      codesOf(rescheduleAppointment(sara, moveOf(world, visit, change)));
    expect(await move({ time: '11:30' })).toEqual({ hard: ['not_working'], soft: [] });
    expect(await move({ date: '2027-01-03', time: '07:00' })).toEqual({
      hard: ['before_not_before', 'not_working'],
      soft: [],
    });
    expect(await move({ date: '2027-01-02' })).toMatchObject({
      error: { kind: 'invalid_input', fields: { date: { code: 'in_the_past' } } },
    });
    expect(await move({ date: '2027-03-28', time: '01:30' })).toMatchObject({
      error: { kind: 'invalid_input', fields: { time: { code: 'no_such_time' } } },
    });
    expect(await move({ time: '09:00' })).toMatchObject({
      error: { kind: 'invalid_input', fields: { time: { code: 'same_place' } } },
    });
  });

  it('keeps out of leave and closures', async () => {
    const visit = await book(sara, world);
    await transaction(world.scope, async (write) => {
      const [start_at, end_at] = [at('2027-01-04', '10:30'), at('2027-01-04', '12:00')];
      await write
        .insert('time_off', [{ id: newId(), provider_id: world.nora, start_at, end_at, label: 'Course' }])
        .execute();
      await write
        .insert('closure', [{ id: newId(), clinic_id: world.clinicId, date: '2027-01-05', label: 'Holiday' }])
        .execute();
      return ok(null);
    });
    expect(await codesOf(rescheduleAppointment(sara, moveOf(world, visit)))).toMatchObject({
      hard: ['time_off'],
    });
    const closed = moveOf(world, visit, { date: '2027-01-05' });
    expect(await codesOf(rescheduleAppointment(sara, closed))).toMatchObject({ hard: ['closed'] });
  });

  it('can be lengthened where it stands, also after it has begun', async () => {
    const visit = await book(sara, world);
    const change = { ...moveOf(world, visit), time: '09:00', durationMinutes: 60 };
    const begun = atTime(database, sara, at('2027-01-04', '09:20'));
    expect((await rescheduleAppointment(begun, change)).ok).toBe(true);
    expect((await standing(sara, visit)).appointment.end_at).toBe(at('2027-01-04', '10:00'));
  });

  it('goes to another provider who gives the service, and to nobody else', async () => {
    const visit = await book(sara, world);
    const stranger = moveOf(world, visit, { providerId: newId() });
    expect(await rescheduleAppointment(sara, stranger)).toMatchObject({
      error: { kind: 'invalid_input', fields: { providerId: { code: 'unknown' } } },
    });
    const omar = moveOf(world, visit, { providerId: world.omar, time: '08:15' });
    expect((await rescheduleAppointment(sara, omar)).ok).toBe(true);
    expect((await standing(sara, visit)).appointment.provider_id).toBe(world.omar);
  });

  it('keeps its room where it is free, and takes another where it is not', async () => {
    const visit = await book(sara, world);
    await transaction(world.scope, async (write) => {
      const change = { id: world.serviceTypeId, version: 'any' as const, action: 'edit' };
      await updateRecord(write, 'service_type', { ...change, patch: { needs_room: 1 as const } });
      return ok(null);
    });
    expect((await rescheduleAppointment(sara, moveOf(world, visit))).ok).toBe(true);
    expect((await standing(sara, visit)).appointment.room_id).toBe(world.roomId);
    const other = await book(sara, world, {
      patientId: world.sami,
      providerId: world.omar,
      time: '11:00',
    });
    const intoTaken = moveOf(world, other, { providerId: world.omar, time: '10:15' });
    expect(await codesOf(rescheduleAppointment(sara, intoTaken))).toMatchObject({ hard: ['no_room'] });
  });

  it('tells the patient once per change, after the time for taking it back', async () => {
    const visit = await book(sara, world);
    await rescheduleAppointment(sara, moveOf(world, visit));
    await rescheduleAppointment(sara, moveOf(world, visit, { version: 2, time: '11:00' }));
    const messages = await sara
      .from('outbox')
      .select(['kind', 'available_at'])
      .where('kind', '=', 'appointment_changed')
      .execute();
    const message = { kind: 'appointment_changed', available_at: NOW + UNDO_MINUTES * 60_000 };
    expect(messages).toEqual([message, message]);
  });

  it('writes the old and the new time and the reason into the history, given twice or not', async () => {
    const visit = await book(sara, world);
    const reason = 'School holidays';
    await rescheduleAppointment(sara, moveOf(world, visit, { reason }));
    await rescheduleAppointment(sara, moveOf(world, visit, { version: 2, time: '11:00', reason }));
    const [second, first] = await listAppointmentHistory(sara, visit);
    expect(first).toMatchObject({
      reason,
      changes: [{ kind: 'time', was: at('2027-01-04', '09:00'), is: at('2027-01-04', '10:00') }],
    });
    expect(second).toMatchObject({ reason, version: 3 });
  });

  describe('that others have changed', () => {
    it('is refused as stale, with what they did and how it is now', async () => {
      const visit = await book(sara, world);
      await rescheduleAppointment(adam, moveOf(world, visit, { time: '14:00', reason: 'Adam was first' }));
      const answer = await rescheduleAppointment(sara, moveOf(world, visit));
      expect(answer).toMatchObject({
        error: {
          kind: 'stale',
          version: 2,
          events: [{ by: { name: 'admin' }, reason: 'Adam was first', version: 2 }],
          now: { start: at('2027-01-04', '14:00'), status: 'SCHEDULED', providerId: world.nora },
        },
      });
      expect((await standing(sara, visit)).appointment.start_at).toBe(at('2027-01-04', '14:00'));
    });

    it('is done once when it is sent again after a lost reply', async () => {
      const visit = await book(sara, world);
      const first = await rescheduleAppointment(sara, moveOf(world, visit));
      const again = await rescheduleAppointment(sara, moveOf(world, visit));
      expect(again).toEqual(first);
      expect((await standing(sara, visit)).appointment.version).toBe(2);
    });

    it('in the same moment is moved by one of the two', async () => {
      const visit = await book(sara, world);
      const answers = await Promise.all([
        rescheduleAppointment(sara, moveOf(world, visit, { time: '10:00' })),
        rescheduleAppointment(adam, moveOf(world, visit, { time: '14:00' })),
      ]);
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
      expect(answers.find((answer) => !answer.ok)).toMatchObject({ error: { kind: 'stale' } });
    });

    it('is refused when it is cancelled or done', async () => {
      const visit = await book(sara, world);
      await recordOutcome(onceOver(database, sara), {
        appointmentId: visit,
        version: 1,
        outcome: 'COMPLETED',
      });
      expect(await rescheduleAppointment(sara, moveOf(world, visit, { version: 2 }))).toEqual({
        ok: false,
        error: { kind: 'not_open', status: 'COMPLETED' },
      });
    });
  });

  it('lets one of two visits have a place that both want at the same moment', async () => {
    const [lina, sami] = [
      await book(sara, world),
      await book(sara, world, { patientId: world.sami, time: '11:00' }),
    ];
    const answers = await Promise.all([
      rescheduleAppointment(sara, moveOf(world, lina, { time: '14:00' })),
      rescheduleAppointment(adam, moveOf(world, sami, { time: '14:15' })),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({
      error: { kind: 'breaks', hard: [{ code: 'provider_busy', by: { kind: 'provider' } }] },
    });
  });

  it('answers a foreign visit, and a provider’s about a colleague’s, like an unknown one', async () => {
    const visit = await book(sara, world);
    const south = await createWorld(database, `south-${worlds}`);
    const omar = asRole(database, world, 'provider', world.omar);
    for (const scope of [south.scope, omar]) {
      expect(await rescheduleAppointment(scope, moveOf(world, visit))).toEqual({
        ok: false,
        error: { kind: 'not_found' },
      });
    }
  });

  describe('over another one on purpose', () => {
    const onto = async () => {
      const visit = await book(sara, world);
      const other = await book(sara, world, { patientId: world.sami, time: '10:00' });
      return { visit, other, move: moveOf(world, visit, { overlapReason: 'Siblings together' }) };
    };

    it('needs a reason, and is marked on both', async () => {
      const { visit, other, move } = await onto();
      const without = await codesOf(rescheduleAppointment(sara, { ...move, overlapReason: null }));
      expect(without).toMatchObject({ hard: ['provider_busy'] });
      expect((await rescheduleAppointment(sara, move)).ok).toBe(true);
      expect((await standing(sara, visit)).appointment.overlap_reason).toBe('Siblings together');
      const [latest] = await listAppointmentHistory(sara, visit);
      expect(latest?.changes).toContainEqual({ kind: 'overlap', is: 'Siblings together' });
      expect(await listOverlapsOf(sara, visit)).toMatchObject([
        { appointmentId: other, shares: ['provider'] },
      ]);
      expect(await listOverlapsOf(sara, other)).toMatchObject([
        { appointmentId: visit, overlapReason: 'Siblings together' },
      ]);
    });

    it('is told in the history of the visit that lies under it, by whom and why', async () => {
      const { visit, other, move } = await onto();
      const before = (await standing(sara, other)).appointment;
      const moved = await rescheduleAppointment(sara, move);
      const told = {
        by: { kind: 'user', name: 'scheduler' },
        isUndo: false,
        changeId: moved.ok ? moved.value.changeId : '',
        changes: [
          {
            kind: 'laid_over',
            by: {
              number: (await standing(sara, visit)).appointment.number,
              start: at('2027-01-04', '10:00'),
              end: at('2027-01-04', '10:45'),
              reason: 'Siblings together',
            },
          },
        ],
      };
      expect((await listAppointmentHistory(sara, other))[0]).toMatchObject(told);
      expect((await standing(sara, other)).appointment).toEqual(before);
      // Who has seen the one under it goes on with it: nothing of it has changed.
      const on = moveOf(world, other, { date: '2027-01-05' });
      expect((await rescheduleAppointment(sara, on)).ok).toBe(true);
      const reports = await checkInvariants([{ slug: 'north', scope: sara }]);
      expect(reports.filter(({ broken }) => broken > 0)).toEqual([]);
    });

    it('is taken back in both histories', async () => {
      const { other, move } = await onto();
      const moved = await rescheduleAppointment(sara, move);
      const undone = await undoChange(sara, { changeId: moved.ok ? moved.value.changeId : '' });
      expect(undone.ok).toBe(true);
      const [latest] = await listAppointmentHistory(sara, other);
      expect(latest).toMatchObject({ isUndo: true, changes: [{ kind: 'laid_over', by: null }] });
    });

    it('needs the permission', async () => {
      const { move } = await onto();
      const viewer = asRole(database, world, 'viewer');
      expect(await codesOf(rescheduleAppointment(viewer, move))).toMatchObject({ hard: ['provider_busy'] });
      expect(await codesOf(rescheduleAppointment(world.scope, move))).toMatchObject({
        hard: ['provider_busy'],
      });
    });

    it('does not help against working hours', async () => {
      const { move } = await onto();
      const early = { ...move, time: '07:00' };
      expect(await codesOf(rescheduleAppointment(sara, early))).toMatchObject({ hard: ['not_working'] });
    });

    it('is an ordinary visit again when it moves to a free time', async () => {
      const { visit, other, move } = await onto();
      await rescheduleAppointment(sara, move);
      await rescheduleAppointment(sara, moveOf(world, visit, { version: 2, time: '14:00' }));
      expect((await standing(sara, visit)).appointment.overlap_reason).toBeNull();
      expect(await listOverlapsOf(sara, other)).toEqual([]);
    });

    it('is told to the visit underneath when it goes: once, and no longer than it lay there', async () => {
      const { visit, other, move } = await onto();
      const { number } = (await standing(sara, visit)).appointment;
      await rescheduleAppointment(sara, move);
      await rescheduleAppointment(sara, moveOf(world, visit, { version: 2, time: '14:00' }));
      await rescheduleAppointment(sara, moveOf(world, visit, { version: 3, time: '15:00' }));
      const told = (await listAppointmentHistory(sara, other)).map(({ changes }) => changes);
      expect(told).toMatchObject([
        [{ kind: 'over_moved', number, start: at('2027-01-04', '14:00') }],
        [{ kind: 'laid_over' }],
        [],
      ]);
      const omar = asRole(database, world, 'provider', world.omar);
      expect((await listAppointmentHistory(omar, other))[0]?.changes).toMatchObject([
        { kind: 'over_moved', number: null },
      ]);
    });

    it('is told to the visit underneath when it is cancelled, and when that is taken back', async () => {
      const { visit, other, move } = await onto();
      await rescheduleAppointment(sara, move);
      const cancelled = await cancelAppointment(sara, {
        appointmentId: visit,
        version: 2,
        reason: 'Ill',
        session: 'owe',
      });
      await undoChange(sara, { changeId: cancelled.ok ? cancelled.value.changeId : '' });
      expect(await listAppointmentHistory(sara, other)).toMatchObject([
        { isUndo: true, changes: [{ kind: 'over_state', is: 'SCHEDULED' }] },
        { isUndo: false, changes: [{ kind: 'over_state', is: 'CANCELLED' }] },
        { changes: [{ kind: 'laid_over' }] },
        { isCreation: true },
      ]);
    });

    it('can be booked so, and names nobody to a provider whose patient it is not', async () => {
      const under = await book(sara, world);
      const order = {
        requestKey: newId(),
        patientId: world.lina,
        clinicId: world.clinicId,
        serviceTypeId: world.serviceTypeId,
        providerId: world.omar,
        date: '2027-01-04',
        time: '09:00',
        durationMinutes: 45,
        notes: '',
      };
      expect(await bookAppointment(sara, order)).toMatchObject({
        error: {
          kind: 'no_room_for_it',
          reasons: ['patient_busy'],
          blockedBy: [{ kind: 'patient', start: at('2027-01-04', '09:00') }],
        },
      });
      const booked = await bookAppointment(sara, { ...order, overlapReason: 'Two therapists at once' });
      if (!booked.ok) throw new Error(JSON.stringify(booked.error));
      const omar = asRole(database, world, 'provider', world.omar);
      expect(await listOverlapsOf(omar, booked.value.appointmentId)).toMatchObject([
        { appointmentId: null, patientName: null, number: null, shares: ['patient'] },
      ]);
      const tells = async (scope: TenantScope) => (await listAppointmentHistory(scope, under))[0]?.changes;
      const span = { start: at('2027-01-04', '09:00'), end: at('2027-01-04', '09:45') };
      const { number } = booked.value;
      expect(await tells(sara)).toEqual([
        { kind: 'laid_over', by: { ...span, number, reason: 'Two therapists at once' } },
      ]);
      const nora = asRole(database, world, 'provider', world.nora);
      expect(await tells(nora)).toEqual([{ kind: 'laid_over', by: { ...span, number: null, reason: null } }]);
    });
  });

  describe('of a package', () => {
    const monday = at('2027-01-04', '09:00');
    const packageOf = async (seed: Partial<PackageSeed> = {}) => {
      const packageId = await addPackage(database, world, {
        number: 'PKG-1',
        status: 'SCHEDULED',
        sessions: [
          { status: 'SCHEDULED', at: monday },
          { status: 'SCHEDULED', at: at('2027-01-06', '09:00') },
        ],
        ...seed,
      });
      const [first = '', second = ''] = await visitsOf(sara, packageId);
      return { packageId, first, second };
    };

    it('holds the session where a person has put it', async () => {
      const { first } = await packageOf();
      await rescheduleAppointment(sara, moveOf(world, first));
      const { session } = await standing(sara, first);
      expect(session).toMatchObject({ is_pinned: 1, version: 2, status: 'SCHEDULED' });
    });

    it('changes neither record when the place is taken', async () => {
      const { first } = await packageOf();
      await book(sara, world, { patientId: world.sami, time: '10:00' });
      await rescheduleAppointment(sara, moveOf(world, first));
      const { appointment, session } = await standing(sara, first);
      expect(appointment).toMatchObject({ version: 1, start_at: monday });
      expect(session).toMatchObject({ version: 1, is_pinned: 0 });
    });

    it.each([
      ['not_preferred_day', { more: { preferred_days: '[0,1]' } }, { date: '2027-01-05' }],
      ['outside_day_hours', { more: { day_from: '09:00', day_to: '10:00' } }, { time: '10:00' }],
      ['outside_window', { more: { end_date: '2027-01-06' } }, { date: '2027-01-07' }],
      ['too_close', {}, { date: '2027-01-06', time: '14:00' }],
      // Behind the session that comes after it.
      ['too_close', {}, { date: '2027-01-07' }],
    ] as const)('goes against %s only when that is accepted', async (code, seed, change) => {
      const { first } = await packageOf(seed);
      const move = moveOf(world, first, change);
      const refused = await codesOf(rescheduleAppointment(sara, move));
      expect(refused).toMatchObject({ hard: [], soft: expect.arrayContaining([code]) });
      const soft = 'soft' in refused ? refused.soft : [];
      expect((await rescheduleAppointment(sara, { ...move, accepted: soft })).ok).toBe(true);
    });

    it('asks about a week that would be too full, whichever session is one too many', async () => {
      const { first } = await packageOf({
        more: { max_per_week: 1 },
        sessions: [
          { status: 'SCHEDULED', at: monday },
          { status: 'SCHEDULED', at: at('2027-01-13', '09:00') },
        ],
      });
      const move = moveOf(world, first, { date: '2027-01-11' });
      expect(await codesOf(rescheduleAppointment(sara, move))).toEqual({ hard: [], soft: ['week_full'] });
    });

    it('asks about another provider, and the assignment follows', async () => {
      const { packageId, first } = await packageOf();
      const move = moveOf(world, first, { providerId: world.omar });
      expect(await codesOf(rescheduleAppointment(sara, move))).toEqual({ hard: [], soft: ['not_assigned'] });
      expect((await rescheduleAppointment(sara, { ...move, accepted: ['not_assigned'] })).ok).toBe(true);
      const assigned = await sara
        .from('provider_assignment')
        .select(['session_number', 'provider_id'])
        .where('package_id', '=', packageId)
        .orderBy('session_number')
        .execute();
      expect(assigned).toEqual([
        { session_number: 1, provider_id: world.omar },
        { session_number: 2, provider_id: world.nora },
      ]);
    });

    it('offers free times that follow the package, and apart from them those that do not', async () => {
      const { first } = await packageOf({ more: { preferred_days: '[0,1,2]' } });
      const offered = await moveTimes(sara, { id: first, days: 4 });
      if (!offered.ok) throw new Error(offered.error.kind);
      const { days, providers, from } = offered.value;
      expect(from).toBe('2027-01-03');
      expect(providers.map(({ id, isUsual }) => [id, isUsual]).sort()).toEqual(
        [
          [world.nora, true],
          [world.omar, false],
        ].sort(),
      );
      const ofNora = days.map(({ date, of }) => [date, of.find((each) => each.providerId === world.nora)]);
      const dates = Object.fromEntries(ofNora);
      expect(dates['2027-01-04'].times).not.toContain('09:00');
      expect(dates['2027-01-04'].times.slice(0, 2)).toEqual(['09:15', '09:30']);
      expect(dates['2027-01-05'].against).toEqual([]);
      expect(dates['2027-01-06'].times).toEqual([]);
      expect(dates['2027-01-06'].against.length).toBeGreaterThan(0);
    });
  });

  describe('and cancelling it', () => {
    it('frees its time at once, and says why', async () => {
      const visit = await book(sara, world);
      const input = { appointmentId: visit, version: 1, reason: 'Ill', session: 'cancel' as const };
      expect(await cancelAppointment(sara, input)).toMatchObject({ ok: true, value: { version: 2 } });
      await book(sara, world, { patientId: world.sami });
      expect(await listAppointmentHistory(sara, visit)).toMatchObject([
        { reason: 'Ill', changes: [{ kind: 'state', was: 'SCHEDULED', is: 'CANCELLED' }] },
        { isCreation: true },
      ]);
      const told = await sara
        .from('outbox')
        .select('available_at')
        .where('kind', '=', 'appointment_cancelled')
        .execute();
      expect(told).toEqual([{ available_at: NOW + UNDO_MINUTES * 60_000 }]);
    });

    it('is done once when it is sent again, and refused when others were faster', async () => {
      const visit = await book(sara, world);
      const input = { appointmentId: visit, version: 1, reason: 'Ill', session: 'cancel' as const };
      const first = await cancelAppointment(sara, input);
      expect(await cancelAppointment(sara, input)).toEqual(first);
      expect(await cancelAppointment(adam, input)).toMatchObject({ error: { kind: 'stale', version: 2 } });
      expect(await cancelAppointment(adam, { ...input, version: 2 })).toMatchObject({
        error: { kind: 'not_open', status: 'CANCELLED' },
      });
    });

    const twoSessions = async () => {
      const packageId = await addPackage(database, world, {
        number: 'PKG-2',
        status: 'SCHEDULED',
        sessions: [
          { status: 'SCHEDULED', at: at('2027-01-04', '09:00') },
          { status: 'SCHEDULED', at: at('2027-01-05', '09:00') },
        ],
      });
      return { packageId, visits: await visitsOf(sara, packageId) };
    };
    const sessionsOf = (packageId: string) =>
      sara
        .from('session')
        .select(['status', 'is_pinned', 'appointment_id'])
        .where('package_id', '=', packageId)
        .orderBy('number')
        .execute();
    const statusOf = async (packageId: string) =>
      (
        await sara
          .from('package')
          .select('status')
          .where('package.id', '=', packageId)
          .executeTakeFirstOrThrow()
      ).status;

    it('leaves a session that is still owed pending and without a visit', async () => {
      const { packageId, visits } = await twoSessions();
      for (const appointmentId of visits) {
        await cancelAppointment(sara, { appointmentId, version: 1, reason: 'Ill', session: 'owe' });
      }
      expect(await sessionsOf(packageId)).toEqual([
        { status: 'PENDING', is_pinned: 0, appointment_id: null },
        { status: 'PENDING', is_pinned: 0, appointment_id: null },
      ]);
      expect(await statusOf(packageId)).toBe('DRAFT');
      expect(await findAppointment(sara, visits[1] ?? '')).toMatchObject({
        package: { id: packageId, sessionNumber: 2, isFormer: true },
      });
    });

    it('cancels the session with it, and a package that has none left', async () => {
      const { packageId, visits } = await twoSessions();
      for (const appointmentId of visits) {
        await cancelAppointment(sara, { appointmentId, version: 1, reason: 'Ill', session: 'cancel' });
      }
      expect((await sessionsOf(packageId)).map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED']);
      expect(await statusOf(packageId)).toBe('CANCELLED');
    });

    it('follows what became of a visit, and back', async () => {
      const { packageId, visits } = await twoSessions();
      const [appointmentId = ''] = visits;
      await recordOutcome(onceOver(database, sara), { appointmentId, version: 1, outcome: 'COMPLETED' });
      expect(await statusOf(packageId)).toBe('IN_PROGRESS');
      await recordOutcome(onceOver(database, sara), { appointmentId, version: 2, outcome: 'SCHEDULED' });
      expect(await statusOf(packageId)).toBe('SCHEDULED');
      expect((await sessionsOf(packageId))[0]?.status).toBe('SCHEDULED');
    });
  });

  it('cannot take back a missed visit whose time was given away', async () => {
    const visit = await book(sara, world);
    await recordOutcome(onceOver(database, sara), { appointmentId: visit, version: 1, outcome: 'NO_SHOW' });
    await book(sara, world, { patientId: world.sami });
    const back = await recordOutcome(onceOver(database, sara), {
      appointmentId: visit,
      version: 2,
      outcome: 'SCHEDULED',
    });
    expect(back).toEqual({ ok: false, error: { kind: 'slot_taken', resource: 'provider' } });
  });

  it('lets a provider say what became of their own visits only', async () => {
    const visit = await book(sara, world);
    const input = { appointmentId: visit, version: 1, outcome: 'ARRIVED' as const };
    const [omar, nora] = [world.omar, world.nora].map((id) => asRole(database, world, 'provider', id));
    if (!omar || !nora) throw new Error('two providers');
    expect(await recordOutcome(onceOver(database, omar), input)).toEqual({
      ok: false,
      error: { kind: 'not_found' },
    });
    expect((await recordOutcome(onceOver(database, nora), input)).ok).toBe(true);
  });
});
