import type { Proposal } from '@/lib/packages/propose-plan';
import { addDays, epochDayOf, type LocalDate, weekdayOf } from '@/lib/time/local-date';
import { localDateOf } from '@/lib/time/wall-clock';

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

/** Ascending numbers as runs: 3, 4, 5, 9 are 3 to 5 and 9. */
export function runsOf(numbers: readonly number[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last.to === number - 1) last.to = number;
    else runs.push({ from: number, to: number });
  }
  return runs;
}

/** `3–5, 9` */
export function runsText(numbers: readonly number[]): string {
  return runsOf(numbers)
    .map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`))
    .join(', ');
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

/** One month of the plan: its weeks in the clinic's order, each day with whether a session stands on it. */
export interface PlanMonth {
  /** Its first date. */
  first: LocalDate;
  weeks: (PlanDay | null)[][];
}

export interface PlanDay {
  date: LocalDate;
  day: number;
  isPlanned: boolean;
  /** The first session that stands on it. */
  session: number | null;
}

/** The months from the first planned day to the last. */
export function monthsOf({ placed, timeZone }: Proposal, weekStart: number): PlanMonth[] {
  const planned = new Map(
    placed.toReversed().map(({ start, number }) => [localDateOf(start, timeZone), number]),
  );
  const dates = [...planned.keys()].sort();
  const last = dates.at(-1);
  if (!dates[0] || !last) return [];
  const months: PlanMonth[] = [];
  for (let first = monthOf(dates[0]); first <= last; first = monthOf(addDays(first, 31))) {
    months.push({ first, weeks: weeksOf(first, { weekStart, planned }) });
  }
  return months;
}

const monthOf = (date: LocalDate): LocalDate => `${date.slice(0, 7)}-01`;

function weeksOf(
  first: LocalDate,
  { weekStart, planned }: { weekStart: number; planned: ReadonlyMap<LocalDate, number> },
): (PlanDay | null)[][] {
  const length = epochDayOf(monthOf(addDays(first, 31))) - epochDayOf(first);
  const blanks = (weekdayOf(first) - weekStart + 7) % 7;
  const cells: (PlanDay | null)[] = Array.from({ length: blanks }, () => null);
  for (let day = 1; day <= length; day++) {
    const date = addDays(first, day - 1);
    cells.push({ date, day, isPlanned: planned.has(date), session: planned.get(date) ?? null });
  }
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, column) => cells[week * 7 + column] ?? null),
  );
}

/** The weekdays in the order of the clinic's week, 0 = Sunday. */
export const weekdaysFrom = (weekStart: number): number[] =>
  Array.from({ length: 7 }, (_, index) => (weekStart + index) % 7);
