import type { ReplannedSession, ReplanProposal } from '@/lib/packages/replan/propose-replan';

type Seen = Pick<ReplanProposal, 'sessions'>;

export interface ChangedPlan {
  /** The sessions of which the plan says something else now, as they were seen, by number. */
  seen: ReadonlyMap<number, ReplannedSession>;
  /** The sessions that were to be planned and are not any more. */
  gone: readonly number[];
}

/** What a plan says otherwise than the one that was looked at before; nothing where there was none. */
export function changedPlan(before: Seen | null, now: Seen): ChangedPlan {
  const present = new Map(now.sessions.map((session) => [session.number, lineOf(session)]));
  const seen = before?.sessions ?? [];
  const [stayed, gone] = [
    seen.filter(({ number }) => present.has(number)),
    seen.filter(({ number }) => !present.has(number)),
  ];
  const changed = stayed.filter((session) => present.get(session.number) !== lineOf(session));
  return {
    seen: new Map(changed.map((session) => [session.number, session])),
    gone: gone.map(({ number }) => number),
  };
}

const lineOf = ({ was, place }: ReplannedSession) =>
  JSON.stringify([was, place].map((at) => at && [at.start, at.end, at.providerId]));
