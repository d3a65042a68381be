import { joined } from '@/lib/scheduling/runs';
import type { DaySpans } from '@/lib/scheduling/starts';

/**
 * The starts of one kind of session (same duration, same providers). A row is a day, a column a (minute,
 * provider) pair; minutes at which no session of a best plan starts have none (`corner-minutes.ts`). The starts
 * lie in spans: one provider column, minute columns that follow each other. A cell is one start, numbered through
 * the spans; so nothing is stored per start, and what is asked of a start by itself (its instant, its provider)
 * is looked up for the few that a plan chooses: `startIn`.
 */
export type StartTable = {
  /** `rows + 1` entries: the spans of row `r` are `rowFrom[r]` up to `rowFrom[r + 1]`. */
  readonly rowFrom: Int32Array;
  /** The minute columns of each span, `[first, end)`. */
  readonly first: Int32Array;
  readonly end: Int32Array;
  /** The provider column of each span. */
  readonly provider: Int32Array;
  /** The provider columns that have spans. */
  readonly providers: ReadonlySet<number>;
  /** `spans + 1` entries: the cells of span `s` are `cellFrom[s]` up to `cellFrom[s + 1]`. */
  readonly cellFrom: Int32Array;
  /** What a start costs by itself is a part per span and a part per minute column: lateness and preference. */
  readonly own: Int32Array;
  readonly ownOfMinute: Int32Array;
};

/** The cells of a row: which minutes and providers share a column, and what is counted per start. */
export type Grid = {
  readonly gridMinutes: number;
  /** Day of the window of each row, ascending; days of fixed sessions may lie outside it. */
  readonly rowDay: Int32Array;
  /** Minute column of each minute of the day, or -1; all zero when minutes cost nothing between sessions. */
  readonly columnOfMinute: Int32Array;
  /** By slot, and for the end of the day, the first column that is not before it. */
  readonly columnFrom: Int32Array;
  /** By column, the next one that is off the grid: a fixed session may stand there, but no other can start. */
  readonly stretchEnd: Int32Array;
  /** Local minute of each minute column. */
  readonly minuteOfColumn: Int32Array;
  /** Provider column of each provider; all zero when a change of provider costs nothing. */
  readonly columnOfProvider: Int32Array;
  readonly providerColumns: number;
  /** Columns of a row: all minute columns for each provider column, one provider after the other. */
  readonly width: number;
  readonly hasMinutes: boolean;
  readonly hasProviders: boolean;
};

/** The starts of one provider, and the place of the provider in the order of ids. */
export type ProviderStarts = { readonly provider: number; readonly spans: DaySpans };

/** What a start costs by itself, by day of the window and local minute: the less the nearer to the wanted minute. */
export type OwnCost = {
  readonly late: number;
  readonly wanted: number;
  readonly ofMinute: (minute: number) => number;
};

/**
 * Lays the starts of all providers out in spans. Starts that share a column differ in nothing that a pair of
 * sessions is charged for: only the cheapest of them can stand in a best plan, so it alone is kept, and starts
 * of different providers at one minute are kept once.
 */
export function tableOfStarts(grid: Grid, offers: readonly ProviderStarts[], cost: OwnCost): StartTable {
  const rows = grid.rowDay.length;
  const rowFrom = new Int32Array(rows + 1);
  const table = new SpanList(offers.reduce((sum, { spans }) => sum + spans.first.length, 0));
  const ownOfMinute = Int32Array.from(grid.minuteOfColumn, (minute) =>
    grid.hasMinutes ? cost.ofMinute(minute) : 0,
  );
  for (let row = 0; row < rows; row++) {
    const day = grid.rowDay[row] ?? 0;
    const late = cost.late * day;
    if (grid.hasProviders) {
      for (const { provider, spans } of offers) {
        addSpans(spans, day, grid.columnOfProvider[provider] ?? 0, late);
      }
    } else addSpans(spansOfAnyone(offers, day), 0, 0, late);
    rowFrom[row + 1] = table.size;
  }
  return { rowFrom, ...table.columns(), ownOfMinute };

  function addSpans(spans: DaySpans, day: number, provider: number, late: number): void {
    let least = Number.POSITIVE_INFINITY;
    for (let at = spans.from[day] ?? 0; at < (spans.from[day + 1] ?? 0); at++) {
      const first = spans.first[at] ?? 0;
      const end = spans.end[at] ?? 0;
      if (grid.hasMinutes) addStretches(first, end, provider, late);
      else least = Math.min(least, cheapestIn(first, end));
    }
    if (least < Number.POSITIVE_INFINITY) table.add(0, 1, provider, late + least);
  }

  function addStretches(first: number, end: number, provider: number, late: number): void {
    const last = grid.columnFrom[end] ?? 0;
    for (let column = grid.columnFrom[first] ?? 0; column < last; ) {
      const next = Math.min(last, grid.stretchEnd[column] ?? last);
      if (next > column) table.add(column, next, provider, late);
      column = next > column ? next : column + 1;
    }
  }

  /** Starts cost more the farther they are from the wanted minute: one of the two slots around it, or an end. */
  function cheapestIn(first: number, end: number): number {
    const before = Math.min(Math.max(Math.floor(cost.wanted / grid.gridMinutes), first), end - 1);
    const after = Math.min(before + 1, end - 1);
    return Math.min(cost.ofMinute(before * grid.gridMinutes), cost.ofMinute(after * grid.gridMinutes));
  }
}

