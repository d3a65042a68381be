// npm run import -- --tenant SLUG [--patients F.csv] [--providers F.csv] [--appointments F.csv] …
// Takes over what a clinic already has. Bad rows are listed with file, line and cause; the others are kept.
import { parseArgs } from 'node:util';
import { type Database, DEFAULT_DATABASE_URL, openDatabase } from '@/db/client';
import { migrateToLatest } from '@/db/migrate';
import { listTenants, systemScope } from '@/db/system';
import { type Refusal, textOf } from '@/lib/imports/cause';
import { type ImportInput, type ImportRefusal, type ImportReport, runImport } from '@/lib/imports/run-import';
import { isTimeZone } from '@/lib/time/zone-offsets';
import { runCommand, UsageError } from './command';

const USAGE = `npm run import -- --tenant SLUG [--patients F.csv] [--providers F.csv] [--appointments F.csv]
    [--clinic NAME] [--zone ZONE] [--dry-run] [--json] [--database URL]

  CSV in UTF-8 with a header row, separated by commas, semicolons or tabs.
  --clinic    the clinic of the appointments; not needed while the tenant has only one
  --zone      the time zone of a clinic that is made because the tenant has none (UTC if not given)
  --dry-run   says what would happen and writes nothing
  --json      prints the report as JSON`;

await runCommand(USAGE, async (args) => {
  const options = readArguments(args);
  const database = openDatabase(options.databaseUrl);
  try {
    await migrateToLatest(database);
    const tenant = await findTenant(database, options.tenant);
    const scope = systemScope(tenant.id, 'import', database);
    const refusals: Refusal[] = [];
    const onRefusal = (refusal: Refusal) => {
      if (options.isJson) refusals.push(refusal);
      else console.log(`${refusal.file}:${refusal.line}: refused: ${textOf(refusal.cause)}`);
    };
    const result = await runImport(scope, { ...options.input, tenantName: tenant.name }, onRefusal);
    if (!result.ok) throw new UsageError(textOfRefusal(result.error));
    if (options.isJson) printJson(result.value, refusals, options.input.isDryRun);
    else printSummary(result.value, options.input.isDryRun);
  } finally {
    await database.close();
  }
});

function readArguments(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      tenant: { type: 'string' },
      patients: { type: 'string' },
      providers: { type: 'string' },
      appointments: { type: 'string' },
      clinic: { type: 'string' },
      zone: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      database: { type: 'string' },
    },
  });
  const { tenant, patients = null, providers = null, appointments = null, clinic, zone } = values;
  if (!tenant) throw new UsageError('Say whose data it is: --tenant SLUG.');
  if (!patients && !providers && !appointments) {
    throw new UsageError('Give at least one file: --patients, --providers or --appointments.');
  }
  if (zone !== undefined && !isTimeZone(zone)) {
    throw new UsageError(`"${zone}" is no time zone; write it like Europe/London.`);
  }
  const clinicName = clinic?.trim().slice(0, 200) || null;
  const input: Omit<ImportInput, 'tenantName'> = {
    files: { patients, providers, appointments },
    clinicName,
    zone: zone ?? null,
    isDryRun: values['dry-run'],
  };
  const databaseUrl = values.database ?? process.env.DATABASE_URL ?? DEFAULT_DATABASE_URL;
  return { tenant, databaseUrl, isJson: values.json, input };
}

async function findTenant(database: Database, slug: string) {
  const tenants = await listTenants(database);
  const tenant = tenants.find((each) => each.slug === slug);
  if (tenant) return tenant;
  throw new UsageError(
    `There is no tenant "${slug}". Make it with: npm run tenant -- create --slug … --name …`,
  );
}

function textOfRefusal(refusal: ImportRefusal): string {
  switch (refusal.kind) {
    case 'file':
      if (refusal.why.kind === 'empty') return `${refusal.file}: the file is empty.`;
      if (refusal.why.kind === 'not_utf8')
        return `${refusal.file}: it is not CSV in UTF-8; save it as “CSV UTF-8”.`;
      return `${refusal.file}: it cannot be read: ${refusal.why.why}.`;
    case 'columns':
      if (refusal.why.kind === 'twice')
        return `${refusal.file}: two columns are called “${refusal.why.header}”.`;
      return `${refusal.file}: the header names no column for ${refusal.why.what.join(', ')}.`;
    case 'no_such_clinic':
      return `There is no clinic “${refusal.name}”; there is ${refusal.clinics.join(', ')}.`;
    case 'several_clinics':
      return `Say which clinic the appointments are at: --clinic with one of ${refusal.clinics.join(', ')}.`;
    case 'other_zone':
      return `The clinic “${refusal.clinic.name}” is in ${refusal.clinic.timeZone}; --zone is for a clinic that is made anew.`;
  }
}

function printSummary({ clinic, newServices, files }: ImportReport, isDryRun: boolean) {
  const would = isDryRun ? 'would be ' : '';
  if (clinic?.isNew) {
    console.log(
      `The tenant had no clinic: “${clinic.name}” ${isDryRun ? 'would be' : 'was'} made, in ${clinic.timeZone}.`,
    );
  }
  if (newServices > 0) console.log(`Service types ${would}made from descriptions: ${newServices}.`);
  for (const counts of files) {
    if (counts.unusedColumns.length > 0)
      console.log(`${counts.file}: not used: ${counts.unusedColumns.join(', ')}`);
  }
  for (const { kind, file, rows, created, existing, refused } of files) {
    console.log(
      `${kind}: ${created} ${would}created, ${existing} already there, ${refused} ${would}refused, of ${rows} rows (${file})`,
    );
  }
  if (isDryRun) console.log('This was a dry run: nothing was written.');
}

function printJson(report: ImportReport, refusals: readonly Refusal[], isDryRun: boolean) {
  const withText = refusals.map((refusal) => ({ ...refusal, text: textOf(refusal.cause) }));
  console.log(JSON.stringify({ dryRun: isDryRun, ...report, refusals: withText }, null, 2));
}
