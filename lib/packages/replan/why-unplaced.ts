import { explain } from '@/lib/scheduling/explain';
import { type PlacedSession, REASON_CODES, type Reason } from '@/lib/scheduling/plan';
import { daysBetween } from '@/lib/time/local-date';
import type { ReplanProblem } from './replan-problem';

/**
 * Why each session that `placed` leaves out has no place, the visits that stand among them. The engine explains
 * the days that are left; that a whole package is over, that nobody is left to give a session, or that a visit
 * of the package itself is too close, is told as what it is.
 */
export function whyUnplaced(
  problem: ReplanProblem,
  placed: readonly PlacedSession[],
): (number: number) => Reason[] {
  const { found, wishes, facts, open, instance, today } = problem;
  const { window, sessions } = instance;
  const standing = new Set(placed.map(({ number }) => number));
  if (open.every(({ number }) => standing.has(number))) return () => [];
  if (wishes.endDate < today) {
    const days = daysBetween(found.startDate, wishes.endDate) + 1;
    return () => [{ code: 'before_not_before', days }];
  }
  const nobody: Reason = { code: 'not_working', days: daysBetween(window.from, window.to) + 1 };
  const all = explain(instance, placed);
  // Around a visit that stands wrongly to the others the planner takes the patient for busy.
  const withoutThose = explain({ ...instance, patientBusy: facts.patientBusy }, placed);
  return (number) => {
    const hasProvider = sessions.some((each) => each.number === number && each.providers.length > 0);
    if (!hasProvider) return [nobody];
    const reasonsIn = (unplaced: typeof all) =>
      unplaced.find((each) => each.number === number)?.reasons ?? [];
    const own = reasonsIn(withoutThose);
    return withTooClose(own, daysOf(reasonsIn(all)) - daysOf(own));
  };
}

const daysOf = (reasons: readonly Reason[]) => reasons.reduce((sum, { days }) => sum + days, 0);

function withTooClose(reasons: readonly Reason[], more: number): Reason[] {
  if (more === 0) return [...reasons];
  const days = more + (reasons.find(({ code }) => code === 'too_close')?.days ?? 0);
  const others = reasons.filter(({ code }) => code !== 'too_close');
  return [...others, { code: 'too_close' as const, days }].sort(
    (one, other) => REASON_CODES.indexOf(one.code) - REASON_CODES.indexOf(other.code),
  );
}
