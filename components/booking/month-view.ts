import type { Proposal } from '@/lib/packages/propose-plan';
import { addDays, epochDayOf, type LocalDate, weekdayOf } from '@/lib/time/local-date';
import { localDateOf } from '@/lib/time/wall-clock';

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
