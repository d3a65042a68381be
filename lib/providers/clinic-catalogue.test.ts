import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantScope } from '@/db/scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { asRole, at, createWorld, type World } from '@/db/testing-world';
import { freeTimes } from '@/lib/appointments/free-times';
import { addClosure } from '@/lib/clinics/add-closure';
import { createClinic } from '@/lib/clinics/create-clinic';
import { createRoom } from '@/lib/clinics/create-room';
import { createServiceType } from '@/lib/service-types/create-service-type';
import { addTimeOff } from './add-time-off';
import { createProvider } from './create-provider';
import { setWorkingHoursInput } from './input';
import { setWorkingHours } from './set-working-hours';

describe.each(DIALECTS)('what a clinic has (%s)', (dialect) => {
  let database: TestDatabase;
  let world: World;
  let scope: TenantScope;
  let worlds = 0;
  beforeAll(async () => {
    database = await createTestDatabase(dialect);
  });
  beforeEach(async () => {
    world = await createWorld(database, `north-${++worlds}`);
    scope = asRole(database, world, 'admin');
  });
  afterAll(() => database.remove());

  const mondays = (hours: [from: string, to: string][]) =>
    hours.map(([from, to]) => ({ weekday: 1, from, to, validFrom: null, validTo: null }));

  const freeOf = async (providerId: string, date = '2027-01-04') => {
    const offered = await freeTimes(scope, {
      clinicId: world.clinicId,
      serviceTypeId: world.serviceTypeId,
      providerId,
      date,
      durationMinutes: 60,
    });
    if (!offered.ok) throw new Error(JSON.stringify(offered.error));
    return offered.value.times.map(({ time }) => time);
  };

  const eva = async () => {
    const made = await createProvider(scope, {
      name: 'Eva',
      colour: '#1d4ed8',
      clinicIds: [world.clinicId],
      serviceTypeIds: [world.serviceTypeId],
    });
    if (!made.ok) throw new Error(made.error.kind);
    return made.value.providerId;
  };

  it('a new provider has free times from the hours that are set, and only those set last', async () => {
    const providerId = await eva();
    const { clinicId } = world;
    await setWorkingHours(scope, { providerId, clinicId, hours: mondays([['08:00', '10:00']]) });
    await setWorkingHours(scope, { providerId, clinicId, hours: mondays([['14:00', '15:15']]) });
    expect(await freeOf(providerId)).toEqual(['14:00', '14:15']);
  });

  it('nobody is free while away, nor at a closed clinic', async () => {
    const providerId = await eva();
    const { clinicId } = world;
    await setWorkingHours(scope, { providerId, clinicId, hours: mondays([['08:00', '10:00']]) });
    const away = { start: at('2027-01-04', '09:00'), end: at('2027-01-04', '12:00'), label: 'Course' };
    expect((await addTimeOff(scope, { providerId, ...away })).ok).toBe(true);
    expect(await freeOf(providerId)).toEqual(['08:00']);
    expect(await addClosure(scope, { clinicId, date: '2027-01-11', label: 'Holiday' })).toMatchObject({
      ok: true,
    });
    expect(await freeOf(providerId, '2027-01-11')).toEqual([]);
  });

  it('everything has its audit row, the hours that were taken away too', async () => {
    const providerId = await eva();
    const { clinicId } = world;
    await setWorkingHours(scope, { providerId, clinicId, hours: mondays([['08:00', '10:00']]) });
    await setWorkingHours(scope, { providerId, clinicId, hours: [] });
    const rows = await scope
      .from('audit')
      .select(['record_type', 'action'])
      .where('actor_name', '=', 'admin')
      .orderBy('audit.id')
      .execute();
    expect(rows.map(({ record_type, action }) => `${record_type} ${action}`)).toEqual([
      'provider create',
      'provider_clinic link',
      'provider_service link',
      'working_hours create',
      'working_hours remove',
    ]);
  });

  it('has one clinic, room and service of a name, and closes once a day', async () => {
    const clinic = { name: 'Riverside', timeZone: 'Europe/London', gridMinutes: 15, weekStart: 0 };
    const made = await createClinic(scope, clinic);
    if (!made.ok) throw new Error(made.error.kind);
    const { clinicId } = made.value;
    expect(await createClinic(scope, clinic)).toEqual({ ok: false, error: { kind: 'name_taken' } });
    const room = { clinicId, name: 'Blue room' };
    expect((await createRoom(scope, room)).ok).toBe(true);
    expect(await createRoom(scope, room)).toEqual({ ok: false, error: { kind: 'name_taken' } });
    const service = {
      name: 'Swimming',
      colour: '#1d4ed8',
      durationMinutes: 30,
      sessionCount: 8,
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 10,
      needsRoom: true,
    };
    expect((await createServiceType(scope, service)).ok).toBe(true);
    expect(await createServiceType(scope, service)).toEqual({ ok: false, error: { kind: 'name_taken' } });
    const closure = { clinicId, date: '2027-01-11', label: 'Holiday' };
    expect((await addClosure(scope, closure)).ok).toBe(true);
    expect(await addClosure(scope, closure)).toEqual({ ok: false, error: { kind: 'closed_already' } });
  });

  it('is not found by another tenant', async () => {
    const south = await createWorld(database, `south-${worlds}`);
    const notFound = { ok: false, error: { kind: 'not_found' } };
    const { clinicId, nora: providerId, serviceTypeId } = world;
    expect(await createRoom(south.scope, { clinicId, name: 'Blue room' })).toEqual(notFound);
    const person = { name: 'Eva', colour: '#1d4ed8', clinicIds: [south.clinicId] };
    expect(await createProvider(south.scope, { ...person, serviceTypeIds: [serviceTypeId] })).toEqual(
      notFound,
    );
    expect(await setWorkingHours(south.scope, { providerId, clinicId: south.clinicId, hours: [] })).toEqual(
      notFound,
    );
    expect(await freeOf(providerId)).not.toEqual([]);
  });
});

describe('working hours as typed', () => {
  const parse = (span: object) =>
    setWorkingHoursInput.safeParse({
      providerId: 'eva',
      clinicId: 'north',
      hours: [{ weekday: 1, from: '09:00', to: '24:00', validFrom: null, validTo: null, ...span }],
    }).success;

  it('may last until midnight, but not end before they begin', () => {
    expect(parse({})).toBe(true);
    expect(parse({ to: '09:00' })).toBe(false);
    expect(parse({ validFrom: '2027-02-01', validTo: '2027-01-31' })).toBe(false);
    expect(parse({ validFrom: '2027-02-01', validTo: '2027-02-01' })).toBe(true);
  });
});
