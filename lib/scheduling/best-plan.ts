import { type Prepared, prepared } from '@/lib/scheduling/attempts';
import type { Clinic } from '@/lib/scheduling/clinic';
import type { InstanceSession } from '@/lib/scheduling/instance';
import type { PlacedSession } from '@/lib/scheduling/plan';
import { type Choice, readOff } from '@/lib/scheduling/read-off';
import { freeRoomFor } from '@/lib/scheduling/rooms';
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
export function bestPlan(clinic: Clinic, ready = prepared(clinic)): BestPlan {
  const { problem } = ready;
  const { ranges, swept } = sweepForBest(ready);
  if (swept.best === Number.POSITIVE_INFINITY) return fixedOnly(clinic, swept.states);

  const choices = readOff(problem, ranges, swept);
  const placed = choices.flatMap((choice, index) => {
    const session = clinic.instance.sessions[index];
    return choice && session ? placedAt(clinic, session, choice) : [];
  });
  const cost = swept.best + placed.length * problem.worth;
  return { placed, cost, isFeasible: true, states: swept.states };
}

function sweepForBest({ problem, attempts }: Prepared): { ranges: readonly RowRange[]; swept: Sweep } {
  for (const options of attempts) {
    const swept = sweep(problem, options);
    if (swept.best < Number.POSITIVE_INFINITY) return { ranges: options.ranges, swept };
  }
  return { ranges: [], swept: { values: [], best: Number.POSITIVE_INFINITY, states: 0 } };
}

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
