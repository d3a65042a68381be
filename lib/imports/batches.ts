import type { Cause, FileKind } from './cause';
import type { Columns } from './columns';
import type { CsvRow } from './csv-file';
import type { Draft, Row } from './row-cells';
import type { Outcome, Tally } from './tally';

/** A file whose columns are understood. */
export interface ImportFile<K extends FileKind> {
  path: string;
  headers: readonly string[];
  columns: Columns<K>;
  rows: AsyncIterable<CsvRow>;
}

/** Rows per transaction: other writers wait no longer than it takes to write these. */
const BATCH = 500;

/**
 * Reads a file batch by batch: rows become drafts, those that cannot are refused, as are those whose key stood
 * in an earlier row; `settle` says what became of the others.
 */
export async function importInBatches<K extends FileKind, D extends { line: number }>(
  { file, tally }: { file: ImportFile<K>; tally: Tally },
  steps: {
    read: (row: Row<K>) => Draft<D>;
    keyOf: (draft: D) => string;
    settle: (drafts: readonly D[]) => Promise<Outcome[]>;
  },
  lineOfKey: Map<string, number>,
): Promise<void> {
  const { headers, columns } = file;
  const readDraft = (row: CsvRow): Draft<D> => {
    if (row.fault !== null) return { ok: false, error: { code: 'unreadable', detail: row.fault } };
    const draft = steps.read({ line: row.line, cells: row.cells, headers, columns });
    if (!draft.ok) return draft;
    const key = steps.keyOf(draft.value);
    const earlier = lineOfKey.get(key);
    if (earlier !== undefined) return { ok: false, error: { code: 'duplicate_id', id: key, line: earlier } };
    lineOfKey.set(key, row.line);
    return draft;
  };
  for await (const batch of inBatches(file.rows)) {
    const outcomes: Outcome[] = [];
    const drafts: D[] = [];
    for (const row of batch) {
      const draft = readDraft(row);
      if (draft.ok) drafts.push(draft.value);
      else outcomes.push(refusedAt(row.line, draft.error));
    }
    if (drafts.length > 0) outcomes.push(...(await steps.settle(drafts)));
    tally.record(outcomes);
  }
}

export const refusedAt = (line: number, cause: Cause): Outcome => ({ line, is: 'refused', cause });

async function* inBatches(rows: AsyncIterable<CsvRow>): AsyncGenerator<CsvRow[]> {
  let batch: CsvRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
