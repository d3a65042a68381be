import type { Clinic } from '@/lib/scheduling/clinic';
import type { InstanceSession } from '@/lib/scheduling/instance';
import type { PlacedSession } from '@/lib/scheduling/plan';
import { type Problem, problemOf } from '@/lib/scheduling/problem';
import { promisingRows, withDaysOnly } from '@/lib/scheduling/promising-rows';
import { type Choice, readOff } from '@/lib/scheduling/read-off';
import { freeRoomFor } from '@/lib/scheduling/rooms';
import { allRows, rowsWhenAllPlaced } from '@/lib/scheduling/row-ranges';
import { instantOfSlot } from '@/lib/scheduling/starts';
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
export function bestPlan(clinic: Clinic, problem = problemOf(clinic)): BestPlan {
  const { ranges, swept } = sweepForBest(problem);
  if (swept.best === Number.POSITIVE_INFINITY) return fixedOnly(clinic, swept.states);

  const choices = readOff(problem, ranges, swept);
  const placed = choices.flatMap((choice, index) => {
    const session = clinic.instance.sessions[index];
    return choice && session ? placedAt(clinic, session, choice) : [];
  });
  const cost = swept.best + placed.length * problem.worth;
  return { placed, cost, isFeasible: true, states: swept.states };
}

/**
 * If all sessions can be placed, every best plan places all, and few rows per session can take part; so that
 * is tried first. Only if there is no such plan are sessions allowed to stay out.
 */
function sweepForBest(problem: Problem): { ranges: readonly RowRange[]; swept: Sweep } {
  const days = withDaysOnly(problem);
  const tight = rowsWhenAllPlaced(days);
  const attempts = [
    ...(tight ? [{ ranges: tight, maySkip: false }] : []),
    { ranges: allRows(problem), maySkip: true },
  ];
  for (const attempt of attempts) {
    const options = isLarge(problem) ? promisingRows(problem, days, attempt) : attempt;
    if (!options) continue;
    const swept = sweep(problem, options);
    if (swept.best < Number.POSITIVE_INFINITY) return { ranges: options.ranges, swept };
  }
  return { ranges: [], swept: { values: [], best: Number.POSITIVE_INFINITY, states: 0 } };
}

/** Where bounding the rows takes less time than it saves: only the time depends on it, never the plan. */
function isLarge({ grid, sessions }: Problem): boolean {
  return grid.width >= 16 && sessions.length * grid.rowDay.length * grid.width > LARGE;
}

const LARGE = 20_000;

function placedAt(clinic: Clinic, session: InstanceSession, choice: Choice | 'fixed'): PlacedSession {
  const { number, durationMinutes, fixed } = session;
  const start = choice === 'fixed' ? (fixed?.start ?? 0) : instantOfSlot(clinic, choice.day, choice.slot);
  const end = start + durationMinutes * MINUTE_MS;
  if (choice === 'fixed') return { number, provider: fixed?.provider ?? '', room: null, start, end };
  const provider = clinic.providers[choice.provider]?.id ?? '';
  return { number, provider, room: freeRoomFor(clinic.instance.rooms, { from: start, to: end }), start, end };
}

function fixedOnly(clinic: Clinic, states: number): BestPlan {
  const placed = clinic.instance.sessions.flatMap(({ number, durationMinutes, fixed }) => {
    if (!fixed) return [];
    const end = fixed.start + durationMinutes * MINUTE_MS;
    return [{ number, provider: fixed.provider, room: null, start: fixed.start, end }];
  });
  return { placed, cost: 0, isFeasible: false, states };
}
