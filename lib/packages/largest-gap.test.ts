import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantScope } from '@/db/scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { addPackage, type SessionSeed } from '@/db/testing-packages';
import { asRole, at, createWorld, type World } from '@/db/testing-world';
import { newId } from '@/lib/ids/new-id';
import { localDateOf } from '@/lib/time/wall-clock';
import { createPackage } from './create-package';
import { createPackageInput, type ProposePlanInput } from './input';
import { packageForm } from './package-form';
import { packageProblem } from './package-problem';
import { type Proposal, proposePlan } from './propose-plan';
import { proposeReplan } from './replan/propose-replan';
import { saveReplan } from './replan/save-replan';
import { showPackage } from './show-package';
import { linasPackage } from './testing-form';

const visit = (date: string): SessionSeed => ({ status: 'SCHEDULED', at: at(date, '09:00') });
const failed: SessionSeed = { status: 'FAILED', attempts: 1, reasons: '[]' };

describe.each(DIALECTS)('the largest gap of a package (%s)', (dialect) => {
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

  const form = (change: Partial<ProposePlanInput>): ProposePlanInput =>
    linasPackage(world, { endDate: '2027-01-20', ...change });
  const propose = async (input: ProposePlanInput): Promise<Proposal> => {
    const proposal = await proposePlan(scope, input);
    if (!proposal.ok) throw new Error(JSON.stringify(proposal.error));
    return proposal.value;
  };
  const addStanding = (sessions: SessionSeed[], more: object) =>
    addPackage(database, world, { number: 'PKG-1', status: 'SCHEDULED', sessions, more });
  const replan = async (packageId: string, changes: object = {}) => {
    const proposal = await proposeReplan(scope, { packageId, version: 1, which: 'unplaced', changes });
    if (!proposal.ok) throw new Error(JSON.stringify(proposal.error));
    return proposal.value;
  };

  it('leaves out what would come too late, and says so', async () => {
    const { placed, unplaced } = await propose(form({ preferredDays: [0], maxGapDays: 6 }));
    expect(placed).toHaveLength(1);
    expect(unplaced).toHaveLength(2);
    for (const { reasons } of unplaced) expect(reasons).toContainEqual({ code: 'too_far', days: 2 });
    expect((await propose(form({ preferredDays: [0], maxGapDays: 7 }))).placed).toHaveLength(3);
  });

  it('is stored, shown, opened again in the form and in the planning problem', async () => {
    const input = form({ preferredDays: [0], maxGapDays: 7 });
    const { placed } = await propose(input);
    const saved = await createPackage(scope, {
      ...input,
      requestKey: newId(),
      notes: '',
      autoSchedule: true,
      shown: placed,
    });
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    const { packageId } = saved.value;
    expect(await showPackage(scope, packageId)).toMatchObject({ maxGapDays: 7 });
    expect(await packageForm(scope, { packageId })).toMatchObject({ value: { maxGapDays: 7 } });
    expect(await packageProblem(scope, { packageId })).toMatchObject({
      value: { instance: { maxGapDays: 7 } },
    });
  });

  it('is a fault of the form below the smallest gap', () => {
    const input = { ...form({ minGapDays: 3, maxGapDays: 2 }), notes: '', autoSchedule: true, shown: [] };
    const parsed = createPackageInput.safeParse({ ...input, requestKey: newId() });
    expect(parsed.error?.issues).toMatchObject([{ path: ['maxGapDays'], message: 'less_than_smallest' }]);
  });

  it('is kept around places held by hand, also where others lie between them; where it cannot be, it is told', async () => {
    const held = (number: number, date: string) => ({
      number,
      providerId: world.nora,
      roomId: world.roomId,
      start: at(date, '09:00'),
    });
    const bridged = await propose(
      form({ maxGapDays: 2, pinned: [held(1, '2027-01-03'), held(3, '2027-01-07')] }),
    );
    expect(bridged.placed.map(({ start }) => localDateOf(start, bridged.timeZone))).toEqual([
      '2027-01-03',
      '2027-01-05',
      '2027-01-07',
    ]);
    expect(bridged.placed.flatMap(({ broken }) => broken)).toEqual([]);

    const torn = await propose(
      form({ maxGapDays: 2, pinned: [held(1, '2027-01-03'), held(3, '2027-01-11')] }),
    );
    expect(torn.placed).toHaveLength(3);
    expect(torn.isOptimal).toBe(false);
    expect(torn.placed.flatMap(({ broken }) => broken)).toContain('too_far');
  });

  it('says why a session of a stored package has no place', async () => {
    const wishes = {
      start_date: '2027-01-03',
      end_date: '2027-01-09',
      preferred_days: '[3]',
      max_gap_days: 2,
    };
    const { sessions } = await replan(await addStanding([visit('2027-01-03'), failed], wishes));
    expect(sessions[0]?.reasons).toEqual([
      { code: 'not_preferred_day', days: 6 },
      { code: 'too_far', days: 1 },
    ]);
  });

  it('is left aside where the visits that stand are further apart, so that the rest is planned all the same', async () => {
    const wishes = { start_date: '2027-01-03', end_date: '2027-01-20', max_gap_days: 3 };
    const packageId = await addStanding([visit('2027-01-04'), failed, visit('2027-01-18')], wishes);
    const { sessions, basis } = await replan(packageId);
    expect(sessions).toMatchObject([{ number: 2, place: { providerId: world.nora } }]);
    const shown = sessions.flatMap(({ number, place }) => (place ? [{ number, ...place }] : []));
    const question = { packageId, version: 1, which: 'unplaced' as const, changes: {} };
    expect((await saveReplan(scope, { ...question, basis, shown })).ok).toBe(true);
    expect(await packageProblem(scope, { packageId })).toMatchObject({
      value: { instance: { maxGapDays: null } },
    });
  });

  it('is changed with the package, and read in its history', async () => {
    const wishes = {
      start_date: '2027-01-03',
      end_date: '2027-01-09',
      preferred_days: '[3]',
      max_gap_days: 2,
    };
    const packageId = await addStanding([visit('2027-01-03'), failed], wishes);
    const changes = { maxGapDays: null };
    const { sessions, basis } = await replan(packageId, changes);
    const shown = sessions.flatMap(({ number, place }) => (place ? [{ number, ...place }] : []));
    const question = { packageId, version: 1, which: 'unplaced' as const, changes };
    expect((await saveReplan(scope, { ...question, basis, shown })).ok).toBe(true);
    const after = await showPackage(scope, packageId);
    expect(after?.maxGapDays).toBeNull();
    expect(after?.history.map(({ what }) => what)).toContainEqual(
      expect.objectContaining({
        kind: 'package_changed',
        changes: expect.arrayContaining([{ field: 'max_gap_days', from: 2, to: null }]),
      }),
    );
    const low = await proposeReplan(scope, {
      ...question,
      version: 2,
      changes: { minGapDays: 4, maxGapDays: 3 },
    });
    expect(low).toMatchObject({
      error: { fields: { 'changes.maxGapDays': { code: 'less_than_smallest' } } },
    });
  });
});
