import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TenantScope } from '@/db/scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { asRole, at, createWorld, type World } from '@/db/testing-world';
import { type ProposePlanInput, proposePlanInput } from './input';
import { judgePlace } from './judge-place';
import { proposePlan } from './propose-plan';
import { sessionMoves } from './session-moves';
import { linasPackage } from './testing-form';

describe.each(DIALECTS)('a session placed by hand (%s)', (dialect) => {
  let database: TestDatabase;
  let world: World;
  let scope: TenantScope;
  beforeAll(async () => {
    database = await createTestDatabase(dialect);
    world = await createWorld(database, 'north');
    scope = asRole(database, world, 'scheduler');
  });
  afterAll(() => database.remove());

  const form = (change: Partial<ProposePlanInput> = {}): ProposePlanInput =>
    linasPackage(world, {
      sessionCount: 2,
      endDate: '2027-01-12',
      providers: { strategy: 'one', providerId: world.omar },
      ...change,
    });

  const pin = (number: number, date: string, time: string, providerId = world.omar) => ({
    number,
    providerId,
    roomId: null,
    start: at(date, time),
  });

  async function movesOfSession(
    number: number,
    days: { from: string; to: string },
    change?: Partial<ProposePlanInput>,
  ) {
    const found = await sessionMoves(scope, { ...form(change), number, ...days });
    if (!found.ok) throw new Error(JSON.stringify(found.error));
    return found.value;
  }
  const movesOfSession1 = movesOfSession.bind(null, 1);

  it('is offered the free times of the days that were asked about, and of no others', async () => {
    const { moves } = await movesOfSession1({ from: '2027-01-04', to: '2027-01-10' });
    expect(new Set(moves.map(({ date }) => date))).toEqual(new Set(['2027-01-04']));
    expect(moves.at(0)).toMatchObject({ time: '08:00', providerId: world.omar, placed: 2 });
    expect(moves.at(-1)?.time).toBe('11:15');
  });

  it('is told for every day of the package whether it has free times, and why not', async () => {
    const { days } = await movesOfSession1({ from: '2027-01-03', to: '2027-01-03' });
    expect(days).toHaveLength(10);
    expect(days[0]).toEqual({ date: '2027-01-03', free: 0, reason: 'not_working' });
    expect(days[1]).toEqual({ date: '2027-01-04', free: 14, reason: null });
  });

  it('is told what a day costs the others', async () => {
    const { moves, placedAtNoCost } = await movesOfSession1({ from: '2027-01-11', to: '2027-01-11' });
    expect(placedAtNoCost).toBe(2);
    expect(new Set(moves.map(({ placed }) => placed))).toEqual(new Set([1]));
  });

  it('is told what it costs the others when it has no place itself', async () => {
    const onMondays = { from: '2027-01-04', to: '2027-01-11' };
    const { moves, placedAtNoCost } = await movesOfSession(3, onMondays, { sessionCount: 3 });
    // Two Mondays, and both are taken by the first two.
    const lost = Map.groupBy(moves, ({ date, placed }) => `${date}: ${placedAtNoCost - placed}`);
    expect([...lost.keys()]).toEqual(['2027-01-04: 2', '2027-01-11: 1']);
  });

  it('stands apart from the sessions that are pinned', async () => {
    const { days } = await movesOfSession1(
      { from: '2027-01-04', to: '2027-01-04' },
      { pinned: [pin(2, '2027-01-04', '10:00')] },
    );
    expect(days[1]).toMatchObject({ free: 0, reason: 'too_close' });
  });

  describe('in a plan with others', () => {
    const propose = async (pinned: ReturnType<typeof pin>[], change?: Partial<ProposePlanInput>) => {
      const proposed = await proposePlan(scope, form({ pinned, ...change }));
      if (!proposed.ok) throw new Error(JSON.stringify(proposed.error));
      return proposed.value;
    };

    it('keeps the proof of the best plan only while it breaks nothing', async () => {
      expect(await propose([pin(1, '2027-01-04', '10:00')])).toMatchObject({ isOptimal: true });
      expect(await propose([pin(1, '2027-01-05', '10:00')])).toMatchObject({ isOptimal: false });
      const sameDay = [pin(1, '2027-01-04', '09:00'), pin(2, '2027-01-04', '10:00')];
      expect(await propose(sameDay)).toMatchObject({ isOptimal: false });
    });

    it('with a provider whom nobody knows is told as broken, and the rest planned around it', async () => {
      const plan = await propose([pin(1, '2027-01-04', '10:00', 'ghost')]);
      expect(plan.placed.find(({ number }) => number === 1)?.broken).toContain('unqualified_provider');
      expect(plan.isOptimal).toBe(false);
      const placed = plan.choices.map(({ summary }) => summary.placed);
      expect(new Set(placed).size).toBe(1);
    });

    it('is named once', () => {
      const twice = [pin(1, '2027-01-04', '09:00'), pin(1, '2027-01-11', '09:00')];
      expect(proposePlanInput.safeParse(form({ pinned: twice })).success).toBe(false);
    });
  });

  it('is judged where it was typed: it holds, or each broken rule is named', async () => {
    const judge = (place: ReturnType<typeof pin>, change?: Partial<ProposePlanInput>) =>
      judgePlace(scope, { ...form(change), place });
    const answer = (...broken: string[]) => ({ ok: true, value: { broken } });
    expect(await judge(pin(1, '2027-01-04', '08:15'))).toEqual(answer());
    expect(await judge(pin(1, '2027-01-04', '11:30'))).toEqual(answer('not_working'));
    expect(await judge(pin(1, '2027-01-05', '09:00'))).toEqual(answer('not_working'));
    expect(await judge(pin(1, '2027-01-04', '09:00', world.nora))).toEqual(answer('unqualified_provider'));
    const pinned = [pin(2, '2027-01-04', '10:00'), pin(1, '2027-01-11', '10:00')];
    const beside = await judge(pin(1, '2027-01-04', '08:00'), { pinned });
    expect(beside).toMatchObject({ ok: true, value: { broken: expect.arrayContaining(['too_close']) } });
  });
});
