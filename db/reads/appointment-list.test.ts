import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '@/lib/result/result';
import type { RecordName } from '../schema';
import { createTestDatabase, DIALECTS, type TestDatabase } from '../testing';
import { addPackage } from '../testing-packages';
import { asRole, at, createWorld, type World } from '../testing-world';
import { transaction } from '../transaction';
import { createRecord, type NewRecord } from '../writes/records';
import {
  APPOINTMENT_ORDERS,
  APPOINTMENT_SORTS,
  type AppointmentListQuery,
  readAppointmentList,
} from './appointment-list';
import { ANY_APPOINTMENT } from './appointment-list-matches';
import { cursorOf } from './keyset';

const ALL: AppointmentListQuery = {
  ...ANY_APPOINTMENT,
  sort: 'soonest',
  after: null,
  before: null,
};

describe.each(DIALECTS)('the appointment list (%s)', (dialect) => {
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

  const list = (query: Partial<AppointmentListQuery> = {}, scope = world.scope) =>
    readAppointmentList(scope, { ...ALL, ...query });
  const numbers = async (query: Partial<AppointmentListQuery> = {}, scope = world.scope) =>
    (await list(query, scope)).rows.map((row) => row.number);

  async function make<T extends RecordName>(table: T, record: NewRecord<T>, of = world) {
    const made = await transaction(of.scope, async (write) => ok(await createRecord(write, table, record)));
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    return made.value;
  }

  /** A visit of Lina with Nora, an hour long unless said otherwise. */
  function book(number: string, start: number, change: Partial<NewRecord<'appointment'>> = {}, of = world) {
    const end = start + 3_600_000;
    const visit: NewRecord<'appointment'> = {
      number,
      clinic_id: of.clinicId,
      patient_id: of.lina,
      provider_id: of.nora,
      room_id: null,
      service_type_id: of.serviceTypeId,
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
    };
    return make('appointment', visit, of);
  }

  const monday = at('2027-01-04', '09:00');

  it('finds by any part of the number, and by the patient', async () => {
    await book('APT-20270104-0001', monday);
    await book('APT-20270104-0002', monday, { patient_id: world.sami, provider_id: world.omar });
    expect(await numbers({ search: '0002' })).toEqual(['APT-20270104-0002']);
    expect(await numbers({ search: 'LINA' })).toEqual(['APT-20270104-0001']);
    expect(await numbers({ search: 'berg sam' })).toEqual(['APT-20270104-0002']);
    expect(await numbers({ search: 'sami 0001' })).toEqual([]);
    for (const marks of ['%', '_', "'; drop table appointment; --"])
      expect(await numbers({ search: marks })).toEqual([]);
  });

  it('finds the visits of a package by its number, written however', async () => {
    await book('APT-20270104-0001', monday);
    await addPackage(database, world, {
      number: 'PKG-20270103-0002',
      status: 'SCHEDULED',
      sessions: [
        { status: 'SCHEDULED', at: monday + 86_400_000 },
        { status: 'FAILED', attempts: 1 },
        { status: 'SCHEDULED', at: monday + 3 * 86_400_000 },
      ],
    });
    const ofPackage = ['PKG-20270103-0002-visit-1', 'PKG-20270103-0002-visit-3'];
    expect(await numbers({ search: 'pkg-20270103-0002' })).toEqual(ofPackage);
    expect(await numbers({ search: 'PKG-20270103-0002 haddad' })).toEqual(ofPackage);
    expect(await numbers({ search: 'PKG-20270103-0003' })).toEqual([]);
  });

  it('keeps what is to come, or what is past: a visit that begins this moment is to come', async () => {
    await book('past', at('2027-01-03', '06:59'));
    await book('now', at('2027-01-03', '08:00'), { patient_id: world.sami, provider_id: world.omar });
    expect(await numbers({ period: 'upcoming' })).toEqual(['now']);
    expect(await numbers({ period: 'past' })).toEqual(['past']);
    expect(await numbers()).toEqual(['past', 'now']);
  });

  it('waits for a visit until it ends, and from that moment on it is past', async () => {
    await book('ends', at('2027-01-03', '07:00'));
    await book('runs', at('2027-01-03', '07:01'), {
      patient_id: world.sami,
      provider_id: world.omar,
      status: 'ARRIVED',
    });
    expect(await numbers({ period: 'upcoming' })).toEqual(['runs']);
    expect(await numbers({ period: 'past' })).toEqual(['ends']);
  });

  it('marks a running visit that is laid over another as one to come', async () => {
    await book('under', at('2027-01-03', '07:30'));
    await book('over', at('2027-01-03', '07:45'), { patient_id: world.sami, overlap_reason: 'Both at once' });
    expect(await numbers({ period: 'upcoming', isOverlap: true })).toEqual(['under', 'over']);
    expect(await numbers({ period: 'past', isOverlap: true })).toEqual([]);
  });

  it('does not wait for a visit that is cancelled, unless cancelled ones are asked for', async () => {
    await book('comes', monday);
    await book('cancelled', monday + 3_600_000, { status: 'CANCELLED' });
    const upcoming = await list({ period: 'upcoming' });
    expect(upcoming.rows.map((row) => row.number)).toEqual(['comes']);
    expect(upcoming.count).toBe(1);
    expect(await numbers({ period: 'upcoming', statuses: ['CANCELLED'] })).toEqual(['cancelled']);
    expect(await numbers({ period: 'upcoming', statuses: ['SCHEDULED', 'CANCELLED'] })).toEqual([
      'comes',
      'cancelled',
    ]);
    expect(await numbers()).toEqual(['comes', 'cancelled']);
  });

  it('counts and pages over cancelled visits as if they were not there', async () => {
    for (let ordinal = 0; ordinal < 54; ordinal++) {
      const status = ordinal % 2 === 0 ? 'SCHEDULED' : 'CANCELLED';
      await book(`APT-${String(ordinal).padStart(4, '0')}`, monday + ordinal * 3_600_000, { status });
    }
    const first = await list({ period: 'upcoming' });
    const last = await list({ period: 'upcoming', after: first.next });
    expect([first.count, first.rows.length, last.rows.length, last.next]).toEqual([27, 25, 2, null]);
  });

  it('keeps one clinic, provider, service, room, patient, and several statuses', async () => {
    const south = await make('clinic', {
      name: 'South',
      time_zone: 'Asia/Riyadh',
      grid_minutes: 15,
      week_start: 0,
      is_active: 1,
    });
    await book('plain', monday, { status: 'COMPLETED' });
    await book('south', monday + 3_600_000, { clinic_id: south });
    await book('omar', monday + 7_200_000, { provider_id: world.omar, status: 'NO_SHOW' });
    await book('room', monday + 10_800_000, { room_id: world.roomId, patient_id: world.sami });
    await book('bare', monday + 14_400_000, { service_type_id: null, status: 'CANCELLED' });
    expect(await numbers({ clinicId: south })).toEqual(['south']);
    expect(await numbers({ providerId: world.omar })).toEqual(['omar']);
    expect(await numbers({ roomId: world.roomId })).toEqual(['room']);
    expect(await numbers({ patientId: world.sami })).toEqual(['room']);
    expect(await numbers({ serviceTypeId: world.serviceTypeId })).not.toContain('bare');
    expect(await numbers({ statuses: ['COMPLETED', 'NO_SHOW'] })).toEqual(['plain', 'omar']);
    expect(await numbers({ clinicId: south, providerId: world.omar })).toEqual([]);
  });

  it('keeps deliberate overlaps: what is laid over, and what is underneath', async () => {
    await book('alone', monday - 3_600_000);
    await book('under', monday);
    await book('over', monday, { overlap_reason: 'twins' });
    expect(await numbers({ isOverlap: true })).toEqual(['under', 'over']);
    expect((await list({ isOverlap: true })).rows[0]?.isOverlap).toBe(true);
  });

  it('begins and ends a day on the clock of each clinic', async () => {
    const riyadh = await make('clinic', {
      name: 'Riyadh',
      time_zone: 'Asia/Riyadh',
      grid_minutes: 15,
      week_start: 0,
      is_active: 1,
    });
    // 22:30 in London is half past one of the next day in Riyadh.
    const late = at('2027-01-04', '22:30');
    await book('london', late);
    await book('riyadh', late, { clinic_id: riyadh, patient_id: world.sami, provider_id: world.omar });
    expect(await numbers({ from: '2027-01-04', to: '2027-01-04' })).toEqual(['london']);
    expect(await numbers({ from: '2027-01-05' })).toEqual(['riyadh']);
    expect(await numbers({ to: '2027-01-05' })).toEqual(expect.arrayContaining(['london', 'riyadh']));
  });

  it('knows the day on which the clock springs forward', async () => {
    await book('before', at('2027-03-27', '23:45'));
    await book('first', at('2027-03-28', '00:45'));
    await book('last', at('2027-03-28', '22:45'));
    await book('after', at('2027-03-29', '00:00'));
    expect(await numbers({ from: '2027-03-28', to: '2027-03-28' })).toEqual(['first', 'last']);
  });

  /** 60 visits, many of which begin at one moment: of two patients, so that the orders have ties. */
  async function addMany() {
    for (let ordinal = 0; ordinal < 60; ordinal++) {
      const start = monday + Math.floor(ordinal / 4) * 3_600_000;
      await book(`APT-${String(ordinal).padStart(4, '0')}`, start, {
        patient_id: ordinal % 2 === 0 ? world.lina : world.sami,
        overlap_reason: 'for the test',
      });
    }
  }

  it.each(APPOINTMENT_SORTS)('pages through all by %s, there and back, with equal keys', async (sort) => {
    await addMany();
    const pages: string[][] = [];
    let page = await list({ sort });
    for (;;) {
      pages.push(page.rows.map((row) => row.number));
      if (page.next === null) break;
      page = await list({ sort, after: page.next });
    }
    expect(pages.map((rows) => rows.length)).toEqual([25, 25, 10]);
    expect(new Set(pages.flat()).size).toBe(60);
    const back: string[][] = [page.rows.map((row) => row.number)];
    while (page.previous !== null) {
      page = await list({ sort, before: page.previous });
      back.unshift(page.rows.map((row) => row.number));
    }
    expect(back).toEqual(pages);
  });

  it('puts the earliest first, the latest first, patients by family name', async () => {
    await book('b', monday + 3_600_000);
    await book('a', monday, { patient_id: world.sami });
    expect(await numbers({ sort: 'soonest' })).toEqual(['a', 'b']);
    expect(await numbers({ sort: 'latest' })).toEqual(['b', 'a']);
    expect(await numbers({ sort: 'number' })).toEqual(['b', 'a']);
    expect(await numbers({ sort: 'patient' })).toEqual(['a', 'b']); // Berg, Haddad
  });

  it('ignores a cursor of another order, and one that is nothing', async () => {
    await book('a', monday);
    for (const cursor of ['rubbish', '', cursorOf(APPOINTMENT_ORDERS.number, ['a', 'x'])])
      expect(await numbers({ after: cursor })).toEqual(['a']);
  });

  it('tells the place in its package', async () => {
    await addPackage(database, world, {
      number: 'PKG-1',
      sessions: [{ status: 'PENDING' }, { status: 'SCHEDULED', at: monday }],
    });
    expect((await list()).rows[0]?.session).toEqual({ packageNumber: 'PKG-1', number: 2, count: 2 });
    expect((await list({ search: 'nothing' })).rows).toEqual([]);
  });

  it('shows a provider only their own', async () => {
    await book('nora', monday);
    await book('omar', monday, { patient_id: world.sami, provider_id: world.omar });
    const omar = asRole(database, world, 'provider', world.omar);
    expect(await numbers({}, omar)).toEqual(['omar']);
    expect((await list({}, omar)).count).toBe(1);
    expect(await numbers({ providerId: world.nora }, omar)).toEqual([]);
    expect(await numbers({}, asRole(database, world, 'provider', null))).toEqual([]);
    expect(await numbers({}, asRole(database, world, 'viewer'))).toHaveLength(2);
  });

  it('knows nothing of the other tenant', async () => {
    const other = await createWorld(database, `south${worlds}`);
    await book('secret', monday, {}, other);
    expect(await list({ search: 'secret' })).toEqual({ rows: [], previous: null, next: null, count: 0 });
    expect(await numbers({ clinicId: other.clinicId })).toEqual([]);
    expect(await numbers({ patientId: other.lina })).toEqual([]);
  });
});
