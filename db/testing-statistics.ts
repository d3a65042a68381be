import { sql } from 'kysely';
import type { Database } from './client';

/** What a server that has run for a while knows: how many rows each index holds for one key. */
export async function refreshStatistics({ dialect, handle }: Database): Promise<void> {
  const statement = dialect === 'sqlite' ? sql`pragma optimize = 0x10002` : sql`vacuum analyze`;
  await statement.execute(handle.withoutPlugins());
}
