/**
 * The least row of a window that slides towards smaller row numbers, column by column, where row `r` of the
 * source counts with `slope * rowDay[r]` added. Both ends of the window may only ever move down.
 *
 * The window is kept in two parts, as a queue is kept in two stacks: rows that entered lately are folded
 * into one running row; the older ones lie in `block`, where row `r` holds the least of rows `mid..r`, so
 * that dropping the highest row is just reading one row lower. When the block is used up, it is built again
 * from the whole window. Each row is therefore read at most twice, whatever the window's length.
 */
export class SlidingMinimum {
  private readonly running: Float64Array;
  private block: Float64Array | null = null;
  /** The running part holds rows `from..mid`, the block `mid..blockEnd`. */
  private from = 0;
  private mid = 0;
  private blockEnd = 0;

  constructor(
    private readonly rowDay: Int32Array,
    private readonly width: number,
    private readonly slope: number,
  ) {
    this.running = new Float64Array(width);
  }

  /** Empties the window; rows from `end` on will never enter it. */
  reset(end: number): void {
    this.from = end;
    this.mid = end;
    this.blockEnd = end;
    this.running.fill(Number.POSITIVE_INFINITY);
  }

  /**
   * Slides the window to rows `[from, to)` of the source and lowers each column of `target` to the window's
   * least plus `addend`. An empty window lowers nothing.
   */
  lower(target: Float64Array, addend: number, source: Float64Array, from: number, to: number): void {
    if (from >= to) return;
    for (let row = this.from - 1; row >= from; row--) this.takeIn(source, row);
    if (from < this.from) this.from = from;
    if (to < this.mid) this.rebuild(source, to);

    const { running, width, block } = this;
    if (!block || to <= this.mid) {
      for (let at = 0; at < width; at++) {
        const value = (running[at] ?? 0) + addend;
        if (value < (target[at] ?? 0)) target[at] = value;
      }
      return;
    }
    const row = (Math.min(to, this.blockEnd) - 1) * width;
    for (let at = 0; at < width; at++) {
      const recent = (running[at] ?? 0) + addend;
      const older = (block[row + at] ?? 0) + addend;
      if (recent < (target[at] ?? 0)) target[at] = recent;
      if (older < (target[at] ?? 0)) target[at] = older;
    }
  }

  private takeIn(source: Float64Array, row: number): void {
    const { running, width } = this;
    const offset = row * width;
    const slant = this.slope * (this.rowDay[row] ?? 0);
    for (let at = 0; at < width; at++) {
      const value = (source[offset + at] ?? 0) + slant;
      if (value < (running[at] ?? 0)) running[at] = value;
    }
  }

  /** Moves the whole window into the block. */
  private rebuild(source: Float64Array, to: number): void {
    const { from, width } = this;
    const block = this.block ?? new Float64Array(this.rowDay.length * width);
    this.block = block;
    for (let row = from; row < to; row++) {
      const offset = row * width;
      const slant = this.slope * (this.rowDay[row] ?? 0);
      for (let at = offset; at < offset + width; at++) {
        const value = (source[at] ?? 0) + slant;
        const below = row === from ? Number.POSITIVE_INFINITY : (block[at - width] ?? 0);
        if (value < below) block[at] = value;
        else block[at] = below;
      }
    }
    this.mid = from;
    this.blockEnd = to;
    this.running.fill(Number.POSITIVE_INFINITY);
  }
}
