import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TenantScope } from '@/db/scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { addPackage, type SessionSeed } from '@/db/testing-packages';
import { asRole, at, atTime, createWorld, NOW, type World } from '@/db/testing-world';
import { rescheduleAppointment } from '@/lib/appointments/reschedule-appointment';
import { bringBackSession } from './bring-back-session';
import { cancelSession } from './cancel-session';
import { showPackage } from './show-package';

const visit = (date: string): SessionSeed => ({ status: 'SCHEDULED', at: at(date, '09:00') });

describe.each(DIALECTS)('what became of a package since it was read (%s)', (dialect) => {
  let database: TestDatabase;
  let world: World;
  let packageId: string;
  beforeAll(async () => {
    database = await createTestDatabase(dialect);
    world = await createWorld(database, 'north');
    packageId = await addPackage(database, world, {
      number: 'PKG-1',
      status: 'SCHEDULED',
      sessions: [visit('2027-01-04'), visit('2027-01-06'), { status: 'FAILED' }],
    });
  });
  afterAll(() => database.remove());

  const minutesLater = (scope: TenantScope, minutes: number) =>
    atTime(database, scope, NOW + minutes * 60_000);

  async function move(scope: TenantScope, number: number, time: string) {
    const shown = await showPackage(scope, packageId);
    const found = shown?.sessions.find((session) => session.number === number)?.appointment;
    const moved = await rescheduleAppointment(scope, {
      appointmentId: found?.id ?? '',
      version: found?.version ?? 0,
      providerId: world.nora,
      date: number === 1 ? '2027-01-04' : '2027-01-06',
      time,
      durationMinutes: 45,
      reason: '',
      accepted: [],
      overlapReason: null,
    });
    expect(moved.ok).toBe(true);
  }

  it('is only what came after that, also where a change leaves the package’s version as it was', async () => {
    const ruth = asRole(database, world, 'scheduler');
    const adam = asRole(database, world, 'admin');
    await move(minutesLater(ruth, 1), 1, '10:00');
    await move(minutesLater(adam, 2), 2, '10:00');
    const shown = await showPackage(minutesLater(ruth, 3), packageId);
    const seen = { packageId, version: shown?.version ?? 0, seenAt: shown?.seenAt };
    await move(minutesLater(adam, 4), 1, '11:00');
    const order = { ...seen, number: 3, reason: 'not needed' };
    expect((await cancelSession(minutesLater(adam, 5), order)).ok).toBe(true);
    await move(minutesLater(ruth, 6), 2, '11:00');

    const late = await bringBackSession(minutesLater(ruth, 7), { ...seen, number: 3 });
    const told = late.ok || late.error.kind !== 'stale' ? [] : late.error.entries;
    const minutes = told.map(({ at: moment }) => (moment - NOW) / 60_000);
    expect(minutes.slice(-2)).toEqual([5, 4]);
    expect(minutes.every((minute) => minute >= 4)).toBe(true);
    expect(told.at(-1)).toMatchObject({ actor: { name: adam.actor.name }, what: { kind: 'visits_moved' } });
  });
});
