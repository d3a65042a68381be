import { type RawBuilder, sql } from 'kysely';
import type { TenantScope } from '../scope';
import { type Finding, findingOf, MOST_EXAMPLES } from './invariant-finding';

const all = sql<number>`count(*) over ()`.as('broken');

/** Appointments that end before they start, or do not block their own time. */
export async function appointmentsOutOfOrder(scope: TenantScope): Promise<Finding> {
  const { checked } = await scope
    .from('appointment')
    .select((eb) => eb.fn.countAll<number>().as('checked'))
    .executeTakeFirstOrThrow();
  const rows = await scope
    .from('appointment')
    .where((eb) =>
      eb.or([
        eb('start_at', '>=', eb.ref('end_at')),
        eb('blocked_from', '>', eb.ref('start_at')),
        eb('blocked_to', '<', eb.ref('end_at')),
      ]),
    )
    .select(['id', 'number', all])
    .orderBy('id')
    .limit(MOST_EXAMPLES)
    .execute();
  const examples = rows.map((row) => ({
    ...row,
    what: `${row.number} ends before it starts or blocks too little`,
  }));
  return findingOf(checked, examples);
}

const PREFIXES = { appointment: 'APT', package: 'PKG' } as const;

/** Appointments or packages whose number is not APT-YYYYMMDD-NNNN or PKG-YYYYMMDD-NNNN, or belongs to two. */
export async function numbersAmiss(scope: TenantScope, table: keyof typeof PREFIXES): Promise<Finding> {
  const prefix = PREFIXES[table];
  // Both tables have a number, which is all that is asked of them: `package` stands for either.
  const records = () => scope.from(table as 'package');
  const number = sql.ref<string>(`${table}.number`);
  const { checked } = await records()
    .select((eb) => eb.fn.countAll<number>().as('checked'))
    .executeTakeFirstOrThrow();
  const twice = records()
    .select(number.as('number'))
    .groupBy(number)
    .having((eb) => eb(eb.fn.countAll<number>(), '>', 1));
  const rows = await records()
    .where((eb) =>
      eb.or([
        eb(number, 'not like', `${prefix}-________-____%`),
        eb(withoutDigits(number), '<>', `${prefix}--`),
        eb(number, 'in', twice),
      ]),
    )
    .select([sql.ref<string>(`${table}.id`).as('id'), number.as('number'), all])
    .orderBy(sql.ref(`${table}.id`))
    .limit(MOST_EXAMPLES)
    .execute();
  const examples = rows.map((row) => ({
    ...row,
    what: `the number ${row.number} is not well formed or given twice`,
  }));
  return findingOf(checked, examples);
}

/** What is left of a text without digits, in words that both databases know. */
function withoutDigits(text: RawBuilder<string>): RawBuilder<string> {
  return Array.from({ length: 10 }, (_, digit) => String(digit)).reduce(
    (rest, digit) => sql<string>`replace(${rest}, ${sql.lit(digit)}, '')`,
    text,
  );
}
