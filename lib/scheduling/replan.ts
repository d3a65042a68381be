import { bestAround } from '@/lib/scheduling/around';
import { type Clinic, clinicOf } from '@/lib/scheduling/clinic';
import { type FreeStart, startsOf } from '@/lib/scheduling/free-starts';
import type { FixedPlace, Instance } from '@/lib/scheduling/instance';
import type { Plan } from '@/lib/scheduling/plan';
import { planPackage } from '@/lib/scheduling/plan-package';
import { ownCostOf, problemOf } from '@/lib/scheduling/problem';
import { allRows } from '@/lib/scheduling/row-ranges';
import type { Grid, StartTable } from '@/lib/scheduling/start-table';
import { minuteOfDay } from '@/lib/time/local-time';

/** A free start of a session, and what the best plan is like in which the session stands there. */
export type Move = FreeStart & {
  /** How many sessions that plan places. */
  readonly placed: number;
  /** Its cost, this session's own part included, so that it compares with the plan's cost. */
  readonly cost: number;
};

/**
 * Every start that a session may be moved to, in order of (start, provider), with what the best plan around
 * it is like. Fixed sessions stand (except this one, if it is fixed); all others may move to make room. An
 * unknown number has no move.
 */
export function movesOf(instance: Instance, sessionNumber: number): Move[] {
  const index = instance.sessions.findIndex((session) => session.number === sessionNumber);
  const session = instance.sessions[index];
  if (!session) return [];
  const clinic = clinicOf(withPlace(instance, sessionNumber, null));
  const problem = problemOf(clinic);
  const table = problem.sessions[index]?.table;
  if (!table) return [];
  const around = bestAround(problem, { ranges: allRows(problem), maySkip: true });
  const { worth } = around.swept;
  const cellOf = cellFinder(clinic, problem.grid, table);
  const ownCost = ownCostOf(instance);

  return startsOf(clinic, session).flatMap((start) => {
    const { row, cell } = cellOf(start);
    const value = around.value(index, row, cell);
    if (value === Number.POSITIVE_INFINITY) return [];
    const placed = Math.ceil(-value / worth);
    // The cell stands for the cheapest of the starts that share it; this one may cost more by itself.
    const dearer = ownCost(start.day, minuteOfDay(start.time)) - (table.own[cell] ?? 0);
    return [{ ...start, placed, cost: value + placed * worth + dearer }];
  });
}

/** The best plan once the session stands at that place; it is pinned there and the rest is planned again. */
export function replan(instance: Instance, sessionNumber: number, place: FixedPlace): Plan {
  return planPackage(withPlace(instance, sessionNumber, place));
}

function withPlace(instance: Instance, number: number, fixed: FixedPlace | null): Instance {
  const sessions = instance.sessions.map((each) => (each.number === number ? { ...each, fixed } : each));
  return { ...instance, sessions };
}

/** Finds the cell of a start. Starts that no cost tells apart share one. */
function cellFinder(clinic: Clinic, grid: Grid, table: StartTable) {
  const rowOfDay = new Map(Array.from(grid.rowDay, (day, row) => [day, row]));
  const place = new Map(clinic.providers.map((provider, at) => [provider.id, at]));
  return (start: FreeStart) => {
    const row = rowOfDay.get(start.day) ?? 0;
    const shift = grid.columnOfProvider[place.get(start.provider) ?? 0] ?? 0;
    const column = (grid.columnOfMinute[minuteOfDay(start.time)] ?? 0) + shift;
    return { row, cell: table.column.indexOf(column, table.rowFrom[row]) };
  };
}
