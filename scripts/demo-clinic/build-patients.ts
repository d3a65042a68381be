import type { TenantScope } from '@/db/scope';
import { transaction } from '@/db/transaction';
import { takeFileNumbers } from '@/db/writes/numbers';
import { createRecords } from '@/db/writes/records';
import { ok } from '@/lib/result/result';
import { foldedNames } from '@/lib/rules/search-text';
import { addDays } from '@/lib/time/local-date';
import type { Dice } from './dice';
import { CULTURES } from './people';

/** Creates `count` invented patients, most of them children, no two with the same name; answers their ids. */
export async function buildPatients(
  scope: TenantScope,
  { count, today, dice }: { count: number; today: string; dice: Dice },
): Promise<string[]> {
  const names = new Map<string, { given: string; family: string; locale: string }>();
  while (names.size < count) {
    const culture = dice.pick(CULTURES);
    const [given, family] = [dice.pick(culture.given), dice.pick(culture.family)];
    names.set(`${given} ${family}`, { given, family, locale: culture.locale });
  }
  const built = await transaction(scope, async (write) => {
    const files = await takeFileNumbers(write, count);
    const records = [...names.values()].map(({ given, family, locale }, index) => {
      const named = { given_name: given, family_name: family, file_number: files[index] ?? '' };
      const ageDays = dice.chance(70) ? dice.between(3 * 365, 14 * 365) : dice.between(18 * 365, 85 * 365);
      return {
        ...named,
        birth_date: addDays(today, -ageDays),
        email: `family-${index + 1}@example.org`,
        // Numbers kept free for fiction.
        phone: `+44 7700 900${String(index % 1000).padStart(3, '0')}`,
        locale,
        ...foldedNames(named),
        external_id: null,
      };
    });
    return ok(await createRecords(write, 'patient', records));
  });
  if (!built.ok) throw new Error(`The patients were refused: ${JSON.stringify(built.error)}`);
  return built.value;
}
