import { readDraftSessions } from '@/db/reads/draft-sessions';
import { type PackageDetail, readPackage, type SessionDetail } from '@/db/reads/package-detail';
import { endsWithoutSuccessor } from '@/db/reads/package-ending';
import { readPackageHistory } from '@/db/reads/package-history';
import { visibleProvider } from '@/db/reads/visible-provider';
import type { TenantScope } from '@/db/scope';
import { goesWhenCancelled } from '@/lib/rules/cancellation';
import { countStatuses, type Progress, progressOf } from '@/lib/rules/package-progress';
import type { Instant } from '@/lib/time/instant';
import type { LocalDate } from '@/lib/time/local-date';
import { localDateOf } from '@/lib/time/wall-clock';
import { type HistoryEntry, historyOf } from './history';
import { releasedSessions } from './released-sessions';
import {
  type AssignmentGroup,
  assignmentGroups,
  isPlaced,
  type PlacedSession,
  type SessionMonth,
  sessionMonths,
  type UnplacedGroup,
  unplacedGroups,
} from './session-groups';

/** A package as its page shows it. */
export interface PackageView extends Omit<PackageDetail, 'assignments'> {
  progress: Progress;
  unplaced: UnplacedGroup[];
  months: SessionMonth[];
  /** Sessions without a visit that wait for none, such as cancelled ones. */
  undated: SessionDetail[];
  next: PlacedSession | null;
  /** When the last session is, or while some have no place, how long the package may last. */
  ends: { date: LocalDate; isPlanned: boolean };
  assigned: AssignmentGroup[];
  /** Provider names by id, for reasons that name one. */
  providerNames: Record<string, string>;
  /** Whose appointments may be opened; null for everyone's. */
  ownProviderId: string | null;
  history: HistoryEntry[];
  /** When the latest change was made of which the history tells. */
  seenAt: Instant;
  /** The sessions that go when what is left is cancelled, and when the visit of each is. */
  cancellable: { number: number; start: number | null }[];
  /** What a draft still needs or keeps that only its form can show; null where nothing stands in the way. */
  unfinished: UnfinishedDraft | null;
  /** Ends within two weeks, and no other package of this patient goes on after it. */
  needsSuccessor: boolean;
}

export interface UnfinishedDraft {
  /** How many sessions a person keeps in place. */
  kept: number;
  /** The sessions that nobody gives yet. */
  unassigned: number[];
}

/** Everything the page of a package shows, or null where there is none that this actor may see. */
export async function showPackage(scope: TenantScope, id: string): Promise<PackageView | null> {
  const found = await readPackage(scope, id);
  if (!found) return null;
  const [history, isEnding, remembered] = await Promise.all([
    readPackageHistory(scope, id),
    endsWithoutSuccessor(scope, id),
    readDraftSessions(scope, id),
  ]);
  const entries = historyOf(history);
  const { assignments, ...detail } = found;
  const { sessions } = detail;
  const { timeZone } = detail.clinic;
  const months = sessionMonths(sessions, timeZone);
  return {
    ...detail,
    progress: progressOf(countStatuses(sessions.map(({ status }) => status))),
    unplaced: unplacedGroups(sessions, { assignments, released: releasedSessions(history) }),
    months,
    undated: sessions.filter((session) => !isPlaced(session) && !isUnplaced(session)),
    next: nextOf(months, scope.now()),
    ends: endOf(detail, months),
    assigned: assignmentGroups(assignments),
    providerNames: Object.fromEntries(
      assignments.map(({ providerId, providerName }) => [providerId, providerName]),
    ),
    ownProviderId: visibleProvider(scope),
    history: entries,
    seenAt: entries[0]?.at ?? 0,
    cancellable: sessions
      .filter(({ status, appointment }) => goesWhenCancelled({ status, visit: appointment }, scope.now()))
      .map((session) => ({
        number: session.number,
        start: isUnplaced(session) ? null : (session.appointment?.start ?? null),
      })),
    unfinished: unfinishedDraft(found, remembered.filter(({ place }) => place !== null).length),
    needsSuccessor: isEnding,
  };
}

/** Of a draft that its form may still change. */
function unfinishedDraft({ status, sessions, assignments }: PackageDetail, kept: number) {
  if (status !== 'DRAFT' || !sessions.every(isUnplaced)) return null;
  const assigned = new Set(assignments.map(({ sessionNumber }) => sessionNumber));
  const unassigned = sessions.map(({ number }) => number).filter((number) => !assigned.has(number));
  return kept + unassigned.length === 0 ? null : { kept, unassigned };
}

const isUnplaced = ({ status }: SessionDetail) => status === 'FAILED' || status === 'PENDING';

function nextOf(months: readonly SessionMonth[], now: number): PlacedSession | null {
  const sessions = months.flatMap((month) => month.sessions);
  return (
    sessions.find(({ status, appointment }) => status === 'SCHEDULED' && appointment.start >= now) ?? null
  );
}

function endOf(
  { sessions, endDate, clinic }: Omit<PackageDetail, 'assignments'>,
  months: readonly SessionMonth[],
): PackageView['ends'] {
  const kept = months
    .flatMap((month) => month.sessions)
    .filter(({ status }) => status !== 'CANCELLED')
    .at(-1);
  if (!kept || sessions.some(isUnplaced)) return { date: endDate, isPlanned: false };
  return { date: localDateOf(kept.appointment.start, clinic.timeZone), isPlanned: true };
}
