import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AppointmentStatus } from '@/db/schema';
import { mintScope, type TenantScope } from '@/db/scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { addPackage } from '@/db/testing-packages';
import { at, createWorld, type World, ZONE } from '@/db/testing-world';
import { transaction } from '@/db/transaction';
import { createRecord } from '@/db/writes/records';
import { ok } from '@/lib/result/result';
import { MINUTE_MS } from '@/lib/time/instant';
import { deskRevision } from './desk-revision';
import { showToday } from './show-today';

describe.each(DIALECTS)('the day at the desk (%s)', (dialect) => {
  let database: TestDatabase;
  let world: World;
  let worlds = 0;
  let visits = 0;

  beforeAll(async () => {
    database = await createTestDatabase(dialect);
  });
  beforeEach(async () => {
    world = await createWorld(database, `north${++worlds}`);
  });
  afterAll(() => database.remove());

  it('folds what is done, holds up what was forgotten, and shows who is still to come', async () => {
    await visit('2027-01-11', '09:00', { status: 'COMPLETED' });
    await visit('2027-01-11', '10:00', {});
    await visit('2027-01-11', '11:00', { status: 'ARRIVED' });
    await visit('2027-01-11', '14:00', {});
    const day = await today('2027-01-11', '11:10');
    expect(day).toMatchObject({ date: '2027-01-11', closure: null });
    expect(
      day.providers.map(({ provider, settled, unsettled, coming }) => ({
        name: provider.name,
        settled: settled.map(timeOf),
        unsettled: unsettled.map(timeOf),
        coming: coming.map(timeOf),
      })),
    ).toEqual([
      { name: `north${worlds} Nora`, settled: ['09:00'], unsettled: ['10:00'], coming: ['11:00', '14:00'] },
    ]);
  });

  it('knows the next day with visits when nobody is booked', async () => {
    await visit('2027-01-13', '09:00', { status: 'CANCELLED' });
    await visit('2027-01-14', '09:00', {});
    expect((await today('2027-01-11', '08:00')).nextDate).toBe('2027-01-14');
    expect((await today('2027-01-14', '08:00')).nextDate).toBeNull();
    expect((await today('2027-01-15', '08:00')).nextDate).toBeNull();
  });

  it('calls a visit over at its end, not a minute earlier', async () => {
    await visit('2027-01-11', '10:00', {});
    expect((await today('2027-01-11', '10:44')).providers[0]?.coming).toHaveLength(1);
    expect((await today('2027-01-11', '10:45')).providers[0]?.unsettled).toHaveLength(1);
  });

  it('groups by provider, by name, each in the order of the day', async () => {
    await visit('2027-01-11', '11:00', { provider: world.omar });
    await visit('2027-01-11', '09:30', { provider: world.omar });
    await visit('2027-01-11', '13:00', {});
    const { providers } = await today('2027-01-11', '08:00');
    expect(providers.map(({ coming }) => coming.map(timeOf))).toEqual([['13:00'], ['09:30', '11:00']]);
  });

  it('leaves out what is cancelled and what is at another clinic', async () => {
    await visit('2027-01-11', '09:00', { status: 'CANCELLED' });
    await visit('2027-01-11', '10:00', { clinic: await addClinic('Asia/Riyadh') });
    expect((await today('2027-01-11', '08:00')).providers).toEqual([]);
  });

  it('begins and ends at midnight of the clinic, wherever the server is', async () => {
    const riyadh = await addClinic('Asia/Riyadh');
    // 21:30 UTC on the 10th is half past midnight on the 11th in Riyadh.
    await visitAt(Date.UTC(2027, 0, 10, 20, 59), { clinic: riyadh });
    await visitAt(Date.UTC(2027, 0, 10, 21, 0), {
      clinic: riyadh,
      patient: world.sami,
      provider: world.omar,
    });
    await visitAt(Date.UTC(2027, 0, 11, 20, 59), { clinic: riyadh });
    await visitAt(Date.UTC(2027, 0, 11, 21, 0), {
      clinic: riyadh,
      patient: world.sami,
      provider: world.omar,
    });
    const scope = scopeAt(Date.UTC(2027, 0, 10, 21, 30));
    const day = await showToday(scope, { clinic: { id: riyadh, timeZone: 'Asia/Riyadh' }, date: null });
    expect(day.date).toBe('2027-01-11');
    expect(day.providers.flatMap(({ coming }) => coming.map(({ start }) => start)).sort()).toEqual([
      Date.UTC(2027, 0, 10, 21, 0),
      Date.UTC(2027, 0, 11, 20, 59),
    ]);
  });

  it('has all of a day on which clocks change', async () => {
    await visit('2027-03-28', '00:15', {});
    await visit('2027-03-28', '23:15', {});
    await visit('2027-03-29', '00:15', {});
    const { providers } = await today('2027-03-28', '00:05');
    expect(providers.flatMap(({ coming }) => coming.map(timeOf))).toEqual(['00:15', '23:15']);
  });

  it('knows the earlier days on which an outcome is missing, the latest first, for two weeks', async () => {
    await visit('2027-01-04', '09:00', {});
    await visit('2027-01-08', '09:00', { status: 'NO_SHOW' });
    await visit('2027-01-10', '09:00', {});
    await visit('2027-01-10', '10:00', { status: 'ARRIVED' });
    const unsettledAt = async (date: string) => (await today(date, '08:00')).unsettledDays;
    expect(await unsettledAt('2027-01-11')).toEqual([
      { date: '2027-01-10', count: 2 },
      { date: '2027-01-04', count: 1 },
    ]);
    expect(await unsettledAt('2027-01-19')).toEqual([{ date: '2027-01-10', count: 2 }]);
  });

  it('shows an earlier day with all of it over', async () => {
    await visit('2027-01-10', '09:00', {});
    const day = await showToday(scopeAt(at('2027-01-11', '08:00')), {
      clinic: { id: world.clinicId, timeZone: ZONE },
      date: '2027-01-10',
    });
    expect(day.providers[0]).toMatchObject({ settled: [], coming: [] });
    expect(day.providers[0]?.unsettled.map(timeOf)).toEqual(['09:00']);
  });

  it('tells of a session where it stands in its package', async () => {
    await addPackage(database, world, {
      number: 'PKG-1',
      sessions: [
        { status: 'COMPLETED', at: at('2027-01-04', '09:00') },
        { status: 'SCHEDULED', at: at('2027-01-11', '09:00') },
      ],
    });
    const { providers } = await today('2027-01-11', '08:00');
    expect(providers[0]?.coming[0]?.session).toEqual({ number: 2, count: 2, packageNumber: 'PKG-1' });
  });

  it('shows a provider their own day only', async () => {
    await visit('2027-01-11', '09:00', {});
    await visit('2027-01-11', '10:00', { provider: world.omar });
    const omar = scopeAt(at('2027-01-11', '08:00'), world.omar);
    const day = await showToday(omar, { clinic: { id: world.clinicId, timeZone: ZONE }, date: null });
    expect(day.providers.map(({ provider }) => provider.id)).toEqual([world.omar]);
  });

  it('has another revision after a change and after a minute, and the same one otherwise', async () => {
    await visit('2027-01-11', '09:00', {});
    const clinic = { id: world.clinicId, timeZone: ZONE };
    const revisionAt = (now: number) => deskRevision(scopeAt(now), { clinic, date: '2027-01-11' });
    const now = at('2027-01-11', '08:00');
    const before = await revisionAt(now);
    expect(await revisionAt(now + 59_000)).toBe(before);
    expect(await revisionAt(now + MINUTE_MS)).not.toBe(before);
    await visit('2027-01-12', '09:00', {});
    expect(await revisionAt(now)).toBe(before);
    await visit('2027-01-11', '15:00', {});
    expect(await revisionAt(now)).not.toBe(before);
  });

  const timeOf = ({ start }: { start: number }) =>
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: ZONE }).format(start);

  function scopeAt(now: number, providerId: string | null = null): TenantScope {
    const role = providerId === null ? 'scheduler' : 'provider';
    const actor = { kind: 'user', userId: 'desk', name: 'Desk', role, providerId, origin: 'test' } as const;
    return mintScope({ tenantId: world.tenantId, actor, now: () => now }, database);
  }

  const today = (date: string, time: string) =>
    showToday(scopeAt(at(date, time)), { clinic: { id: world.clinicId, timeZone: ZONE }, date: null });

  type VisitSeed = { status?: AppointmentStatus; provider?: string; patient?: string; clinic?: string };

  const visit = (date: string, time: string, seed: VisitSeed) => visitAt(at(date, time), seed);

  async function visitAt(start: number, { status = 'SCHEDULED', provider, patient, clinic }: VisitSeed) {
    const end = start + 45 * MINUTE_MS;
    const made = await transaction(world.scope, async (write) =>
      ok(
        await createRecord(write, 'appointment', {
          number: `APT-${++visits}`,
          clinic_id: clinic ?? world.clinicId,
          patient_id: patient ?? world.lina,
          provider_id: provider ?? world.nora,
          room_id: null,
          service_type_id: world.serviceTypeId,
          start_at: start,
          end_at: end,
          blocked_from: start,
          blocked_to: end,
          status,
          overlap_reason: null,
          notes: '',
          request_key: null,
          external_id: null,
          created_by: null,
        }),
      ),
    );
    if (!made.ok) throw new Error(JSON.stringify(made.error));
  }

  async function addClinic(timeZone: string): Promise<string> {
    const made = await transaction(world.scope, async (write) =>
      ok(
        await createRecord(write, 'clinic', {
          name: `clinic in ${timeZone}`,
          time_zone: timeZone,
          grid_minutes: 15,
          week_start: 0,
          is_active: 1,
        }),
      ),
    );
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    return made.value;
  }
});
