import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listCalendarChoices, listCalendarClinics } from '@/db/reads/calendar-choices';
import type { NewRow } from '@/db/schema';
import type { TenantScope } from '@/db/scope';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { asRole, at, createWorld, type World } from '@/db/testing-world';
import { transaction } from '@/db/transaction';
import { createRecord, type NewRecord } from '@/db/writes/records';
import { ok } from '@/lib/result/result';
import type { LocalDate } from '@/lib/time/local-date';
import { type CalendarQuestion, showCalendar } from './show-calendar';

/** Nora and Omar both work on it. */
const MONDAY = '2027-01-04';
const TUESDAY = '2027-01-05';

describe.each(DIALECTS)('the calendar of a clinic (%s)', (dialect) => {
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

  type Visit = Partial<NewRecord<'appointment'>> & {
    date?: LocalDate;
    from: string;
    to: string;
    toDate?: LocalDate;
  };

  async function book(
    { date = MONDAY, from, to, toDate = date, ...more }: Visit,
    into: World = world,
  ): Promise<string> {
    const [start, end] = [at(date, from), at(toDate, to)];
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
          notes: '',
          request_key: null,
          external_id: null,
          created_by: null,
          ...more,
        }),
      ),
    );
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    return made.value;
  }

  const insert = <T extends 'time_off' | 'closure' | 'working_hours' | 'provider_clinic'>(
    table: T,
    row: NewRow<T>,
  ) =>
    transaction(world.scope, async (write) => {
      await write.insert(table, [row]).execute();
      return ok(null);
    });

  const make = async <T extends 'provider' | 'clinic' | 'service_type'>(table: T, row: NewRecord<T>) => {
    const made = await transaction(world.scope, async (write) => ok(await createRecord(write, table, row)));
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    return made.value;
  };

  async function show(asked: Partial<CalendarQuestion> = {}, scope: TenantScope = world.scope) {
    const [clinic] = await listCalendarClinics(scope);
    if (!clinic) throw new Error('no clinic');
    const { providers } = await listCalendarChoices(scope, clinic.id);
    return showCalendar(scope, {
      clinic,
      providers,
      dates: [MONDAY],
      providerId: null,
      serviceTypeId: null,
      roomId: null,
      withCancelled: false,
      ...asked,
    });
  }

  const columnOf = (calendar: Awaited<ReturnType<typeof show>>, providerId: string, day = 0) => {
    const column = calendar.providers.find(({ provider }) => provider.id === providerId)?.columns[day];
    if (!column) throw new Error('no such column');
    return column;
  };

  const cardsOn = async (date: LocalDate, asked: Partial<CalendarQuestion> = {}) =>
    columnOf(await show({ ...asked, dates: [date] }), world.nora).cards;

  it('has a column for each provider, with hours, breaks and how full it is', async () => {
    await book({ from: '09:00', to: '09:45' });
    const calendar = await show();
    expect(calendar.providers.map(({ provider }) => provider.id)).toEqual([world.nora, world.omar]);
    const column = columnOf(calendar, world.nora);
    expect(column.works).toEqual([
      { from: 540, to: 720 },
      { from: 780, to: 1020 },
    ]);
    expect(column.breaks).toEqual([{ from: 720, to: 780 }]);
    expect(column.utilisation).toBeCloseTo(45 / 420);
  });

  it('shows all that a card says', async () => {
    const id = await book({ from: '09:00', to: '09:45', room_id: world.roomId });
    const made = await transaction(world.scope, async (write) => {
      const packageId = await createRecord(write, 'package', {
        number: `PKG-${++names}`,
        patient_id: world.lina,
        clinic_id: world.clinicId,
        service_type_id: world.serviceTypeId,
        status: 'SCHEDULED',
        session_count: 12,
        duration_minutes: 45,
        start_date: MONDAY,
        end_date: '2027-04-03',
        preferred_days: '[]',
        provider_strategy: 'one',
        auto_schedule: 1,
        min_gap_days: 1,
        max_gap_days: null,
        max_per_week: null,
        day_from: null,
        day_to: null,
        notes: '',
        request_key: `key-${names}`,
        cancelled_at: null,
        cancelled_by: null,
        cancel_reason: null,
        created_by: null,
      });
      return ok(
        await createRecord(write, 'session', {
          package_id: packageId,
          number: 4,
          status: 'SCHEDULED',
          appointment_id: id,
          attempts: 1,
          reasons: '[]',
        }),
      );
    });
    expect(made.ok).toBe(true);
    const [card] = await cardsOn(MONDAY);
    expect(card).toMatchObject({
      from: 540,
      to: 585,
      startTime: '09:00',
      endTime: '09:45',
    });
    expect(card?.appointment).toMatchObject({
      id,
      status: 'SCHEDULED',
      patientName: expect.stringContaining('Lina Haddad'),
      service: { id: world.serviceTypeId, colour: '#0f766e' },
      room: { id: world.roomId },
      position: { number: 4, count: 12 },
      isOverlapping: false,
    });
  });

  it('puts who works that day first, then the others by name', async () => {
    await insert('working_hours', {
      id: `${world.tenantId}-saturday`,
      provider_id: world.omar,
      clinic_id: world.clinicId,
      weekday: 6,
      from_time: '09:00',
      to_time: '12:00',
      valid_from: null,
      valid_to: null,
    });
    const saturday = await show({ dates: ['2027-01-09'] });
    expect(saturday.providers.map(({ provider }) => provider.id)).toEqual([world.omar, world.nora]);
  });

  it('ends a day before midnight and begins it at midnight', async () => {
    await book({ from: '23:00', to: '00:00', toDate: TUESDAY });
    await book({ date: TUESDAY, from: '00:00', to: '01:00', patient_id: world.sami });
    expect((await cardsOn(MONDAY)).map(({ from, to }) => [from, to])).toEqual([[1380, 1440]]);
    expect((await cardsOn(TUESDAY)).map(({ from, to }) => [from, to])).toEqual([[0, 60]]);
  });

  it('shows a visit over midnight on both days', async () => {
    await book({ from: '23:30', to: '00:30', toDate: TUESDAY });
    const [evening] = await cardsOn(MONDAY);
    expect(evening).toMatchObject({ from: 1410, to: 1440, hasBegunBefore: false, endTime: '00:30' });
    const [night] = await cardsOn(TUESDAY);
    expect(night).toMatchObject({ from: 0, to: 30, hasBegunBefore: true, startTime: '23:30' });
  });

  it('shows a stay of days on each of them', async () => {
    await book({ date: '2026-12-31', from: '10:00', toDate: TUESDAY, to: '08:00' });
    expect((await cardsOn(MONDAY)).map(({ from, to }) => [from, to])).toEqual([[0, 1440]]);
    expect((await cardsOn(TUESDAY)).map(({ from, to }) => [from, to])).toEqual([[0, 480]]);
    expect(await cardsOn('2027-01-06')).toEqual([]);
  });

  it.each([
    ['23', '2027-03-28'],
    ['25', '2027-10-31'],
  ])('keeps the first and the last hour of a day of %s hours, and 09:00 at its height', async (_, date) => {
    await book({ date, from: '00:00', to: '00:30' });
    await book({ date, from: '09:00', to: '09:45', patient_id: world.sami });
    await book({ date, from: '23:30', to: '23:59' });
    expect((await cardsOn(date)).map(({ from }) => from)).toEqual([0, 540, 1410]);
  });

  it('hides cancelled visits unless they are asked for, and never counts them as taken', async () => {
    await book({ from: '09:00', to: '09:45', status: 'CANCELLED' });
    await book({ from: '09:00', to: '09:45' });
    expect(await cardsOn(MONDAY)).toHaveLength(1);
    const shown = columnOf(await show({ withCancelled: true }), world.nora);
    expect(shown.cards.map(({ appointment }) => appointment.status).sort()).toEqual([
      'CANCELLED',
      'SCHEDULED',
    ]);
    expect(shown.cards.some(({ appointment }) => appointment.isOverlapping)).toBe(false);
    expect(shown.utilisation).toBeCloseTo(45 / 420);
  });

  it('marks both sides of a deliberate overlap, and not their neighbour', async () => {
    await book({ from: '09:00', to: '10:00' });
    await book({ from: '09:30', to: '10:30', patient_id: world.sami, overlap_reason: 'twins' });
    await book({ from: '10:30', to: '11:00' });
    expect((await cardsOn(MONDAY)).map(({ appointment }) => appointment.isOverlapping)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('shows time off for the part of the day that it takes, and takes it from the time to give', async () => {
    const leave = { provider_id: world.nora, label: 'Training' };
    await insert('time_off', {
      id: `${world.tenantId}-1`,
      ...leave,
      start_at: at(MONDAY, '15:00'),
      end_at: at(TUESDAY, '10:00'),
    });
    const calendar = await show({ dates: [MONDAY, TUESDAY, '2027-01-06'] });
    const timeOff = [0, 1, 2].map((day) => columnOf(calendar, world.nora, day).timeOff);
    expect(timeOff).toEqual([
      [{ from: 900, to: 1440, label: 'Training' }],
      [{ from: 0, to: 600, label: 'Training' }],
      [],
    ]);
    await book({ from: '09:00', to: '12:00' });
    expect(columnOf(await show(), world.nora).utilisation).toBeCloseTo(180 / 300);
  });

  it('has no working hours on a closed day, and still shows what is booked', async () => {
    await insert('closure', {
      id: `${world.tenantId}-c`,
      clinic_id: world.clinicId,
      date: MONDAY,
      label: 'Stocktaking',
    });
    await book({ from: '09:00', to: '09:45' });
    const calendar = await show({ dates: [MONDAY, TUESDAY] });
    expect(calendar.days.map(({ closure }) => closure)).toEqual(['Stocktaking', null]);
    expect(columnOf(calendar, world.nora)).toMatchObject({ works: [], utilisation: null });
    expect(columnOf(calendar, world.nora).cards).toHaveLength(1);
    expect(columnOf(calendar, world.nora, 1).works).toHaveLength(2);
  });

  it('knows the present minute on today only', async () => {
    const calendar = await show({ dates: ['2027-01-02', '2027-01-03', MONDAY] });
    expect(calendar.days.map(({ nowMinute }) => nowMinute)).toEqual([null, 480, null]);
  });

  it('keeps what a service filter leaves out as taken time, and drops who does not give the service', async () => {
    const other = await make('service_type', {
      name: `massage ${++names}`,
      colour: '#111111',
      duration_minutes: 30,
      session_count: 6,
      buffer_before_minutes: 0,
      buffer_after_minutes: 0,
      needs_room: 0,
      is_active: 1,
    });
    await book({ from: '09:00', to: '09:45' });
    await book({ from: '10:00', to: '10:30', service_type_id: other });
    const speech = await show({ serviceTypeId: world.serviceTypeId });
    expect(speech.providers).toHaveLength(2);
    expect(columnOf(speech, world.nora).cards.map(({ isMatch }) => isMatch)).toEqual([true, false]);
    const massage = await show({ serviceTypeId: other });
    expect(massage.providers.map(({ provider }) => provider.id)).toEqual([world.nora]);
  });

  it('shows only who is in a room when a room is asked for', async () => {
    await book({ from: '09:00', to: '09:45', room_id: world.roomId });
    await book({ from: '08:00', to: '08:45', provider_id: world.omar, patient_id: world.sami });
    const calendar = await show({ roomId: world.roomId });
    expect(calendar.providers.map(({ provider }) => provider.id)).toEqual([world.nora]);
  });

  it('shows the column of one provider when one is asked for', async () => {
    const calendar = await show({ providerId: world.omar });
    expect(calendar.providers.map(({ provider }) => provider.id)).toEqual([world.omar]);
  });

  it('has a column for a provider without a place at the clinic who has a visit there', async () => {
    const ewa = await make('provider', { name: 'Ewa', colour: '#111111', is_active: 0, external_id: null });
    await book({ from: '09:00', to: '09:45', provider_id: ewa });
    expect((await show()).providers.map(({ provider }) => provider.id)).toContain(ewa);
    expect((await show({ dates: [TUESDAY] })).providers.map(({ provider }) => provider.id)).not.toContain(
      ewa,
    );
  });

  it('shows when a provider is busy at another clinic, without whom they see', async () => {
    const south = await make('clinic', {
      name: `zz south ${++names}`,
      time_zone: 'Asia/Dubai',
      grid_minutes: 15,
      week_start: 1,
      is_active: 1,
    });
    await book({ from: '14:00', to: '15:00', clinic_id: south });
    await book({ from: '15:00', to: '16:00', clinic_id: south, status: 'CANCELLED' });
    const column = columnOf(await show(), world.nora);
    expect(column.cards).toEqual([]);
    expect(column.elsewhere).toEqual([{ from: 840, to: 900, label: expect.stringContaining('zz south') }]);
  });

  it('shows a provider their own column only', async () => {
    await book({ from: '09:00', to: '09:45' });
    await book({ from: '08:00', to: '08:45', provider_id: world.omar, patient_id: world.sami });
    const mine = await show({}, asRole(database, world, 'provider', world.nora));
    expect(mine.providers.map(({ provider }) => provider.id)).toEqual([world.nora]);
    expect(JSON.stringify(mine)).not.toContain('Omar');
    const theirs = await show({ providerId: world.omar }, asRole(database, world, 'provider', world.nora));
    expect(theirs.providers).toEqual([]);
    const nobody = await show({}, asRole(database, world, 'provider', null));
    expect(nobody.providers).toEqual([]);
  });

  it('never shows another tenant anything, whatever ids it is given', async () => {
    const south = await createWorld(database, `south-${++names}`);
    await book({ from: '09:00', to: '09:45' }, south);
    const [clinic] = await listCalendarClinics(south.scope);
    if (!clinic) throw new Error('no clinic');
    const seen = await show({ clinic, providers: [], serviceTypeId: null });
    expect(seen.providers).toEqual([]);
    expect(await listCalendarChoices(world.scope, clinic.id)).toMatchObject({ providers: [], rooms: [] });
    const asked = await show({ clinic, providers: [{ id: south.nora, name: 'x' }], serviceTypeId: null });
    expect(JSON.stringify(asked)).not.toContain('south-');
    expect((await listCalendarClinics(world.scope)).map(({ id }) => id)).toEqual([world.clinicId]);
  });

  it('is empty on a day without anything', async () => {
    const saturday = await show({ dates: ['2027-01-09'] });
    expect(
      saturday.providers.flatMap(({ columns }) =>
        columns.flatMap(({ cards, works }) => [...cards, ...works]),
      ),
    ).toEqual([]);
  });
});
