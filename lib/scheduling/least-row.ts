import type { Spacing } from '@/lib/scheduling/row-spacing';
import { openingStand } from '@/lib/scheduling/week-rooms';

/**
 * The least value of a window of rows that slides towards smaller row numbers, where row `r` counts with
 * `slope * rowDay[r]` added. A queue of the rows that may still become the least: a row that is no better than
 * one which entered after it never will (the window drops it first). Each row enters and leaves once.
 */
export class LeastRow {
  private readonly rows: Int32Array;
  private readonly keys: Float64Array;
  private head = 0;
  private tail = 0;
  /** Rows from here on have entered; null before the first question. */
  private entered: number | null = null;

  constructor(
    private readonly spacing: Spacing,
    private readonly slope: number,
  ) {
    this.rows = new Int32Array(spacing.rowDay.length);
    this.keys = new Float64Array(spacing.rowDay.length);
  }

  reset(): void {
    this.head = 0;
    this.tail = 0;
    this.entered = null;
  }

  /** The least of rows `[from, to)`, each with what its opening stand is worth; infinite when there is none. */
  least(values: Float64Array, from: number, to: number): number {
    const { rows, keys, spacing, slope } = this;
    for (let row = (this.entered ?? to) - 1; row >= from; row--) {
      const key = (values[openingStand(spacing.rooms, row)] ?? 0) + slope * (spacing.rowDay[row] ?? 0);
      if (key === Number.POSITIVE_INFINITY) continue;
      while (this.tail > this.head && (keys[this.tail - 1] ?? 0) >= key) this.tail--;
      rows[this.tail] = row;
      keys[this.tail++] = key;
    }
    this.entered = Math.min(this.entered ?? to, from);
    while (this.head < this.tail && (rows[this.head] ?? 0) >= to) this.head++;
    return this.head < this.tail ? (keys[this.head] ?? 0) : Number.POSITIVE_INFINITY;
  }
}
