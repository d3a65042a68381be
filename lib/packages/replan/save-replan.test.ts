import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readPackageHistory } from '@/db/reads/package-history';
import type { TenantScope } from '@/db/scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { addPackage, type SessionSeed } from '@/db/testing-packages';
import { asRole, at, createWorld, type World } from '@/db/testing-world';
import { transaction } from '@/db/transaction';
import { cancelAppointment } from '@/lib/appointments/cancel-appointment';
import { undoChange } from '@/lib/changes/undo-change';
import { newId } from '@/lib/ids/new-id';
import { checkInvariants } from '@/lib/invariants/check-invariants';
import { ok } from '@/lib/result/result';
import { cancelPackage } from '../cancel-package';
import { historyOf } from '../history';
import type { ReplanInput } from './input';
import { proposeReplan, type ReplanProposal } from './propose-replan';
import { saveReplan } from './save-replan';

const visit = (date: string, time = '09:00'): SessionSeed => ({ status: 'SCHEDULED', at: at(date, time) });
const failed: SessionSeed = { status: 'FAILED', attempts: 1, reasons: '[{"code":"provider_busy","days":9}]' };

describe.each(DIALECTS)('planning a stored package again (%s)', (dialect) => {
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

  /** Lina's package, from Sunday 3 January to Thursday 14 January unless said otherwise. */
  const pack = (sessions: SessionSeed[], more = {}) =>
    addPackage(database, world, {
      number: 'PKG-1',
      status: 'SCHEDULED',
      sessions,
      more: { end_date: '2027-01-14', ...more },
    });

  async function ask(packageId: string, change: Partial<ReplanInput> = {}): Promise<ReplanInput> {
    const { version } = await scope
      .from('package')
      .select('package.version')
      .where('package.id', '=', packageId)
      .executeTakeFirstOrThrow();
    return { packageId, version, which: 'unplaced', changes: {}, ...change };
  }

  async function propose(input: ReplanInput): Promise<ReplanProposal> {
    const proposal = await proposeReplan(scope, input);
    if (!proposal.ok) throw new Error(JSON.stringify(proposal.error));
    return proposal.value;
  }

  const shownIn = ({ basis, sessions }: ReplanProposal) => ({
    basis,
    shown: sessions.flatMap(({ number, place }) =>
      place ? [{ number, providerId: place.providerId, roomId: place.roomId, start: place.start }] : [],
    ),
  });

  async function save(input: ReplanInput, proposal?: ReplanProposal) {
    return saveReplan(scope, { ...input, ...shownIn(proposal ?? (await propose(input))) });
  }

  const sessions = () =>
    scope
      .from('session')
      .leftJoin('appointment', (join) =>
        join
          .onRef('appointment.id', '=', 'session.appointment_id')
          .onRef('appointment.tenant_id', '=', 'session.tenant_id'),
      )
      .select(['session.number', 'session.status', 'session.attempts', 'session.reasons'])
      .select(['appointment.number as visit', 'appointment.start_at as start', 'appointment.provider_id'])
      .orderBy('session.number')
      .execute();

  const assigned = async () => {
    const rows = await scope
      .from('provider_assignment')
      .select(['session_number', 'provider_id', 'note'])
      .orderBy('session_number')
      .execute();
    return rows.map((row) => [row.session_number, row.provider_id, row.note]);
  };
  const messages = async () => (await scope.from('outbox').select('kind').execute()).map(({ kind }) => kind);
  const isSound = async () =>
    (await checkInvariants([{ slug: 'north', scope }]))
      .filter(({ name, broken }) => broken > 0 && !/numbers are unique/.test(name))
      .map(({ name, examples }) => [name, examples]);

  it('gives a failed session the place that has become free, and leaves the others alone', async () => {
    const id = await pack([visit('2027-01-04'), failed, visit('2027-01-06')]);
    const input = await ask(id);
    const proposal = await propose(input);
    expect(proposal.sessions).toMatchObject([
      { number: 2, was: null, place: { start: at('2027-01-05', '09:00') }, reasons: [] },
    ]);
    expect((await sessions())[1]).toMatchObject({ status: 'FAILED', attempts: 1 });
    expect(await save(input, proposal)).toMatchObject({
      ok: true,
      value: { moved: 0, placed: 1, unplaced: 0 },
    });
    expect(await sessions()).toMatchObject([
      { start: at('2027-01-04', '09:00'), visit: 'PKG-1-visit-1' },
      { status: 'SCHEDULED', start: at('2027-01-05', '09:00'), attempts: 2, reasons: '[]' },
      { start: at('2027-01-06', '09:00'), visit: 'PKG-1-visit-3' },
    ]);
    expect(await messages()).toEqual(['package_changed']);
    expect(await isSound()).toEqual([]);
  });

  it('keeps the reasons of what finds no place, counts the try, and offers ways out', async () => {
    const id = await pack([visit('2027-01-04'), failed, visit('2027-01-05')]);
    const input = await ask(id);
    const proposal = await propose(input);
    expect(proposal.sessions).toMatchObject([
      { number: 2, place: null, reasons: [{ code: 'not_working' }, { code: 'too_close' }] },
    ]);
    expect(await save(input, proposal)).toMatchObject({ ok: true, value: { placed: 0, unplaced: 1 } });
    const [, second] = await sessions();
    expect(second).toMatchObject({ status: 'FAILED', attempts: 2 });
    expect(JSON.parse(second?.reasons ?? '')).toEqual(proposal.sessions[0]?.reasons);
    expect(await messages()).toEqual([]);
  });

  it('tries the sessions that were asked for alone', async () => {
    const id = await pack([failed, failed, failed]);
    const proposal = await propose(await ask(id, { which: [2] }));
    expect(proposal.sessions.map(({ number }) => number)).toEqual([2]);
  });

  it('moves everything that is not done: visits keep their numbers, what is over or held stands', async () => {
    const held = { ...visit('2027-01-12'), status: 'SCHEDULED' as const };
    const id = await pack([
      { status: 'COMPLETED', at: at('2027-01-03', '07:00') },
      visit('2027-01-05', '13:00'),
      visit('2027-01-10', '15:00'),
      held,
      failed,
    ]);
    await pin(4);
    const input = await ask(id, { which: 'rest' });
    expect(await save(input)).toMatchObject({ ok: true, value: { moved: 2, placed: 1 } });
    expect((await sessions()).map(({ visit: number, start }) => [number, start])).toEqual([
      ['PKG-1-visit-1', at('2027-01-03', '07:00')],
      ['PKG-1-visit-2', at('2027-01-04', '09:00')],
      ['PKG-1-visit-3', at('2027-01-05', '09:00')],
      ['PKG-1-visit-4', at('2027-01-12', '09:00')],
      [expect.stringMatching(/^APT-/), at('2027-01-13', '09:00')],
    ]);
    expect(await isSound()).toEqual([]);
  });

  it('says what a person holds in place, and moves it where it is asked for: it is held no more', async () => {
    const id = await pack([visit('2027-01-05'), visit('2027-01-07'), visit('2027-01-10')]);
    await pin(2);
    const kept = await propose(await ask(id, { which: 'rest' }));
    expect([kept.held, kept.sessions.map(({ number }) => number)]).toEqual([[2], [1, 3]]);
    const input = await ask(id, { which: 'rest_and_held' });
    const proposal = await propose(input);
    expect([proposal.held, proposal.sessions.map(({ number }) => number)]).toEqual([[2], [1, 2, 3]]);
    expect(await save(input, proposal)).toMatchObject({ ok: true, value: { moved: 3 } });
    expect((await sessions()).map(({ start }) => start)).toEqual([
      at('2027-01-03', '09:00'),
      at('2027-01-04', '09:00'),
      at('2027-01-05', '09:00'),
    ]);
    expect((await propose(await ask(id, { which: 'rest' }))).held).toEqual([]);
    expect(await isSound()).toEqual([]);
  });

  it('holds no visit with somebody for whom the session is no more', async () => {
    const id = await pack([visit('2027-01-05'), visit('2027-01-07')]);
    await pin(2);
    const providers = [{ number: 2, providerIds: [world.omar] }];
    const { held, sessions: planned } = await propose(
      await ask(id, { which: 'rest', changes: { providers } }),
    );
    expect([held, planned.map(({ number }) => number)]).toEqual([[], [1, 2]]);
  });

  it('lets one visit take the place that another one leaves', async () => {
    const id = await pack([visit('2027-01-05'), visit('2027-01-06'), visit('2027-01-07')]);
    const input = await ask(id, { which: 'rest' });
    expect(await save(input)).toMatchObject({ ok: true, value: { moved: 3 } });
    expect((await sessions()).map(({ start }) => start)).toEqual([
      at('2027-01-03', '09:00'),
      at('2027-01-04', '09:00'),
      at('2027-01-05', '09:00'),
    ]);
  });

  it('never moves a visit that has begun, however it is asked for', async () => {
    const id = await pack([visit('2027-01-03', '07:30'), visit('2027-01-06')]);
    const proposal = await propose(await ask(id, { which: [1, 2] }));
    expect(proposal.sessions.map(({ number }) => number)).toEqual([2]);
  });

  it('plans around visits that stand out of their order, without a second one on their day', async () => {
    const id = await pack([visit('2027-01-10'), visit('2027-01-04'), failed]);
    await pin(1);
    await pin(2);
    expect(await save(await ask(id))).toMatchObject({ ok: true, value: { placed: 1 } });
    const starts = (await sessions()).map(({ start }) => start);
    expect(new Set(starts).size).toBe(3);
    expect(starts[2]).not.toBeNull();
  });

  it('plans a session that was left behind after the later ones that are over', async () => {
    const id = await pack([
      failed,
      { status: 'COMPLETED', at: at('2027-01-03', '07:00') },
      visit('2027-01-06'),
    ]);
    const proposal = await propose(await ask(id));
    expect(proposal.sessions).toMatchObject([{ number: 1, place: { start: at('2027-01-04', '09:00') } }]);
  });

  it('gives up the visit of a session that has no place in the new plan', async () => {
    const id = await pack([visit('2027-01-05'), visit('2027-01-06')]);
    const input = await ask(id, { which: 'rest', changes: { preferredDays: [5] } });
    expect(await save(input)).toMatchObject({ ok: true, value: { unplaced: 2 } });
    expect((await sessions()).map(({ status }) => status)).toEqual(['FAILED', 'FAILED']);
    const visits = await scope.from('appointment').select('status').execute();
    expect(visits).toEqual([{ status: 'CANCELLED' }, { status: 'CANCELLED' }]);
    expect(await isSound()).toEqual([]);
  });

  it('extends the package and keeps what it asks for now', async () => {
    const id = await pack([visit('2027-01-13'), failed, failed], { end_date: '2027-01-14' });
    const before = await propose(await ask(id));
    expect(before.sessions.filter(({ place }) => place)).toHaveLength(1);
    const input = await ask(id, { changes: { endDate: '2027-01-28', preferredDays: [1, 3], maxPerWeek: 2 } });
    expect(await save(input)).toMatchObject({ ok: true, value: { placed: 2 } });
    const record = await scope.from('package').selectAll().executeTakeFirstOrThrow();
    expect(record).toMatchObject({ end_date: '2027-01-28', preferred_days: '[1,3]', max_per_week: 2 });
    expect((await sessions()).map(({ start }) => start).slice(1)).toEqual([
      at('2027-01-18', '09:00'),
      at('2027-01-20', '09:00'),
    ]);
  });

  it('names the field that cannot be', async () => {
    const id = await pack([failed, failed]);
    const refusal = async (changes: ReplanInput['changes']) =>
      proposeReplan(scope, await ask(id, { changes }));
    expect(await refusal({ endDate: '2027-01-01' })).toMatchObject({
      error: { kind: 'invalid_input', fields: { 'changes.endDate': { code: 'ends_before_start' } } },
    });
    const stranger = { number: 1, providerIds: ['nobody'] };
    expect(await refusal({ providers: [stranger] })).toMatchObject({
      error: { fields: { 'changes.providers.0.providerIds': { code: 'unknown' } } },
    });
  });

  it('changes a note without touching who has the session by now', async () => {
    const id = await pack([visit('2027-01-05'), visit('2027-01-06')]);
    const asked = await ask(id, { which: [], changes: { providers: [{ number: 2, note: 'in Arabic' }] } });
    const seen = await propose(asked);
    const other = await ask(id, {
      which: [],
      changes: { providers: [{ number: 2, providerIds: [world.omar] }] },
    });
    expect(await save(other)).toMatchObject({ ok: true, value: { moved: 1 } });
    const late = await save(asked, seen);
    const version = late.ok || late.error.kind !== 'stale' ? 0 : late.error.version;
    expect(await save({ ...asked, version })).toMatchObject({ ok: true, value: { moved: 0 } });
    expect(await assigned()).toEqual([
      [1, world.nora, ''],
      [2, world.omar, 'in Arabic'],
    ]);
    expect(await isSound()).toEqual([]);
  });

  it('notes nothing beside a session that nobody has', async () => {
    const id = await pack([visit('2027-01-05')]);
    await transaction(scope, async (write) => {
      await write.delete('provider_assignment').execute();
      return ok(null);
    });
    const input = await ask(id, { which: [], changes: { providers: [{ number: 1, note: 'in Arabic' }] } });
    expect(await proposeReplan(scope, input)).toMatchObject({
      error: { fields: { 'changes.providers.0.providerIds': { code: 'provider_required' } } },
    });
  });

  it('gives sessions to another provider, and plans the visits again that stood with the one before', async () => {
    const id = await pack([visit('2027-01-05'), visit('2027-01-06'), visit('2027-01-12')]);
    const providers = [{ number: 2, providerIds: [world.omar], note: 'in Arabic' }];
    const input = await ask(id, { which: [], changes: { providers } });
    const proposal = await propose(input);
    expect(proposal.sessions).toMatchObject([
      {
        number: 2,
        was: { providerId: world.nora },
        place: { providerId: world.omar, start: at('2027-01-11', '09:00') },
      },
    ]);
    expect(await save(input, proposal)).toMatchObject({ ok: true, value: { moved: 1 } });
    const assigned = await scope
      .from('provider_assignment')
      .select(['session_number', 'provider_id', 'note'])
      .orderBy('session_number')
      .execute();
    expect(assigned).toEqual([
      { session_number: 1, provider_id: world.nora, note: '' },
      { session_number: 2, provider_id: world.omar, note: 'in Arabic' },
      { session_number: 3, provider_id: world.nora, note: '' },
    ]);
    const { provider_strategy } = await scope
      .from('package')
      .select('provider_strategy')
      .executeTakeFirstOrThrow();
    expect(provider_strategy).toBe('per_session');
    expect(await isSound()).toEqual([]);
  });

  it('saves nothing when a place was taken since, and shows the plan that would hold', async () => {
    const id = await pack([visit('2027-01-04'), failed]);
    const input = await ask(id);
    const proposal = await propose(input);
    await addPackage(database, world, {
      number: 'PKG-2',
      patient: world.sami,
      sessions: [visit('2027-01-05')],
    });
    const saved = await save(input, proposal);
    expect(saved).toMatchObject({
      ok: false,
      error: {
        kind: 'plan_changed',
        proposal: { sessions: [{ place: { start: at('2027-01-05', '09:45') } }] },
        entries: [],
        lost: [
          {
            number: 2,
            start: at('2027-01-05', '09:00'),
            by: { patientName: expect.stringContaining('Sami Berg') },
          },
        ],
      },
    });
    expect((await scope.from('session').select('status').where('number', '=', 2).execute())[0]?.status).toBe(
      'FAILED',
    );
  });

  it('is refused with what was done to its sessions meanwhile, and by whom; a place of its own is no loss', async () => {
    const id = await pack([visit('2027-01-04'), visit('2027-01-05'), failed]);
    const input = await ask(id);
    const proposal = await propose(input);
    const first = await scope
      .from('appointment')
      .select(['appointment.id', 'appointment.version'])
      .orderBy('start_at')
      .executeTakeFirstOrThrow();
    const cancelled = await cancelAppointment(asRole(database, world, 'admin'), {
      appointmentId: first.id,
      version: first.version,
      reason: 'On a school trip.',
      session: 'cancel',
    });
    expect(cancelled).toMatchObject({ ok: true });
    const late = await save(input, proposal);
    expect(late).toMatchObject({
      ok: false,
      error: {
        kind: 'plan_changed',
        entries: [{ reason: 'On a school trip.', what: { kind: 'sessions_changed', numbers: [1] } }],
        lost: [],
      },
    });
    const again = late.ok || late.error.kind !== 'plan_changed' ? proposal : late.error.proposal;
    expect(await save(input, again)).toMatchObject({ ok: true });
  });

  it('is refused to whoever saw an older version, with what was changed since', async () => {
    const id = await pack([visit('2027-01-04'), failed, failed]);
    const input = await ask(id);
    const proposal = await propose(input);
    await save(await ask(id, { which: [2] }));
    const late = await save(input, proposal);
    expect(late).toMatchObject({
      ok: false,
      error: { kind: 'stale', entries: [{ what: { kind: 'sessions_changed', numbers: [2] } }] },
    });
    const again = late.ok || late.error.kind !== 'stale' ? 0 : late.error.version;
    expect(await save({ ...input, version: again })).toMatchObject({ ok: true });
  });

  it('is saved once when its answer was lost and it is sent again, also after others have gone on', async () => {
    const id = await pack([visit('2027-01-05'), failed, failed], {
      preferred_days: '[2,3]',
      max_per_week: 2,
    });
    const input = await ask(id, { which: 'rest', changes: { preferredDays: [1] } });
    const changeId = newId();
    const named = { ...input, changeId, ...shownIn(await propose(input)) };
    const first = await saveReplan(scope, named);
    expect(first).toMatchObject({ ok: true, value: { changeId, moved: 1, placed: 1, unplaced: 1 } });
    expect(await saveReplan(scope, named)).toEqual(first);
    const [session] = await scope
      .from('session')
      .innerJoin('appointment', 'appointment.id', 'session.appointment_id')
      .where('appointment.tenant_id', '=', scope.tenantId)
      .select(['appointment.id', 'appointment.version'])
      .execute();
    const admin = asRole(database, world, 'admin');
    const visitOf = { appointmentId: session?.id ?? '', version: session?.version ?? 0 };
    await cancelAppointment(admin, { ...visitOf, reason: 'ill', session: 'owe' });
    expect(await saveReplan(scope, named)).toEqual(first);
    expect(await saveReplan(scope, { ...named, changeId: newId() })).toMatchObject({
      error: { kind: 'stale' },
    });
    expect(await isSound()).toEqual([]);
  });

  it('is saved once when it arrives twice at the same moment, in whichever order', async () => {
    const id = await pack([visit('2027-01-04'), failed, visit('2027-01-06')]);
    const input = await ask(id);
    const named = { ...input, changeId: newId(), ...shownIn(await propose(input)) };
    const answers = await Promise.all([1, 2, 3].map(() => saveReplan(scope, named)));
    const value = { changeId: named.changeId, moved: 0, placed: 1, unplaced: 0 };
    expect(answers).toEqual([1, 2, 3].map(() => ({ ok: true, value })));
    expect((await sessions())[1]).toMatchObject({ status: 'SCHEDULED', attempts: 2 });
  });

  it('is not answered by the name of a change that is somebody else’s, or another one', async () => {
    const id = await pack([visit('2027-01-04'), failed, visit('2027-01-06')]);
    const input = await ask(id);
    const named = { ...input, changeId: newId(), ...shownIn(await propose(input)) };
    await saveReplan(scope, named);
    const none = { ok: false, error: { kind: 'not_found' } };
    expect(await saveReplan(asRole(database, world, 'admin'), named)).toEqual(none);
    const { changeId } = named;
    const order = { changeId, packageId: id, version: 2, what: 'rest' as const, reason: 'try', listed: [] };
    expect(await cancelPackage(scope, order)).toEqual(none);
  });

  it('is taken back whole: what moved, the visit that it made, who is for what, and its message', async () => {
    const id = await pack([visit('2027-01-05'), failed, visit('2027-01-07')]);
    const before = await sessions();
    const providers = [{ number: 3, providerIds: [world.omar], note: 'brings the splint' }];
    const saved = await save(await ask(id, { which: 'rest', changes: { providers } }));
    expect(saved).toMatchObject({ ok: true, value: { moved: 2, placed: 1 } });
    const [, made, given] = await sessions();
    expect(given?.provider_id).toBe(world.omar);
    const told = historyOf(await readPackageHistory(scope, id)).find(
      ({ what }) => what.kind === 'assignments_changed',
    );
    expect(told?.what).toMatchObject({
      changes: [
        {
          numbers: [3],
          from: [`north-${worlds} Nora`],
          to: [`north-${worlds} Omar`],
          note: 'brings the splint',
        },
      ],
    });
    const undone = await undoChange(scope, { changeId: saved.ok ? saved.value.changeId : '' });
    expect(undone.ok).toBe(true);
    expect(await sessions()).toEqual(before);
    expect(await assigned()).toEqual([1, 2, 3].map((number) => [number, world.nora, '']));
    const freed = scope.from('appointment').select('status').where('number', '=', `${made?.visit}`);
    expect(await freed.executeTakeFirst()).toEqual({ status: 'CANCELLED' });
    expect(await messages()).toEqual([]);
    expect(await isSound()).toEqual([]);
  });

  it('is taken back where one visit stands at the place that another had', async () => {
    const id = await pack([visit('2027-01-05'), visit('2027-01-06')]);
    const starts = async () => (await sessions()).map(({ start }) => start);
    const saved = await save(await ask(id, { which: 'rest', changes: { preferredDays: [1, 2] } }));
    expect(await starts()).toEqual([at('2027-01-04', '09:00'), at('2027-01-05', '09:00')]);
    const undone = await undoChange(scope, { changeId: saved.ok ? saved.value.changeId : '' });
    expect(undone.ok).toBe(true);
    expect(await starts()).toEqual([at('2027-01-05', '09:00'), at('2027-01-06', '09:00')]);
  });

  it('schedules a draft, which is confirmed as a whole', async () => {
    const id = await pack([{ status: 'PENDING' }, { status: 'PENDING' }], {});
    await save(await ask(id));
    expect((await scope.from('package').select('status').executeTakeFirstOrThrow()).status).toBe('SCHEDULED');
  });

  it('is not for another tenant, nor for a package that was called off', async () => {
    const id = await pack([failed, failed], { cancelled_at: 1, status: 'CANCELLED' });
    const input = await ask(id);
    expect(await proposeReplan(scope, input)).toEqual({ ok: false, error: { kind: 'package_cancelled' } });
    const south = await createWorld(database, `south-${worlds}`);
    expect(await proposeReplan(south.scope, input)).toEqual({ ok: false, error: { kind: 'not_found' } });
  });

  async function pin(number: number) {
    await transaction(scope, async (write) => {
      await write.update('session').set({ is_pinned: 1 }).where('number', '=', number).execute();
      return ok(null);
    });
  }
});
