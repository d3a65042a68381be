import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readPackageHistory } from '@/db/reads/package-history';
import { mintScope, type TenantScope } from '@/db/scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { addPackage } from '@/db/testing-packages';
import { asRole, at, atTime, createWorld, type World } from '@/db/testing-world';
import { undoChange } from '@/lib/changes/undo-change';
import { newId } from '@/lib/ids/new-id';
import { parseInput } from '@/lib/result/field-faults';
import { cancelPackage } from './cancel-package';
import { changesSince } from './changes-since';
import { createPackage } from './create-package';
import { editPackage } from './edit-package';
import { historyOf } from './history';
import { createPackageInput, type EditPackageInput, editPackageInput, type ProposePlanInput } from './input';
import { type PackageForm, packageForm } from './package-form';
import { proposePlan } from './propose-plan';
import { scheduleSession } from './replan/schedule-session';
import { linasPackage } from './testing-form';

describe.each(DIALECTS)('editing a draft (%s)', (dialect) => {
  let database: TestDatabase;
  let world: World;
  let scope: TenantScope;
  let packageId: string;
  let worlds = 0;
  beforeAll(async () => {
    database = await createTestDatabase(dialect);
  });
  afterAll(() => database.remove());
  beforeEach(async () => {
    world = await createWorld(database, `north-${++worlds}`);
    scope = asRole(database, world, 'scheduler');
    const draft = { requestKey: newId(), notes: 'by phone', autoSchedule: false, shown: [] };
    const saved = await createPackage(scope, { ...form(), ...draft });
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    packageId = saved.value.packageId;
  });

  const form = (change: Partial<ProposePlanInput> = {}): ProposePlanInput =>
    linasPackage(world, {
      sessionCount: 4,
      preferredDays: [0, 2],
      dayHours: { from: '09:00', to: '12:00' },
      maxPerWeek: 2,
      goal: 'regular',
      ...change,
    });

  const opened = async (): Promise<PackageForm> => {
    const found = await packageForm(scope, { packageId });
    if (!found.ok) throw new Error('there is no such package');
    return found.value;
  };

  const asDraft = (version: number, change: Partial<EditPackageInput> = {}): EditPackageInput => ({
    ...form(),
    packageId,
    version,
    requestKey: newId(),
    notes: 'by phone',
    autoSchedule: false,
    shown: [],
    ...change,
  });

  async function scheduled(
    version: number,
    change: Partial<ProposePlanInput> = {},
  ): Promise<EditPackageInput> {
    const proposal = await proposePlan(scope, form(change));
    if (!proposal.ok) throw new Error(JSON.stringify(proposal.error));
    const shown = proposal.value.placed.map(({ number, providerId, roomId, start }) => ({
      number,
      providerId,
      roomId,
      start,
    }));
    return asDraft(version, { ...change, autoSchedule: true, shown });
  }

  const sessions = () =>
    scope.from('session').select(['number', 'status', 'attempts']).orderBy('number').execute();

  it('opens the form as it was typed', async () => {
    const { patientId: _, ...typed } = form();
    expect(await opened()).toMatchObject({
      ...typed,
      packageId,
      version: 1,
      notes: 'by phone',
      hold: null,
      patient: { id: world.lina },
    });
  });

  it('opens providers and notes session by session', async () => {
    const perSession = [1, 2, 3, 4].map((number) => ({
      number,
      providerIds: number === 2 ? [world.nora, world.omar].sort() : [world.nora],
      note: number === 2 ? 'whoever is there' : '',
    }));
    const providers = { strategy: 'per_session' as const, sessions: perSession };
    await editPackage(scope, asDraft(1, { providers }));
    expect((await opened()).providers).toEqual(providers);
  });

  it('keeps it as a draft with every field changed: fewer sessions, another patient, another provider', async () => {
    const change = {
      patientId: world.sami,
      sessionCount: 2,
      durationMinutes: 30,
      preferredDays: [1],
      dayHours: null,
      maxPerWeek: null,
      goal: 'soonest' as const,
      providers: { strategy: 'one' as const, providerId: world.omar },
      notes: 'Omar asked for it',
    };
    const edited = await editPackage(scope, asDraft(1, change));
    expect(edited).toMatchObject({ ok: true, value: { packageId, scheduled: 0, failed: 0 } });
    const { patientId: _, ...kept } = change;
    expect(await opened()).toMatchObject({ ...kept, version: 2, patient: { id: world.sami } });
    expect(await sessions()).toEqual([1, 2].map((number) => ({ number, status: 'PENDING', attempts: 0 })));
    expect(await scope.from('outbox').select('outbox.id').execute()).toEqual([]);
  });

  it('goes on telling how many sessions it was made with, and how many came later', async () => {
    await editPackage(scope, asDraft(1, { sessionCount: 2 }));
    await editPackage(scope, asDraft(2, { sessionCount: 3 }));
    const { entries } = await changesSince(scope, { packageId, version: 0 });
    const created = entries.flatMap(({ what }) => (what.kind === 'sessions_created' ? [what.numbers] : []));
    expect(created.toSorted((one, other) => other.length - one.length)).toEqual([[1, 2, 3, 4], [3]]);
  });

  it('tells apart what one has changed oneself and what another of the same name has', async () => {
    const { actor } = scope;
    if (actor.kind !== 'user') throw new Error('A scheduler is a user.');
    const namesake = mintScope({ ...scope, actor: { ...actor, userId: newId() } }, database);
    await editPackage(scope, asDraft(1, { notes: 'Mornings only' }));
    await editPackage(namesake, asDraft(2, { notes: 'Mornings only', durationMinutes: 30 }));
    const { entries } = await changesSince(scope, { packageId, version: 1 });
    expect(entries).toMatchObject([
      { what: { kind: 'package_changed', changes: [{ field: 'duration_minutes', to: 30 }] } },
    ]);
  });

  it('grows by sessions, and schedules exactly what was shown, with one message and its audit', async () => {
    const order = await scheduled(1, { sessionCount: 5 });
    const edited = await editPackage(scope, order);
    expect(edited).toMatchObject({ ok: true, value: { scheduled: 5, failed: 0 } });
    expect(await sessions()).toEqual(
      [1, 2, 3, 4, 5].map((number) => ({ number, status: 'SCHEDULED', attempts: 1 })),
    );
    const starts = await scope.from('appointment').select('start_at').orderBy('start_at').execute();
    expect(starts.map((row) => row.start_at)).toEqual(order.shown.map(({ start }) => start));
    expect(await scope.from('outbox').select('outbox.id').execute()).toHaveLength(1);
    const audited = await scope
      .from('audit')
      .select('action')
      .where('record_type', '=', 'package')
      .orderBy('at')
      .orderBy('audit.id')
      .execute();
    expect(audited.map(({ action }) => action)).toEqual(['create', 'edit']);
  });

  const place = (number: number, date: string, time: string, providerId = world.nora) => ({
    number,
    providerId,
    roomId: null,
    start: at(date, time),
  });
  const remembered = () => scope.from('draft_session').select('session_number').execute();

  it('keeps the places that were chosen by hand, other ones from the next save on, and takes nobody’s time', async () => {
    const kept = [place(1, '2027-01-05', '09:00'), place(3, '2027-01-17', '10:15', world.omar)];
    await editPackage(scope, asDraft(1, { pinned: kept }));
    expect((await opened()).kept).toEqual(kept);
    const other = [place(3, '2027-01-19', '10:15', world.omar)];
    await editPackage(scope, asDraft(2, { pinned: other }));
    expect((await opened()).kept).toEqual(other);
    expect(await scope.from('appointment').select('appointment.id').execute()).toEqual([]);
    await editPackage(scope, asDraft(3, { sessionCount: 2, pinned: other }));
    expect((await opened()).kept).toEqual([]);
  });

  it('tells in its history which places are kept from then on, and which no more', async () => {
    const told = async () =>
      historyOf(await readPackageHistory(scope, packageId)).flatMap(({ what }) =>
        what.kind === 'kept_times_changed' ? [what] : [],
      );
    const [first, third, later] = [
      place(1, '2027-01-05', '09:00'),
      place(3, '2027-01-17', '10:15', world.omar),
      place(3, '2027-01-19', '10:15', world.omar),
    ];
    await editPackage(scope, asDraft(1, { pinned: [first, third] }));
    const { start: at1 } = first;
    const kept = { kind: 'kept_times_changed', kept: [{ number: 1, start: at1 }], released: [] };
    expect(await told()).toEqual([{ ...kept, kept: [...kept.kept, { number: 3, start: third.start }] }]);
    await editPackage(scope, asDraft(2, { pinned: [later] }));
    expect(await told()).toContainEqual({
      kind: 'kept_times_changed',
      kept: [{ number: 3, start: later.start }],
      released: [1],
    });
    // Once they are visits, that they are kept no more says nothing.
    const order = await scheduled(3, { pinned: [] });
    expect(await editPackage(scope, order)).toMatchObject({ ok: true });
    expect(await told()).toHaveLength(2);
  });

  it('keeps them from the first save on', async () => {
    const kept = [place(2, '2027-01-05', '09:00')];
    const draft = { requestKey: newId(), notes: '', autoSchedule: false, shown: [], pinned: kept };
    const saved = await createPackage(scope, { ...form(), ...draft });
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
    packageId = saved.value.packageId;
    expect((await opened()).kept).toEqual(kept);
  });

  it('judges a kept place against the calendars of today: it stays, and says why it is not free', async () => {
    const kept = [place(1, '2027-01-05', '09:00'), place(2, '2027-01-10', '09:00', world.omar)];
    await editPackage(scope, asDraft(1, { pinned: kept }));
    const rival = { ...form({ patientId: world.sami, sessionCount: 2 }), requestKey: newId(), notes: '' };
    const taken = [
      { number: 1, providerId: world.nora, roomId: null, start: at('2027-01-05', '09:15') },
      { number: 2, providerId: world.nora, roomId: null, start: at('2027-01-10', '09:00') },
    ];
    const booked = await createPackage(scope, { ...rival, autoSchedule: true, shown: taken, pinned: taken });
    expect(booked).toMatchObject({ ok: true });
    const proposal = await proposePlan(scope, form({ pinned: (await opened()).kept }));
    if (!proposal.ok) throw new Error(JSON.stringify(proposal.error));
    expect(proposal.value.placed).toMatchObject([
      { ...kept[0], isPinned: true, broken: ['provider_busy'] },
      { ...kept[1], isPinned: true, broken: ['unqualified_provider'] },
      { number: 3, isPinned: false, broken: [] },
      { number: 4, isPinned: false, broken: [] },
    ]);
    expect(proposal.value.providers[world.omar]).toBeDefined();
  });

  it('forgets the places once they are visits, which stay where they were put', async () => {
    const pinned = [place(1, '2027-01-05', '09:00')];
    await editPackage(scope, asDraft(1, { pinned }));
    const order = await scheduled(2, { pinned });
    expect(await editPackage(scope, order)).toMatchObject({ ok: true, value: { scheduled: 4 } });
    expect(await remembered()).toEqual([]);
    expect(await scope.from('session').select('number').where('is_pinned', '=', 1).execute()).toEqual([
      { number: 1 },
    ]);
  });

  it('forgets the places of a draft that is called off, and has them again when that is taken back', async () => {
    const kept = [place(1, '2027-01-05', '09:00')];
    await editPackage(scope, asDraft(1, { pinned: kept }));
    const listed = [1, 2, 3, 4].map((number) => ({ number, start: null }));
    const order = { packageId, version: 2, what: 'package' as const, reason: 'moved away', listed };
    const cancelled = await cancelPackage(scope, order);
    if (!cancelled.ok) throw new Error(JSON.stringify(cancelled.error));
    expect(await remembered()).toEqual([]);
    expect(await undoChange(scope, { changeId: cancelled.value.changeId })).toMatchObject({ ok: true });
    expect(await opened()).toMatchObject({ hold: null, kept });
  });

  it('forgets the places when one session is scheduled alone, but not what is noted for nobody yet', async () => {
    const noted = [1, 2, 3, 4].map((number) => ({
      number,
      providerIds: number === 2 ? [] : [world.nora],
      note: number === 2 ? 'asks for a woman' : '',
    }));
    const providers = { strategy: 'per_session' as const, sessions: noted };
    const kept = [place(2, '2027-01-10', '09:00'), place(3, '2027-01-17', '09:00')];
    await editPackage(scope, asDraft(1, { providers, pinned: kept }));
    const alone = { packageId, version: 2, number: 1, providerId: world.nora, accepted: [] };
    const made = await scheduleSession(scope, { ...alone, date: '2027-01-05', time: '09:00' });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    const left = () =>
      scope
        .from('draft_session')
        .select(['session_number', 'start_at', 'note'])
        .orderBy('session_number')
        .execute();
    expect(await left()).toEqual([{ session_number: 2, start_at: null, note: 'asks for a woman' }]);
    expect(await undoChange(scope, { changeId: made.value.changeId })).toMatchObject({ ok: true });
    expect(await opened()).toMatchObject({ hold: null, kept, providers });
  });

  it('keeps no place with a provider of another tenant', async () => {
    const south = await createWorld(database, `south-${worlds}`);
    const pinned = [place(1, '2027-01-05', '09:00', south.nora)];
    const unknown = { kind: 'invalid_input', fields: { pinned: { code: 'unknown' } } };
    expect(await editPackage(scope, asDraft(1, { pinned }))).toEqual({ ok: false, error: unknown });
    const elsewhere = [{ ...place(1, '2027-01-05', '09:00'), roomId: south.roomId }];
    await editPackage(scope, asDraft(1, { pinned: elsewhere }));
    expect((await opened()).kept).toEqual([{ ...elsewhere[0], roomId: null }]);
  });

  it('is kept before it is known who gives which session, with what is noted there', async () => {
    const sessions = [1, 2, 3, 4].map((number) => ({
      number,
      providerIds: number === 3 ? [world.nora] : [],
      note: number === 2 ? 'asks for a woman' : '',
    }));
    const providers = { strategy: 'per_session' as const, sessions };
    expect(editPackageInput.safeParse(asDraft(1, { providers })).success).toBe(true);
    expect(await editPackage(scope, asDraft(1, { providers }))).toMatchObject({ ok: true });
    expect((await opened()).providers).toEqual(providers);
    const nobody = { strategy: 'one' as const, providerId: '' };
    expect(editPackageInput.safeParse(asDraft(2, { providers: nobody })).success).toBe(true);
    expect(await editPackage(scope, asDraft(2, { providers: nobody }))).toMatchObject({ ok: true });
    expect((await opened()).providers).toEqual(nobody);
  });

  it('has every fault told, also where it does not say whether it is to be scheduled', () => {
    const parsed = parseInput(createPackageInput, { notes: 'a\0b', patientId: '\0' });
    expect(parsed.ok ? null : parsed.error).toMatchObject({
      notes: { code: 'invalid' },
      patientId: { code: 'invalid' },
      autoSchedule: {},
    });
  });

  it('is not scheduled before that is known', () => {
    const sessions = [1, 2, 3, 4].map((number) => ({ number, providerIds: [], note: '' }));
    for (const providers of [
      { strategy: 'per_session' as const, sessions },
      { strategy: 'per_session' as const, sessions: [] },
      { strategy: 'one' as const, providerId: '' },
    ]) {
      const order = { ...asDraft(1, { providers }), autoSchedule: true };
      expect(editPackageInput.safeParse(order).success).toBe(false);
      const { packageId: _, version: __, ...anew } = order;
      expect(createPackageInput.safeParse(anew).success).toBe(false);
      expect(createPackageInput.safeParse({ ...anew, autoSchedule: false }).success).toBe(true);
    }
  });

  it('keeps the first day that it had when that has passed, and is not scheduled from it', async () => {
    const nextDay = atTime(database, scope, at('2027-01-04', '08:00'));
    const order = await scheduled(1);
    const passed = {
      ok: false,
      error: { kind: 'invalid_input', fields: { startDate: { code: 'in_the_past' } } },
    };
    expect(await editPackage(nextDay, order)).toEqual(passed);
    expect(await editPackage(nextDay, asDraft(1, { startDate: '2027-01-02' }))).toEqual(passed);
    expect(await editPackage(nextDay, asDraft(1, { notes: 'asked again' }))).toMatchObject({ ok: true });
    expect(await opened()).toMatchObject({ notes: 'asked again', startDate: '2027-01-03' });
    const { packageId: _, version: __, ...anew } = asDraft(1);
    expect(await createPackage(nextDay, anew)).toEqual(passed);
  });

  it('tells the second of two editors what the first has made of it, and saves nothing of theirs', async () => {
    await editPackage(scope, asDraft(1, { durationMinutes: 60 }));
    const late = await editPackage(scope, asDraft(1, { notes: 'mine' }));
    expect(late).toMatchObject({
      ok: false,
      error: { kind: 'stale', now: { version: 2, durationMinutes: 60, notes: 'by phone' } },
    });
    expect((await opened()).notes).toBe('by phone');
    expect(await editPackage(scope, asDraft(2, { notes: 'mine' }))).toMatchObject({ ok: true });
  });

  it('lets one of two editors at the very same moment win', async () => {
    const results = await Promise.all([
      editPackage(scope, asDraft(1, { notes: 'one' })),
      editPackage(scope, asDraft(1, { notes: 'other' })),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({ error: { kind: 'stale' } });
  });

  it('answers a retry of the same save like the first, though the draft has a new version by then', async () => {
    const order = await scheduled(1);
    const first = await editPackage(scope, order);
    expect(first.ok).toBe(true);
    expect(await editPackage(scope, order)).toEqual(first);
    expect(await scope.from('appointment').select('appointment.id').execute()).toHaveLength(4);
  });

  it('saves nothing and shows the new plan when someone took a slot meanwhile', async () => {
    const order = await scheduled(1);
    const rival = form({ patientId: world.sami });
    const taken = { requestKey: newId(), notes: '', autoSchedule: true, shown: order.shown };
    expect((await createPackage(scope, { ...rival, ...taken })).ok).toBe(true);
    const refusal = await editPackage(scope, order);
    expect(refusal).toMatchObject({ ok: false, error: { kind: 'plan_changed' } });
    expect((await opened()).version).toBe(1);
  });

  it.each([
    [
      'scheduled',
      [{ status: 'SCHEDULED' as const, at: at('2027-01-05', '09:00') }, { status: 'PENDING' as const }],
    ],
    [
      'done',
      [{ status: 'COMPLETED' as const, at: at('2027-01-05', '09:00') }, { status: 'FAILED' as const }],
    ],
    ['partly_cancelled', [{ status: 'CANCELLED' as const }, { status: 'PENDING' as const }]],
  ])('leaves a package alone that is %s, and says so', async (hold, seeds) => {
    packageId = await addPackage(database, world, { number: `PKG-${hold}`, sessions: seeds });
    expect((await opened()).hold).toBe(hold);
    const refusal = await editPackage(scope, asDraft(1));
    expect(refusal).toEqual({
      ok: false,
      error: { kind: 'not_draft', packageId, number: `PKG-${hold}`, hold },
    });
  });

  it('edits a draft of which every session has failed', async () => {
    packageId = await addPackage(database, world, {
      number: 'PKG-failed',
      sessions: [
        { status: 'FAILED', attempts: 1 },
        { status: 'FAILED', attempts: 1 },
      ],
    });
    const edited = await editPackage(scope, await scheduled(1, { sessionCount: 2 }));
    expect(edited).toMatchObject({ ok: true, value: { scheduled: 2 } });
    const tried = await scope
      .from('session')
      .select('attempts')
      .where('package_id', '=', packageId)
      .execute();
    expect(tried).toEqual([{ attempts: 2 }, { attempts: 2 }]);
  });

  it('proposes the day after the last session for another package like it', async () => {
    expect((await opened()).nextStart).toBe('2027-01-03');
    packageId = await addPackage(database, world, {
      number: 'PKG-over',
      sessions: [{ status: 'SCHEDULED', at: at('2027-02-01', '09:00') }, { status: 'PENDING' }],
    });
    expect((await opened()).nextStart).toBe('2027-02-02');
  });

  it('answers another tenant’s package like one that is not there', async () => {
    const south = await createWorld(database, `south-${worlds}`);
    const foreign = await addPackage(database, south, { number: 'PKG-south' });
    const missing = { ok: false, error: { kind: 'not_found' } };
    expect(await packageForm(scope, { packageId: foreign })).toEqual(missing);
    expect(await editPackage(scope, asDraft(1, { packageId: foreign }))).toEqual(missing);
    expect(await editPackage(scope, asDraft(1, { packageId: newId() }))).toEqual(missing);
  });
});
