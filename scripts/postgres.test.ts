import { Client } from 'pg';
import { expect, test } from 'vitest';

test('the test run has a PostgreSQL that refuses overlaps', async () => {
  const client = new Client(process.env.TEST_POSTGRES_URL);
  await client.connect();
  try {
    await client.query('begin; create extension if not exists btree_gist');
    const zone = await client.query('show timezone');
    expect(zone.rows).toEqual([{ TimeZone: 'UTC' }]);
  } finally {
    await client.query('rollback');
    await client.end();
  }
});
