import type { ColumnRange } from '@/lib/scheduling/columns-in-use';

/** Rows of columns, one per stand, with bounds on what each holds; both infinite where it holds nothing. */
export type Columns = {
  readonly values: Float64Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
};

export function columnsFor(stands: number, width: number): Columns {
  return {
    values: new Float64Array(stands * width),
    least: new Float64Array(stands),
    most: new Float64Array(stands),
  };
}

/** So many rows are read together: once each, in one walk over the columns. */
const TOGETHER = 4;

/**
 * The least of several rows, column by column, each row with something added. What is offered is only noted at
 * first: a row that lowers no column is not read, and a single row that remains is not copied but looked at
 * where it lies. After `settle`, column `c` holds `values[offset + c] + addend`.
 */
export class LeastOfRows {
  values: Float64Array;
  offset = 0;
  addend = 0;

  private readonly buffer: Float64Array;
  private readonly sources: Float64Array[];
  private readonly offsets = new Int32Array(TOGETHER);
  private readonly addends = new Float64Array(TOGETHER);
  private noted = 0;
  private ranges: readonly ColumnRange[];
  /** No column holds more. */
  private most = Number.POSITIVE_INFINITY;

  constructor(private readonly width: number) {
    this.buffer = new Float64Array(width);
    this.ranges = [{ from: 0, end: width }];
    this.values = this.buffer;
    this.sources = Array.from({ length: TOGETHER }, () => this.buffer);
  }

  /** Looks at these columns alone from now on. */
  lookAt(ranges: readonly ColumnRange[]): void {
    this.ranges = ranges;
  }

  clear(): void {
    this.noted = 0;
    this.most = Number.POSITIVE_INFINITY;
  }

  /** Offers a row of the columns, that of one stand. */
  offer({ values, least, most }: Columns, stand: number, addend: number): void {
    const lowest = (least[stand] ?? 0) + addend;
    if (lowest >= this.most || lowest === Number.POSITIVE_INFINITY) return;
    this.note(values, stand * this.width, addend);
    this.most = Math.min(this.most, (most[stand] ?? 0) + addend);
  }

  /** Offers what others have settled on. */
  offerSettled(other: LeastOfRows): void {
    this.note(other.values, other.offset, other.addend);
    this.most = other.most;
  }

  settle(): void {
    if (this.noted === 0) {
      this.values = this.buffer.fill(Number.POSITIVE_INFINITY);
      this.offset = 0;
      this.addend = 0;
      return;
    }
    if (this.noted > 1) this.merge();
    this.values = this.sources[0] ?? this.buffer;
    this.offset = this.offsets[0] ?? 0;
    this.addend = this.addends[0] ?? 0;
  }

  private note(values: Float64Array, offset: number, addend: number): void {
    if (this.noted === TOGETHER) this.merge();
    const at = this.noted++;
    this.sources[at] = values;
    this.offsets[at] = offset;
    this.addends[at] = addend;
  }

  /** Makes one row of the noted ones, in the buffer. Where there are fewer than four, one is read again. */
  private merge(): void {
    const { buffer, sources, offsets, addends, noted } = this;
    const third = noted > 2 ? 2 : 1;
    const fourth = noted > 3 ? 3 : third;
    const a = sources[0] ?? buffer;
    const b = sources[1] ?? buffer;
    const c = sources[third] ?? buffer;
    const d = sources[fourth] ?? buffer;
    const atA = offsets[0] ?? 0;
    const atB = offsets[1] ?? 0;
    const atC = offsets[third] ?? 0;
    const atD = offsets[fourth] ?? 0;
    const addA = addends[0] ?? 0;
    const addB = addends[1] ?? 0;
    const addC = addends[third] ?? 0;
    const addD = addends[fourth] ?? 0;
    for (const { from, end } of this.ranges) {
      for (let at = from; at < end; at++) {
        buffer[at] = Math.min(
          (a[atA + at] ?? 0) + addA,
          (b[atB + at] ?? 0) + addB,
          (c[atC + at] ?? 0) + addC,
          (d[atD + at] ?? 0) + addD,
        );
      }
    }
    this.noted = 1;
    sources[0] = buffer;
    offsets[0] = 0;
    addends[0] = 0;
  }
}
