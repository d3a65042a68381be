import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantScope } from '@/db/scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { addPackage } from '@/db/testing-packages';
import { asRole, at, createWorld, type World } from '@/db/testing-world';
import { freeDays } from './free-days';

describe.each(DIALECTS)('the nearest days with free times (%s)', (dialect) => {
  let database: TestDatabase;
  let world: World;
  let scope: TenantScope;
  let worlds = 0;
  beforeAll(async () => {
    database = await createTestDatabase(dialect);
  });
  afterAll(() => database.remove());
  beforeEach(async () => {
    world = await createWorld(database, `north-${++worlds}`);
    scope = asRole(database, world, 'scheduler');
  });

  async function daysAround(date: string, { providerId = world.nora, durationMinutes = 45 } = {}) {
    const { clinicId, serviceTypeId, lina: patientId } = world;
    const found = await freeDays(scope, {
      clinicId,
      serviceTypeId,
      patientId,
      providerId,
      date,
      durationMinutes,
    });
    if (!found.ok) throw new Error(JSON.stringify(found.error));
    return found.value.days;
  }

  it('stand on both sides of the date, in order, without the date itself', async () => {
    const days = await daysAround('2027-01-13');
    expect(days.map(({ date }) => date)).toEqual(
      ['2027-01-10', '2027-01-11', '2027-01-12', '2027-01-14', '2027-01-17', '2027-01-18'].toSorted(),
    );
    expect(days[0]?.times[0]).toBe('09:00');
  });

  it('never lie before today', async () => {
    const days = await daysAround('2027-01-04', { providerId: world.omar, durationMinutes: 60 });
    expect(days.map(({ date }) => date)).toEqual(['2027-01-11', '2027-01-18', '2027-01-25', '2027-02-01']);
  });

  it('leave out a day that is taken', async () => {
    const visit = (time: string) => ({
      status: 'SCHEDULED' as const,
      at: at('2027-01-11', time),
      provider: world.omar,
    });
    await addPackage(database, world, {
      number: 'PKG-rival',
      patient: world.sami,
      sessions: ['08:00', '08:45', '09:30', '10:15', '11:00'].map(visit),
    });
    const days = await daysAround('2027-01-04', { providerId: world.omar });
    expect(days.map(({ date }) => date)).toEqual(['2027-01-18', '2027-01-25', '2027-02-01']);
  });

  it('are none where the date cannot be booked', async () => {
    const { clinicId, serviceTypeId, nora: providerId } = world;
    const past = { clinicId, serviceTypeId, providerId, date: '2027-01-02', durationMinutes: 45 };
    expect(await freeDays(scope, past)).toMatchObject({ ok: false, error: { kind: 'invalid_input' } });
  });
});
