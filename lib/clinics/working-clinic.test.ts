import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AppointmentStatus } from '@/db/schema';
import { createTestDatabase, DIALECTS, type TestDatabase } from '@/db/testing';
import { asRole, atTime, createWorld, NOW, type World } from '@/db/testing-world';
import { transaction } from '@/db/transaction';
import { createRecord } from '@/db/writes/records';
import { ok } from '@/lib/result/result';
import { MINUTE_MS } from '@/lib/time/instant';
import { createClinic } from './create-clinic';
import { workingClinic } from './working-clinic';

describe.each(DIALECTS)('the clinic that a screen starts from (%s)', (dialect) => {
  let database: TestDatabase;
  let world: World;
  let worlds = 0;
  let visits = 0;
  let clinics: { id: string; timeZone: string }[];
  let [london, riyadh] = ['', ''];

  beforeAll(async () => {
    database = await createTestDatabase(dialect);
  });
  afterAll(() => database.remove());
  beforeEach(async () => {
    world = await createWorld(database, `north${++worlds}`);
    const made = await createClinic(world.scope, {
      name: 'South',
      timeZone: 'Asia/Riyadh',
      gridMinutes: 15,
      weekStart: 0,
    });
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    [london, riyadh] = [world.clinicId, made.value.clinicId];
    clinics = [
      { id: london, timeZone: 'Europe/London' },
      { id: riyadh, timeZone: 'Asia/Riyadh' },
    ];
  });

  it('is the chosen one, however little happens there', async () => {
    await visit(london, NOW);
    expect(await startAt({ chosenId: riyadh })).toBe(riyadh);
  });

  it('is the one with the most visits today, unless one is chosen that exists', async () => {
    await visit(london, NOW);
    await visit(riyadh, NOW + 60 * MINUTE_MS);
    await visit(riyadh, NOW + 120 * MINUTE_MS);
    expect(await startAt({ chosenId: null })).toBe(riyadh);
    expect(await startAt({ chosenId: 'closed for good' })).toBe(riyadh);
  });

  it('counts a day from midnight to midnight of each clinic’s own clock', async () => {
    // 20:59 UTC on the 3rd is the last minute of the day in Riyadh; 21:00 belongs to the 4th there, not in London.
    await visit(riyadh, Date.UTC(2027, 0, 3, 21, 0));
    expect(await startAt({ chosenId: null })).toBe(london);
    await visit(riyadh, Date.UTC(2027, 0, 3, 20, 59), { provider: world.omar, patient: world.sami });
    expect(await startAt({ chosenId: null })).toBe(riyadh);
    await visit(london, Date.UTC(2027, 0, 3, 22, 0));
    await visit(london, Date.UTC(2027, 0, 3, 23, 0));
    expect(await startAt({ chosenId: null })).toBe(london);
  });

  it('leaves cancelled visits out, and is the first when nothing happens anywhere', async () => {
    await visit(riyadh, NOW, { status: 'CANCELLED' });
    expect(await startAt({ chosenId: null })).toBe(london);
    expect(await workingClinic(world.scope, { clinics: [], chosenId: null })).toBeNull();
  });

  it('is for a provider where they treat, whatever colleagues do', async () => {
    await visit(london, NOW);
    await visit(riyadh, NOW, { provider: world.omar, patient: world.sami });
    const omar = atTime(database, asRole(database, world, 'provider', world.omar), NOW);
    expect((await workingClinic(omar, { clinics, chosenId: null }))?.id).toBe(riyadh);
  });

  const startAt = async ({ chosenId }: { chosenId: string | null }) =>
    (await workingClinic(world.scope, { clinics, chosenId }))?.id;

  async function visit(
    clinicId: string,
    start: number,
    { status = 'SCHEDULED', provider = world.nora, patient = world.lina }: Seed = {},
  ) {
    const end = start + 45 * MINUTE_MS;
    const made = await transaction(world.scope, async (write) =>
      ok(
        await createRecord(write, 'appointment', {
          number: `APT-${++visits}`,
          clinic_id: clinicId,
          patient_id: patient,
          provider_id: provider,
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
  type Seed = { status?: AppointmentStatus; provider?: string; patient?: string };
});
