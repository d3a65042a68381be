import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsWithoutTenant } from '@/db/reads/invariant-tenants';
import type { Patch } from '@/db/schema';
import type { WriteScope } from '@/db/scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { at, createWorld, type World } from '@/db/testing-world';
import { transaction } from '@/db/transaction';
import { createRecord, createRecords } from '@/db/writes/records';
import { newId } from '@/lib/ids/new-id';
import { ok } from '@/lib/result/result';
import { MINUTE_MS } from '@/lib/time/instant';
import { checkInvariants } from './check-invariants';

/** Rebuilds the tables without keys, checks and triggers, so that rows can be broken which no wall lets through. */
async function takeDownWalls(database: TestDatabase) {
  const run = (statement: string) => sql.raw(statement).execute(database.handle.withoutPlugins());
  if (database.dialect === 'sqlite') {
    await run('pragma foreign_keys = off');
    // Else SQLite looks through the triggers of every table for the one that is away at the moment.
    await run('pragma legacy_alter_table = on');
  }
  for (const table of ['appointment', 'session', 'package', 'app_user', 'closure', 'provider_assignment']) {
    await run(`create table bare as select * from ${table}`);
    await run(`drop table ${table}${database.dialect === 'sqlite' ? '' : ' cascade'}`);
    await run(`alter table bare rename to ${table}`);
  }
}

interface Clinic extends World {
  packageId: string;
  /** Sessions 1 to 3: completed, scheduled, failed. */
  done: string;
  due: string;
  failed: string;
  /** The appointment of the scheduled session: Lina with Nora in the room, Monday 10:00 to 10:45. */
  dueAppointment: string;
  /** Sami with Omar, Tuesday 10:00 to 10:45. */
  walkIn: string;
}

const MONDAY = at('2027-01-11', '10:00');
const VISIT_MS = 45 * MINUTE_MS;

const visit = (world: World, number: number, start: number) => ({
  number: `APT-20270103-000${number}`,
  clinic_id: world.clinicId,
  patient_id: world.lina,
  provider_id: world.nora,
  room_id: world.roomId,
  service_type_id: world.serviceTypeId,
  start_at: start,
  end_at: start + VISIT_MS,
  blocked_from: start,
  blocked_to: start + VISIT_MS,
  status: 'SCHEDULED' as const,
  overlap_reason: null,
  notes: '',
  request_key: null,
  external_id: null,
  created_by: null,
});

/** A package of three sessions in progress, and a visit beside it; nothing is wrong. */
async function createClinic(database: TestDatabase): Promise<Clinic> {
  const world = await createWorld(database, newId());
  const made = await transaction(world.scope, async (write) => {
    const [doneAppointment, dueAppointment, walkIn] = await createRecords(write, 'appointment', [
      { ...visit(world, 1, at('2027-01-04', '10:00')), status: 'COMPLETED' },
      visit(world, 2, MONDAY),
      {
        ...visit(world, 3, at('2027-01-12', '10:00')),
        patient_id: world.sami,
        provider_id: world.omar,
        room_id: null,
      },
    ]);
    const packageId = await createRecord(write, 'package', {
      number: 'PKG-20270103-0001',
      patient_id: world.lina,
      clinic_id: world.clinicId,
      service_type_id: world.serviceTypeId,
      status: 'IN_PROGRESS',
      session_count: 3,
      duration_minutes: 45,
      start_date: '2027-01-03',
      end_date: '2027-04-02',
      preferred_days: '[]',
      provider_strategy: 'one',
      auto_schedule: 1,
      min_gap_days: 1,
      max_gap_days: null,
      max_per_week: null,
      day_from: null,
      day_to: null,
      notes: '',
      request_key: newId(),
      cancelled_at: null,
      cancelled_by: null,
      cancel_reason: null,
      created_by: null,
    });
    const session = { package_id: packageId, appointment_id: null, attempts: 1, reasons: '[]' };
    const [done = '', due = '', failed = ''] = await createRecords(write, 'session', [
      { ...session, number: 1, status: 'COMPLETED', appointment_id: doneAppointment ?? null },
      { ...session, number: 2, status: 'SCHEDULED', appointment_id: dueAppointment ?? null },
      { ...session, number: 3, status: 'FAILED', reasons: '[{"code":"closed","days":90}]' },
    ]);
    await write
      .insert(
        'provider_assignment',
        [1, 2, 3].map((session_number) => ({
          id: newId(),
          package_id: packageId,
          session_number,
          provider_id: world.nora,
          note: '',
        })),
      )
      .execute();
    return ok({ packageId, done, due, failed, dueAppointment: dueAppointment ?? '', walkIn: walkIn ?? '' });
  });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  // What the triggers of a database with its walls do.
  await sql
    .raw(`update appointment set package_id =
      (select package_id from session where session.appointment_id = appointment.id)`)
    .execute(database.handle.withoutPlugins());
  return { ...world, ...made.value };
}

