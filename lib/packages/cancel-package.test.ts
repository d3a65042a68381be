import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantScope } from '@/db/scope';
import { mintScope } from '@/db/scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { asRole, at, atTime, createWorld, type World } from '@/db/testing-world';
import { cancelAppointment } from '@/lib/appointments/cancel-appointment';
import { recordOutcome } from '@/lib/appointments/record-outcome';
import { rescheduleAppointment } from '@/lib/appointments/reschedule-appointment';
import { moveOf } from '@/lib/appointments/testing-visits';
import { undoChange } from '@/lib/changes/undo-change';
import { newId } from '@/lib/ids/new-id';
import { bringBackSession } from './bring-back-session';
import { cancelPackage } from './cancel-package';
import { cancelSession } from './cancel-session';
import { createPackage } from './create-package';
import { proposePlan } from './propose-plan';
import { showPackage } from './show-package';
import { linasPackage } from './testing-form';

describe.each(DIALECTS)('cancelling a package (%s)', (dialect) => {
  let database: TestDatabase;
  let world: World;
  let scope: TenantScope;
  let worlds = 0;
  let packageId: string;
  beforeAll(async () => {
    database = await createTestDatabase(dialect);
  });
  afterAll(() => database.remove());
  beforeEach(async () => {
    world = await createWorld(database, `north-${++worlds}`);
    scope = asRole(database, world, 'scheduler');
    packageId = await savedPackage();
  });

  async function savedPackage(): Promise<string> {
    const input = linasPackage(world);
    const proposal = await proposePlan(scope, input);
    if (!proposal.ok) throw new Error(JSON.stringify(proposal.error));
    const { placed: shown } = proposal.value;
    const saved = await createPackage(scope, {
      ...input,
      requestKey: newId(),
      notes: '',
      autoSchedule: true,
      shown,
    });
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    return saved.value.packageId;
  }

  /** As the page does it: with the version and the list that it shows. */
  async function cancelAll(reason: string, what: 'rest' | 'package' = 'package', as = scope) {
    const shown = await showPackage(scope, packageId);
    const listed = shown?.cancellable ?? [];
    return cancelPackage(as, { packageId, version: shown?.version ?? 0, what, reason, listed });
  }

  /** When all visits are over. */
  const afterwards = () => atTime(database, scope, at('2027-04-30', '12:00'));
  const sessions = () =>
    scope.from('session').select(['status', 'appointment_id']).orderBy('number').execute();
  const packageStatus = async () =>
    (await scope.from('package').select('status').executeTakeFirstOrThrow()).status;

  it('cancels what is open and keeps what was done', async () => {
    const [first] = await sessions();
    await recordOutcome(afterwards(), {
      appointmentId: first?.appointment_id ?? '',
      version: 1,
      outcome: 'COMPLETED',
    });
    expect(await packageStatus()).toBe('IN_PROGRESS');
    const cancelled = await cancelAll('moved away');
    expect(cancelled).toMatchObject({ ok: true, value: { appointments: 2, sessions: 2 } });
    expect((await sessions()).map(({ status }) => status)).toEqual(['COMPLETED', 'CANCELLED', 'CANCELLED']);
    const appointments = await scope.from('appointment').select('status').orderBy('start_at').execute();
    expect(appointments.map(({ status }) => status)).toEqual(['COMPLETED', 'CANCELLED', 'CANCELLED']);
    expect(await packageStatus()).toBe('CANCELLED');
  });

  it('gives the time to others at once', async () => {
    await cancelAll('moved away');
    await expect(savedPackage()).resolves.toEqual(expect.any(String));
  });

  it('tells in the history which visits went, where they then were, and where one was that is owed again', async () => {
    const whenOf = async () =>
      ((await showPackage(scope, packageId))?.history ?? []).flatMap(({ what, isUndo }) =>
        what.kind === 'sessions_changed' ? [{ isUndo, visits: what.visits }] : [],
      );
    const booked = await scope.from('appointment').selectAll().orderBy('start_at').execute();
    const [first, second, third] = booked.map(({ start_at }) => start_at);
    const moved = await rescheduleAppointment(
      scope,
      moveOf(world, booked[0]?.id ?? '', { date: '2027-01-03', time: '11:00', accepted: ['outside_window'] }),
    );
    expect(moved).toMatchObject({ ok: true });
    const now = at('2027-01-03', '11:00');
    expect(now).not.toBe(first);
    const owed = { appointmentId: booked[1]?.id ?? '', version: 1, reason: 'ill', session: 'owe' as const };
    expect((await cancelAppointment(scope, owed)).ok).toBe(true);
    expect((await whenOf())[0]).toEqual({ isUndo: false, visits: [{ number: 2, start: second }] });
    const cancelled = await cancelAll('moved away');
    const gone = [
      { number: 1, start: now },
      { number: 3, start: third },
    ];
    expect((await whenOf()).flatMap(({ visits }) => visits)).toEqual(expect.arrayContaining(gone));
    await undoChange(scope, { changeId: cancelled.ok ? cancelled.value.changeId : '' });
    expect((await whenOf()).filter(({ isUndo }) => isUndo).flatMap(({ visits }) => visits)).toEqual(gone);
  });

  it('is done once', async () => {
    await cancelAll('moved away');
    const again = await cancelAll('again');
    expect(again).toEqual({ ok: false, error: { kind: 'already_cancelled' } });
  });

  it('leaves the package as what was done of it when only the rest is cancelled', async () => {
    const [first] = await sessions();
    await recordOutcome(afterwards(), {
      appointmentId: first?.appointment_id ?? '',
      version: 1,
      outcome: 'COMPLETED',
    });
    expect((await cancelAll('goal reached', 'rest')).ok).toBe(true);
    expect(await packageStatus()).toBe('COMPLETED');
    const told = await scope.from('package').select(['cancel_reason', 'cancelled_at']).execute();
    expect(told).toEqual([{ cancel_reason: 'goal reached', cancelled_at: null }]);
    expect(await cancelAll('again', 'rest')).toMatchObject({ error: { kind: 'nothing_left' } });
  });

  it('lets a visit that has begun or whose patient is there have its outcome', async () => {
    const [first, second] = await scope.from('appointment').selectAll().orderBy('start_at').execute();
    await recordOutcome(afterwards(), { appointmentId: second?.id ?? '', version: 1, outcome: 'ARRIVED' });
    const later = mintScope({ ...scope, now: () => first?.start_at ?? 0 }, database);
    const shown = await showPackage(later, packageId);
    const { version = 0, cancellable: listed = [] } = shown ?? {};
    expect(listed.map(({ number }) => number)).toEqual([3]);
    const order = { packageId, version, what: 'package' as const, reason: 'moved', listed };
    expect(await cancelPackage(later, order)).toMatchObject({ ok: true, value: { appointments: 1 } });
    expect((await sessions()).map(({ status }) => status)).toEqual(['SCHEDULED', 'SCHEDULED', 'CANCELLED']);
  });

  it('cancels what was listed or nothing', async () => {
    const shown = await showPackage(scope, packageId);
    const { version = 0, cancellable: listed = [] } = shown ?? {};
    const order = { packageId, version, what: 'package' as const, reason: 'moved', listed };
    const changed = { ok: false, error: { kind: 'list_changed' } };
    expect(await cancelPackage(scope, { ...order, listed: listed.slice(1) })).toMatchObject(changed);
    // Somebody has moved one of the visits since.
    const elsewhere = listed.map(({ number, start }) => ({ number, start: (start ?? 0) + 1 }));
    expect(await cancelPackage(scope, { ...order, listed: elsewhere })).toMatchObject(changed);
    const late = await cancelPackage(scope, { ...order, version: version + 1 });
    expect(late).toMatchObject({ ok: false, error: { kind: 'stale', version } });
    expect((await sessions()).every(({ status }) => status === 'SCHEDULED')).toBe(true);
  });

  it('says who has changed the list meanwhile, and what', async () => {
    const shown = await showPackage(scope, packageId);
    const { version = 0, cancellable: listed = [] } = shown ?? {};
    const [, second, third] = await sessions();
    const owed = { version: 1, session: 'owe' as const };
    const adam = asRole(database, world, 'admin');
    await cancelAppointment(scope, { ...owed, appointmentId: second?.appointment_id ?? '', reason: 'ill' });
    await cancelAppointment(adam, { ...owed, appointmentId: third?.appointment_id ?? '', reason: 'away' });
    const order = { packageId, version, what: 'rest' as const, reason: 'moved', listed };
    const told = (name: string, reason: string, number: number) => ({
      actor: { kind: 'user', name },
      reason,
      what: { kind: 'sessions_changed', numbers: [number] },
    });
    // Of the same moment, in whatever order.
    const answer = await cancelPackage(scope, order);
    const entries = answer.ok || answer.error.kind !== 'list_changed' ? [] : answer.error.entries;
    expect(
      entries.toSorted((one, other) => (one.reason ?? '').localeCompare(other.reason ?? '')),
    ).toMatchObject([told('admin', 'away', 3), told('scheduler', 'ill', 2)]);
  });

  it('tells the family once, and not at all when it is taken back', async () => {
    const cancelled = await cancelAll('moved away');
    const told = () => scope.from('outbox').select('kind').where('kind', '=', 'package_cancelled').execute();
    expect(await told()).toHaveLength(1);
    const undone = await undoChange(scope, { changeId: cancelled.ok ? cancelled.value.changeId : '' });
    expect(undone.ok).toBe(true);
    expect(await told()).toEqual([]);
    expect(await packageStatus()).toBe('SCHEDULED');
    expect((await sessions()).every(({ status }) => status === 'SCHEDULED')).toBe(true);
  });

  it('can be taken back also when the package was completed by it', async () => {
    const [first] = await sessions();
    await recordOutcome(afterwards(), {
      appointmentId: first?.appointment_id ?? '',
      version: 1,
      outcome: 'COMPLETED',
    });
    const cancelled = await cancelAll('goal reached', 'rest');
    const undone = await undoChange(scope, { changeId: cancelled.ok ? cancelled.value.changeId : '' });
    expect(undone.ok).toBe(true);
    expect(await packageStatus()).toBe('IN_PROGRESS');
    expect((await scope.from('package').select('cancel_reason').execute())[0]?.cancel_reason).toBeNull();
  });

  it('sent again because its answer was lost, it is done once and answers the same', async () => {
    const shown = await showPackage(scope, packageId);
    const seen = { packageId, version: shown?.version ?? 0 };
    const listed = shown?.cancellable ?? [];
    const order = { ...seen, changeId: newId(), what: 'package' as const, reason: 'moved away', listed };
    const answers = await Promise.all([cancelPackage(scope, order), cancelPackage(scope, order)]);
    const value = { changeId: order.changeId, sessions: 3, appointments: 3 };
    expect([...answers, await cancelPackage(scope, order)]).toEqual(
      [1, 2, 3].map(() => ({ ok: true, value })),
    );
    const named = await cancelPackage(scope, { ...order, changeId: newId() });
    expect(named).toEqual({ ok: false, error: { kind: 'already_cancelled' } });
    expect((await undoChange(scope, { changeId: order.changeId })).ok).toBe(true);
    expect(await packageStatus()).toBe('SCHEDULED');
  });

  it('brings a session back, and cancels it, once, however often its sender sends it', async () => {
    await cancelAll('rest', 'rest');
    const seen = async () => ({ packageId, version: (await showPackage(scope, packageId))?.version ?? 0 });
    const back = { ...(await seen()), changeId: newId(), number: 2 };
    const done = ({ changeId }: { changeId: string }) => ({ ok: true, value: { changeId } });
    expect(await bringBackSession(scope, back)).toEqual(done(back));
    expect(await bringBackSession(scope, back)).toEqual(done(back));
    const order = { ...(await seen()), changeId: newId(), number: 2, reason: 'not needed' };
    expect(await cancelSession(scope, order)).toEqual(done(order));
    expect(await cancelSession(scope, order)).toEqual(done(order));
  });

  it('owes a cancelled session again, or a session without a place no more', async () => {
    await cancelAll('rest', 'rest');
    const seen = async () => ({ packageId, version: (await showPackage(scope, packageId))?.version ?? 0 });
    expect((await bringBackSession(scope, { ...(await seen()), number: 2 })).ok).toBe(true);
    expect(await sessions()).toMatchObject([
      { status: 'CANCELLED' },
      { status: 'PENDING', appointment_id: null },
      { status: 'CANCELLED' },
    ]);
    expect(await packageStatus()).toBe('DRAFT');
    const again = await bringBackSession(scope, { ...(await seen()), number: 2 });
    expect(again).toEqual({ ok: false, error: { kind: 'not_possible', status: 'PENDING' } });
    const order = { ...(await seen()), number: 2, reason: 'not needed' };
    expect((await cancelSession(scope, order)).ok).toBe(true);
    expect(await packageStatus()).toBe('CANCELLED');
    expect(await cancelSession(scope, { ...order, number: 1 })).toMatchObject({ error: { kind: 'stale' } });
  });

  it('is not for another tenant', async () => {
    const south = await createWorld(database, `south-${worlds}`);
    const foreign = await cancelAll('mischief', 'package', south.scope);
    expect(foreign).toEqual({ ok: false, error: { kind: 'not_found' } });
    expect(await packageStatus()).toBe('SCHEDULED');
  });

  it('follows its sessions: completed when the last one is', async () => {
    for (const { appointment_id } of await sessions()) {
      await recordOutcome(afterwards(), {
        appointmentId: appointment_id ?? '',
        version: 1,
        outcome: 'COMPLETED',
      });
    }
    expect(await packageStatus()).toBe('COMPLETED');
  });

  it('follows its sessions also when two are completed at the same moment', async () => {
    const [first, second, third] = await sessions();
    await recordOutcome(afterwards(), {
      appointmentId: first?.appointment_id ?? '',
      version: 1,
      outcome: 'COMPLETED',
    });
    await Promise.all(
      [second, third].map((session) =>
        recordOutcome(afterwards(), {
          appointmentId: session?.appointment_id ?? '',
          version: 1,
          outcome: 'COMPLETED',
        }),
      ),
    );
    expect(await packageStatus()).toBe('COMPLETED');
  });
});
