import type { Starts } from '@/lib/scheduling/starts';

/**
 * The starts of one kind of session (same duration, same providers), one cell per start that a cost can
 * tell apart, in order of (row, column). A row is a day; a column is a (minute, provider) pair.
 */
export type StartTable = {
  /** `rows + 1` entries: the cells of row `r` are `rowFrom[r]` up to `rowFrom[r + 1]`. */
  readonly rowFrom: Int32Array;
  readonly column: Int32Array;
  /** What the start costs by itself: lateness and distance from the preferred minute. */
  readonly own: Float64Array;
  readonly instant: Float64Array;
  readonly minute: Int32Array;
  readonly provider: Int32Array;
};

/** The cells of a row: which minutes and providers share a column, and what is counted per start. */
export type Grid = {
  /** Day of the window of each row, ascending; days of fixed sessions may lie outside it. */
  readonly rowDay: Int32Array;
  /** Column of each minute of the day, in units of `providerColumns`; all zero when minutes cost nothing. */
  readonly columnOfMinute: Int32Array;
  /** Local minute of each minute column. */
  readonly minuteOfColumn: Int32Array;
  /** Column of each provider within a minute's columns; all zero when a change of provider costs nothing. */
  readonly columnOfProvider: Int32Array;
  readonly providerColumns: number;
  /** Columns of a row: minute columns times `providerColumns`. */
  readonly width: number;
};

const NOBODY = -1;

/** The starts of one provider, and the place of the provider in the order of ids. */
export type ProviderStarts = { readonly provider: number; readonly starts: Starts };

/**
 * Merges the starts of all providers into cells. Starts that share a cell differ in nothing that a pair of
 * sessions is charged for, so only the cheapest of them can stand in a best plan, and of equally cheap ones
 * the first by (instant, provider): it alone is kept.
 *
 * `ownCost` is what a start costs by itself.
 */
export function tableOfStarts(
  grid: Grid,
  offers: readonly ProviderStarts[],
  ownCost: (day: number, minute: number) => number,
): StartTable {
  const total = offers.reduce((sum, offer) => sum + offer.starts.count, 0);
  const rows = grid.rowDay.length;
  const rowFrom = new Int32Array(rows + 1);
  const column = new Int32Array(total);
  const own = new Float64Array(total);
  const instant = new Float64Array(total);
  const minute = new Int32Array(total);
  const provider = new Int32Array(total);

  const next = new Int32Array(offers.length);
  // Who holds each column of the row at hand: a place in `offers` and in its starts, and at what cost.
  const holder = new Int32Array(grid.width).fill(NOBODY);
  const startAt = new Int32Array(grid.width);
  const costAt = new Float64Array(grid.width);
  const instantAt = new Float64Array(grid.width);
  let cells = 0;

  for (let row = 0; row < rows; row++) {
    const day = grid.rowDay[row] ?? 0;
    rowFrom[row] = cells;
    for (const [index, { provider: place, starts }] of offers.entries()) {
      const shift = grid.columnOfProvider[place] ?? 0;
      let at = next[index] ?? 0;
      for (; at < starts.count && starts.day[at] === day; at++) {
        const startMinute = starts.minute[at] ?? 0;
        const cost = ownCost(day, startMinute);
        const cell = (grid.columnOfMinute[startMinute] ?? 0) + shift;
        // Offers come in order of provider and starts in order of time, so at equal cost and instant the
        // holder is the smaller provider already.
        const held = costAt[cell] ?? 0;
        const isBetter =
          holder[cell] === NOBODY ||
          cost < held ||
          (cost === held && (starts.instant[at] ?? 0) < (instantAt[cell] ?? 0));
        if (!isBetter) continue;
        holder[cell] = index;
        startAt[cell] = at;
        costAt[cell] = cost;
        instantAt[cell] = starts.instant[at] ?? 0;
      }
      next[index] = at;
    }
    for (let cell = 0; cell < grid.width; cell++) {
      const index = holder[cell] ?? NOBODY;
      if (index === NOBODY) continue;
      holder[cell] = NOBODY;
      column[cells] = cell;
      own[cells] = costAt[cell] ?? 0;
      instant[cells] = instantAt[cell] ?? 0;
      minute[cells] = offers[index]?.starts.minute[startAt[cell] ?? 0] ?? 0;
      provider[cells] = offers[index]?.provider ?? 0;
      cells++;
    }
  }
  rowFrom[rows] = cells;
  return {
    rowFrom,
    column: column.slice(0, cells),
    own: own.slice(0, cells),
    instant: instant.slice(0, cells),
    minute: minute.slice(0, cells),
    provider: provider.slice(0, cells),
  };
}

/** The one start of a session that is fixed there; it costs nothing by itself. */
export function tableOfFixed(
  grid: Grid,
  place: {
    readonly row: number;
    readonly minute: number;
    readonly instant: number;
    readonly provider: number;
  },
): StartTable {
  const rowFrom = new Int32Array(grid.rowDay.length + 1).fill(1, place.row + 1);
  const shift = grid.columnOfProvider[place.provider] ?? 0;
  return {
    rowFrom,
    column: Int32Array.of((grid.columnOfMinute[place.minute] ?? 0) + shift),
    own: Float64Array.of(0),
    instant: Float64Array.of(place.instant),
    minute: Int32Array.of(place.minute),
    provider: Int32Array.of(place.provider),
  };
}