type Break = (write: WriteScope, clinic: Clinic) => Promise<unknown>;

const appointment = (write: WriteScope, id: string, patch: Patch<'appointment'>) =>
  write.update('appointment').set(patch).where('id', '=', id).execute();
const session = (write: WriteScope, id: string, patch: Patch<'session'>) =>
  write.update('session').set(patch).where('id', '=', id).execute();

/** The walk-in moved so that it begins a minute before the due appointment ends. */
const overDue = {
  start_at: MONDAY + VISIT_MS - MINUTE_MS,
  blocked_from: MONDAY + VISIT_MS - MINUTE_MS,
  end_at: MONDAY + 2 * VISIT_MS,
  blocked_to: MONDAY + 2 * VISIT_MS,
};

const PROVIDER = 'no provider is booked twice';
const PATIENT = 'no patient is booked twice';
const ROOM = 'no room is booked twice';
const BLOCKS = 'appointments block the time they take';
const APT = 'appointment numbers are unique';
const PKG = 'package numbers are unique';
const STATUS = 'package status follows from its sessions';
const GAPS = 'sessions are numbered without gaps';
const AGREES = 'session status agrees with its appointment';
const REASONS = 'failed sessions say why';
const HELD = 'appointments name the package that holds them';
const ELSEWHERE = 'sessions are with the package’s patient and clinic';
const ASSIGNED = 'sessions are with an assigned provider';
const AUDITED = 'every record has its audit';
const INSIDE = 'nothing points out of its tenant';

