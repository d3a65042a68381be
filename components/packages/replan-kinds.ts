import type { ReplannedSession, ReplanProposal } from '@/lib/packages/replan/propose-replan';

export type ReplanKind = 'moves' | 'placed' | 'stays' | 'lost' | 'unplaced';

/** What becomes of one session in the plan. */
export function kindOf({ was, place }: Pick<ReplannedSession, 'was' | 'place'>): ReplanKind {
  if (!place) return was ? 'lost' : 'unplaced';
  if (!was) return 'placed';
  const isSame = was.start === place.start && was.end === place.end && was.providerId === place.providerId;
  return isSame ? 'stays' : 'moves';
}

/** How many sessions of each kind a plan has. */
export function countKinds({ sessions }: Pick<ReplanProposal, 'sessions'>): Record<ReplanKind, number> {
  const counts = { moves: 0, placed: 0, stays: 0, lost: 0, unplaced: 0 };
  for (const session of sessions) counts[kindOf(session)]++;
  return counts;
}
