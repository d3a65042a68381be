import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '@/lib/result/result';
import type { DatabaseRefusal } from './dialect';
import type { AppointmentStatus } from './schema';
import { createTestDatabase, DIALECTS, type TestDatabase } from './testing';
import { at, createWorld, type World } from './testing-world';
import { transaction } from './transaction';
import { changeRecord, createRecord } from './writes/records';

describe.each(DIALECTS)('no double booking, by the database itself (%s)', (dialect) => {
  let database: TestDatabase;
  let world: World;
  let names = 0;

  beforeAll(async () => {
    database = await createTestDatabase(dialect);
  });
  beforeEach(async () => {
    world = await createWorld(database, `north-${++names}`);
  });
  afterAll(() => database.remove());

  interface Visit {
    patient?: string;
    provider?: string;
    room?: string | null;
    from: string;
    to: string;
    bufferMinutes?: number;
    status?: AppointmentStatus;
    overlapReason?: string;
  }

  const book = (visit: Visit) =>
    transaction(world.scope, async (write) => {
      const [start, end] = [at('2027-01-04', visit.from), at('2027-01-04', visit.to)];
      const buffer = (visit.bufferMinutes ?? 0) * 60_000;
      return ok(
        await createRecord(write, 'appointment', {
          number: `APT-${++names}`,
          clinic_id: world.clinicId,
          patient_id: visit.patient ?? world.lina,
          provider_id: visit.provider ?? world.nora,
          room_id: visit.room ?? null,
          service_type_id: world.serviceTypeId,
          start_at: start,
          end_at: end,
          blocked_from: start - buffer,
          blocked_to: end + buffer,
          status: visit.status ?? 'SCHEDULED',
          overlap_reason: visit.overlapReason ?? null,
          notes: '',
          request_key: null,
          external_id: null,
          created_by: null,
        }),
      );
    });

  const booked = async (visit: Visit): Promise<string> => {
    const result = await book(visit);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  };

  const move = (id: string, patch: Parameters<typeof changeRecord<'appointment'>>[2]['patch']) =>
    transaction(world.scope, (write) => changeRecord(write, 'appointment', { id, patch, action: 'move' }));

  const taken = (resource: string): { ok: false; error: DatabaseRefusal } =>
    ({ ok: false, error: { kind: 'slot_taken', resource } }) as never;

  it('refuses a second appointment of the same provider', async () => {
    await booked({ from: '09:00', to: '09:45' });
    expect(await book({ patient: world.sami, from: '09:30', to: '10:15' })).toEqual(taken('provider'));
  });

  it('accepts the appointment that begins as the other ends', async () => {
    await booked({ from: '09:00', to: '09:45' });
    expect((await book({ patient: world.sami, from: '09:45', to: '10:30' })).ok).toBe(true);
  });

  it('refuses the same patient with two providers at once', async () => {
    await booked({ from: '09:00', to: '09:45' });
    expect(await book({ provider: world.omar, from: '09:30', to: '10:15' })).toEqual(taken('patient'));
  });

  it('refuses the same room for two visits at once', async () => {
    await booked({ room: world.roomId, from: '09:00', to: '09:45' });
    const other = { provider: world.omar, patient: world.sami, room: world.roomId };
    expect(await book({ ...other, from: '09:30', to: '10:15' })).toEqual(taken('room'));
  });

  it('keeps both buffers between two visits of a provider, but not of a patient', async () => {
    await booked({ from: '09:00', to: '09:45', bufferMinutes: 5 });
    const next = { patient: world.sami, bufferMinutes: 5 };
    expect(await book({ ...next, from: '09:50', to: '10:35' })).toEqual(taken('provider'));
    expect((await book({ ...next, from: '09:55', to: '10:40' })).ok).toBe(true);
    expect((await book({ provider: world.omar, from: '09:45', to: '10:30' })).ok).toBe(true);
  });

  it.each(['CANCELLED', 'NO_SHOW'] as const)(
    'gives the time of a %s appointment to others',
    async (status) => {
      await booked({ from: '09:00', to: '09:45', status });
      expect((await book({ patient: world.sami, from: '09:00', to: '09:45' })).ok).toBe(true);
    },
  );

  it.each(['ARRIVED', 'COMPLETED'] as const)('keeps the time of a %s appointment', async (status) => {
    await booked({ from: '09:00', to: '09:45', status });
    expect(await book({ patient: world.sami, from: '09:00', to: '09:45' })).toEqual(taken('provider'));
  });

  it('refuses to bring a cancelled appointment back over the one that took its time', async () => {
    const first = await booked({ from: '09:00', to: '09:45', status: 'CANCELLED' });
    await booked({ patient: world.sami, from: '09:00', to: '09:45' });
    expect(await move(first, { status: 'SCHEDULED' })).toEqual(taken('provider'));
  });

  it('moves an appointment by a quarter of an hour over its own old time', async () => {
    const id = await booked({ from: '09:00', to: '09:45' });
    const [start, end] = [at('2027-01-04', '09:15'), at('2027-01-04', '10:00')];
    const moved = await move(id, { start_at: start, end_at: end, blocked_from: start, blocked_to: end });
    expect(moved.ok).toBe(true);
  });

  it('refuses to move an appointment onto another', async () => {
    const id = await booked({ from: '09:00', to: '09:45' });
    await booked({ patient: world.sami, from: '10:00', to: '10:45' });
    const [start, end] = [at('2027-01-04', '09:30'), at('2027-01-04', '10:15')];
    const moved = await move(id, { start_at: start, end_at: end, blocked_from: start, blocked_to: end });
    expect(moved).toEqual(taken('provider'));
  });

  it('lets a deliberate overlap in, and still refuses an ordinary booking over it', async () => {
    await booked({ from: '09:00', to: '09:45' });
    const deliberate = { patient: world.sami, overlapReason: 'siblings share the session' };
    expect((await book({ ...deliberate, from: '09:30', to: '10:30' })).ok).toBe(true);
    const third = { provider: world.omar, patient: world.sami };
    expect(await book({ ...third, from: '10:00', to: '10:45' })).toEqual(taken('patient'));
  });

  it('lets an appointment under a deliberate overlap arrive and complete, but not move under it', async () => {
    const id = await booked({ from: '09:00', to: '09:45' });
    await booked({ patient: world.sami, overlapReason: 'siblings', from: '09:30', to: '10:30' });
    expect((await move(id, { status: 'ARRIVED' })).ok).toBe(true);
    const [start, end] = [at('2027-01-04', '09:15'), at('2027-01-04', '10:00')];
    const moved = await move(id, { start_at: start, end_at: end, blocked_from: start, blocked_to: end });
    expect(moved).toEqual(taken('provider'));
  });

  it('turns a deliberate overlap into an ordinary one only when it has ceased to overlap', async () => {
    const first = await booked({ from: '09:00', to: '09:45' });
    const second = await booked({
      patient: world.sami,
      overlapReason: 'siblings',
      from: '09:30',
      to: '10:30',
    });
    expect(await move(second, { overlap_reason: null })).toEqual(taken('provider'));
    await move(first, { status: 'CANCELLED' });
    expect((await move(second, { overlap_reason: null })).ok).toBe(true);
  });

  it('keeps tenants apart: another tenant’s bookings block nothing', async () => {
    await booked({ from: '09:00', to: '09:45' });
    const south = await createWorld(database, `south-${++names}`);
    world = south;
    expect((await book({ from: '09:00', to: '09:45' })).ok).toBe(true);
  });
});
