import type { Instant } from '@/lib/time/instant';

type Values = Record<string, unknown> | null;

interface ChangeOfVisit {
  visitId: string;
  changeId: string | null;
  sessionNumber: number | null;
  before: Values;
}

interface ChangeOfSession {
  changeId: string | null;
  sessionNumber: number | null;
  after: Values;
}

type Started<R> = R & { visitStart: Instant | null };

/**
 * Adds to each change where the visit stood that it is about. A change holds only what it changed, so one goes back
 * from where each visit is now, newest change first.
 */
export function withVisitStarts<V extends ChangeOfVisit, S extends ChangeOfSession>(
  { visits, sessions }: { visits: readonly V[]; sessions: readonly S[] },
  now: ReadonlyMap<string, Instant>,
): { visits: Started<V>[]; sessions: Started<S>[] } {
  const starts = new Map(now);
  const found = visits.map((row) => {
    const visitStart = starts.get(row.visitId) ?? null;
    if (typeof row.before?.start_at === 'number') starts.set(row.visitId, row.before.start_at);
    return { ...row, visitStart };
  });
  const pairOf = ({ changeId, sessionNumber }: ChangeOfSession | ChangeOfVisit) =>
    `${changeId} ${sessionNumber}`;
  const paired = new Map(
    found.filter(({ changeId }) => changeId).map((row) => [pairOf(row), row.visitStart]),
  );
  return {
    visits: found,
    sessions: sessions.map((row) => {
      const given = row.after?.appointment_id;
      // By now the starts are those at which the visits were made.
      const made = typeof given === 'string' ? (starts.get(given) ?? null) : null;
      return { ...row, visitStart: paired.get(pairOf(row)) ?? made };
    }),
  };
}
