import type { ProposePlanInput } from './input';

/** Therapy is most often prescribed twice a week. */
const USUAL_PER_WEEK = 2;

/** Half days between sessions at the wanted rhythm: what a week may hold, or one on each preferred day. */
export function targetGapHalfDays({
  preferredDays,
  minGapDays,
  maxPerWeek,
}: Pick<ProposePlanInput, 'preferredDays' | 'minGapDays' | 'maxPerWeek'>): number {
  const perWeek = maxPerWeek ?? (preferredDays.length || USUAL_PER_WEEK);
  return Math.max(2 * minGapDays, Math.round(14 / perWeek));
}
