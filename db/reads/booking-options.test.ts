import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ok } from '@/lib/result/result';
import { localDateOf } from '@/lib/time/wall-clock';
import { createTestDatabase, DIALECTS, type TestDatabase } from '../testing';
import { createWorld, type World, ZONE } from '../testing-world';
import { transaction } from '../transaction';
import { changeRecord, createRecord } from '../writes/records';
import { bookingOptions } from './booking-options';

describe.each(DIALECTS)('what a booking can choose from, on %s', (dialect) => {
  let database: TestDatabase;
  let north: World;

  beforeAll(async () => {
    database = await createTestDatabase(dialect);
    north = await createWorld(database, 'north');
    await createWorld(database, 'south');
  });

  afterAll(() => database.remove());

  it('is the tenant’s own clinics, services and providers with what they may do', async () => {
    const link = { clinicIds: [north.clinicId], serviceIds: [north.serviceTypeId] };
    expect(await bookingOptions(north.scope)).toEqual({
      clinics: [
        {
          id: north.clinicId,
          name: 'north clinic',
          timeZone: ZONE,
          weekStart: 0,
          today: localDateOf(north.scope.now(), ZONE),
        },
      ],
      services: [
        { id: north.serviceTypeId, name: 'north speech therapy', durationMinutes: 45, sessionCount: 12 },
      ],
      providers: [
        { id: north.nora, name: 'north Nora', ...link },
        { id: north.omar, name: 'north Omar', ...link },
      ],
    });
  });

  it('leaves out what is no longer active, and shows a provider without a clinic as such', async () => {
    const ula = await transaction(north.scope, async (write) => {
      const id = await createRecord(write, 'provider', {
        name: 'Ula',
        colour: '#0f766e',
        is_active: 1,
        external_id: null,
      });
      await changeRecord(write, 'provider', { id: north.omar, patch: { is_active: 0 }, action: 'change' });
      return ok(id);
    });
    const { providers } = await bookingOptions(north.scope);
    expect(providers.map(({ id, clinicIds }) => [id, clinicIds.length])).toEqual([
      [ula.ok ? ula.value : '', 0],
      [north.nora, 1],
    ]);
  });
});