/** The one start of a session that is fixed there; it costs nothing by itself. */
export function tableOfFixed(
  grid: Grid,
  place: { readonly row: number; readonly minute: number; readonly provider: number },
): StartTable {
  const minute = grid.columnOfMinute[place.minute] ?? 0;
  const table = new SpanList(1);
  table.add(minute, minute + 1, grid.columnOfProvider[place.provider] ?? 0, 0);
  return {
    rowFrom: new Int32Array(grid.rowDay.length + 1).fill(1, place.row + 1),
    ...table.columns(),
    ownOfMinute: new Int32Array(grid.minuteOfColumn.length),
  };
}

/**
 * The cheapest start of each row by itself; infinite where there is none. Minutes cost the less the nearer they are
 * to the wanted one, so the cheapest of a span is the one nearest to the cheapest of all.
 */
export function leastOwn(table: StartTable): Float64Array {
  const { rowFrom, first, end, own, ownOfMinute } = table;
  const cheapest = ownOfMinute.indexOf(Math.min(...ownOfMinute));
  const least = new Float64Array(rowFrom.length - 1).fill(Number.POSITIVE_INFINITY);
  for (let row = 0; row < least.length; row++) {
    for (let span = rowFrom[row] ?? 0; span < (rowFrom[row + 1] ?? 0); span++) {
      const minute = Math.max(first[span] ?? 0, Math.min(cheapest, (end[span] ?? 0) - 1));
      least[row] = Math.min(least[row] ?? 0, (own[span] ?? 0) + (ownOfMinute[minute] ?? 0));
    }
  }
  return least;
}

/** The least that a span of the row costs by itself, whatever the minute. */
export function cheapestSpan({ rowFrom, own }: StartTable, row: number): number {
  let cheapest = Number.POSITIVE_INFINITY;
  for (let span = rowFrom[row] ?? 0; span < (rowFrom[row + 1] ?? 0); span++)
    cheapest = Math.min(cheapest, own[span] ?? 0);
  return cheapest;
}

/** The number of the first cell of the row, or of the first after it when the row has none. */
export function firstCellOf({ rowFrom, cellFrom }: StartTable, row: number): number {
  return cellFrom[rowFrom[row] ?? 0] ?? 0;
}

/** Where a start may lie: a slot of the grid with one of the offers. */
export type Start = { readonly slot: number; readonly provider: number };

/**
 * Of the starts that share the columns on the row's day, the one that the cell stands for: the cheapest, then
 * the first by (minute, provider).
 */
export function startIn(
  grid: Grid,
  offers: readonly ProviderStarts[],
  cost: OwnCost,
  cell: { readonly day: number; readonly minuteColumn: number; readonly providerColumn: number },
): Start | null {
  let best: Start | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { provider, spans } of offers) {
    if (grid.columnOfProvider[provider] !== cell.providerColumn) continue;
    for (const { first, end } of spansOfDay(spans, cell.day)) {
      for (let slot = first; slot < end; slot++) {
        const minute = slot * grid.gridMinutes;
        if (grid.columnOfMinute[minute] !== cell.minuteColumn) continue;
        const own = cost.ofMinute(minute);
        if (own > least || (own === least && best && slot >= best.slot)) continue;
        least = own;
        best = { slot, provider };
      }
    }
  }
  return best;
}

/** The spans of a day; none outside the window. */
function spansOfDay({ from, first, end }: DaySpans, day: number): { first: number; end: number }[] {
  const spans: { first: number; end: number }[] = [];
  for (let at = from[day] ?? 0; at < (from[day + 1] ?? 0); at++)
    spans.push({ first: first[at] ?? 0, end: end[at] ?? 0 });
  return spans;
}

/** The slots of a day at which any of the offers has a start, as those of a day 0. */
function spansOfAnyone(offers: readonly ProviderStarts[], day: number): DaySpans {
  const ordered = offers.flatMap(({ spans }) => spansOfDay(spans, day)).sort((a, b) => a.first - b.first);
  const runs = joined(ordered.flatMap(({ first, end }) => [first, end]));
  const count = runs.length / 2;
  return {
    from: Int32Array.of(0, count),
    first: Int32Array.from({ length: count }, (_, at) => runs[2 * at] ?? 0),
    end: Int32Array.from({ length: count }, (_, at) => runs[2 * at + 1] ?? 0),
  };
}

/** Spans as parallel columns, with room for as many as are expected; a span may be cut into several. */
class SpanList {
  size = 0;
  private first: Int32Array;
  private end: Int32Array;
  private provider: Int32Array;
  private own: Int32Array;
  private cellFrom: Int32Array;
  private readonly providers = new Set<number>();

  constructor(expected: number) {
    this.first = new Int32Array(expected);
    this.end = new Int32Array(expected);
    this.provider = new Int32Array(expected);
    this.own = new Int32Array(expected);
    this.cellFrom = new Int32Array(expected + 1);
  }

  add(first: number, end: number, provider: number, own: number): void {
    if (this.size === this.first.length) this.grow();
    const span = this.size++;
    this.first[span] = first;
    this.end[span] = end;
    this.provider[span] = provider;
    this.own[span] = own;
    this.cellFrom[span + 1] = (this.cellFrom[span] ?? 0) + end - first;
    this.providers.add(provider);
  }

  columns() {
    const { size } = this;
    return {
      first: this.first.subarray(0, size),
      end: this.end.subarray(0, size),
      provider: this.provider.subarray(0, size),
      providers: this.providers,
      own: this.own.subarray(0, size),
      cellFrom: this.cellFrom.subarray(0, size + 1),
    };
  }

  private grow(): void {
    const grown = (column: Int32Array) => {
      const larger = new Int32Array(2 * column.length + 1);
      larger.set(column);
      return larger;
    };
    this.first = grown(this.first);
    this.end = grown(this.end);
    this.provider = grown(this.provider);
    this.own = grown(this.own);
    this.cellFrom = grown(this.cellFrom);
  }
}
