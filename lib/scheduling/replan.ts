import { bestAround } from '@/lib/scheduling/around';
import { type Clinic, clinicOf } from '@/lib/scheduling/clinic';
import { type FreeStart, startsOf } from '@/lib/scheduling/free-starts';
import type { FixedPlace, Instance } from '@/lib/scheduling/instance';
import type { Plan } from '@/lib/scheduling/plan';
import { planPackage } from '@/lib/scheduling/plan-package';
import { problemOf } from '@/lib/scheduling/problem';
import { firstCellOf, type Grid, type StartTable } from '@/lib/scheduling/start-table';
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
  const problem = problemOf(clinic, index);
  const entry = problem.sessions[index];
  if (!entry) return [];
  const { worth, ownCost } = problem;
  const around = bestAround(problem, index);
  const cellOf = cellFinder(clinic, problem.grid, entry.table);

  return startsOf(clinic, session).flatMap((start) => {
    const { row, n, own } = cellOf(start);
    const value = around(row, n);
    if (value === Number.POSITIVE_INFINITY) return [];
    // Both its sides have counted the session, by the cheapest of the starts that share the cell.
    const rest = value - 2 * (own - worth);
    const itself = ownCost.late * start.day + ownCost.ofMinute(minuteOfDay(start.time));
    const placed = 1 + Math.ceil(-rest / worth);
    return [{ ...start, placed, cost: rest + (placed - 1) * worth + itself }];
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

/** Finds the row of a start, and its cell as the `n`-th of the row. Starts that no cost tells apart share one. */
function cellFinder(clinic: Clinic, grid: Grid, table: StartTable) {
  const rowOfDay = new Map(Array.from(grid.rowDay, (day, row) => [day, row]));
  const place = new Map(clinic.providers.map((provider, at) => [provider.id, at]));
  return (start: FreeStart) => {
    const row = rowOfDay.get(start.day) ?? 0;
    const provider = grid.columnOfProvider[place.get(start.provider) ?? 0] ?? 0;
    const minute = grid.columnOfMinute[minuteOfDay(start.time)] ?? 0;
    let span = table.rowFrom[row] ?? 0;
    while (table.provider[span] !== provider || minute >= (table.end[span] ?? 0)) span++;
    const cell = (table.cellFrom[span] ?? 0) + minute - (table.first[span] ?? 0);
    const own = (table.own[span] ?? 0) + (table.ownOfMinute[minute] ?? 0);
    return { row, n: cell - firstCellOf(table, row), own };
  };
}
