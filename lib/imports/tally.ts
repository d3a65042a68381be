import type { Cause, FileKind, Refusal } from './cause';

/** How the rows of one file came out; created, existing and refused add up to rows. */
export interface FileCounts {
  file: string;
  kind: FileKind;
  rows: number;
  created: number;
  existing: number;
  refused: number;
  unusedColumns: readonly string[];
}

/** What became of one row. */
export type Outcome = { line: number } & ({ is: 'created' | 'existing' } | { is: 'refused'; cause: Cause });

/** Counts outcomes of a file and hands on each refusal, in the order of lines within a batch. */
export class Tally {
  readonly counts: FileCounts;
  readonly #onRefusal: (refusal: Refusal) => void;

  constructor(
    file: { path: string; kind: FileKind; unusedColumns: readonly string[] },
    onRefusal: (refusal: Refusal) => void,
  ) {
    const { path, kind, unusedColumns } = file;
    this.counts = { file: path, kind, rows: 0, created: 0, existing: 0, refused: 0, unusedColumns };
    this.#onRefusal = onRefusal;
  }

  record(outcomes: readonly Outcome[]): void {
    for (const outcome of outcomes.toSorted((a, b) => a.line - b.line)) {
      this.counts.rows++;
      this.counts[outcome.is]++;
      if (outcome.is !== 'refused') continue;
      this.#onRefusal({ file: this.counts.file, line: outcome.line, cause: outcome.cause });
    }
  }
}
