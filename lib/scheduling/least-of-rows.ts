import type { ColumnRange } from '@/lib/scheduling/columns-in-use';
import { lesser } from '@/lib/scheduling/lesser';

/**
 * Rows of columns, one per stand: column `c` of stand `s` holds `least[s] + above[s * width + c]`. Values are large,
 * yet those of one row lie near each other (`NOTHING`), so beside the row's least they are small whole numbers:
 * half the memory, and quick to compare (`lesser`).
 */
export type Columns = {
  readonly above: Int32Array;
  /** The least that the row holds; infinite where it holds nothing. */
  readonly least: Float64Array;
  /** No column of the row holds more. */
  readonly most: Float64Array;
};

/**
 * In `above`, where a column holds nothing. A minute and a provider away from any value there is a value, so what
 * a row holds spreads over 1440 * 10000 + 10000 at most, and twice that with preferences: far less than this.
 */
export const NOTHING = 2 ** 29;

/** So far above the least of all, nothing is the least of any column. */
const FAR = 2 ** 28;

export function columnsFor(stands: number, width: number): Columns {
  return {
    above: new Int32Array(stands * width),
    least: new Float64Array(stands),
    most: new Float64Array(stands),
  };
}

/** Where a row of columns lies, and the least that they are counted from. */
export type Row = { readonly above: Int32Array; readonly offset: number; readonly least: number };

/**
 * Writes the lesser of two rows, column by column, and returns the least that it is counted from; writes nothing
 * when both are empty. The place written to may be that of one of the two.
 */
export function lesserRow(
  { above, offset }: Pick<Row, 'above' | 'offset'>,
  one: Row,
  other: Row,
  ranges: readonly ColumnRange[],
): number {
  const lowest = Math.min(one.least, other.least);
  if (lowest === Number.POSITIVE_INFINITY) return lowest;
  const { above: a, offset: atA } = one;
  const { above: b, offset: atB } = other;
  const liftA = liftOf(one.least, lowest);
  const liftB = liftOf(other.least, lowest);
  for (const { from, end } of ranges) {
    for (let at = from; at < end; at++) {
      above[offset + at] = lesser((a[atA + at] ?? 0) + liftA, (b[atB + at] ?? 0) + liftB);
    }
  }
  return lowest;
}

/** What to add to the columns of a row to count them from another least, which is no higher and finite. */
export function liftOf(least: number, lowest: number): number {
  return Math.min(least - lowest, FAR) | 0;
}

/**
 * The least of several rows, column by column, each row with something added. A row that lowers no column is not
 * read, and a single row that remains is not copied but looked at where it lies.
 */
export class LeastOfRows implements Row {
  above: Int32Array;
  offset = 0;
  /** Infinite when nothing was offered. */
  least = Number.POSITIVE_INFINITY;

  private readonly buffer: Int32Array;
  private ranges: readonly ColumnRange[];
  /** No column holds more. */
  private most = Number.POSITIVE_INFINITY;

  constructor(private readonly width: number) {
    this.buffer = new Int32Array(width);
    this.ranges = [{ from: 0, end: width }];
    this.above = this.buffer;
  }

  /** Looks at these columns alone from now on. */
  lookAt(ranges: readonly ColumnRange[]): void {
    this.ranges = ranges;
  }

  clear(): void {
    this.least = Number.POSITIVE_INFINITY;
    this.most = Number.POSITIVE_INFINITY;
  }

  /** Offers a row of the columns, that of one stand. */
  offer({ above, least, most }: Columns, stand: number, addend: number): void {
    const lowest = (least[stand] ?? 0) + addend;
    if (lowest >= this.most || lowest === Number.POSITIVE_INFINITY) return;
    const highest = (most[stand] ?? 0) + addend;
    const offered = { above, offset: stand * this.width, least: lowest };
    if (highest <= this.least) this.lookAtRow(offered);
    else this.lower(offered);
    this.most = Math.min(this.most, highest);
  }

  /** Begins anew with what others hold. */
  takeOver(other: LeastOfRows): void {
    this.lookAtRow(other);
    this.most = other.most;
  }

  private lookAtRow({ above, offset, least }: Row): void {
    this.above = above;
    this.offset = offset;
    this.least = least;
  }

  private lower(offered: Row): void {
    const { buffer } = this;
    this.least = lesserRow({ above: buffer, offset: 0 }, this, offered, this.ranges);
    this.above = buffer;
    this.offset = 0;
  }
}
