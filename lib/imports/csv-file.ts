import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { type CsvError, parse } from 'csv-parse';
import { ok, type Result, refused } from '@/lib/result/result';

/** One data row, or the place from which the rest of the file cannot be read. */
export type CsvRow = { line: number; cells: string[]; fault: null } | { line: number; fault: string };

export interface CsvFile {
  path: string;
  headers: string[];
  rows: AsyncIterable<CsvRow>;
}

export type CsvRefusal = { kind: 'unreadable'; why: string } | { kind: 'empty' } | { kind: 'not_utf8' };

const HEAD_BYTES = 64 * 1024;
/** A quotation mark that is never closed would otherwise swallow the file into memory. */
const MOST_BYTES_OF_A_ROW = 1024 * 1024;

/**
 * Opens a CSV file in UTF-8 (with or without byte order mark; comma, semicolon or tab; any line ends) whose
 * first row names its columns. Rows come as they are read, so a file of any length needs little memory.
 */
export async function openCsv(path: string): Promise<Result<CsvFile, CsvRefusal>> {
  const head = await readHead(path);
  if (!head.ok) return head;
  const firstLine =
    head.value
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trimStart()
      .split(/[\r\n]/, 1)[0] ?? '';
  // NUL bytes: UTF-16, a spreadsheet or an archive.
  if (firstLine.includes('\0')) return refused({ kind: 'not_utf8' });
  const delimiter = delimiterOf(firstLine);
  const rows = readRows(path, delimiter);
  const first = await rows.next();
  if (first.done) return refused({ kind: 'empty' });
  if (first.value.fault !== null) return refused({ kind: 'unreadable', why: first.value.fault });
  const headers = first.value.cells.map((cell) => cell.trim());
  if (headers.some((header) => header.includes('\uFFFD'))) return refused({ kind: 'not_utf8' });
  return ok({ path, headers, rows });
}

async function readHead(path: string): Promise<Result<Buffer, CsvRefusal>> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return ok(buffer.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch (error) {
    return refused({ kind: 'unreadable', why: whyOf(error) });
  }
}

function whyOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'this user may not read it';
  return error instanceof Error ? error.message : String(error);
}

/** The separator that stands most often outside quotation marks. */
function delimiterOf(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '');
  const count = (mark: string) => bare.split(mark).length - 1;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}

async function* readRows(path: string, delimiter: string): AsyncGenerator<CsvRow> {
  let line = 1; // where the next row begins, empty lines before it not counted
  let broken: string | null = null;
  const parser = parse({
    bom: true,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MOST_BYTES_OF_A_ROW,
    // An error would throw away the good rows that were read with it; skipped, they still come out.
    skip_records_with_error: true,
    on_skip(error) {
      broken ??= faultOf(error);
      return undefined;
    },
    on_record: (row) => (broken === null ? row : null),
  });
  const source = createReadStream(path);
  source.on('error', (error) => parser.destroy(error));
  let emptyLines = 0;
  // csv-parse types its rows as unknown; `info: true` gives this shape.
  for await (const { record, info } of source.pipe(parser) as AsyncIterable<InformedRow>) {
    // Lines are counted here, since the parser counts a quoted CRLF twice.
    const begins = line + info.empty_lines - emptyLines;
    emptyLines = info.empty_lines;
    line = begins + record.join('').split(/\r\n|\n|\r/).length;
    if (record.every((cell) => cell.trim() === '')) continue;
    yield { line: begins, cells: record, fault: null };
  }
  if (broken !== null) yield { line, fault: broken };
}

interface InformedRow {
  record: string[];
  info: { empty_lines: number };
}

function faultOf(error: CsvError | undefined): string {
  if (error?.code === 'CSV_QUOTE_NOT_CLOSED') {
    return 'a quotation mark is opened here or below and never closed; the file is not read any further';
  }
  if (error?.code === 'CSV_MAX_RECORD_SIZE') {
    return 'the row is longer than 1 MB, perhaps by an open quotation mark; the file is not read any further';
  }
  return `${error?.message ?? 'the row cannot be read'}; the file is not read any further`;
}
