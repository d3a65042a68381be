import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantScope } from '@/db/scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { asRole, at, createWorld, NOW, type World } from '@/db/testing-world';
import { transaction } from '@/db/transaction';
import { updateRecord } from '@/db/writes/records';
import { bookAppointment } from '@/lib/appointments/book-appointment';
import { newId } from '@/lib/ids/new-id';
import { ok } from '@/lib/result/result';
import { localDateOf, localTimeOf } from '@/lib/time/wall-clock';
import { createPackage } from './create-package';
import type { CreatePackageInput, ProposePlanInput } from './input';
import { type Proposal, proposePlan } from './propose-plan';
import { linasPackage } from './testing-form';

describe.each(DIALECTS)('saving a package (%s)', (dialect) => {
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

  const form = (change: Partial<ProposePlanInput> = {}): ProposePlanInput =>
    linasPackage(world, { sessionCount: 4, preferredDays: [0, 2], ...change });

  const propose = async (input: ProposePlanInput): Promise<Proposal> => {
    const proposal = await proposePlan(scope, input);
    if (!proposal.ok) throw new Error(JSON.stringify(proposal.error));
    return proposal.value;
  };

  const saving = (input: ProposePlanInput, proposal: Proposal, change: Partial<CreatePackageInput> = {}) => ({
    ...input,
    requestKey: newId(),
    notes: '',
    autoSchedule: true,
    shown: proposal.placed.map(({ number, providerId, roomId, start }) => ({
      number,
      providerId,
      roomId,
      start,
    })),
    ...change,
  });

  const count = async (
    table: 'package' | 'session' | 'appointment' | 'audit' | 'outbox' | 'provider_assignment',
  ) => {
    const { many } = await scope
      .from(table)
      .select((eb) => eb.fn.countAll<number>().as('many'))
      .executeTakeFirstOrThrow();
    return many;
  };

  it('stores the package, its sessions and the appointments that were shown, with their audit and one message', async () => {
    const input = form();
    const proposal = await propose(input);
    const auditBefore = await count('audit');
    const saved = await createPackage(
      scope,
      saving(input, proposal, { notes: 'Übung 🙂 ليان; drop table package' }),
    );
    expect(saved).toEqual({
      ok: true,
      value: { packageId: expect.any(String), number: 'PKG-20270103-0001', scheduled: 4, failed: 0 },
    });
    const stored = await scope.from('package').selectAll().executeTakeFirstOrThrow();
    expect(stored).toMatchObject({
      status: 'SCHEDULED',
      end_date: '2027-04-02',
      notes: 'Übung 🙂 ليان; drop table package',
      created_by: 'scheduler-user',
    });
    const appointments = await scope
      .from('appointment')
      .select(['start_at', 'number'])
      .orderBy('start_at')
      .execute();
    expect(appointments.map((row) => row.start_at)).toEqual(proposal.placed.map((place) => place.start));
    expect(appointments.map((row) => row.number)).toEqual([1, 2, 3, 4].map((n) => `APT-20270103-000${n}`));
    // One row for the package, and for each session, its appointment and its assignment.
    expect((await count('audit')) - auditBefore).toBe(13);
    expect(await count('outbox')).toBe(1);
  });

  it('places sessions on preferred days, a day apart, in working hours', async () => {
    const { placed } = await propose(form());
    expect(placed.map(({ start }) => start)).toEqual([
      at('2027-01-03', '09:00'),
      at('2027-01-05', '09:00'),
      at('2027-01-10', '09:00'),
      at('2027-01-12', '09:00'),
    ]);
  });

  it('saves nothing and answers the new plan when someone took a slot meanwhile', async () => {
    const input = form();
    const shown = await propose(input);
    const rival = form({ patientId: world.sami, sessionCount: 2 });
    await createPackage(scope, saving(rival, await propose(rival)));
    const refusal = await createPackage(scope, saving(input, shown));
    expect(refusal).toMatchObject({ ok: false, error: { kind: 'plan_changed' } });
    expect(await count('package')).toBe(1);
    expect(await count('appointment')).toBe(2);
    if (refusal.ok || refusal.error.kind !== 'plan_changed') throw new Error('refused for another reason');
    const again = await createPackage(scope, saving(input, refusal.error.proposal));
    expect(again).toMatchObject({ ok: true, value: { scheduled: 4 } });
  });

  it('tells which places are lost and to whom, and leaves the others where they were shown', async () => {
    const input = form({ goal: 'regular' });
    const shown = await propose(input);
    const [, lost] = shown.placed;
    if (!lost) throw new Error('the plan has four places');
    const booked = await bookAppointment(scope, {
      requestKey: newId(),
      patientId: world.sami,
      clinicId: world.clinicId,
      serviceTypeId: world.serviceTypeId,
      providerId: world.nora,
      date: localDateOf(lost.start, shown.timeZone),
      time: localTimeOf(lost.start, shown.timeZone),
      durationMinutes: 45,
      notes: '',
      overlapReason: null,
    });
    const appointmentId = booked.ok && booked.value.appointmentId;
    const refusal = await createPackage(scope, saving(input, shown));
    if (refusal.ok || refusal.error.kind !== 'plan_changed') throw new Error('it was not refused for that');
    expect(refusal.error.lost).toMatchObject([
      { number: 2, start: lost.start, by: { kind: 'provider', appointmentId } },
    ]);
    const startsOf = (placed: readonly { number: number; start: number }[]) =>
      placed.filter(({ number }) => number !== 2).map(({ start }) => start);
    expect(startsOf(refusal.error.proposal.placed)).toEqual(startsOf(shown.placed));
    expect(refusal.error.proposal.placed).toHaveLength(4);
  });

  it('lets one of two at the very same moment win, and shows the other a new plan', async () => {
    const [one, other] = [form(), form({ patientId: world.sami })];
    const proposals = await Promise.all([propose(one), propose(other)]);
    const results = await Promise.all([
      createPackage(scope, saving(one, proposals[0])),
      createPackage(scope, saving(other, proposals[1])),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({ error: { kind: 'plan_changed' } });
    expect(await count('appointment')).toBe(4);
  });

  it('makes one package when Save is pressed twice, one after the other or at once', async () => {
    const input = form();
    const order = saving(input, await propose(input));
    const [first, second] = await Promise.all([createPackage(scope, order), createPackage(scope, order)]);
    const third = await createPackage(scope, order);
    expect(first.ok && second.ok && third.ok).toBe(true);
    expect(new Set([first, second, third].map((result) => result.ok && result.value.packageId)).size).toBe(1);
    expect(await count('package')).toBe(1);
  });

  it('does not pass off what was saved before as a form that was changed since', async () => {
    const input = form();
    const proposal = await propose(input);
    const order = saving(input, proposal);
    const first = await createPackage(scope, order);
    if (!first.ok) throw new Error(JSON.stringify(first.error));
    const changed = await createPackage(scope, { ...order, notes: 'and bring the device' });
    const { packageId, number } = first.value;
    expect(changed).toEqual({ ok: false, error: { kind: 'already_saved', packageId, number } });
    expect(await count('package')).toBe(1);
  });

  it('keeps a package without a single place as a draft, each session failed with reasons that fill the window', async () => {
    const input = form({ preferredDays: [5, 6] });
    const proposal = await propose(input);
    expect(proposal.placed).toEqual([]);
    const saved = await createPackage(scope, saving(input, proposal));
    expect(saved).toMatchObject({ ok: true, value: { scheduled: 0, failed: 4 } });
    expect(await scope.from('package').select('status').executeTakeFirst()).toEqual({ status: 'DRAFT' });
    const sessions = await scope.from('session').select(['status', 'attempts', 'reasons']).execute();
    for (const session of sessions) {
      expect(session).toMatchObject({ status: 'FAILED', attempts: 1 });
      const days = (JSON.parse(session.reasons) as { days: number }[]).map((reason) => reason.days);
      expect(days.reduce((sum, one) => sum + one, 0)).toBe(90);
    }
  });

  it('keeps a draft with pending sessions when nothing is to be scheduled', async () => {
    const saved = await createPackage(scope, {
      ...saving(form(), await propose(form())),
      autoSchedule: false,
      shown: [],
    });
    expect(saved).toMatchObject({ ok: true, value: { scheduled: 0, failed: 0 } });
    const sessions = await scope.from('session').select(['status', 'attempts']).execute();
    expect(sessions).toEqual(Array.from({ length: 4 }, () => ({ status: 'PENDING', attempts: 0 })));
    expect(await count('outbox')).toBe(0);
  });

  it('refuses a plan that was made up: outside working hours, or for a provider who is not assigned', async () => {
    const input = form();
    const proposal = await propose(input);
    const [first, ...rest] = saving(input, proposal).shown;
    if (!first) throw new Error('nothing was placed');
    for (const forged of [
      { ...first, start: at('2027-01-03', '03:00') },
      { ...first, providerId: world.omar },
    ]) {
      const result = await createPackage(scope, saving(input, proposal, { shown: [forged, ...rest] }));
      expect(result).toMatchObject({ ok: false, error: { kind: 'plan_changed' } });
    }
    expect(await count('package')).toBe(0);
  });

  it('refuses a plan that leaves out a session for which there is a place', async () => {
    const input = form();
    const proposal = await propose(input);
    const [, ...rest] = saving(input, proposal).shown;
    for (const shown of [[], rest]) {
      const result = await createPackage(scope, saving(input, proposal, { shown }));
      expect(result).toMatchObject({ ok: false, error: { kind: 'plan_changed' } });
    }
    expect(await count('package')).toBe(0);
  });

  it('assigns providers session by session, with their notes', async () => {
    const sessions = [1, 2, 3, 4].map((number) => ({
      number,
      providerIds: number % 2 === 0 ? [world.omar] : [world.nora],
      note: number === 2 ? 'Omar knows the device' : '',
    }));
    const input = form({ preferredDays: [], providers: { strategy: 'per_session', sessions } });
    const proposal = await propose(input);
    expect(proposal.placed.map(({ providerId }) => providerId)).toEqual([
      world.nora,
      world.omar,
      world.nora,
      world.omar,
    ]);
    await createPackage(scope, saving(input, proposal));
    const notes = await scope
      .from('provider_assignment')
      .select('note')
      .where('session_number', '=', 2)
      .execute();
    expect(notes).toEqual([{ note: 'Omar knows the device' }]);
  });

  it('says at the field what the tenant does not have, for unknown and for foreign ids alike', async () => {
    const south = await createWorld(database, `south-${worlds}`);
    const foreign: Partial<ProposePlanInput>[] = [
      { patientId: south.lina },
      { clinicId: south.clinicId },
      { serviceTypeId: south.serviceTypeId },
      { providers: { strategy: 'one', providerId: south.nora } },
    ];
    for (const change of foreign) {
      const path = change.providers ? 'providers.providerId' : (Object.keys(change)[0] ?? '');
      const result = await proposePlan(scope, form(change));
      expect(result).toMatchObject({ ok: false, error: { fields: { [path]: { code: 'unknown' } } } });
    }
  });

  it('refuses a start before today and accepts today', async () => {
    const past = await proposePlan(scope, form({ startDate: '2027-01-02' }));
    expect(past).toMatchObject({ ok: false, error: { fields: { startDate: { code: 'in_the_past' } } } });
    expect((await proposePlan(scope, form({ startDate: '2027-01-03' }))).ok).toBe(true);
  });

  it('never offers a time that has gone by today', async () => {
    const late = { ...scope, now: () => NOW + 3 * 3_600_000 };
    const proposal = await proposePlan(late, form({ sessionCount: 2 }));
    expect(proposal).toMatchObject({ ok: true });
    if (proposal.ok) expect(proposal.value.placed[0]?.start).toBe(at('2027-01-03', '11:00'));
  });

  it('refuses a provider who does not work at the clinic, is not qualified, or has left', async () => {
    await transaction(scope, async (write) => {
      await write.delete('provider_service').where('provider_id', '=', world.omar).execute();
      return ok(null);
    });
    const asOmar = form({ providers: { strategy: 'one', providerId: world.omar } });
    const fault = (code: string) => ({ ok: false, error: { fields: { 'providers.providerId': { code } } } });
    expect(await proposePlan(scope, asOmar)).toMatchObject(fault('not_qualified'));
    await transaction(scope, async (write) => {
      await write.delete('provider_clinic').where('provider_id', '=', world.omar).execute();
      return ok(null);
    });
    expect(await proposePlan(scope, asOmar)).toMatchObject(fault('not_at_clinic'));
    await transaction(scope, async (write) =>
      ok(
        await updateRecord(write, 'provider', {
          id: world.omar,
          version: 'any',
          patch: { is_active: 0 },
          action: 'leave',
        }),
      ),
    );
    expect(await proposePlan(scope, asOmar)).toMatchObject(fault('inactive'));
  });
});
