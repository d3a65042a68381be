import type { Proposal } from '@/lib/packages/propose-plan';

export type PlacedRow = Proposal['placed'][number];
export type Reasons = Proposal['unplaced'][number]['reasons'];

/**
 * The session numbers that do not stand as they stood: moved, given to someone else, placed or no longer
 * placed. Those that were not asked for before have not changed.
 */
export function changedNumbers(before: Proposal | null, after: Proposal): Set<number> {
  if (!before) return new Set();
  const stood = placesByNumber(before);
  const moved = [...placesByNumber(after)].filter(
    ([number, place]) => stood.has(number) && stood.get(number) !== place,
  );
  return new Set(moved.map(([number]) => number));
}

function placesByNumber({ placed, unplaced }: Proposal): Map<number, string> {
  return new Map([
    ...placed.map(({ number, providerId, roomId, start, end }): [number, string] => [
      number,
      [providerId, roomId ?? '', start, end].join(' '),
    ]),
    ...unplaced.map(({ number }): [number, string] => [number, '']),
  ]);
}

/** The sessions that a person keeps where they cannot stand: with any of them nothing is scheduled. */
export const brokenNumbers = ({ placed }: Pick<Proposal, 'placed'>): number[] =>
  placed.filter(({ broken }) => broken.length > 0).map(({ number }) => number);

/** Whether two plans put every session at the same place. */
export function isSamePlan(one: Proposal, other: Proposal): boolean {
  return placesByNumber(one).size === placesByNumber(other).size && changedNumbers(one, other).size === 0;
}

/** Sessions that have no place for the same reasons, told once. */
export interface UnplacedGroup {
  numbers: number[];
  reasons: Reasons;
}

export function groupUnplaced(unplaced: Proposal['unplaced']): UnplacedGroup[] {
  const groups = new Map<string, UnplacedGroup>();
  for (const { number, reasons } of unplaced) {
    const key = JSON.stringify(reasons);
    const group = groups.get(key);
    if (group) group.numbers.push(number);
    else groups.set(key, { numbers: [number], reasons });
  }
  return [...groups.values()];
}

/** Sessions in the hands of the same providers, in the order of their first session. */
export function groupProviders(
  rows: readonly { providerIds: readonly string[] }[],
): { providerIds: readonly string[]; numbers: number[] }[] {
  const groups = new Map<string, { providerIds: readonly string[]; numbers: number[] }>();
  for (const [index, { providerIds }] of rows.entries()) {
    const group = groups.get(providerIds.join());
    if (group) group.numbers.push(index + 1);
    else groups.set(providerIds.join(), { providerIds, numbers: [index + 1] });
  }
  return [...groups.values()];
}
