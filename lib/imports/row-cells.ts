import type { Result } from '@/lib/result/result';
import type { Cause, FileKind } from './cause';
import type { Columns, Field } from './columns';

/** One row of a file, with what its columns mean. */
export interface Row<K extends FileKind> {
  line: number;
  cells: readonly string[];
  columns: Columns<K>;
  headers: readonly string[];
}

/** What a row becomes, or the first cause why it cannot. */
export type Draft<T> = Result<T, Cause>;

export const MOST_NAME_LENGTH = 200;
export const MOST_ID_LENGTH = 200;

/** The text of a cell, '' when there is none. */
export function cell<K extends FileKind>(row: Row<K>, field: Field<K>): string {
  const index = row.columns.at.get(field);
  return index === undefined ? '' : (row.cells[index] ?? '').trim().normalize('NFC');
}

/** A cell that is one line: whatever space is in it is one space. */
export const lineOf = <K extends FileKind>(row: Row<K>, field: Field<K>): string =>
  cell(row, field).replace(/\s+/g, ' ');

/** Why the row as a whole cannot be trusted. */
export function findUnreadable<K extends FileKind>({ cells, headers, columns }: Row<K>): Cause | null {
  if (cells.slice(headers.length).some((extra) => extra.trim() !== '')) {
    const detail = `has ${cells.length} cells where the header has ${headers.length}; put text with a separator in quotation marks`;
    return { code: 'unreadable', detail };
  }
  const used = [...columns.at.values()].map((index) => cells[index] ?? '').join('\n');
  if (used.includes('\uFFFD')) {
    return { code: 'unreadable', detail: 'holds letters that are not UTF-8: save the file as UTF-8' };
  }
  if (used.includes('\0')) return { code: 'unreadable', detail: 'holds a NUL character' };
  return null;
}

export const findTooLong = (what: string, text: string, most: number): Cause | null =>
  text.length > most ? { code: 'too_long', what, most } : null;
