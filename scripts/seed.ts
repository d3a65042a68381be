import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { DEFAULT_DATABASE_URL, openDatabase } from '@/db/client';
import { migrateToLatest } from '@/db/migrate';
import { listTenants } from '@/db/system';
import { DEMO_TENANTS, fillTenant, type SignIn } from './demo-clinic/fill';

/*
 * `npm run --silent seed -- [--database URL]`: fills an empty database with the demo and prints its sign-ins
 * as JSON. A database that holds a tenant is left alone (exit 3).
 */
const { values } = parseArgs({ options: { database: { type: 'string' } } });
const database = openDatabase(values.database ?? process.env.DATABASE_URL ?? DEFAULT_DATABASE_URL);

try {
  await migrateToLatest(database);
  const tenants = await listTenants(database);
  if (tenants.length > 0) {
    console.error(
      `This database already holds ${tenants.map(({ slug }) => slug).join(', ')}: nothing was changed.`,
    );
    process.exitCode = 3;
  } else {
    console.log(JSON.stringify(await fillDemo(), null, 2));
  }
} finally {
  await database.close();
}

async function fillDemo() {
  const signIns: SignIn[] = [];
  const now = Date.now();
  const password = () => randomBytes(9).toString('base64url');
  for (const tenant of DEMO_TENANTS) signIns.push(...(await fillTenant(database, tenant, { now, password })));
  return { tenants: DEMO_TENANTS.map(({ slug, name }) => ({ slug, name })), signIns };
}
