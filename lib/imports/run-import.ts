import type { TenantScope } from '@/db/scope';
import { ok, type Result, refused } from '@/lib/result/result';
import { localDateOf } from '@/lib/time/wall-clock';
import type { ImportFile } from './batches';
import type { FileKind, Refusal } from './cause';
import { type ClinicRefusal, chooseClinic } from './choose-clinic';
import { type ColumnsRefusal, recogniseColumns } from './columns';
import { type CsvRefusal, openCsv } from './csv-file';
import { importAppointments } from './import-appointments';
import { importPatients } from './import-patients';
import { importProviders } from './import-providers';
import type { Run } from './run';
import { type FileCounts, Tally } from './tally';

export interface ImportInput {
  files: { [K in FileKind]: string | null };
  clinicName: string | null;
  zone: string | null;
  tenantName: string;
  isDryRun: boolean;
}

export interface ImportReport {
  clinic: { name: string; timeZone: string; isNew: boolean } | null;
  newServices: number;
  files: FileCounts[];
}

export type ImportRefusal =
  | { kind: 'file'; file: string; why: CsvRefusal }
  | { kind: 'columns'; file: string; of: FileKind; why: ColumnsRefusal }
  | ClinicRefusal;

/**
 * Takes over patients, then providers, then appointments from CSV files. Every file is opened and its columns
 * understood before the first row is written; each row is created, already there, or refused with its cause. A
 * dry run takes the same decisions and writes nothing.
 */
export async function runImport(
  scope: TenantScope,
  input: ImportInput,
  onRefusal: (refusal: Refusal) => void,
): Promise<Result<ImportReport, ImportRefusal>> {
  const { isDryRun, files: paths } = input;
  const patients = await openFile('patients', paths.patients);
  if (!patients.ok) return patients;
  const providers = await openFile('providers', paths.providers);
  if (!providers.ok) return providers;
  const appointments = await openFile('appointments', paths.appointments);
  if (!appointments.ok) return appointments;
  const chosen = await chooseClinic(scope, { ...input, isNeeded: appointments.value !== null });
  if (!chosen.ok) return chosen;
  const { clinic, isNew } = chosen.value;

  const run: Run = {
    scope,
    isDryRun,
    clinic,
    today: localDateOf(scope.now(), clinic?.timeZone ?? input.zone ?? 'UTC'),
    wouldBe: { patients: new Map(), providers: [] },
  };
  const tallies: Tally[] = [];
  const tallyOf = <K extends FileKind>(kind: K, { path, columns }: ImportFile<K>) => {
    const tally = new Tally({ path, kind, unusedColumns: columns.unused }, onRefusal);
    tallies.push(tally);
    return tally;
  };
  if (patients.value) await importPatients(run, patients.value, tallyOf('patients', patients.value));
  if (providers.value) await importProviders(run, providers.value, tallyOf('providers', providers.value));
  const { newServices } = appointments.value
    ? await importAppointments(run, appointments.value, tallyOf('appointments', appointments.value))
    : { newServices: 0 };
  return ok({
    clinic: clinic && { name: clinic.name, timeZone: clinic.timeZone, isNew },
    newServices,
    files: tallies.map((tally) => tally.counts),
  });
}

async function openFile<K extends FileKind>(
  kind: K,
  path: string | null,
): Promise<Result<ImportFile<K> | null, ImportRefusal>> {
  if (path === null) return ok(null);
  const opened = await openCsv(path);
  if (!opened.ok) return refused({ kind: 'file', file: path, why: opened.error });
  const { headers, rows } = opened.value;
  const columns = recogniseColumns(kind, headers);
  if (!columns.ok) return refused({ kind: 'columns', file: path, of: kind, why: columns.error });
  return ok({ path, headers, columns: columns.value, rows });
}
