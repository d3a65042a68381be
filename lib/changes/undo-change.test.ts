import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listAppointmentHistory } from '@/db/reads/appointment-history';
import type { TenantScope } from '@/db/scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { addPackage } from '@/db/testing-packages';
import { asRole, at, atTime, createWorld, NOW, type World } from '@/db/testing-world';
import { cancelAppointment } from '@/lib/appointments/cancel-appointment';
import { recordOutcome } from '@/lib/appointments/record-outcome';
import { rescheduleAppointment } from '@/lib/appointments/reschedule-appointment';
import { book, moveOf, onceOver, standing, visitsOf } from '@/lib/appointments/testing-visits';
import { newId } from '@/lib/ids/new-id';
import { checkInvariants } from '@/lib/invariants/check-invariants';
import { cancelPackage } from '@/lib/packages/cancel-package';
import { UNDO_MINUTES } from '@/lib/rules/undo-window';
import { undoChange } from './undo-change';

describe.each(DIALECTS)('taking a change back (%s)', (dialect) => {
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

  type Changing = Promise<{ ok: true; value: { changeId: string } } | { ok: false; error: unknown }>;
  const done = async (changing: Changing) => {
    const answer = await changing;
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return answer.value.changeId;
  };
  const move = (appointmentId: string, change = {}) =>
    done(rescheduleAppointment(sara, moveOf(world, appointmentId, change)));
  const cancel = (appointmentId: string, session: 'cancel' | 'owe' = 'cancel') =>
    done(cancelAppointment(sara, { appointmentId, version: 1, reason: 'Ill', session }));
  const complete = (appointmentId: string, version = 1) =>
    done(recordOutcome(later(sara), { appointmentId, version, outcome: 'COMPLETED' }));
  const later = (who: TenantScope) => onceOver(database, who);
  const kinds = async () =>
    (await sara.from('outbox').select('kind').orderBy('outbox.id').execute()).map(({ kind }) => kind);

  const twoSessions = async () => {
    const packageId = await addPackage(database, world, {
      number: 'PKG-1',
      status: 'SCHEDULED',
      sessions: [
        { status: 'SCHEDULED', at: at('2027-01-04', '09:00') },
        { status: 'SCHEDULED', at: at('2027-01-05', '09:00') },
      ],
    });
    const [first = '', second = ''] = await visitsOf(sara, packageId);
    return { packageId, first, second };
  };
  const placeOf = async (appointmentId: string) => {
    const { start_at: start } = (await standing(sara, appointmentId)).appointment;
    return { start, timeZone: 'Europe/London' };
  };
  const nameOf = async (id: string) => {
    const patient = sara.from('patient').select(['given_name', 'family_name']).where('id', '=', id);
    const { given_name, family_name } = await patient.executeTakeFirstOrThrow();
    return `${given_name} ${family_name}`.trim();
  };
  const statusOf = async (packageId: string) => {
    const found = await sara
      .from('package')
      .select('status')
      .where('package.id', '=', packageId)
      .executeTakeFirst();
    return found?.status;
  };
  /** The worlds of tests give numbers of their own shape. */
  const brokenPromises = async () => {
    const reports = await checkInvariants([{ slug: 'north', scope: sara }]);
    return reports.filter(({ broken, name }) => broken > 0 && !name.includes('numbers'));
  };

  it('puts a moved visit back where it was, and withdraws its message', async () => {
    const visit = await book(sara, world);
    const changeId = await move(visit, { reason: 'Holidays' });
    expect(await undoChange(sara, { changeId })).toEqual({ ok: true, value: { records: 1 } });
    const { appointment } = await standing(sara, visit);
    expect(appointment).toMatchObject({
      start_at: at('2027-01-04', '09:00'),
      blocked_from: at('2027-01-04', '09:00'),
      change_reason: null,
      version: 3,
    });
    expect(await kinds()).toEqual(['appointment_confirmation']);
    expect(await listAppointmentHistory(sara, visit)).toMatchObject([
      { isUndo: true, changes: [{ kind: 'time' }] },
      { reason: 'Holidays' },
      { isCreation: true },
    ]);
  });

  it('gives a session back to who it was for, and lets go of it', async () => {
    const { packageId, first } = await twoSessions();
    const changeId = await move(first, { providerId: world.omar, accepted: ['not_assigned'] });
    expect((await undoChange(sara, { changeId })).ok).toBe(true);
    const { appointment, session } = await standing(sara, first);
    expect(appointment.provider_id).toBe(world.nora);
    expect(session).toMatchObject({ is_pinned: 0 });
    const assigned = await sara
      .from('provider_assignment')
      .select('provider_id')
      .where('package_id', '=', packageId)
      .execute();
    expect(assigned).toEqual([{ provider_id: world.nora }, { provider_id: world.nora }]);
    expect(await brokenPromises()).toEqual([]);
  });

  it.each(['cancel', 'owe'] as const)('brings a cancelled visit back with its session (%s)', async (what) => {
    const { packageId, first } = await twoSessions();
    const changeId = await cancel(first, what);
    expect((await undoChange(sara, { changeId })).ok).toBe(true);
    const { appointment, session } = await standing(sara, first);
    expect([appointment.status, session?.status]).toEqual(['SCHEDULED', 'SCHEDULED']);
    expect(await statusOf(packageId)).toBe('SCHEDULED');
    expect(await kinds()).toEqual([]);
    expect(await brokenPromises()).toEqual([]);
  });

  it('opens a completed visit again, and the package follows', async () => {
    const { packageId, first } = await twoSessions();
    const changeId = await complete(first);
    expect(await statusOf(packageId)).toBe('IN_PROGRESS');
    expect((await undoChange(later(sara), { changeId })).ok).toBe(true);
    expect(await statusOf(packageId)).toBe('SCHEDULED');
  });

  it('leaves what others did with the same package in between', async () => {
    const { packageId, first, second } = await twoSessions();
    const changeId = await complete(first);
    await done(recordOutcome(later(adam), { appointmentId: second, version: 1, outcome: 'COMPLETED' }));
    expect(await statusOf(packageId)).toBe('COMPLETED');
    expect((await undoChange(later(sara), { changeId })).ok).toBe(true);
    expect(await statusOf(packageId)).toBe('IN_PROGRESS');
    expect(await brokenPromises()).toEqual([]);
  });

  it('is refused when the time has been given away, and nothing is changed then', async () => {
    const visit = await book(sara, world);
    const changeId = await cancel(visit);
    await book(adam, world, { patientId: world.sami });
    const place = await placeOf(visit);
    expect(await undoChange(sara, { changeId })).toEqual({
      ok: false,
      error: {
        kind: 'slot_taken',
        resource: 'provider',
        place: { ...place, sessionNumber: null, patientName: await nameOf(world.sami) },
      },
    });
    expect((await standing(sara, visit)).appointment).toMatchObject({ status: 'CANCELLED', version: 2 });
    expect(await kinds()).toContain('appointment_cancelled');
  });

  it('says which of many has lost its time, and to whom', async () => {
    const { packageId, second } = await twoSessions();
    const listed = ['2027-01-04', '2027-01-05'].map((date, index) => ({
      number: index + 1,
      start: at(date, '09:00'),
    }));
    const changeId = newId();
    const input = { packageId, version: 1, what: 'package' as const, reason: 'Moved away', listed, changeId };
    expect((await cancelPackage(sara, input)).ok).toBe(true);
    await book(adam, world, { patientId: world.sami, date: '2027-01-05', time: '09:15' });
    const place = await placeOf(second);
    expect(await undoChange(sara, { changeId })).toEqual({
      ok: false,
      error: {
        kind: 'slot_taken',
        resource: 'provider',
        place: { ...place, sessionNumber: 2, patientName: await nameOf(world.sami) },
      },
    });
    expect(await statusOf(packageId)).toBe('CANCELLED');
  });

  it('names nobody whom a provider may not see', async () => {
    const omar = asRole(database, world, 'provider', world.omar);
    const visit = await book(sara, world, { providerId: world.omar });
    const changeId = await done(
      cancelAppointment(omar, { appointmentId: visit, version: 1, reason: 'Ill', session: 'cancel' }),
    );
    await book(adam, world);
    expect(await undoChange(omar, { changeId })).toMatchObject({
      error: { kind: 'slot_taken', resource: 'patient', place: { patientName: null } },
    });
  });

  it('is refused when the visit has been changed since', async () => {
    const visit = await book(sara, world);
    const changeId = await move(visit);
    await done(recordOutcome(later(adam), { appointmentId: visit, version: 2, outcome: 'ARRIVED' }));
    const refusal = { ok: false, error: { kind: 'changed_since', by: 'admin' } };
    expect(await undoChange(sara, { changeId })).toEqual(refusal);
  });

  it('works for as long as it says, and not a moment longer', async () => {
    const visit = await book(sara, world);
    const changeId = await move(visit);
    const end = NOW + UNDO_MINUTES * 60_000;
    const after = atTime(database, sara, end + 1);
    expect(await undoChange(after, { changeId })).toEqual({ ok: false, error: { kind: 'too_late' } });
    expect((await undoChange(atTime(database, sara, end), { changeId })).ok).toBe(true);
  });

  it('is for who made the change, once, and only for what put nothing new into the world', async () => {
    const visit = await book(sara, world);
    const changeId = await move(visit);
    const notFound = { ok: false, error: { kind: 'not_found' } };
    expect(await undoChange(adam, { changeId })).toEqual(notFound);
    expect(await undoChange(sara, { changeId: newId() })).toEqual(notFound);
    expect((await undoChange(sara, { changeId })).ok).toBe(true);
    const refusal = { ok: false, error: { kind: 'changed_since', by: null } };
    expect(await undoChange(sara, { changeId })).toEqual(refusal);
    const booking = await sara
      .from('audit')
      .select('change_id')
      .where('record_id', '=', visit)
      .where('action', '=', 'create')
      .executeTakeFirstOrThrow();
    expect(await undoChange(sara, { changeId: booking.change_id ?? '' })).toEqual(notFound);
  });
});
