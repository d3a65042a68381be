import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '@/lib/result/result';
import { MINUTE_MS } from '@/lib/time/instant';
import type { TenantScope } from '../scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '../testing';
import { asRole, at, createWorld, type World } from '../testing-world';
import { transaction } from '../transaction';
import { createRecord, type NewRecord } from '../writes/records';
import { type AppointmentListQuery, readAppointmentList } from './appointment-list';
import { ANY_APPOINTMENT } from './appointment-list-matches';
import { listOverlapsOf } from './appointment-overlaps';
import { listCalendarAppointments } from './calendar-appointments';
import { overlappingIds } from './deliberate-overlaps';
import { listDeskVisits } from './today';

const DAY = { from: at('2027-01-04', '00:00'), to: at('2027-01-05', '00:00') };
const LIST: AppointmentListQuery = {
  ...ANY_APPOINTMENT,
  sort: 'soonest',
  after: null,
  before: null,
};

describe.each(DIALECTS)('the mark of a deliberate overlap (%s)', (dialect) => {
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

  /** A visit of Lina with Nora from nine to ten, unless said otherwise. */
  async function book(number: string, change: Partial<NewRecord<'appointment'>> = {}) {
    const start = change.start_at ?? at('2027-01-04', '09:00');
    const end = change.end_at ?? start + 60 * MINUTE_MS;
    const made = await transaction(world.scope, async (write) =>
      ok(
        await createRecord(write, 'appointment', {
          number,
          clinic_id: world.clinicId,
          patient_id: world.lina,
          provider_id: world.nora,
          room_id: null,
          service_type_id: world.serviceTypeId,
          start_at: start,
          end_at: end,
          blocked_from: start,
          blocked_to: end,
          status: 'SCHEDULED',
          overlap_reason: null,
          notes: '',
          request_key: null,
          external_id: null,
          created_by: null,
          ...change,
        }),
      ),
    );
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    return made.value;
  }

  const change = (id: string, patch: Partial<NewRecord<'appointment'>>) =>
    transaction(world.scope, async (write) => {
      await write.update('appointment').set(patch).where('appointment.id', '=', id).execute();
      return ok(null);
    });

  /** The numbers that each screen marks; all of them must say the same. */
  async function marked(scope: TenantScope = world.scope): Promise<string[]> {
    const list = await readAppointmentList(scope, LIST);
    const filtered = await readAppointmentList(scope, { ...LIST, isOverlap: true });
    const toCome = await readAppointmentList(scope, { ...LIST, isOverlap: true, period: 'upcoming' });
    const desk = await listDeskVisits(scope, { clinicId: world.clinicId, ...DAY });
    const calendar = await listCalendarAppointments(scope, {
      clinicId: world.clinicId,
      ...DAY,
      providerId: null,
      withCancelled: true,
    });
    const numberOf = new Map(list.rows.map(({ id, number }) => [id, number]));
    const pages: string[] = [];
    for (const { id, number } of list.rows)
      if ((await listOverlapsOf(scope, id)).length > 0) pages.push(number);
    const inList = list.rows
      .filter(({ isOverlap }) => isOverlap)
      .map(({ number }) => number)
      .sort();
    const others = {
      filtered: filtered.rows.map(({ number }) => number),
      toCome: toCome.rows.map(({ number }) => number),
      desk: desk.filter(({ isOverlapping }) => isOverlapping).map(({ number }) => number),
      calendar: calendar.filter(({ isOverlapping }) => isOverlapping).map(({ id }) => numberOf.get(id)),
      pages,
    };
    for (const [screen, numbers] of Object.entries(others))
      expect([screen, [...numbers].sort()]).toEqual([screen, inList]);
    expect(filtered.count).toBe(inList.length);
    expect(filtered.rows.every(({ isOverlap }) => isOverlap)).toBe(true);
    return inList;
  }

  const OVER = { overlap_reason: 'twins' };
  const half = at('2027-01-04', '09:30');

  it('stands on both visits, and not on their neighbours', async () => {
    await book('under');
    await book('over', { ...OVER, patient_id: world.sami, start_at: half });
    await book('next', { start_at: at('2027-01-04', '10:30') });
    await book('before', { start_at: at('2027-01-04', '08:00'), patient_id: world.sami });
    expect(await marked()).toEqual(['over', 'under']);
  });

  const AFTERNOON = { from: at('2027-01-04', '13:00'), to: at('2027-01-04', '14:00') };
  const ENDS = {
    'is cancelled': { status: 'CANCELLED' as const },
    'is missed': { status: 'NO_SHOW' as const },
    'is moved': {
      start_at: AFTERNOON.from,
      end_at: AFTERNOON.to,
      blocked_from: AFTERNOON.from,
      blocked_to: AFTERNOON.to,
    },
  };

  it.each(Object.entries(ENDS))(
    'goes from both as soon as one %s, without another write',
    async (_, patch) => {
      const under = await book('under');
      const over = await book('over', { ...OVER, patient_id: world.sami, start_at: half });
      expect(await marked()).toEqual(['over', 'under']);
      await change(under, patch);
      expect(await marked()).toEqual([]);
      await change(under, { status: 'CANCELLED' });
      await book('last', { start_at: AFTERNOON.to });
      const third = await book('third', {
        ...OVER,
        patient_id: world.sami,
        provider_id: world.omar,
        start_at: AFTERNOON.to,
        room_id: world.roomId,
      });
      expect(await marked()).toEqual([]);
      await change(third, { provider_id: world.nora });
      expect(await marked()).toEqual(['last', 'third']);
      await change(third, patch);
      expect(await marked()).toEqual([]);
      await change(over, { status: 'CANCELLED' });
      expect(await marked()).toEqual([]);
    },
  );

  it('meets by patient and by room as well as by provider, and by nothing else', async () => {
    await book('lina');
    await book('patient', { ...OVER, provider_id: world.omar });
    expect(await marked()).toEqual(['lina', 'patient']);
    const later = at('2027-01-04', '12:00');
    await book('in the room', { room_id: world.roomId, start_at: later });
    await book('room', {
      ...OVER,
      room_id: world.roomId,
      patient_id: world.sami,
      provider_id: world.omar,
      start_at: later + 59 * MINUTE_MS,
    });
    const last = at('2027-01-04', '15:00');
    await book('one', { start_at: last });
    await book('another', { ...OVER, patient_id: world.sami, provider_id: world.omar, start_at: last });
    expect(await marked()).toEqual(['in the room', 'lina', 'patient', 'room']);
  });

  it('counts the time that a provider is held by buffers, to the minute', async () => {
    await book('under', { blocked_to: at('2027-01-04', '10:15') });
    const start = at('2027-01-04', '10:14');
    await book('over', { ...OVER, patient_id: world.sami, start_at: start });
    expect(await marked()).toEqual(['over', 'under']);
    await change((await readAppointmentList(world.scope, LIST)).rows[1]?.id ?? '', {
      start_at: start + MINUTE_MS,
      blocked_from: start + MINUTE_MS,
    });
    expect(await marked()).toEqual([]);
  });

  it('tells a provider of an overlap with a visit that they may not see', async () => {
    await book('nora');
    await book('omar', { ...OVER, provider_id: world.omar });
    expect(await marked(asRole(database, world, 'provider', world.nora))).toEqual(['nora']);
    expect(await marked(asRole(database, world, 'provider', world.omar))).toEqual(['omar']);
  });

  it('is found with a visit that began days before', async () => {
    const start = at('2026-12-29', '09:00');
    await book('stay', {
      start_at: start,
      end_at: at('2027-01-04', '09:31'),
      blocked_to: at('2027-01-04', '09:31'),
    });
    await book('over', { ...OVER, start_at: half });
    const desk = await listDeskVisits(world.scope, { clinicId: world.clinicId, ...DAY });
    expect(desk.map(({ number, isOverlapping }) => [number, isOverlapping])).toEqual([['over', true]]);
    const early = await listDeskVisits(world.scope, {
      clinicId: world.clinicId,
      from: start,
      to: start + 1,
    });
    expect(early.map(({ number, isOverlapping }) => [number, isOverlapping])).toEqual([['stay', true]]);
  });

  it('pages over the marked ones, there and back, with a count that agrees', async () => {
    for (let ordinal = 0; ordinal < 30; ordinal++) {
      const start = at('2027-01-05', '00:00') + ordinal * 60 * MINUTE_MS;
      const name = String(ordinal).padStart(2, '0');
      await book(`u${name}`, { start_at: start });
      if (ordinal % 2 === 0) await book(`o${name}`, { ...OVER, patient_id: world.sami, start_at: start });
    }
    const first = await readAppointmentList(world.scope, { ...LIST, isOverlap: true, size: 20 });
    const last = await readAppointmentList(world.scope, {
      ...LIST,
      isOverlap: true,
      size: 20,
      after: first.next,
    });
    expect([first.count, first.rows.length, last.count, last.rows.length, last.next]).toEqual([
      30,
      20,
      30,
      10,
      null,
    ]);
    const back = await readAppointmentList(world.scope, {
      ...LIST,
      isOverlap: true,
      size: 20,
      before: last.previous,
    });
    expect(back.rows).toEqual(first.rows);
    expect(new Set([...first.rows, ...last.rows].map(({ id }) => id)).size).toBe(30);
  });
});

describe('the search for deliberate overlaps on SQLite', () => {
  let database: TestDatabase;
  let scope: TenantScope;

  beforeAll(async () => {
    database = await createTestDatabase('sqlite');
    ({ scope } = await createWorld(database, 'north'));
  });
  afterAll(() => database.remove());

  // Without statistics SQLite goes by the shape of the statement alone; PostgreSQL is asked in list-plans.test.ts.
  it('begins from the few with a reason, never from all visits of a tenant', async () => {
    for (const starts of [
      { from: null, to: null },
      { from: DAY.from, to: null },
      { from: null, to: DAY.to },
      DAY,
    ]) {
      const { sql, parameters } = overlappingIds(scope, starts).compile();
      const explain = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
      const { rows } = await database.handle.withoutPlugins().executeQuery<{ detail: string }>(explain);
      const searches = rows.map(({ detail }) => detail).filter((detail) => /^(SEARCH|SCAN)/.test(detail));
      expect(searches).toHaveLength(12);
      for (const search of searches)
        expect(search).toMatch(
          /appointment USING INDEX appointment_by_overlap .*start_at|other USING INDEX appointment_by_(provider|patient|room) .*(blocked_to|end_at)>\? AND (blocked_to|end_at)<\?/,
        );
    }
  });
});
