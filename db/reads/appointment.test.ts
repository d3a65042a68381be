import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/ids/new-id';
import { ok } from '@/lib/result/result';
import type { Patch } from '../schema';
import { createTestDatabase, DIALECTS, type TestDatabase } from '../testing';
import { asRole, at, createWorld, type World } from '../testing-world';
import { transaction } from '../transaction';
import { changeRecord, createRecord } from '../writes/records';
import { findAppointment } from './appointment';
import { listAppointmentHistory } from './appointment-history';

const MONDAY = '2027-01-04';

describe.each(DIALECTS)('an appointment (%s)', (dialect) => {
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

  async function book(into: World = world): Promise<string> {
    const [start, end] = [at(MONDAY, '09:00'), at(MONDAY, '09:45')];
    const made = await transaction(into.scope, async (write) =>
      ok(
        await createRecord(write, 'appointment', {
          number: `APT-${++names}`,
          clinic_id: into.clinicId,
          patient_id: into.lina,
          provider_id: into.nora,
          room_id: null,
          service_type_id: into.serviceTypeId,
          start_at: start,
          end_at: end,
          blocked_from: start,
          blocked_to: end,
          status: 'SCHEDULED',
          overlap_reason: null,
          notes: 'Bring the blue file.',
          request_key: null,
          external_id: null,
          created_by: null,
        }),
      ),
    );
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    return made.value;
  }

  const change = (id: string, patch: Patch<'appointment'>) =>
    transaction(asRole(database, world, 'scheduler'), (write) =>
      changeRecord(write, 'appointment', { id, patch, action: 'change' }),
    );

  const lastChanges = async (id: string) => (await listAppointmentHistory(world.scope, id))[0]?.changes;

  it('says everything about itself', async () => {
    const id = await book();
    expect(await findAppointment(world.scope, id)).toMatchObject({
      id,
      status: 'SCHEDULED',
      start: at(MONDAY, '09:00'),
      notes: 'Bring the blue file.',
      patient: {
        name: expect.stringContaining('Lina Haddad'),
        fileNumber: expect.stringContaining('north-'),
      },
      provider: { id: world.nora },
      clinic: { id: world.clinicId, timeZone: 'Europe/London' },
      roomName: null,
      package: null,
    });
  });

  it.each([
    ['an unknown id', () => newId()],
    ['no id at all', () => ''],
    ['a null byte', () => 'a\u0000'],
    ['a statement', () => "' or 1=1 --"],
    ['an endless text', () => 'x'.repeat(10_000)],
  ])('is not found by %s', async (_, id) => {
    expect(await findAppointment(world.scope, id())).toBeNull();
  });

  it('is not found by another tenant, nor is its history', async () => {
    const south = await createWorld(database, `south-${++names}`);
    const theirs = await book(south);
    expect(await findAppointment(world.scope, theirs)).toBeNull();
    expect(await listAppointmentHistory(world.scope, theirs)).toEqual([]);
    expect(await findAppointment(south.scope, theirs)).not.toBeNull();
  });

  it('is found by its provider, and by no other one', async () => {
    const id = await book();
    const seenBy = (providerId: string | null) =>
      findAppointment(asRole(database, world, 'provider', providerId), id);
    expect(await seenBy(world.nora)).not.toBeNull();
    expect(await seenBy(world.omar)).toBeNull();
    expect(await seenBy(null)).toBeNull();
    expect(await findAppointment(asRole(database, world, 'viewer'), id)).not.toBeNull();
  });

  it('tells who booked it', async () => {
    const id = await book();
    expect(await listAppointmentHistory(world.scope, id)).toMatchObject([
      { isCreation: true, by: { kind: 'system', name: expect.stringContaining('command') }, changes: [] },
    ]);
  });

  it('tells a move with both times, and who took over', async () => {
    const id = await book();
    const [start, end] = [at(MONDAY, '10:00'), at(MONDAY, '10:45')];
    await change(id, {
      start_at: start,
      end_at: end,
      blocked_from: start,
      blocked_to: end,
      provider_id: world.omar,
      room_id: world.roomId,
    });
    const history = await listAppointmentHistory(world.scope, id);
    expect(history.map(({ isCreation }) => isCreation).sort()).toEqual([false, true]);
    expect(history.find(({ isCreation }) => !isCreation)).toMatchObject({
      by: { kind: 'user', name: 'scheduler' },
      changes: [
        { kind: 'time', was: at(MONDAY, '09:00'), is: start },
        { kind: 'provider', was: expect.stringContaining('Nora'), is: expect.stringContaining('Omar') },
        { kind: 'room', was: null, is: expect.stringContaining('room') },
      ],
    });
  });

  it('tells a state, a new length, notes and other details each by itself', async () => {
    const id = await book();
    await change(id, { status: 'COMPLETED' });
    expect(await lastChanges(id)).toEqual([{ kind: 'state', was: 'SCHEDULED', is: 'COMPLETED' }]);
    await change(id, { end_at: at(MONDAY, '10:00'), blocked_to: at(MONDAY, '10:00') });
    expect(await lastChanges(id)).toEqual([{ kind: 'length', was: 45, is: 60 }]);
    await change(id, { start_at: at(MONDAY, '09:15'), blocked_from: at(MONDAY, '09:15') });
    expect(await lastChanges(id)).toEqual([
      { kind: 'time', was: at(MONDAY, '09:00'), is: at(MONDAY, '09:15') },
      { kind: 'length', was: 60, is: 45 },
    ]);
    await change(id, { notes: '' });
    expect(await lastChanges(id)).toEqual([{ kind: 'notes' }]);
    await change(id, { overlap_reason: 'twins' });
    expect(await lastChanges(id)).toEqual([{ kind: 'overlap', is: 'twins' }]);
    await change(id, { external_id: 'old-7' });
    expect(await lastChanges(id)).toEqual([{ kind: 'other' }]);
  });
});
