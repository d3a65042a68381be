import { type Clinic, clinicOf } from '@/lib/scheduling/clinic';
import { type FreeStart, startsOf } from '@/lib/scheduling/free-starts';
import type { FixedPlace, Instance } from '@/lib/scheduling/instance';
import { mirrored, mirroredCell } from '@/lib/scheduling/mirror';
import type { Plan } from '@/lib/scheduling/plan';
import { planPackage } from '@/lib/scheduling/plan-package';
import { ownCostOf, type Problem, problemOf } from '@/lib/scheduling/problem';
import { allRows } from '@/lib/scheduling/row-ranges';
import { sweep, valueAt } from '@/lib/scheduling/sweep';
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
  const around = bestAround(problem, index);
  const cellOf = cellFinder(clinic, problem, index);
  const ownCost = ownCostOf(instance);

  return startsOf(clinic, session).flatMap((start) => {
    const { row, cell } = cellOf(start);
    const value = around.value(row, cell);
    if (value === Number.POSITIVE_INFINITY) return [];
    const placed = Math.ceil(-value / around.worth);
    const own = ownCost(start.day, minuteOfDay(start.time));
    return [{ ...start, placed, cost: value + placed * around.worth + own }];
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

type Around = { readonly value: (row: number, cell: number) => number; readonly worth: number };

/**
 * The least value of a plan with the session at a cell, the cell's own cost aside. One sweep gives the best
 * rest after the session, a sweep of the mirrored problem the best rest before it. In the week of the start
 * they share the limit: if up to and including the session c of the week are taken, those from it on may take
 * limit - c + 1; the best c gives the best plan, since every plan has one.
 */
function bestAround(problem: Problem, index: number): Around {
  const flipped = mirrored(problem);
  const rows = problem.grid.rowDay.length;
  const after = sweep(problem, { ranges: allRows(problem), maySkip: true });
  const before = sweep(flipped, { ranges: allRows(flipped), maySkip: true });
  const valuesAfter = after.values[index];
  const valuesBefore = before.values[problem.sessions.length - 1 - index];
  const table = problem.sessions[index]?.table;
  if (!valuesAfter || !valuesBefore || !table) throw new Error(`No session ${index}.`);
  const layers = Math.max(1, problem.spacing.weekLimit);

  const value = (row: number, cell: number) => {
    const twin = mirroredCell(table, row, cell);
    let least = Number.POSITIVE_INFINITY;
    for (let layer = 0; layer < layers; layer++) {
      const rest = valueAt(valuesAfter, rows, layer, row, cell);
      const start = valueAt(valuesBefore, rows, layers - 1 - layer, rows - 1 - row, twin);
      least = Math.min(least, rest + start);
    }
    // Both sweeps have counted the session: its cost twice, its worth twice.
    return least - 2 * (table.own[cell] ?? 0) + after.worth;
  };
  return { value, worth: after.worth };
}

/** Finds the cell of a start. Starts that no cost tells apart share one. */
function cellFinder(clinic: Clinic, { grid, sessions }: Problem, index: number) {
  const rowOfDay = new Map(Array.from(grid.rowDay, (day, row) => [day, row]));
  const place = new Map(clinic.providers.map((provider, at) => [provider.id, at]));
  const table = sessions[index]?.table;
  return (start: FreeStart) => {
    const row = rowOfDay.get(start.day) ?? 0;
    const shift = grid.providerColumns > 1 ? (place.get(start.provider) ?? 0) : 0;
    const column = (grid.columnOfMinute[minuteOfDay(start.time)] ?? 0) + shift;
    const from = table?.rowFrom[row] ?? 0;
    const cell = table?.column.indexOf(column, from) ?? from;
    return { row, cell };
  };
}
