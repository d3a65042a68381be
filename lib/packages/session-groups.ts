import type { PackageDetail, SessionDetail } from '@/db/reads/package-detail';
import { localDateOf } from '@/lib/time/wall-clock';

/** Sessions without a place for the same reasons, after as many tries, told once. */
export interface UnplacedGroup {
  status: 'FAILED' | 'PENDING';
  numbers: number[];
  attempts: number;
  reasons: SessionDetail['reasons'];
  providers: string[];
  /** It had a visit, which was cancelled while the session is still owed. */
  isReleased: boolean;
}

/** Sessions of one month of the clinic's calendar, in the order of their visits. */
export interface SessionMonth {
  /** YYYY-MM */
  month: string;
  sessions: PlacedSession[];
}

export type PlacedSession = SessionDetail & { appointment: NonNullable<SessionDetail['appointment']> };

/** Who is for which sessions, with the note that stands beside it. */
export interface AssignmentGroup {
  numbers: number[];
  providers: string[];
  note: string;
}

type Assignments = PackageDetail['assignments'];

/** Failed sessions first, then those not tried. */
export function unplacedGroups(
  sessions: readonly SessionDetail[],
  { assignments, released }: { assignments: Assignments; released: ReadonlySet<number> },
): UnplacedGroup[] {
  const providersOf = providersBySession(assignments);
  const groupsOf = (status: UnplacedGroup['status']) =>
    groupBy(
      sessions.filter((session) => session.status === status),
      ({ number, attempts, reasons }) => ({
        status,
        attempts,
        reasons,
        providers: providersOf.get(number)?.map(({ providerName }) => providerName) ?? [],
        isReleased: status === 'PENDING' && released.has(number),
      }),
    );
  return [...groupsOf('FAILED'), ...groupsOf('PENDING')];
}

/** The sessions with a visit, by the month in which it is on the clinic's clock. */
export function sessionMonths(sessions: readonly SessionDetail[], timeZone: string): SessionMonth[] {
  const months = new Map<string, PlacedSession[]>();
  for (const session of sessions.filter(isPlaced).sort(byStart)) {
    const month = localDateOf(session.appointment.start, timeZone).slice(0, 7);
    const group = months.get(month);
    if (group) group.push(session);
    else months.set(month, [session]);
  }
  return [...months].map(([month, group]) => ({ month, sessions: group }));
}

/** A failed or pending session is told with its reasons, even when an old visit still hangs on it. */
export const isPlaced = (session: SessionDetail): session is PlacedSession =>
  session.appointment !== null && session.status !== 'FAILED' && session.status !== 'PENDING';

const byStart = (one: PlacedSession, other: PlacedSession) =>
  one.appointment.start - other.appointment.start || one.number - other.number;

/** Sessions in the same hands with the same note, in the order of their first session. */
export function assignmentGroups(assignments: Assignments): AssignmentGroup[] {
  const sessions = [...providersBySession(assignments)].map(([number, assigned]) => ({ number, assigned }));
  return groupBy(sessions, ({ assigned }) => ({
    providers: assigned.map(({ providerName }) => providerName),
    note: assigned.find(({ note }) => note !== '')?.note ?? '',
  }));
}

function providersBySession(assignments: Assignments): Map<number, Assignments> {
  const sessions = new Map<number, Assignments>();
  for (const assignment of assignments) {
    const assigned = sessions.get(assignment.sessionNumber);
    if (assigned) assigned.push(assignment);
    else sessions.set(assignment.sessionNumber, [assignment]);
  }
  return sessions;
}

function groupBy<S extends { number: number }, G extends object>(
  sessions: readonly S[],
  what: (session: S) => G,
): (G & { numbers: number[] })[] {
  const groups = new Map<string, G & { numbers: number[] }>();
  for (const session of sessions) {
    const shared = what(session);
    const key = JSON.stringify(shared);
    const group = groups.get(key);
    if (group) group.numbers.push(session.number);
    else groups.set(key, { ...shared, numbers: [session.number] });
  }
  return [...groups.values()];
}
