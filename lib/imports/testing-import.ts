import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TenantScope } from '@/db/scope';
import { type Refusal, textOf } from './cause';
import { type ImportInput, type ImportReport, runImport } from './run-import';

/** A folder of CSV files for one test file. */
export class TestFiles {
  readonly #folder = mkdtempSync(join(tmpdir(), 'takt-import-'));
  #count = 0;

  /** Writes the lines as one file and answers its path. */
  write(lines: readonly string[], lineEnd = '\n'): string {
    const path = join(this.#folder, `${++this.#count}.csv`);
    writeFileSync(path, lines.join(lineEnd) + lineEnd);
    return path;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

export interface Imported {
  report: ImportReport;
  /** `patients: 2 created, 0 existing, 1 refused` per file. */
  counts: string[];
  /** `line: cause` per refusal. */
  refusals: string[];
}

/** Runs an import that must be usable, and sums it up. */
export async function importFiles(
  scope: TenantScope,
  files: Partial<ImportInput['files']>,
  options: Partial<Omit<ImportInput, 'files'>> = {},
): Promise<Imported> {
  const refusals: Refusal[] = [];
  const input: ImportInput = {
    files: { patients: null, providers: null, appointments: null, ...files },
    clinicName: null,
    zone: null,
    tenantName: 'Tenant',
    isDryRun: false,
    ...options,
  };
  const result = await runImport(scope, input, (refusal) => refusals.push(refusal));
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  for (const { rows, created, existing, refused } of result.value.files) {
    if (created + existing + refused !== rows)
      throw new Error(`A row was lost: ${JSON.stringify(result.value)}`);
  }
  return {
    report: result.value,
    counts: result.value.files.map(
      ({ kind, created, existing, refused }) =>
        `${kind}: ${created} created, ${existing} existing, ${refused} refused`,
    ),
    refusals: refusals.map(({ line, cause }) => `${line}: ${textOf(cause)}`),
  };
}
