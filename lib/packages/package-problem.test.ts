import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantScope } from '@/db/scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { asRole, at, atTime, createWorld, type World } from '@/db/testing-world';
import { cancelAppointment } from '@/lib/appointments/cancel-appointment';
import { recordOutcome } from '@/lib/appointments/record-outcome';
import { rescheduleAppointment } from '@/lib/appointments/reschedule-appointment';
import { newId } from '@/lib/ids/new-id';
import { instanceToJson, parseInstance } from '@/lib/scheduling/instance-json';
import { planPackage } from '@/lib/scheduling/plan-package';
import { cancelPackage } from './cancel-package';
import { createPackage } from './create-package';
import type { ProposePlanInput } from './input';
import { packageProblem } from './package-problem';
import { type Proposal, proposePlan } from './propose-plan';
import { showPackage } from './show-package';

describe.each(DIALECTS)('the planning problem of a package (%s)', (dialect) => {
  let database: TestDatabase;
  let world: World;
  let scope: TenantScope;
  let shown: Proposal;
  let packageId: string;
  let worlds = 0;
  beforeAll(async () => {
    database = await createTestDatabase(dialect);
  });
  afterAll(() => database.remove());
  beforeEach(async () => {
    world = await createWorld(database, `north-${++worlds}`);
    scope = asRole(database, world, 'scheduler');
    const form: ProposePlanInput = {
      patientId: world.lina,
      clinicId: world.clinicId,
      serviceTypeId: world.serviceTypeId,
      sessionCount: 8,
      durationMinutes: 45,
      startDate: '2027-01-03',
      endDate: '2027-01-20',
      preferredDays: [1, 3],
      dayHours: { from: '09:00', to: '12:00' },
      minGapDays: 2,
      maxGapDays: null,
      maxPerWeek: 2,
      providers: { strategy: 'one', providerId: world.nora },
      goal: 'regular',
    };
    const proposal = await proposePlan(scope, form);
    if (!proposal.ok) throw new Error(JSON.stringify(proposal.error));
    shown = proposal.value;
    const saved = await createPackage(scope, {
      ...form,
      requestKey: newId(),
      notes: 'Prefers the small room',
      autoSchedule: true,
      shown: shown.placed,
    });
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    packageId = saved.value.packageId;
  });

  const asFile = async () => {
    const problem = await packageProblem(scope, { packageId });
    if (!problem.ok) throw new Error(problem.error.kind);
    return JSON.stringify(instanceToJson(problem.value.instance));
  };

  it('gives the saved plan again, with the same reasons, when it is planned from its file', async () => {
    const parsed = parseInstance(JSON.parse(await asFile()));
    if (!parsed.ok) throw new Error(parsed.faults.join('\n'));
    const plan = planPackage(parsed.value);
    expect(plan.placed.map(({ number, provider, start }) => ({ number, provider, start }))).toEqual(
      shown.placed.map(({ number, providerId, start }) => ({ number, provider: providerId, start })),
    );
    expect(plan.unplaced).toEqual(shown.unplaced);
    expect(plan.unplaced.length).toBeGreaterThan(0);
  });

  it('holds what is done in place', async () => {
    const first = await scope
      .from('session')
      .select('appointment_id')
      .where('number', '=', 1)
      .executeTakeFirstOrThrow();
    await recordOutcome(atTime(database, scope, shown.placed[0]?.start ?? 0), {
      appointmentId: first.appointment_id ?? '',
      version: 1,
      outcome: 'COMPLETED',
    });
    const problem = await packageProblem(scope, { packageId });
    if (!problem.ok) throw new Error(problem.error.kind);
    const [done, next] = problem.value.instance.sessions;
    expect(done?.fixed).toEqual({ start: shown.placed[0]?.start, provider: world.nora });
    expect(next?.fixed).toBeNull();
  });

  /** The places of the plan that the file of a moment gives, without its own words for them. */
  const plannedFromFile = async (by = scope) => {
    const problem = await packageProblem(by, { packageId });
    if (!problem.ok) throw new Error(problem.error.kind);
    const parsed = parseInstance(JSON.parse(JSON.stringify(instanceToJson(problem.value.instance))));
    if (!parsed.ok) throw new Error(parsed.faults.join('\n'));
    return planPackage(parsed.value).placed.map(({ number, provider, start }) => ({
      number,
      provider,
      start,
    }));
  };
  const standing = async () =>
    (await visits()).map(({ number, provider, start }) => ({ number, provider, start }));
  const visits = () =>
    scope
      .from('session')
      .innerJoin('appointment', (join) =>
        join
          .onRef('appointment.tenant_id', '=', 'session.tenant_id')
          .onRef('appointment.id', '=', 'session.appointment_id'),
      )
      .select(['session.number', 'appointment.id', 'appointment.version'])
      .select(['appointment.provider_id as provider', 'appointment.start_at as start'])
      .where('session.status', '=', 'SCHEDULED')
      .orderBy('session.number')
      .execute();
  const visitOf = async (number: number) => {
    const found = (await visits()).find((visit) => visit.number === number);
    if (!found) throw new Error(`Session ${number} has no visit.`);
    return { appointmentId: found.id, version: found.version };
  };
  async function move(number: number, date: string, time: string) {
    const moved = await rescheduleAppointment(scope, {
      ...(await visitOf(number)),
      providerId: world.nora,
      date,
      time,
      durationMinutes: 45,
      reason: '',
      accepted: ['too_close', 'not_preferred_day', 'outside_day_hours', 'week_full'],
      overlapReason: null,
    });
    expect(moved.ok).toBe(true);
  }
  const callOff = async (number: number, session: 'cancel' | 'owe') =>
    cancelAppointment(scope, { ...(await visitOf(number)), reason: 'Ill', session });

  it('gives the visits as they stand when one was moved by hand', async () => {
    await move(2, '2027-01-07', '15:30');
    expect(await plannedFromFile()).toEqual(await standing());
  });

  it('leaves out a session that was cancelled, and gives the others as they stand', async () => {
    await callOff(2, 'cancel');
    const planned = await plannedFromFile();
    expect(planned).toEqual(await standing());
    expect(planned.map(({ number }) => number)).toEqual([1, 3, 4, 5, 6]);
  });

  it('has a place for a session without one where a visit was cancelled since', async () => {
    await callOff(1, 'cancel');
    await callOff(6, 'cancel');
    const freed = { number: 7, provider: world.nora, start: shown.placed[5]?.start };
    expect(await plannedFromFile()).toEqual([...(await standing()), freed]);
  });

  it('leaves out a visit that stands out of order, as nothing but a time the patient has', async () => {
    await move(1, '2027-01-19', '15:00');
    const [first, ...others] = await standing();
    expect(first).toMatchObject({ number: 1, start: at('2027-01-19', '15:00') });
    expect(await plannedFromFile()).toEqual(others);
  });

  it('places no session in what is over', async () => {
    await callOff(1, 'owe');
    const later = atTime(database, scope, at('2027-01-05', '12:00'));
    expect(await plannedFromFile(later)).toEqual(await standing());
  });

  it('is still that of the whole package when it was cancelled', async () => {
    const before = await asFile();
    const { version } = await scope
      .from('package')
      .select('version')
      .where('package.id', '=', packageId)
      .executeTakeFirstOrThrow();
    const cancelled = await cancelPackage(scope, {
      packageId,
      version,
      what: 'package',
      listed: (await showPackage(scope, packageId))?.cancellable ?? [],
      reason: 'Moved away',
    });
    expect(cancelled.ok).toBe(true);
    expect(await asFile()).toBe(before);
  });

  it('tells nothing of the patient', async () => {
    const file = await asFile();
    for (const secret of [world.lina, 'Lina', 'Haddad', 'small room']) expect(file).not.toContain(secret);
  });

  it('is not for another tenant, nor for a provider who has no part in the package', async () => {
    const south = await createWorld(database, `south-${worlds}`);
    const nobody = { ok: false, error: { kind: 'not_found' } };
    expect(await packageProblem(south.scope, { packageId })).toEqual(nobody);
    expect(await packageProblem(asRole(database, world, 'provider', world.omar), { packageId })).toEqual(
      nobody,
    );
    expect((await packageProblem(asRole(database, world, 'provider', world.nora), { packageId })).ok).toBe(
      true,
    );
  });
});
