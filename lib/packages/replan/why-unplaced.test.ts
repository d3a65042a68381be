import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantScope } from '@/db/scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { addPackage, type SessionSeed } from '@/db/testing-packages';
import { asRole, at, createWorld, type World } from '@/db/testing-world';
import type { Reason } from '@/lib/scheduling/plan';
import { proposeReplan } from './propose-replan';
import { saveReplan } from './save-replan';

const visit = (date: string): SessionSeed => ({ status: 'SCHEDULED', at: at(date, '09:00') });
const failed: SessionSeed = { status: 'FAILED', attempts: 1, reasons: '[]' };

describe.each(DIALECTS)('why a session of a stored package has no place (%s)', (dialect) => {
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

  /** The reasons shown for the only session without a place, which are also those that are kept. */
  async function reasons(sessions: SessionSeed[], more: object): Promise<Reason[]> {
    const packageId = await addPackage(database, world, {
      number: 'PKG-1',
      status: 'SCHEDULED',
      sessions,
      more,
    });
    const question = { packageId, version: 1, which: 'unplaced' as const, changes: {} };
    const proposal = await proposeReplan(scope, question);
    if (!proposal.ok) throw new Error(JSON.stringify(proposal.error));
    const { basis } = proposal.value;
    const shown = proposal.value.sessions.find(({ place }) => place === null)?.reasons ?? [];
    const saved = await saveReplan(scope, { ...question, basis, shown: [] });
    expect(saved.ok).toBe(true);
    const kept = await scope
      .from('session')
      .select('session.reasons')
      .where('session.status', '=', 'FAILED')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(kept.reasons)).toEqual(shown);
    return shown;
  }

  it('is that its own visits are too close, also where one of them was moved too close to another', async () => {
    const wishes = { start_date: '2027-01-03', end_date: '2027-01-07', min_gap_days: 4 };
    // Only the second visit is too close to Thursday 7 January, and itself too close to the first.
    expect(await reasons([visit('2027-01-03'), visit('2027-01-06'), failed], wishes)).toEqual([
      { code: 'too_close', days: 5 },
    ]);
  });

  it('is another visit of the patient where the patient has one', async () => {
    await addPackage(database, world, {
      number: 'PKG-2',
      status: 'SCHEDULED',
      sessions: [{ ...visit('2027-01-04'), provider: world.omar }],
    });
    const wishes = { start_date: '2027-01-03', end_date: '2027-01-05', day_from: '09:00', day_to: '09:45' };
    expect(await reasons([visit('2027-01-03'), visit('2027-01-05'), failed], wishes)).toEqual([
      { code: 'patient_busy', days: 1 },
      { code: 'too_close', days: 2 },
    ]);
  });

  it('is that the package is over, when it is', async () => {
    const wishes = { start_date: '2026-12-21', end_date: '2027-01-02', preferred_days: '[1]' };
    expect(await reasons([failed], wishes)).toEqual([{ code: 'before_not_before', days: 13 }]);
  });

  it('is the calendar on the last day of the package', async () => {
    const wishes = { start_date: '2026-12-21', end_date: '2027-01-03', preferred_days: '[1]' };
    expect(await reasons([failed], wishes)).toEqual([{ code: 'not_preferred_day', days: 1 }]);
  });
});
