import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listCalendarChoices, listCalendarClinics } from '@/db/reads/calendar-choices';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { asRole, at, createWorld, type World } from '@/db/testing-world';
import { transaction } from '@/db/transaction';
import { createRecord, type NewRecord, updateRecord } from '@/db/writes/records';
import { ok } from '@/lib/result/result';
import type { LocalDate } from '@/lib/time/local-date';
import { type CalendarQuery, calendarQuery } from './input';
import { showChangedBoard } from './show-board';
import { showMonth } from './show-month';
import { shownDates } from './shown-dates';

describe.each(DIALECTS)('the month of a clinic (%s)', (dialect) => {
  let database: TestDatabase;
  let world: World;
  let names = 0;

  beforeAll(async () => {
    database = await createTestDatabase(dialect);
  });
  beforeEach(async () => {
    world = await createWorld(database, `month-${++names}`);
  });
  afterAll(() => database.remove());

  async function book(date: LocalDate, time: string, more: Partial<NewRecord<'appointment'>> = {}) {
    const start = at(date, time);
    const end = start + 45 * 60_000;
    const made = await transaction(world.scope, async (write) =>
      ok(
        await createRecord(write, 'appointment', {
          number: `APT-${++names}`,
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
          ...more,
        }),
      ),
    );
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    return made.value;
  }

  async function monthOf(date: LocalDate, asked: { providerId?: string } = {}, scope = world.scope) {
    const [clinic] = await listCalendarClinics(scope);
    if (!clinic) throw new Error('no clinic');
    const { providers } = await listCalendarChoices(scope, clinic.id);
    const month = await showMonth(scope, {
      clinic,
      providers,
      dates: shownDates('month', date, clinic.weekStart),
      providerId: null,
      serviceTypeId: null,
      roomId: null,
      withCancelled: false,
      ...asked,
    });
    return (day: LocalDate) => {
      const found = month.days.find((each) => each.date === day);
      if (!found) throw new Error(`no ${day}`);
      return found;
    };
  }

  it('counts the visits of each day by what became of them', async () => {
    await book('2027-01-04', '09:00');
    await book('2027-01-04', '10:00', { status: 'COMPLETED' });
    await book('2027-01-04', '11:00', { status: 'CANCELLED' });
    await book('2027-01-05', '09:00', { provider_id: world.omar });
    const day = await monthOf('2027-01-15');
    expect(day('2027-01-04')).toMatchObject({
      visits: 2,
      states: [
        { status: 'SCHEDULED', count: 1 },
        { status: 'COMPLETED', count: 1 },
      ],
    });
    expect(day('2027-01-05').visits).toBe(1);
    expect(day('2027-01-06')).toMatchObject({ visits: 0, states: [] });
  });

  it('counts a visit on the day that the clinic’s clock shows, before and after the clocks change', async () => {
    await book('2027-03-27', '23:30');
    await book('2027-03-28', '00:15');
    await book('2027-03-28', '23:30');
    await book('2027-03-29', '00:15');
    const day = await monthOf('2027-03-15');
    expect(['2027-03-27', '2027-03-28', '2027-03-29'].map((date) => day(date).visits)).toEqual([1, 2, 1]);
  });

  it('says who is away, when nobody works and why the clinic is closed', async () => {
    await transaction(world.scope, async (write) => {
      await write
        .insert('time_off', [
          {
            id: `off-${++names}`,
            provider_id: world.nora,
            start_at: at('2027-01-04', '00:00'),
            end_at: at('2027-01-05', '00:00'),
            label: 'Leave',
          },
        ])
        .execute();
      await write
        .insert('closure', [
          { id: `shut-${++names}`, clinic_id: world.clinicId, date: '2027-01-06', label: 'Stocktaking' },
        ])
        .execute();
      return ok(null);
    });
    const day = await monthOf('2027-01-15');
    expect(day('2027-01-04')).toMatchObject({
      isOff: false,
      away: [{ name: expect.stringContaining('Nora'), label: 'Leave' }],
    });
    expect(day('2027-01-05').away).toEqual([]);
    expect(day('2027-01-06')).toMatchObject({ closure: 'Stocktaking', isOff: true });
    expect(day('2027-01-08').isOff).toBe(true);
  });

  it('counts for a provider their own visits only', async () => {
    await book('2027-01-04', '09:00');
    await book('2027-01-04', '09:00', { provider_id: world.omar, patient_id: world.sami });
    const day = await monthOf('2027-01-15', {}, asRole(database, world, 'provider', world.omar));
    expect(day('2027-01-04').visits).toBe(1);
    expect((await monthOf('2027-01-15', { providerId: world.nora }))('2027-01-04').visits).toBe(1);
  });

  describe('asked for again', () => {
    const query = (): CalendarQuery => calendarQuery.parse({ date: '2027-01-04', clinic: world.clinicId });

    async function ask(seen: string) {
      const board = await showChangedBoard(world.scope, { ...query(), seen });
      if (!board.ok) throw new Error(board.error);
      return board.value;
    }

    it('says nothing while nothing has changed', async () => {
      await book('2027-01-04', '09:00');
      const first = await ask('');
      expect(first).toMatchObject({ shows: 'days' });
      expect(await ask(first?.revision ?? '')).toBeNull();
    });

    it('tells a visit that came, and one that was changed', async () => {
      const first = await ask('');
      const id = await book('2027-01-04', '09:00');
      const second = await ask(first?.revision ?? '');
      expect(JSON.stringify(second)).toContain(id);
      await transaction(world.scope, async (write) =>
        ok(
          await updateRecord(write, 'appointment', {
            id,
            version: 1,
            patch: { status: 'ARRIVED' },
            action: 'arrived',
          }),
        ),
      );
      expect(JSON.stringify(await ask(second?.revision ?? ''))).toContain('ARRIVED');
    });

    it('does not care for another day', async () => {
      const first = await ask('');
      await book('2027-01-11', '09:00');
      expect(await ask(first?.revision ?? '')).toBeNull();
    });
  });
});
