import { createHash } from 'node:crypto';

/** A fingerprint of a parsed input: equal for a retry, another for a form that was changed since. */
export const requestHash = (input: object): string =>
  createHash('sha256').update(JSON.stringify(input)).digest('hex');
