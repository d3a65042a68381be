import type { ProviderStarts } from '@/lib/scheduling/start-table';

type Corners = {
  readonly gridMinutes: number;
  readonly offers: Iterable<ProviderStarts>;
  /** Local minutes that starts are charged for being away from: the wanted one, those of fixed sessions. */
  readonly anchors: readonly number[];
  /** Starts of which none may be left out. */
  readonly kept: readonly ProviderStarts[];
};

/**
 * By minute of the day, whether a session of the best plan may start then: at the first or the last slot of a
 * stretch of free slots, or at a slot next to an anchor. That is all that the planner has to value.
 *
 * Proof. Take the best plan, the smallest by the tie rule, and in it neighbours that start at one minute which is
 * no such corner, as many in a row as there are. Move them together one slot earlier, or one later: each stays in
 * its stretch, and no neighbour or anchor is passed, so what the plan costs changes by some amount one way and
 * by its opposite the other way. The plan is the best, so by nothing. Then the earlier one costs as much and its
 * list of starts is smaller, against the choice of the plan. (On a date whose clocks change slots are in the
 * order of their instants too.)
 */
export function cornerMinutes({ gridMinutes, offers, anchors, kept }: Corners): Uint8Array {
  const isCorner = new Uint8Array(1440);
  for (const { spans } of offers) {
    for (const first of spans.first) isCorner[first * gridMinutes] = 1;
    for (const end of spans.end) isCorner[(end - 1) * gridMinutes] = 1;
  }
  for (const anchor of anchors) {
    const before = Math.floor(anchor / gridMinutes) * gridMinutes;
    isCorner[before] = 1;
    // Past the last slot of the day this falls outside the array, where it is ignored.
    isCorner[before + gridMinutes] = 1;
  }
  for (const { spans } of kept) {
    for (const [at, first] of spans.first.entries()) {
      for (let slot = first; slot < (spans.end[at] ?? 0); slot++) isCorner[slot * gridMinutes] = 1;
    }
  }
  return isCorner;
}
