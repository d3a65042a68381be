import { attemptsOf, type Prepared } from '@/lib/scheduling/attempts';
import { type Clinic, clinicOf } from '@/lib/scheduling/clinic';
import { columnsInUse } from '@/lib/scheduling/columns-in-use';
import type { Instance } from '@/lib/scheduling/instance';
import { type Problem, problemOf } from '@/lib/scheduling/problem';
import { firstCellOf } from '@/lib/scheduling/start-table';
import type { SweepOptions } from '@/lib/scheduling/sweep';

/*
 * How large a problem may be for its plan to be promised within about a second. `problem-size.ts` measures an
 * instance before anything is made of it; here it is measured by what the planner would walk through, which hangs
 * on the calendars: a hundred sessions among ten people with ordinary days are a tenth of the same among people
 * who work around the clock with a gap in every hour. And it hangs on the wishes, which rule most days out or none:
 * so it is measured when it is known which days are left. The weights were measured, on worlds made to
 * be slow.
 */

/** For a form, whose plans rule most days out: some four times the largest problem of ENGINE.md. */
const MOST_STARTS = 70_000_000;
/** A little more than what a hundred different durations cut out of such calendars. */
const MOST_STRETCHES = 2_500_000;
/** A hundred sessions in a year, with a hundred others who might give them. */
const MOST_TRIED = 4_000_000;
/**
 * What takes a second, start of the program apart: nearly twice the largest problem of ENGINE.md in ordinary calendars
 * when no day is better than another, with every limit there is.
 */
const MOST_COLUMNS = 120_000_000;
/** Cutting a stretch of a calendar takes as long as passing over so many columns. */
const COLUMNS_PER_STRETCH = 20;
/** And so does trying a day with another provider. */
const COLUMNS_PER_DAY_TRIED = 9;

/** The problem of a clinic's instance, ready to be planned, or why no plan of it is promised. */
export function promisedProblem(clinic: Clinic): Prepared | { excess: string } {
  const excess = excessOfCalendars(clinic);
  if (excess !== null) return { excess };
  const problem = problemOf(clinic);
  const attempts = attemptsOf(problem);
  const columns = columnsToValue(clinic, { problem, attempts });
  if (columns > MOST_COLUMNS) {
    return {
      excess: `planning it takes about ${columns} steps: at most ${MOST_COLUMNS}; fewer sessions, days, providers or times of day are planned`,
    };
  }
  return { problem, attempts };
}

/** Whether so many plans of the instance are promised together, with wishes that rule most days out. */
export function isPromised(instance: Instance, plans: number): boolean {
  const clinic = clinicOf(instance);
  return excessOfCalendars(clinic) === null && startsToWeigh(problemOf(clinic)) * plans <= MOST_STARTS;
}

/** What is asked before anything is cut out of the calendars. */
function excessOfCalendars(clinic: Clinic): string | null {
  const stretches = stretchesToCut(clinic);
  if (stretches > MOST_STRETCHES) {
    return `${stretches} stretches of calendars for all durations: at most ${MOST_STRETCHES}`;
  }
  const tried = daysToTry(clinic);
  if (tried > MOST_TRIED) return `${tried} days of sessions with other providers: at most ${MOST_TRIED}`;
  return null;
}

/**
 * The columns of all rows that are left to sweep, and beside them what else takes time. Each takes longer where a
 * week counts its sessions, since what may follow is gathered day by day; where the next session may not be far,
 * since what leaves the window is gathered anew; and where sessions may stay out, since what others offer is kept. A
 * column in which the session has a start is valued there too, so it counts twice.
 */
function columnsToValue(clinic: Clinic, { problem, attempts }: Prepared): number {
  const { maxGapDays, weekLimit } = problem.spacing;
  const perWeek = weekLimit > 0 ? 5 / 4 : 1;
  const perWindow = maxGapDays < Number.POSITIVE_INFINITY ? 4 / 3 : 1;
  const columns = attempts.reduce((sum, attempt) => {
    const swept = columnsToSweep(problem, attempt) * (attempt.maySkip ? 4 / 3 : 1);
    return sum + swept * perWeek * perWindow + startsToSweep(problem, attempt);
  }, 0);
  // Only who stays out is explained, and for that the calendars are cut once more.
  const isExplained = attempts.some(({ maySkip }) => maySkip);
  const stretches = stretchesToCut(clinic) * (isExplained ? 2 : 1);
  const tried = isExplained ? daysToTry(clinic) : 0;
  return Math.round(columns + COLUMNS_PER_STRETCH * stretches + COLUMNS_PER_DAY_TRIED * tried);
}

function columnsToSweep(problem: Problem, { ranges, maySkip }: SweepOptions): number {
  const { from } = problem.spacing.rooms;
  const columns = columnsOfRow(problem, maySkip);
  return ranges.reduce((sum, { first, end }, index) => {
    const stands = Math.max(0, (from[end] ?? 0) - (from[first] ?? 0));
    return sum + stands * (columns[index] ?? 0);
  }, 0);
}

function startsToSweep({ sessions, spacing }: Problem, { ranges }: SweepOptions): number {
  const { from } = spacing.rooms;
  let starts = 0;
  for (const [index, { first, end }] of ranges.entries()) {
    const table = sessions[index]?.table;
    if (!table) continue;
    for (let row = first; row < end; row++) {
      const stands = (from[row + 1] ?? 0) - (from[row] ?? 0);
      starts += stands * (firstCellOf(table, row + 1) - firstCellOf(table, row));
    }
  }
  return starts;
}

/** By session, how many columns of each row are looked at. */
function columnsOfRow(problem: Problem, maySkip: boolean): number[] {
  const minutes = problem.grid.minuteOfColumn.length;
  const inUse = columnsInUse(problem, ({ isFixed }) => maySkip && !isFixed);
  return inUse.map(({ touched }) => touched.providers.length * minutes);
}

/**
 * The starts that the planner may value for all sessions. Each takes longer where there are many durations; and the
 * cells without a start are passed over, yet not for nothing.
 */
function startsToWeigh(problem: Problem): number {
  const { sessions, grid } = problem;
  const tables = new Set(sessions.map(({ table }) => table));
  const starts = sessions.reduce((sum, { table }) => sum + (table.cellFrom.at(-1) ?? 0), 0);
  const columns = columnsOfRow(problem, true).reduce((sum, each) => sum + each, 0);
  const cells = grid.rowDay.length * columns;
  const perStart = 1 + Math.log2(tables.size) / 2;
  return Math.round(starts * perStart + cells / 3);
}

/** Free stretches are cut out of each calendar once for each duration, also of providers who might help out. */
function stretchesToCut({ instance, providers }: Clinic): number {
  const durations = new Set(instance.sessions.map(({ durationMinutes }) => durationMinutes));
  const shared = instance.patientBusy.length + (instance.rooms ?? []).flatMap(({ busy }) => busy).length;
  const stretches = providers.map(
    ({ worked, timeOff, busy }) => worked.length / 2 + timeOff.length + busy.length + shared,
  );
  return durations.size * stretches.reduce((sum, each) => sum + each, 0);
}

/** Each provider who does not give every session may be tried for those without a place, on every day. */
function daysToTry({ instance: { sessions }, dayCount, providers }: Clinic): number {
  const isForAll = ({ id }: { id: string }) => sessions.every((session) => session.providers.includes(id));
  return providers.filter((provider) => !isForAll(provider)).length * sessions.length * dayCount;
}
