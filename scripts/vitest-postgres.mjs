// One PostgreSQL per test run; db/testing.ts makes a database of its own for each test file in it.
import { startPostgres } from './postgres.mjs';

export default async function setup() {
  const { url, stop } = await startPostgres();
  process.env.TEST_POSTGRES_URL = url;
  return stop;
}
