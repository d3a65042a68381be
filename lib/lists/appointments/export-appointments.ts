import { readAppointmentPage } from '@/db/reads/appointment-list';
import type { AppointmentListRow } from '@/db/reads/appointment-list-rows';
import type { AppointmentStatus } from '@/db/schema';
import type { TenantScope } from '@/db/scope';
import { localDateOf, localTimeOf } from '@/lib/time/wall-clock';
import { csvPieces } from '../csv';
import { type AppointmentListQuery, appointmentReadQuery } from './input';

const ROWS_PER_PIECE = 500;

const COLUMNS = [
  'number',
  'date',
  'start',
  'end',
  'zone',
  'status',
  'patient',
  'fileNumber',
  'service',
  'provider',
  'clinic',
  'room',
  'package',
  'session',
  'overlap',
] as const;

export interface AppointmentCsvWords {
  column: (name: (typeof COLUMNS)[number]) => string;
  status: (status: AppointmentStatus) => string;
  yes: string;
}

/** All appointments that the list shows, page by page, as lines of a CSV file. */
export function exportAppointments(
  scope: TenantScope,
  query: AppointmentListQuery,
  words: AppointmentCsvWords,
): AsyncGenerator<string> {
  const all = { ...appointmentReadQuery(query), before: null, size: ROWS_PER_PIECE };
  return csvPieces({
    head: COLUMNS.map(words.column),
    lineOf: (row: AppointmentListRow) => lineOf(row, words),
    readPage: (after) => readAppointmentPage(scope, { ...all, after }),
  });
}

function lineOf(row: AppointmentListRow, words: AppointmentCsvWords) {
  const { timeZone } = row.clinic;
  return [
    row.number,
    localDateOf(row.start, timeZone),
    localTimeOf(row.start, timeZone),
    localTimeOf(row.end, timeZone),
    timeZone,
    words.status(row.status),
    row.patient.name,
    row.patient.fileNumber,
    row.service?.name ?? null,
    row.providerName,
    row.clinic.name,
    row.roomName,
    row.session?.packageNumber ?? null,
    row.session?.number ?? null,
    row.isOverlap ? words.yes : null,
  ];
}
