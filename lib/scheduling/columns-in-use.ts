import type { Problem, ProblemSession } from '@/lib/scheduling/problem';

/** Some of the provider columns, ascending, and the columns of a row that are theirs. */
export type ProviderColumns = {
  readonly providers: readonly number[];
  /** Columns `[from, end)`, in order; those of neighbours are one range. */
  readonly ranges: readonly ColumnRange[];
  /** Where the columns of each provider begin, for work on two at a time: of an odd number the last stands twice. */
  readonly pairs: readonly number[];
};

export type ColumnRange = { readonly from: number; readonly end: number };

/** Which columns matter of the rows that stand in front of a session. */
export type ColumnsInUse = {
  /** Where an earlier session may look for what follows it. */
  readonly asked: ProviderColumns;
  /** There, and where the session itself has starts. */
  readonly touched: ProviderColumns;
};

/**
 * The columns in use in front of each session. A session looks for what follows it in the columns of its own
 * providers alone; and what stands in front of session i is looked at by session i-1, by those before it as far as
 * the ones between may stay out, and by nobody else. Where sessions have providers of their own, few columns of
 * very many are left.
 */
export function columnsInUse(
  { sessions, grid }: Pick<Problem, 'sessions' | 'grid'>,
  isSkippable: (session: ProblemSession) => boolean,
): ColumnsInUse[] {
  const minutes = grid.minuteOfColumn.length;
  // Most sessions have the providers of the one before, so a set is laid out once.
  const known = new Map<ReadonlySet<number>, ProviderColumns>();
  const laidOut = (chosen: ReadonlySet<number>) => {
    const columns = known.get(chosen) ?? columnsOf(chosen, minutes);
    known.set(chosen, columns);
    return columns;
  };
  let asked: ReadonlySet<number> = new Set();
  return sessions.map((session) => {
    const own = session.table.providers;
    const touched = joined(asked, own);
    const inUse = { asked: laidOut(asked), touched: laidOut(touched) };
    asked = isSkippable(session) ? touched : own;
    return inUse;
  });
}

/** All that are in either; one of the two itself where it holds the other. */
function joined(one: ReadonlySet<number>, other: ReadonlySet<number>): ReadonlySet<number> {
  const all = new Set([...one, ...other]);
  if (all.size === other.size) return other;
  return all.size === one.size ? one : all;
}

function columnsOf(chosen: ReadonlySet<number>, minutes: number): ProviderColumns {
  const providers = [...chosen].sort((a, b) => a - b);
  const ranges: ColumnRange[] = [];
  for (const provider of providers) {
    const from = provider * minutes;
    const before = ranges.at(-1);
    if (before?.end === from) ranges[ranges.length - 1] = { from: before.from, end: from + minutes };
    else ranges.push({ from, end: from + minutes });
  }
  const oddOne = providers.length % 2 === 1 ? providers.slice(-1) : [];
  const pairs = [...providers, ...oddOne].map((provider) => provider * minutes);
  return { providers, ranges, pairs };
}
