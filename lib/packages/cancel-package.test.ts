import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantScope } from '@/db/scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { asRole, createWorld, type World } from '@/db/testing-world';
import { recordOutcome } from '@/lib/appointments/record-outcome';
import { newId } from '@/lib/ids/new-id';
import { cancelPackage } from './cancel-package';
import { createPackage } from './create-package';
import type { ProposePlanInput } from './input';
import { proposePlan } from './propose-plan';

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
    const input: ProposePlanInput = {
      patientId: world.lina,
      clinicId: world.clinicId,
      serviceTypeId: world.serviceTypeId,
      sessionCount: 3,
      durationMinutes: 45,
      startDate: '2027-01-03',
      endDate: null,
      preferredDays: [],
      dayHours: null,
      minGapDays: 1,
      maxPerWeek: null,
      providers: { strategy: 'one', providerId: world.nora },
      goal: 'soonest',
    };
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

  const sessions = () =>
    scope.from('session').select(['status', 'appointment_id']).orderBy('number').execute();
  const packageStatus = async () =>
    (await scope.from('package').select('status').executeTakeFirstOrThrow()).status;

  it('cancels what is open and keeps what was done', async () => {
    const [first] = await sessions();
    await recordOutcome(scope, {
      appointmentId: first?.appointment_id ?? '',
      version: 1,
      outcome: 'COMPLETED',
    });
    expect(await packageStatus()).toBe('IN_PROGRESS');
    const cancelled = await cancelPackage(scope, { packageId, reason: 'moved away' });
    expect(cancelled).toEqual({ ok: true, value: { appointments: 2 } });
    expect((await sessions()).map(({ status }) => status)).toEqual(['COMPLETED', 'CANCELLED', 'CANCELLED']);
    const appointments = await scope.from('appointment').select('status').orderBy('start_at').execute();
    expect(appointments.map(({ status }) => status)).toEqual(['COMPLETED', 'CANCELLED', 'CANCELLED']);
    expect(await packageStatus()).toBe('CANCELLED');
  });

  it('gives the time to others at once', async () => {
    await cancelPackage(scope, { packageId, reason: 'moved away' });
    await expect(savedPackage()).resolves.toEqual(expect.any(String));
  });

  it('is done once', async () => {
    await cancelPackage(scope, { packageId, reason: 'moved away' });
    const again = await cancelPackage(scope, { packageId, reason: 'again' });
    expect(again).toEqual({ ok: false, error: { kind: 'already_cancelled' } });
  });

  it('is not for another tenant', async () => {
    const south = await createWorld(database, `south-${worlds}`);
    const foreign = await cancelPackage(south.scope, { packageId, reason: 'mischief' });
    expect(foreign).toEqual({ ok: false, error: { kind: 'not_found' } });
    expect(await packageStatus()).toBe('SCHEDULED');
  });

  it('follows its sessions: completed when the last one is', async () => {
    for (const { appointment_id } of await sessions()) {
      await recordOutcome(scope, { appointmentId: appointment_id ?? '', version: 1, outcome: 'COMPLETED' });
    }
    expect(await packageStatus()).toBe('COMPLETED');
  });

  it('follows its sessions also when two are completed at the same moment', async () => {
    const [first, second, third] = await sessions();
    await recordOutcome(scope, {
      appointmentId: first?.appointment_id ?? '',
      version: 1,
      outcome: 'COMPLETED',
    });
    await Promise.all(
      [second, third].map((session) =>
        recordOutcome(scope, {
          appointmentId: session?.appointment_id ?? '',
          version: 1,
          outcome: 'COMPLETED',
        }),
      ),
    );
    expect(await packageStatus()).toBe('COMPLETED');
  });
});
