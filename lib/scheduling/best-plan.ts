import type { Clinic } from '@/lib/scheduling/clinic';
import type { PlacedSession } from '@/lib/scheduling/plan';
import { type Problem, problemOf } from '@/lib/scheduling/problem';
import { promisingRows } from '@/lib/scheduling/promising-rows';
import { type Choice, readOff } from '@/lib/scheduling/read-off';
import { freeRoomFor } from '@/lib/scheduling/rooms';
import { allRows, rowsWhenAllPlaced } from '@/lib/scheduling/row-ranges';
import { type RowRange, type Sweep, sweep } from '@/lib/scheduling/sweep';
import { MINUTE_MS } from '@/lib/time/instant';

/** The best placement of all sessions, without the words about those left out. */
export type BestPlan = {
  readonly placed: readonly PlacedSession[];
  readonly cost: number;
  /** False when the fixed sessions cannot all stand: see `Plan.optimal`. */
  readonly isFeasible: boolean;
  readonly states: number;
};

/** Most sessions placed, then least cost, then the smallest list of (start, provider): exactly. */
export function bestPlan(clinic: Clinic): BestPlan {
  const problem = problemOf(clinic);
  const { ranges, swept } = sweepForBest(problem);
  if (swept.best === Number.POSITIVE_INFINITY) return fixedOnly(clinic, swept.states);

  const choices = readOff(problem, ranges, swept);
  const placed = choices.flatMap((choice, index) => placedAt(clinic, problem, index, choice));
  return { placed, cost: swept.best + placed.length * swept.worth, isFeasible: true, states: swept.states };
}

/** The most sessions that a feasible plan can place, fixed ones included; 0 when there is none. */
export function mostPlaced(clinic: Clinic): number {
  const { swept } = sweepForBest(problemOf(clinic));
  if (swept.best === Number.POSITIVE_INFINITY) return 0;
  return Math.ceil(-swept.best / swept.worth);
}

/**
 * If all sessions can be placed, every best plan places all, and few rows per session can take part; so that
 * is tried first. Only if there is no such plan are sessions allowed to stay out.
 */
export function sweepForBest(problem: Problem): { ranges: readonly RowRange[]; swept: Sweep } {
  const tight = rowsWhenAllPlaced(problem);
  const attempts = [
    ...(tight ? [{ ranges: tight, maySkip: false }] : []),
    { ranges: allRows(problem), maySkip: true },
  ];
  for (const attempt of attempts) {
    const ranges = isLarge(problem) ? promisingRows(problem, attempt) : attempt.ranges;
    if (!ranges) continue;
    const swept = sweep(problem, { ...attempt, ranges });
    if (swept.best < Number.POSITIVE_INFINITY) return { ranges, swept };
  }
  return { ranges: [], swept: { values: [], best: Number.POSITIVE_INFINITY, worth: 1, states: 0 } };
}

/** Where bounding the rows takes less time than it saves: only the time depends on it, never the plan. */
function isLarge({ grid, sessions }: Problem): boolean {
  return grid.width >= 16 && sessions.length * grid.rowDay.length * grid.width > LARGE;
}

const LARGE = 20_000;

function placedAt(clinic: Clinic, problem: Problem, index: number, choice: Choice | null): PlacedSession[] {
  const session = clinic.instance.sessions[index];
  const entry = problem.sessions[index];
  if (!choice || !session || !entry) return [];
  const start = entry.table.instant[choice.cell] ?? 0;
  const end = start + session.durationMinutes * MINUTE_MS;
  const provider = clinic.providers[entry.table.provider[choice.cell] ?? 0]?.id ?? '';
  const room = entry.isFixed ? null : freeRoomFor(clinic.rooms, { from: start, to: end });
  return [{ number: session.number, provider, room, start, end }];
}

function fixedOnly(clinic: Clinic, states: number): BestPlan {
  const placed = clinic.instance.sessions.flatMap(({ number, durationMinutes, fixed }) => {
    if (!fixed) return [];
    const end = fixed.start + durationMinutes * MINUTE_MS;
    return [{ number, provider: fixed.provider, room: null, start: fixed.start, end }];
  });
  return { placed, cost: 0, isFeasible: false, states };
}
