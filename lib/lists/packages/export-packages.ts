import { readPackagePage } from '@/db/reads/package-list';
import type { PackageListRow } from '@/db/reads/package-list-rows';
import type { PackageStatus } from '@/db/schema';
import type { TenantScope } from '@/db/scope';
import { progressOf } from '@/lib/rules/package-progress';
import { localDateOf, localTimeOf } from '@/lib/time/wall-clock';
import { csvPieces } from '../csv';
import { type PackageListQuery, packageReadQuery } from './input';

const ROWS_PER_PIECE = 500;

const COLUMNS = [
  'number',
  'status',
  'patient',
  'fileNumber',
  'service',
  'clinic',
  'start',
  'end',
  'completed',
  'owed',
  'percent',
  'scheduled',
  'pending',
  'failed',
  'next',
  'zone',
] as const;

export interface PackageCsvWords {
  column: (name: (typeof COLUMNS)[number]) => string;
  status: (status: PackageStatus) => string;
}

/** All packages that the list shows, page by page, as lines of a CSV file. */
export function exportPackages(
  scope: TenantScope,
  query: PackageListQuery,
  words: PackageCsvWords,
): AsyncGenerator<string> {
  const all = { ...packageReadQuery(query), before: null, size: ROWS_PER_PIECE };
  return csvPieces({
    head: COLUMNS.map(words.column),
    lineOf: (row: PackageListRow) => lineOf(row, words),
    readPage: (after) => readPackagePage(scope, { ...all, after }),
  });
}

function lineOf(row: PackageListRow, words: PackageCsvWords) {
  const { counts, owed, percent } = progressOf(row.counts);
  const { timeZone } = row.clinic;
  const next = row.nextSessionAt;
  return [
    row.number,
    words.status(row.status),
    row.patient.name,
    row.patient.fileNumber,
    row.service.name,
    row.clinic.name,
    row.startDate,
    row.endDate,
    counts.COMPLETED,
    owed,
    percent,
    counts.SCHEDULED,
    counts.PENDING,
    counts.FAILED,
    next === null ? null : `${localDateOf(next, timeZone)} ${localTimeOf(next, timeZone)}`,
    timeZone,
  ];
}
