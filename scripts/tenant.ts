// npm run tenant -- create --slug S --name N [--admin EMAIL] [--database URL]
// Makes an empty organisation and, if asked, its first admin, whose password is printed once.
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { DEFAULT_DATABASE_URL, openDatabase } from '@/db/client';
import { migrateToLatest } from '@/db/migrate';
import { hashPassword } from '@/lib/auth/passwords';
import { parseInput } from '@/lib/result/field-faults';
import { createTenant } from '@/lib/tenants/create-tenant';
import { type CreateTenantInput, createTenantInput } from '@/lib/tenants/input';
import { fail, runCommand, UsageError } from './command';

const USAGE = 'npm run tenant -- create --slug SLUG --name NAME [--admin EMAIL] [--database URL]';

const FAULTS: Record<keyof CreateTenantInput, string> = {
  slug: '--slug is the short name: lower-case letters, digits and single hyphens, at most 63 characters.',
  name: '--name is the name people read, at most 200 characters.',
  adminEmail: '--admin is not an e-mail address.',
};

await runCommand(USAGE, async (args) => {
  const { input, databaseUrl } = readArguments(args);
  const database = openDatabase(databaseUrl);
  try {
    await migrateToLatest(database);
    const password = newPassword();
    const admin = input.adminEmail && {
      email: input.adminEmail,
      passwordHash: await hashPassword(password),
    };
    const made = await createTenant({ slug: input.slug, name: input.name, admin: admin || null }, database);
    if (!made.ok) fail(`There is a tenant "${input.slug}" already: choose another --slug.`);
    console.log(`Tenant "${input.slug}" (${input.name}) is made.`);
    if (admin) {
      console.log(`Admin    ${admin.email}`);
      console.log(`Password ${password}`);
      console.log('The password is shown this once. Keep it safe.');
    }
  } finally {
    await database.close();
  }
});

function readArguments(args: string[]): { input: CreateTenantInput; databaseUrl: string } {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      slug: { type: 'string' },
      name: { type: 'string' },
      admin: { type: 'string' },
      database: { type: 'string' },
    },
  });
  const [command, ...rest] = positionals;
  if (command !== 'create' || rest.length > 0) throw new UsageError(`Usage: ${USAGE}`);
  if (!values.slug || !values.name) throw new UsageError('Give both --slug and --name.');
  const input = parseInput(createTenantInput, { ...values, adminEmail: values.admin ?? null });
  if (!input.ok) {
    const [field] = Object.keys(input.error);
    throw new UsageError(FAULTS[createTenantInput.keyof().parse(field)]);
  }
  return {
    input: input.value,
    databaseUrl: values.database ?? process.env.DATABASE_URL ?? DEFAULT_DATABASE_URL,
  };
}

/** 20 of 55 letters and digits that no one confuses when copying: 115 bits. */
function newPassword(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  const word = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
  return [word(), word(), word(), word()].join('-');
}
