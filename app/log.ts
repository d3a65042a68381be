import { pino } from 'pino';
import { newId } from '@/lib/ids/new-id';

export const log = pino({ base: undefined, redact: ['password', '*.password'] });

/** Logs what must not happen, once, and answers the reference number that the user sees. */
export function logFailure(error: unknown, doing: string): string {
  const reference = newId().slice(-12).toUpperCase();
  log.error({ err: error, doing, reference }, 'failed');
  return reference;
}
