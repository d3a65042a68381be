import { hash, verify } from '@node-rs/argon2';

// argon2id with OWASP's first recommendation: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

export const isPassword = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, password);

let decoy: Promise<string> | undefined;

/** Spends the time a real check takes, so that the answer does not tell whether the account exists. */
export async function spendPasswordCheck(password: string): Promise<void> {
  decoy ??= hashPassword('no account has this password');
  await isPassword(await decoy, password);
}
