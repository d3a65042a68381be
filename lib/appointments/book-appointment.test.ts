import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantScope } from '@/db/scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { asRole, at, atTime, createWorld, type World } from '@/db/testing-world';
import { transaction } from '@/db/transaction';
import { updateRecord } from '@/db/writes/records';
import { newId } from '@/lib/ids/new-id';
import { ok, refused } from '@/lib/result/result';
import { bookAppointment } from './book-appointment';
import { freeTimes } from './free-times';
import { type BookAppointmentInput, bookAppointmentInput } from './input';
import { judgeBooking } from './judge-booking';
import { recordOutcome } from './record-outcome';
import { onceOver } from './testing-visits';

describe.each(DIALECTS)('a single appointment (%s)', (dialect) => {
  let database: TestDatabase;
  let world: World;
  let scope: TenantScope;
  let worlds = 0;
  beforeAll(async () => {
    database = await createTestDatabase(dialect);
  });
  beforeEach(async () => {
    world = await createWorld(database, `north-${++worlds}`);
    scope = asRole(database, world, 'scheduler');
  });
  afterAll(() => database.remove());

  const visit = (change: Partial<BookAppointmentInput> = {}): BookAppointmentInput => ({
    requestKey: newId(),
    patientId: world.lina,
    clinicId: world.clinicId,
    serviceTypeId: world.serviceTypeId,
    providerId: world.nora,
    date: '2027-01-04',
    time: '09:00',
    durationMinutes: 45,
    notes: '',
    ...change,
  });

  const reasonsFor = async (change: Partial<BookAppointmentInput>) => {
    const result = await bookAppointment(scope, visit(change));
    return result.ok ? [] : result.error;
  };

  it('is booked with a number, and its confirmation is queued', async () => {
    const booked = await bookAppointment(scope, visit());
    expect(booked).toMatchObject({ ok: true, value: { number: 'APT-20270103-0001' } });
    expect(await scope.from('outbox').select('kind').execute()).toEqual([
      { kind: 'appointment_confirmation' },
    ]);
  });

  it('may begin off the grid when a person types it', async () => {
    expect((await bookAppointment(scope, visit({ time: '09:10' }))).ok).toBe(true);
  });

  it('is refused with the rule it breaks', async () => {
    await bookAppointment(scope, visit());
    const busy = { kind: 'no_room_for_it', reasons: ['provider_busy'] };
    expect(await reasonsFor({ patientId: world.sami, time: '09:30' })).toMatchObject(busy);
    expect(await reasonsFor({ providerId: world.omar, time: '09:30' })).toMatchObject({
      reasons: ['patient_busy'],
    });
    expect(await reasonsFor({ time: '12:30' })).toMatchObject({ reasons: ['not_working'] });
    expect(await reasonsFor({ date: '2027-01-03', time: '07:45' })).toMatchObject({
      reasons: ['before_not_before', 'not_working'],
    });
  });

  it('ends with the working hours, and not a minute later', async () => {
    expect(await reasonsFor({ time: '16:20' })).toMatchObject({ reasons: ['not_working'] });
    expect((await bookAppointment(scope, visit({ time: '16:15' }))).ok).toBe(true);
  });

  it('keeps out of leave and closures', async () => {
    await transaction(scope, async (write) => {
      const [start_at, end_at] = [at('2027-01-04', '09:00'), at('2027-01-04', '12:00')];
      await write
        .insert('time_off', [{ id: newId(), provider_id: world.nora, start_at, end_at, label: 'Course' }])
        .execute();
      await write
        .insert('closure', [{ id: newId(), clinic_id: world.clinicId, date: '2027-01-05', label: 'Holiday' }])
        .execute();
      return ok(null);
    });
    expect(await reasonsFor({ time: '11:15' })).toMatchObject({ reasons: ['time_off'] });
    expect((await bookAppointment(scope, visit({ time: '13:00' }))).ok).toBe(true);
    expect(await reasonsFor({ date: '2027-01-05' })).toMatchObject({ reasons: ['closed'] });
  });

  it('takes a free room when the service needs one, and says when there is none', async () => {
    await transaction(scope, async (write) => {
      const change = {
        id: world.serviceTypeId,
        version: 'any' as const,
        patch: { needs_room: 1 as const },
        action: 'edit',
      };
      return ok(await updateRecord(write, 'service_type', change));
    });
    await bookAppointment(scope, visit());
    const rooms = await scope.from('appointment').select('room_id').execute();
    expect(rooms).toEqual([{ room_id: world.roomId }]);
    expect(await reasonsFor({ patientId: world.sami, providerId: world.omar })).toMatchObject({
      reasons: ['no_room'],
    });
  });

  it('is judged before it is booked as booking it would, each visit in the way named once', async () => {
    const { requestKey: _, notes: __, ...typed } = visit();
    expect(await judgeBooking(scope, typed)).toEqual(ok({ reasons: [], blockedBy: [] }));
    const booked = await bookAppointment(scope, visit());
    const appointmentId = booked.ok && booked.value.appointmentId;
    // The same patient with the same provider: two rules, one visit.
    expect(await judgeBooking(scope, { ...typed, time: '09:30' })).toMatchObject(
      ok({ reasons: ['provider_busy', 'patient_busy'], blockedBy: [{ appointmentId }] }),
    );
    expect(await judgeBooking(scope, { ...typed, patientId: undefined, time: '09:30' })).toMatchObject(
      ok({ reasons: ['provider_busy'], blockedBy: [{ appointmentId }] }),
    );
    expect(await judgeBooking(scope, { ...typed, date: '2027-03-28', time: '01:30' })).toEqual(
      refused({ kind: 'invalid_input', fields: { time: { code: 'no_such_time' } } }),
    );
  });

  it('does not exist at a time that the clock skips', async () => {
    const skipped = await reasonsFor({ date: '2027-03-28', time: '01:30' });
    expect(skipped).toEqual({ kind: 'invalid_input', fields: { time: { code: 'no_such_time' } } });
  });

  it('is made once when Save is pressed twice', async () => {
    const order = visit();
    const results = await Promise.all([bookAppointment(scope, order), bookAppointment(scope, order)]);
    results.push(await bookAppointment(scope, order));
    expect(new Set(results.map((result) => result.ok && result.value.appointmentId)).size).toBe(1);
  });

  it('does not pass off what was booked before as a form that was changed since', async () => {
    const order = visit();
    const first = await bookAppointment(scope, order);
    const changed = await bookAppointment(scope, { ...order, time: '14:00' });
    expect(changed).toMatchObject({
      ok: false,
      error: { kind: 'already_saved', ...(first.ok ? first.value : {}) },
    });
  });

  it('is refused at the ends of time, and on days that have passed', async () => {
    const fault = (code: string) => ({ kind: 'invalid_input', fields: { date: { code } } });
    expect(await reasonsFor({ date: '2199-12-31' })).toEqual(fault('too_far_ahead'));
    expect(await reasonsFor({ date: '1900-01-01' })).toEqual(fault('in_the_past'));
    expect(bookAppointmentInput.safeParse(visit({ date: '9999-12-30' })).success).toBe(false);
  });

  it('names foreign ids like unknown ones', async () => {
    const south = await createWorld(database, `south-${worlds}`);
    const unknown = { code: 'unknown' };
    expect(
      await reasonsFor({
        patientId: south.lina,
        clinicId: south.clinicId,
        serviceTypeId: south.serviceTypeId,
        providerId: south.nora,
      }),
    ).toEqual({
      kind: 'invalid_input',
      fields: { patientId: unknown, clinicId: unknown, serviceTypeId: unknown, providerId: unknown },
    });
  });

  it('offers the free times of a day, without what is taken', async () => {
    await bookAppointment(scope, visit());
    const offered = await freeTimes(scope, { ...visit(), patientId: world.sami });
    if (!offered.ok) throw new Error(JSON.stringify(offered.error));
    const times = offered.value.times.map(({ time }) => time);
    expect(times.slice(0, 4)).toEqual(['09:45', '10:00', '10:15', '10:30']);
    expect(times.at(-1)).toBe('16:15');
    expect(offered.value.reasons).toEqual([]);
  });

  it('says why a day offers nothing', async () => {
    const offered = await freeTimes(scope, { ...visit({ date: '2027-01-08' }) });
    expect(offered).toMatchObject({ ok: true, value: { times: [], reasons: ['not_working'] } });
  });

  describe('has an outcome', () => {
    const booked = async () => {
      const result = await bookAppointment(scope, visit());
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      return result.value.appointmentId;
    };

    it('that can be recorded once', async () => {
      const appointmentId = await booked();
      const arrived = await recordOutcome(onceOver(database, scope), {
        appointmentId,
        version: 1,
        outcome: 'ARRIVED',
      });
      expect(arrived).toMatchObject({ ok: true, value: { version: 2 } });
      const completed = await recordOutcome(onceOver(database, scope), {
        appointmentId,
        version: 2,
        outcome: 'COMPLETED',
      });
      expect(completed.ok).toBe(true);
      expect(
        await recordOutcome(onceOver(database, scope), { appointmentId, version: 3, outcome: 'NO_SHOW' }),
      ).toEqual({
        ok: false,
        error: { kind: 'not_open', status: 'COMPLETED' },
      });
    });

    it('that cannot be said before its day, and not that it was missed before its start', async () => {
      const appointmentId = await booked();
      const said = (date: string, time: string, outcome: 'ARRIVED' | 'COMPLETED' | 'NO_SHOW') =>
        recordOutcome(atTime(database, scope, at(date, time)), { appointmentId, version: 1, outcome });
      for (const outcome of ['ARRIVED', 'COMPLETED'] as const)
        expect(await said('2027-01-03', '23:59', outcome)).toEqual({
          ok: false,
          error: { kind: 'too_early', why: 'before_day' },
        });
      expect(await said('2027-01-04', '08:59', 'NO_SHOW')).toEqual({
        ok: false,
        error: { kind: 'too_early', why: 'before_start' },
      });
      expect((await said('2027-01-04', '00:00', 'COMPLETED')).ok).toBe(true);
    });

    it('recorded by one of two at the same moment only', async () => {
      const appointmentId = await booked();
      const results = await Promise.all([
        recordOutcome(onceOver(database, scope), { appointmentId, version: 1, outcome: 'COMPLETED' }),
        recordOutcome(onceOver(database, scope), { appointmentId, version: 1, outcome: 'NO_SHOW' }),
      ]);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
    });

    it('that nobody of another tenant can record', async () => {
      const appointmentId = await booked();
      const south = await createWorld(database, `south-${worlds}`);
      const foreign = await recordOutcome(onceOver(database, south.scope), {
        appointmentId,
        version: 1,
        outcome: 'COMPLETED',
      });
      expect(foreign).toEqual({ ok: false, error: { kind: 'not_found' } });
    });
  });
});
