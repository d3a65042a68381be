import type { ProposePlanInput } from './input';

/** Therapy is most often prescribed twice a week. */
const USUAL_PER_WEEK = 2;

/** Half days between sessions at the wanted rhythm: what a week may hold, or one on each preferred day. */
export function targetGapHalfDays({
  preferredDays,
  minGapDays,
  maxGapDays,
  maxPerWeek,
}: Pick<ProposePlanInput, 'preferredDays' | 'minGapDays' | 'maxGapDays' | 'maxPerWeek'>): number {
  const perWeek = maxPerWeek ?? (preferredDays.length || USUAL_PER_WEEK);
  const wanted = Math.max(2 * minGapDays, Math.round(14 / perWeek));
  return maxGapDays === null ? wanted : Math.min(2 * maxGapDays, wanted);
}
