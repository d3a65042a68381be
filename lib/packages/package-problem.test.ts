import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantScope } from '@/db/scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { asRole, atTime, createWorld, type World } from '@/db/testing-world';
import { recordOutcome } from '@/lib/appointments/record-outcome';
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
