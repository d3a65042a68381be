import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, DIALECTS, type TestDatabase } from '../testing';
import { addPackage } from '../testing-packages';
import { asRole, at, createWorld, type World, ZONE } from '../testing-world';
import { readPackage } from './package-detail';

describe.each(DIALECTS)('a package read for its page (%s)', (dialect) => {
  let database: TestDatabase;
  let world: World;
  let worlds = 0;

  beforeAll(async () => {
    database = await createTestDatabase(dialect);
  });
  beforeEach(async () => {
    world = await createWorld(database, `north${++worlds}`);
  });
  afterAll(() => database.remove());

  const add = (seed: Partial<Parameters<typeof addPackage>[2]> = {}, of = world) =>
    addPackage(database, of, { number: 'PKG-1', ...seed });

  it('holds patient, clinic, service and the wishes it was made with', async () => {
    const id = await add({
      status: 'SCHEDULED',
      startDate: '2027-01-10',
      more: {
        preferred_days: '[0,2]',
        max_per_week: 2,
        min_gap_days: 3,
        day_from: '09:00',
        day_to: '24:00',
        notes: 'Brings\nher own <b>chair</b>',
      },
    });
    expect(await readPackage(world.scope, id)).toMatchObject({
      id,
      number: 'PKG-1',
      status: 'SCHEDULED',
      patient: { name: `Lina Haddad north${worlds}`, fileNumber: `north${worlds}-1` },
      clinic: { id: world.clinicId, name: `north${worlds} clinic`, timeZone: ZONE },
      service: { name: `north${worlds} speech therapy`, colour: '#0f766e' },
      durationMinutes: 45,
      startDate: '2027-01-10',
      endDate: '2027-12-31',
      preferredDays: [0, 2],
      autoSchedule: true,
      minGapDays: 3,
      maxPerWeek: 2,
      dayHours: { from: '09:00', to: '24:00' },
      notes: 'Brings\nher own <b>chair</b>',
      cancelReason: null,
    });
  });

  it('holds the sessions in order, each with its appointment or its reasons', async () => {
    const reasons = JSON.stringify([
      { code: 'not_preferred_day', days: 38 },
      { code: 'provider_busy', days: 14, provider: world.nora },
    ]);
    const id = await add({
      sessions: [
        { status: 'SCHEDULED', at: at('2027-01-11', '09:00'), room: world.roomId },
        { status: 'FAILED', reasons, attempts: 2 },
        { status: 'COMPLETED', at: at('2027-01-04', '08:00'), provider: world.omar },
      ],
    });
    const found = await readPackage(world.scope, id);
    expect(found?.sessions).toEqual([
      {
        id: expect.any(String),
        number: 1,
        status: 'SCHEDULED',
        attempts: 0,
        isPinned: false,
        reasons: [],
        appointment: {
          id: expect.any(String),
          version: 1,
          number: 'PKG-1-visit-1',
          status: 'SCHEDULED',
          start: at('2027-01-11', '09:00'),
          end: at('2027-01-11', '09:45'),
          providerId: world.nora,
          providerName: `north${worlds} Nora`,
          roomName: `north${worlds} room`,
          isOverlapping: false,
        },
      },
      {
        id: expect.any(String),
        number: 2,
        status: 'FAILED',
        attempts: 2,
        isPinned: false,
        reasons: [
          { code: 'not_preferred_day', days: 38, providerId: null },
          { code: 'provider_busy', days: 14, providerId: world.nora },
        ],
        appointment: null,
      },
      expect.objectContaining({
        number: 3,
        appointment: expect.objectContaining({ providerId: world.omar, roomName: null }),
      }),
    ]);
  });

  it('leaves out what is not of the shape of a reason', async () => {
    const reasons = JSON.stringify([
      null,
      'full',
      { code: 'closed' },
      { code: 'closed', days: 3, provider: 7 },
    ]);
    const id = await add({ sessions: [{ status: 'FAILED', reasons }] });
    expect((await readPackage(world.scope, id))?.sessions[0]?.reasons).toEqual([]);
  });

  it('holds who is assigned to which session, pools and notes included', async () => {
    const id = await add({
      assigned: [
        { number: 2, provider: world.omar, note: 'Arabic' },
        { number: 2, provider: world.nora },
        { number: 1, provider: world.nora },
      ],
    });
    expect((await readPackage(world.scope, id))?.assignments).toEqual([
      { sessionNumber: 1, providerId: world.nora, providerName: `north${worlds} Nora`, note: '' },
      { sessionNumber: 2, providerId: world.nora, providerName: `north${worlds} Nora`, note: '' },
      { sessionNumber: 2, providerId: world.omar, providerName: `north${worlds} Omar`, note: 'Arabic' },
    ]);
  });

  it('answers a foreign id exactly like an unknown one, and like what is no id at all', async () => {
    const other = await createWorld(database, `south${worlds}`);
    const foreign = await add({}, other);
    for (const id of [foreign, 'no-such-package', '', 'a\0b', "' or 1=1", 'x'.repeat(5000)])
      expect(await readPackage(world.scope, id)).toBeNull();
  });

  it('is shown to a provider who is assigned or has an appointment in it, to no other', async () => {
    const assigned = await add({ assigned: [{ number: 1, provider: world.omar }] });
    const treating = await add({
      number: 'PKG-2',
      assigned: [],
      sessions: [{ status: 'COMPLETED', at: at('2027-01-04', '08:00'), provider: world.omar }],
    });
    const others = await add({ number: 'PKG-3' });
    const omar = asRole(database, world, 'provider', world.omar);
    expect(await readPackage(omar, assigned)).not.toBeNull();
    expect(await readPackage(omar, treating)).not.toBeNull();
    expect(await readPackage(omar, others)).toBeNull();
    expect(await readPackage(asRole(database, world, 'provider', null), assigned)).toBeNull();
    expect(await readPackage(asRole(database, world, 'viewer'), others)).not.toBeNull();
  });
});
