import { afterAll, describe, expect, it } from 'vitest';
import { createTestDatabase, DIALECTS } from '@/db/testing';
import { asRole, createWorld, type World } from '@/db/testing-world';
import { transaction } from '@/db/transaction';
import { updateRecord } from '@/db/writes/records';
import { newId } from '@/lib/ids/new-id';
import { ok } from '@/lib/result/result';
import { timeOfMinute } from '@/lib/time/local-time';
import { createPackage } from './create-package';
import { proposePlan } from './propose-plan';
import { linasPackage } from './testing-form';

describe.each(DIALECTS)('more than is planned at once (%s)', (dialect) => {
  const opened = createTestDatabase(dialect);
  afterAll(async () => (await opened).remove());

  /** Both providers work around the clock, with breaks at other minutes every hour and every day. */
  async function fillTheWeek({ scope, clinicId, nora, omar }: World) {
    await transaction(scope, async (write) => {
      await updateRecord(write, 'clinic', {
        id: clinicId,
        version: 1,
        patch: { grid_minutes: 1 },
        action: 'update',
      });
      const hours = [nora, omar].flatMap((provider_id, person) =>
        [0, 1, 2, 3, 4, 5, 6].flatMap((weekday) =>
          Array.from({ length: 23 }, (_, hour) => {
            const from = 60 * hour + 4 * weekday + 2 * person;
            return {
              id: newId(),
              provider_id,
              clinic_id: clinicId,
              weekday,
              from_time: timeOfMinute(from),
              to_time: timeOfMinute(from + 57),
              valid_from: null,
              valid_to: null,
            };
          }),
        ),
      );
      await write.insert('working_hours', hours).execute();
      return ok(null);
    });
  }

  it('is refused at the number of sessions, and nothing is saved; a smaller one is planned', async () => {
    const database = await opened;
    const world = await createWorld(database);
    await fillTheWeek(world);
    const scope = asRole(database, world, 'scheduler');
    const providerIds = [world.nora, world.omar];
    const form = (sessionCount: number) =>
      linasPackage(world, {
        sessionCount,
        durationMinutes: 10,
        startDate: '2027-01-04',
        endDate: '2028-01-03',
        providers: {
          strategy: 'per_session',
          sessions: Array.from({ length: sessionCount }, (_, at) => ({
            number: at + 1,
            providerIds,
            note: '',
          })),
        },
        goal: 'regular',
      });
    const refusal = {
      ok: false,
      error: { kind: 'invalid_input', fields: { sessionCount: { code: 'too_much_to_plan' } } },
    };
    expect(await proposePlan(scope, form(100))).toMatchObject(refusal);
    const saving = { requestKey: newId(), notes: '', autoSchedule: true, shown: [] };
    expect(await createPackage(scope, { ...form(100), ...saving })).toMatchObject(refusal);
    expect(await scope.from('package').select('package.id').execute()).toEqual([]);

    const small = await proposePlan(scope, form(4));
    expect(small.ok && small.value.placed).toHaveLength(4);
  });
});
