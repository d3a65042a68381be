/**
 * A set of starts: half-open runs of instants `[from0, to0, from1, to1, …)`, disjoint, not touching, in
 * order. Instants are whole milliseconds, so "every start from a up to and including b" is `[a, b + 1)`.
 * A flat list of numbers rather than objects: planning intersects and cuts such sets hundreds of times.
 */
export type Runs = readonly number[];

/** Every instant. */
export const ALWAYS: Runs = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

/** Joins runs that are in order of their beginnings but may overlap, touch or be empty. */
export function joined(ordered: readonly number[]): Runs {
  const runs: number[] = [];
  let from = 0;
  let to = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < ordered.length; at += 2) {
    const nextFrom = ordered[at] ?? 0;
    const nextTo = ordered[at + 1] ?? 0;
    if (nextFrom >= nextTo) continue;
    if (nextFrom <= to) {
      if (nextTo > to) to = nextTo;
      continue;
    }
    if (from < to) runs.push(from, to);
    from = nextFrom;
    to = nextTo;
  }
  if (from < to) runs.push(from, to);
  return runs;
}

/** The instants in both sets. */
export function intersected(one: Runs, other: Runs): Runs {
  const runs: number[] = [];
  let i = 0;
  let j = 0;
  while (i < one.length && j < other.length) {
    const oneTo = one[i + 1] ?? 0;
    const otherTo = other[j + 1] ?? 0;
    const from = Math.max(one[i] ?? 0, other[j] ?? 0);
    const to = Math.min(oneTo, otherTo);
    if (from < to) runs.push(from, to);
    if (oneTo < otherTo) i += 2;
    else j += 2;
  }
  return runs;
}

/** The instants of `set` that are in none of the holes, which are in order of their beginnings and may overlap. */
export function without(set: Runs, holes: readonly number[]): Runs {
  if (holes.length === 0) return set;
  const runs: number[] = [];
  let hole = 0;
  for (let at = 0; at < set.length; at += 2) {
    let from = set[at] ?? 0;
    const to = set[at + 1] ?? 0;
    while (hole < holes.length && (holes[hole + 1] ?? 0) <= from) hole += 2;
    for (let next = hole; from < to && next < holes.length && (holes[next] ?? 0) < to; next += 2) {
      const holeFrom = holes[next] ?? 0;
      if (holeFrom > from) runs.push(from, holeFrom);
      from = Math.max(from, holes[next + 1] ?? 0);
    }
    if (from < to) runs.push(from, to);
  }
  return runs;
}
