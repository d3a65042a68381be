import type { PackageToPlan } from '@/db/reads/package-to-plan';
import { checkPlan } from '@/lib/scheduling/check-plan';
import type { Instance } from '@/lib/scheduling/instance';
import type { PlacedSession } from '@/lib/scheduling/plan';
import type { Interval } from '@/lib/time/interval';
import { addDays } from '@/lib/time/local-date';
import { endOfDay, localDateOf, startOfDay } from '@/lib/time/wall-clock';
import { isUnplaced } from './open-sessions';

/** The visits that were or stay where they are, in session order. */
export function standingVisits({ sessions }: Pick<PackageToPlan, 'sessions'>, open: ReadonlySet<number>) {
  return sessions.flatMap((session): PlacedSession[] => {
    const { number, place } = session;
    if (open.has(number) || place === null || isUnplaced(session)) return [];
    const { providerId: provider, start, end } = place;
    return [{ number, provider, room: null, start, end }];
  });
}

/** Not the largest gap: sessions still to be placed may lie between two that stand far apart. */
const AMONG_EACH_OTHER = new Set(['too_close', 'week_full']);

/**
 * Parts the visits that stand into those that keep to the rules among themselves, and the others: a visit that
 * was moved past the next one, or closer to it than the package wishes. The planner cannot fix all of them. Nor
 * does one that is over hold back a session of a lower number, which was left behind and can only come later.
 */
export function partStanding(
  instance: Instance,
  standing: readonly PlacedSession[],
  open: ReadonlySet<number>,
) {
  const firstOpen = Math.min(...open);
  const isOver = ({ start }: PlacedSession) => instance.notBefore !== null && start <= instance.notBefore;
  const binding = standing.filter((place) => !isOver(place) || place.number < firstOpen);
  let kept = longestInOrder(instance, binding);
  for (;;) {
    const breach = checkPlan(instance, { placed: kept }).find(({ rule }) => AMONG_EACH_OTHER.has(rule));
    if (!breach) break;
    kept = kept.filter(({ number }) => number !== breach.number);
  }
  const fixed = new Set(kept.map(({ number }) => number));
  return { kept, atOdds: standing.filter(({ number }) => !fixed.has(number)) };
}

/** As many of the visits as keep their order and the smallest gap; of as many, the earlier numbers. */
function longestInOrder(
  { timeZone, minGapDays }: Pick<Instance, 'timeZone' | 'minGapDays'>,
  standing: readonly PlacedSession[],
): PlacedSession[] {
  // From each visit on, from the last to the first.
  const chains: PlacedSession[][] = [];
  for (const place of standing.toReversed()) {
    const earliest = addDays(localDateOf(place.start, timeZone), minGapDays);
    const rest = longest(chains.filter(([next]) => next && localDateOf(next.start, timeZone) >= earliest));
    chains.push([place, ...rest]);
  }
  return longest(chains);
}

const longest = (chains: readonly PlacedSession[][]): PlacedSession[] =>
  chains.reduce((most, chain) => (chain.length >= most.length ? chain : most), []);

/** The days around a visit on which the patient has no other one of the package. */
export function daysAround(
  { timeZone, minGapDays }: Pick<Instance, 'timeZone' | 'minGapDays'>,
  { start }: PlacedSession,
): Interval {
  const date = localDateOf(start, timeZone);
  return {
    from: startOfDay(addDays(date, 1 - minGapDays), timeZone),
    to: endOfDay(addDays(date, minGapDays - 1), timeZone),
  };
}