/** [what is broken, which invariant sees it, how it is broken] */
const BREACHES: [string, string | string[], Break][] = [
  [
    'a provider in two visits at once',
    PROVIDER,
    (w, c) => appointment(w, c.walkIn, { ...overDue, provider_id: c.nora }),
  ],
  [
    'a visit within the buffer of another',
    PROVIDER,
    (w, c) =>
      appointment(w, c.walkIn, {
        start_at: MONDAY + VISIT_MS,
        blocked_from: MONDAY + VISIT_MS - 1,
        end_at: MONDAY + 2 * VISIT_MS,
        blocked_to: MONDAY + 2 * VISIT_MS,
        provider_id: c.nora,
      }),
  ],
  [
    'a patient in two visits at once',
    PATIENT,
    (w, c) => appointment(w, c.walkIn, { ...overDue, patient_id: c.lina }),
  ],
  [
    'a room with two visits at once',
    ROOM,
    (w, c) => appointment(w, c.walkIn, { ...overDue, room_id: c.roomId }),
  ],
  [
    'an appointment that blocks less than itself',
    BLOCKS,
    (w, c) => appointment(w, c.walkIn, { blocked_to: at('2027-01-12', '10:44') }),
  ],
  [
    'an appointment that ends at its start',
    BLOCKS,
    (w, c) => appointment(w, c.walkIn, { end_at: at('2027-01-12', '10:00') }),
  ],
  [
    'one number for two appointments',
    APT,
    (w, c) => appointment(w, c.walkIn, { number: 'APT-20270103-0002' }),
  ],
  ['a number with three digits', APT, (w, c) => appointment(w, c.walkIn, { number: 'APT-20270103-012' })],
  ['a number in small letters', APT, (w, c) => appointment(w, c.walkIn, { number: 'apt-20270103-0012' })],
  ['a number with a letter in it', APT, (w, c) => appointment(w, c.walkIn, { number: 'APT-2027O103-0012' })],
  [
    'a package number of the wrong kind',
    PKG,
    (w) => w.update('package').set({ number: 'APT-20270103-0001' }).execute(),
  ],
  [
    'a package status that its sessions deny',
    STATUS,
    (w) => w.update('package').set({ status: 'SCHEDULED' }).execute(),
  ],
  [
    'a cancelled package that is not marked so',
    STATUS,
    (w) => w.update('package').set({ cancelled_at: 1 }).execute(),
  ],
  ['a missing session', GAPS, (w, c) => w.delete('session').where('id', '=', c.failed).execute()],
  ['a skipped session number', GAPS, (w, c) => session(w, c.failed, { number: 4 })],
  [
    'a scheduled session without an appointment, which still names its package',
    [AGREES, HELD],
    (w, c) => session(w, c.due, { appointment_id: null }),
  ],
  [
    'a scheduled session whose appointment was held',
    AGREES,
    (w, c) => appointment(w, c.dueAppointment, { status: 'COMPLETED' }),
  ],
  [
    'a scheduled session whose appointment is cancelled',
    AGREES,
    (w, c) => appointment(w, c.dueAppointment, { status: 'CANCELLED' }),
  ],
  ['a pending session with an appointment', AGREES, (w, c) => session(w, c.due, { status: 'PENDING' })],
  [
    'a failed session with an appointment',
    AGREES,
    (w, c) => session(w, c.due, { status: 'FAILED', reasons: '[{}]' }),
  ],
  ['a cancelled session with an appointment', AGREES, (w, c) => session(w, c.due, { status: 'CANCELLED' })],
  ['a missed session whose appointment is due', AGREES, (w, c) => session(w, c.due, { status: 'NO_SHOW' })],
  ['a failed session without reasons', REASONS, (w, c) => session(w, c.failed, { reasons: '[]' })],
  ['a failed session that was never tried', REASONS, (w, c) => session(w, c.failed, { attempts: 0 })],
  [
    'a session with another patient',
    ELSEWHERE,
    (w, c) => appointment(w, c.dueAppointment, { patient_id: c.sami }),
  ],
  [
    'a session with a provider it is not assigned to',
    ASSIGNED,
    (w, c) => appointment(w, c.dueAppointment, { provider_id: c.omar }),
  ],
  [
    'a record without audit',
    AUDITED,
    (w, c) => w.delete('audit').where('record_id', '=', c.failed).execute(),
  ],
  [
    'an appointment with a provider that exists nowhere',
    INSIDE,
    (w, c) => appointment(w, c.walkIn, { provider_id: newId() }),
  ],
];

/** What is unusual and yet keeps every promise. */
const HARMLESS: [string, Break][] = [
  [
    'visits that only touch',
    (w, c) =>
      appointment(w, c.walkIn, {
        start_at: MONDAY + VISIT_MS,
        blocked_from: MONDAY + VISIT_MS,
        end_at: MONDAY + 2 * VISIT_MS,
        blocked_to: MONDAY + 2 * VISIT_MS,
        provider_id: c.nora,
        room_id: c.roomId,
      }),
  ],
  [
    'a cancelled visit under another',
    (w, c) => appointment(w, c.walkIn, { ...overDue, provider_id: c.nora, status: 'CANCELLED' }),
  ],
  [
    'a missed visit under another',
    (w, c) => appointment(w, c.walkIn, { ...overDue, provider_id: c.nora, status: 'NO_SHOW' }),
  ],
  [
    'a deliberate overlap',
    (w, c) => appointment(w, c.walkIn, { ...overDue, provider_id: c.nora, overlap_reason: 'twins' }),
  ],
  ['an arrived patient', (w, c) => appointment(w, c.dueAppointment, { status: 'ARRIVED' })],
  [
    'a number after the 9,999th of a day',
    (w, c) => appointment(w, c.walkIn, { number: 'APT-20270103-10000' }),
  ],
  [
    'a session without any assignment',
    (w, c) => w.delete('provider_assignment').where('package_id', '=', c.packageId).execute(),
  ],
];

