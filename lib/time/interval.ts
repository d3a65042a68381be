import type { Instant } from '@/lib/time/instant';

/** The moments from `from` up to, not including, `to`. */
export type Interval = { readonly from: Instant; readonly to: Instant };

/** Whether the interval holds no moment. */
export function isEmpty(interval: Interval): boolean {
  return interval.from >= interval.to;
}

/** Whether the moment lies in the interval; its end does not. */
export function contains(interval: Interval, instant: Instant): boolean {
  return interval.from <= instant && instant < interval.to;
}

/** Whether `outer` holds every moment of `inner`. */
export function encloses(outer: Interval, inner: Interval): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** Whether the two share a moment. Intervals that only touch do not. */
export function overlaps(one: Interval, other: Interval): boolean {
  return one.from < other.to && other.from < one.to && !isEmpty(one) && !isEmpty(other);
}

/** Whether one ends exactly where the other begins. */
export function abuts(one: Interval, other: Interval): boolean {
  return one.to === other.from || other.to === one.from;
}

/** The moments in both, or null when there are none. */
export function intersection(one: Interval, other: Interval): Interval | null {
  const shared = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
  return isEmpty(shared) ? null : shared;
}

/** The same moments as disjoint intervals in order: overlapping and abutting ones joined, empty ones gone. */
export function union(intervals: readonly Interval[]): Interval[] {
  const joined: { from: Instant; to: Instant }[] = [];
  for (const { from, to } of intervals.filter((each) => !isEmpty(each)).sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** The moments of `intervals` that are in none of `taken`, as disjoint intervals in order. */
export function subtract(intervals: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const holes = union(taken);
  const left: Interval[] = [];
  for (const { from, to } of union(intervals)) {
    let start = from;
    for (const hole of holes) {
      if (hole.to <= start) continue;
      if (hole.from >= to) break;
      if (hole.from > start) left.push({ from: start, to: hole.from });
      start = Math.max(start, hole.to);
    }
    if (start < to) left.push({ from: start, to });
  }
  return left;
}
