import type { WriteScope } from '../scope';

/**
 * Takes `count` numbers of a kind for a day, e.g. PKG-20270103-0001 …, unique under any concurrency: the
 * counter row is raised by one statement and stays locked until the transaction ends.
 */
export async function takeNumbers(
  write: WriteScope,
  kind: 'PKG' | 'APT',
  localDate: string,
  count: number,
): Promise<string[]> {
  if (count === 0) return [];
  const day = localDate.replaceAll('-', '');
  const last = await raiseCounter(write, kind, day, count);
  return Array.from({ length: count }, (_, index) => {
    const ordinal = String(last - count + 1 + index).padStart(4, '0');
    return `${kind}-${day}-${ordinal}`;
  });
}

/** Takes `count` file numbers, P-00001 …, for patients that come without one. */
export async function takeFileNumbers(write: WriteScope, count: number): Promise<string[]> {
  if (count === 0) return [];
  const last = await raiseCounter(write, 'FILE', '', count);
  return Array.from(
    { length: count },
    (_, index) => `P-${String(last - count + 1 + index).padStart(5, '0')}`,
  );
}

async function raiseCounter(write: WriteScope, kind: string, day: string, count: number): Promise<number> {
  const { last } = await write
    .insert('number_counter', [{ kind, day, last: count }])
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'kind', 'day'])
        .doUpdateSet((eb) => ({ last: eb('number_counter.last', '+', count) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}
