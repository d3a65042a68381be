/*
 * CSV by RFC 4180, as spreadsheets open it: UTF-8 with a mark that says so, lines ended by CR LF, and no cell
 * that a spreadsheet would take for a formula.
 */

type CsvCell = string | number | null;

/** Says that the bytes are UTF-8; without it a spreadsheet guesses, and guesses wrong for Arabic. */
export const BYTE_ORDER_MARK = '\uFEFF';

export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/**
 * A text that begins like a formula (=, +, -, @, or a blank before one of them) would be run by the
 * spreadsheet that opens it: an apostrophe makes it text again. Numbers stay numbers.
 */
function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = /^[\s\0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

interface Page<R> {
  rows: readonly R[];
  previous: string | null;
  next: string | null;
}

/** Reads page after page to the end; each is a piece of the file, so that no list is too long to send. */
export async function* csvPieces<R>({
  head,
  lineOf,
  readPage,
}: {
  head: readonly string[];
  lineOf: (row: R) => readonly CsvCell[];
  readPage: (after: string | null) => Promise<Page<R>>;
}): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(head);
  let after: string | null = null;
  do {
    const page: Page<R> = await readPage(after);
    // The rest has gone meanwhile, and the list has begun anew: what there was is written.
    if (after !== null && page.previous === null) return;
    yield page.rows.map((row) => csvLine(lineOf(row))).join('');
    after = page.next;
  } while (after !== null);
}
