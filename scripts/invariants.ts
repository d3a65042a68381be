// npm run invariants -- [--database URL]
// Checks that a database keeps every promise: one line per invariant, exit 1 on any breach. It only reads.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Database, DEFAULT_DATABASE_URL, openDatabase } from '@/db/client';
import { refuseOtherSchema } from '@/db/migrate';
import { recordCounts } from '@/db/reads/invariant-records';
import { rowsWithoutTenant } from '@/db/reads/invariant-tenants';
import type { TenantScope } from '@/db/scope';
import { listTenants, systemScope } from '@/db/system';
import { checkInvariants, type InvariantReport } from '@/lib/invariants/check-invariants';
import { runCommand, UsageError } from './command';

const number = new Intl.NumberFormat('en');

const USAGE = 'npm run invariants -- [--database URL]';

await runCommand(USAGE, async (args) => {
  const { values } = parseArgs({ args, options: { database: { type: 'string' } } });
  const url = values.database ?? process.env.DATABASE_URL ?? DEFAULT_DATABASE_URL;
  if (url.startsWith('file:') && !existsSync(url.slice('file:'.length))) {
    throw new UsageError(`There is no database at ${url}.`);
  }
  const database = openDatabase(url);
  try {
    await refuseOtherSchema(database);
    await check(database);
  } finally {
    await database.close();
  }
});

async function check(database: Database) {
  const tenants = await listTenants(database);
  const scoped = tenants.map(({ id, slug }) => ({ slug, scope: systemScope(id, 'invariants', database) }));
  const reports = await checkInvariants(scoped);
  const stray = await rowsWithoutTenant(database);
  reports.push({ name: 'every row belongs to a tenant', of: 'rows', ...stray });
  for (const report of reports) printReport(report);
  for (const { slug, scope } of scoped) console.log(await summaryOf(slug, scope));
  if (reports.some((report) => report.broken > 0)) process.exitCode = 1;
}

function printReport({ name, of, checked, broken, examples }: InvariantReport) {
  console.log(
    `${number.format(broken)} ${broken === 1 ? 'breach' : 'breaches'} of ${number.format(checked)} ${of}: ${name}`,
  );
  for (const { id, what } of examples) console.log(`    ${id}  ${what}`);
  if (broken > examples.length) console.log(`    and ${number.format(broken - examples.length)} more`);
}

async function summaryOf(slug: string, scope: TenantScope) {
  const counts = await recordCounts(scope);
  const parts = (['clinic', 'provider', 'patient', 'package', 'session', 'appointment'] as const).map(
    (table) => `${number.format(counts[table])} ${table}${counts[table] === 1 ? '' : 's'}`,
  );
  return `tenant ${slug}: ${parts.join(', ')}`;
}
