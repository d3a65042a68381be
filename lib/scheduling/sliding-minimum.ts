import type { ColumnRange } from '@/lib/scheduling/columns-in-use';
import { type Columns, columnsFor, type LeastOfRows, lesserRow } from '@/lib/scheduling/least-of-rows';
import type { Spacing } from '@/lib/scheduling/row-spacing';
import { openingStand } from '@/lib/scheduling/week-rooms';

/**
 * The least row of a window that slides towards smaller row numbers, column by column, where row `r` of the
 * frontier (its opening stand) counts with `slope * rowDay[r]` added. Both ends of the window may only ever
 * move down.
 *
 * The window is kept in two parts, as a queue is kept in two stacks: rows that entered lately are folded
 * into one running row; the older ones lie in `block`, where row `r` holds the least of rows `mid..r`, so
 * that dropping the highest row is just reading one row lower. When the block is used up, it is built again
 * from the whole window. Each row is therefore read at most twice, whatever the window's length.
 *
 * Rows whose least is not below the most of the others are not read at all: they lower no column.
 */
export class SlidingMinimum {
  private readonly running: Columns;
  private block: Columns | null = null;
  /** The running part holds rows `from..mid`, the block `mid..blockEnd`. */
  private from = 0;
  private mid = 0;
  private blockEnd = 0;
  private ranges: readonly ColumnRange[] = [];

  constructor(
    private readonly spacing: Spacing,
    private readonly width: number,
    private readonly slope: number,
  ) {
    this.running = columnsFor(1, width);
  }

  /** Empties the window, for these columns alone; rows from `end` on will never enter it. */
  reset(end: number, ranges: readonly ColumnRange[]): void {
    this.ranges = ranges;
    this.from = end;
    this.mid = end;
    this.blockEnd = end;
    this.clearRunning();
  }

  /** Slides the window to rows `[from, to)` of the frontier. An empty window is left where it is. */
  slide(frontier: Columns, from: number, to: number): void {
    if (from >= to) return;
    for (let row = this.from - 1; row >= from; row--) this.takeIn(frontier, row);
    if (from < this.from) this.from = from;
    if (to < this.mid) this.rebuild(frontier, to);
  }

  /** Offers the least rows of the window up to row `to`, to which it has slid, each with `addend` added. */
  offerTo(target: LeastOfRows, to: number, addend: number): void {
    target.offer(this.running, 0, addend);
    if (this.block && to > this.mid) target.offer(this.block, Math.min(to, this.blockEnd) - 1, addend);
  }

  private takeIn({ above, least, most }: Columns, row: number): void {
    const { running, width, spacing, ranges } = this;
    const stand = openingStand(spacing.rooms, row);
    const slant = this.slope * (spacing.rowDay[row] ?? 0);
    const lowest = (least[stand] ?? 0) + slant;
    if (lowest >= (running.most[0] ?? 0) || lowest === Number.POSITIVE_INFINITY) return;
    const held = { above: running.above, offset: 0, least: running.least[0] ?? 0 };
    const entering = { above, offset: stand * width, least: lowest };
    running.least[0] = lesserRow({ above: running.above, offset: 0 }, held, entering, ranges);
    running.most[0] = Math.min(running.most[0] ?? 0, (most[stand] ?? 0) + slant);
  }

  /** Moves the whole window into the block. */
  private rebuild({ above, least, most }: Columns, to: number): void {
    const { from, width, spacing, ranges } = this;
    const block = this.block ?? columnsFor(spacing.rowDay.length, width);
    this.block = block;
    let highest = Number.POSITIVE_INFINITY;
    let held = { above: block.above, offset: from * width, least: Number.POSITIVE_INFINITY };
    for (let row = from; row < to; row++) {
      const stand = openingStand(spacing.rooms, row);
      const slant = this.slope * (spacing.rowDay[row] ?? 0);
      const entering = { above, offset: stand * width, least: (least[stand] ?? 0) + slant };
      const offset = row * width;
      const lowest = lesserRow({ above: block.above, offset }, held, entering, ranges);
      highest = Math.min(highest, (most[stand] ?? 0) + slant);
      block.least[row] = lowest;
      block.most[row] = highest;
      held = { above: block.above, offset, least: lowest };
    }
    this.mid = from;
    this.blockEnd = to;
    this.clearRunning();
  }

  private clearRunning(): void {
    const { least, most } = this.running;
    least[0] = Number.POSITIVE_INFINITY;
    most[0] = Number.POSITIVE_INFINITY;
  }
}