describe.each(DIALECTS)('the invariants on %s', (dialect) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase(dialect);
    await takeDownWalls(database);
  });
  afterAll(() => database.remove());

  const breachesOf = async (clinic: Clinic) => {
    const reports = await checkInvariants([{ slug: 'north', scope: clinic.scope }]);
    return reports.filter((report) => report.broken > 0);
  };
  const broken = async (spoil: Break) => {
    const clinic = await createClinic(database);
    await transaction(clinic.scope, async (write) => {
      await spoil(write, clinic);
      return ok(null);
    });
    return clinic;
  };

  it('hold in a clinic where all is well, and each has something to look at', async () => {
    const clinic = await createClinic(database);
    const reports = await checkInvariants([{ slug: 'north', scope: clinic.scope }]);
    expect(reports.filter((report) => report.broken > 0)).toEqual([]);
    expect(reports.filter((report) => report.checked === 0)).toEqual([]);
  });

  it.each(BREACHES)('find %s', async (_, invariant, spoil) => {
    const found = await breachesOf(await broken(spoil));
    expect(found.map((report) => report.name)).toEqual([invariant].flat());
    expect(found[0]?.examples[0]?.what).toMatch(/^north: /);
  });

  it.each(HARMLESS)('do not mind %s', async (_, change) => {
    expect(await breachesOf(await broken(change))).toEqual([]);
  });

  it('name both appointments of an overlap', async () => {
    const [found] = await breachesOf(
      await broken((w, c) => appointment(w, c.walkIn, { ...overDue, provider_id: c.nora })),
    );
    expect(found?.examples[0]?.what).toBe(
      'north: APT-20270103-0003 overlaps APT-20270103-0002 of one provider',
    );
  });

  it('find a session at another clinic than its package', async () => {
    const clinic = await broken(async (write, { dueAppointment }) => {
      const name = 'another clinic';
      const other = await createRecord(write, 'clinic', {
        name,
        time_zone: 'UTC',
        grid_minutes: 15,
        week_start: 0,
        is_active: 1,
      });
      await appointment(write, dueAppointment, { clinic_id: other });
    });
    expect((await breachesOf(clinic)).map((report) => report.name)).toEqual([ELSEWHERE]);
  });

  it('find an overlap that a long visit hides behind a short one', async () => {
    const clinic = await broken(async (write, c) => {
      const start = at('2027-01-12', '10:00');
      await appointment(write, c.walkIn, { end_at: start + 8 * VISIT_MS, blocked_to: start + 8 * VISIT_MS });
      const other = { provider_id: c.omar, room_id: null };
      await createRecords(write, 'appointment', [
        { ...visit(c, 4, start + VISIT_MS), ...other },
        { ...visit(c, 5, start + 4 * VISIT_MS), ...other },
      ]);
    });
    const [found, ...others] = await breachesOf(clinic);
    expect(others).toEqual([]);
    expect(found?.broken).toBe(2);
    expect(found?.examples.map((example) => example.what)).toEqual([
      'north: APT-20270103-0004 overlaps APT-20270103-0003 of one provider',
      'north: APT-20270103-0005 overlaps APT-20270103-0003 of one provider',
    ]);
  });

  it('find what points into another tenant', async () => {
    const south = await createClinic(database);
    const clinic = await broken((write, { walkIn }) =>
      appointment(write, walkIn, { provider_id: south.omar }),
    );
    const found = await breachesOf(clinic);
    expect(found.map((report) => report.name)).toEqual([INSIDE]);
    expect(found[0]?.examples).toEqual([
      {
        id: south.omar,
        what: 'north: appointment.provider_id names a provider that this tenant does not have',
      },
    ]);
    expect(await breachesOf(south)).toEqual([]);
  });

  it('count all breaches of all tenants and list ten', async () => {
    const clinics = [];
    for (let count = 0; count < 6; count++) {
      clinics.push(await broken((write) => write.update('appointment').set({ number: 'lost' }).execute()));
    }
    const reports = await checkInvariants(clinics.map(({ scope }, index) => ({ slug: `t${index}`, scope })));
    const found = reports.find((report) => report.name === APT);
    expect(found).toMatchObject({ checked: 18, broken: 18 });
    expect(found?.examples).toHaveLength(10);
  });

  it('find rows of no tenant', async () => {
    expect((await rowsWithoutTenant(database)).broken).toBe(0);
    await database.handle
      .withoutPlugins()
      .insertInto('closure')
      .values({ tenant_id: 'nobody', id: newId(), clinic_id: 'none', date: '2027-01-03', label: '' })
      .execute();
    const finding = await rowsWithoutTenant(database);
    expect(finding.broken).toBe(1);
    expect(finding.examples).toEqual([{ id: 'closure', what: '1 rows of no tenant' }]);
  });
});
