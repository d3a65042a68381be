import * as z from 'zod';

const minutes = (fallback: number) => z.coerce.number().int().min(1).max(100_000).default(fallback);

const schema = z.object({
  /** A session ends after this long without a request. */
  SESSION_IDLE_MINUTES: minutes(30),
  /** A session ends this long after sign-in, whatever happens. */
  SESSION_MAX_MINUTES: minutes(12 * 60),
});

const settings = schema.parse({
  SESSION_IDLE_MINUTES: process.env.SESSION_IDLE_MINUTES,
  SESSION_MAX_MINUTES: process.env.SESSION_MAX_MINUTES,
});

export const SESSION_IDLE_SECONDS = settings.SESSION_IDLE_MINUTES * 60;
export const SESSION_MAX_SECONDS = settings.SESSION_MAX_MINUTES * 60;

/** The key that signs session tokens. There is no default: a guessable one would let anyone in. */
export function sessionSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET ?? '';
  if (secret.length < 32) {
    throw new Error('NEXTAUTH_SECRET must be set to a random text of at least 32 characters.');
  }
  return secret;
}
