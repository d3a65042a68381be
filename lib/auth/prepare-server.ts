import { prepareDatabase } from '@/db/system';
import { sessionSecret } from './settings';

/** Refuses to start half-ready, in a sentence that says what to do, and brings the database up to date. */
export async function prepareServer(): Promise<void> {
  try {
    sessionSecret();
    await prepareDatabase();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
