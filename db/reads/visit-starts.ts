import type { Instant } from '@/lib/time/instant';
import { type LengthChange, lengthChange, type Place, placeBefore } from './visit-lengths';

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
type Measured<R> = Started<R> & { length: LengthChange | null };

/**
 * Adds to each change where the visit stood that it is about, and how its length changed. A change
 * holds only what it changed, so one goes back from where each visit is now, newest change first.
 */
export function withVisitStarts<V extends ChangeOfVisit, S extends ChangeOfSession>(
  { visits, sessions }: { visits: readonly V[]; sessions: readonly S[] },
  now: ReadonlyMap<string, Place>,
): { visits: Measured<V>[]; sessions: Started<S>[] } {
  const places = new Map(now);
  const found = visits.map((row) => {
    const is = places.get(row.visitId);
    if (!is) return { ...row, visitStart: null, length: null };
    const was = placeBefore(is, row.before);
    places.set(row.visitId, was);
    return { ...row, visitStart: is.start, length: lengthChange(was, is) };
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
      // By now the places are those at which the visits were made.
      const made = typeof given === 'string' ? (places.get(given)?.start ?? null) : null;
      return { ...row, visitStart: paired.get(pairOf(row)) ?? made };
    }),
  };
}
