import { SESSION_STATUSES, type SessionStatus } from '@/db/schema';

export type SessionCounts = Readonly<Record<SessionStatus, number>>;

export interface Progress {
  counts: SessionCounts;
  /** Sessions that are not cancelled: what the package still is about. */
  owed: number;
  /** Completed of owed, 0 to 100, rounded down: 100 means that nothing is left. */
  percent: number;
}

/** How many sessions stand in each status. */
export function countStatuses(statuses: Iterable<SessionStatus>): SessionCounts {
  const counts = new Map<SessionStatus, number>();
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  const of = (status: SessionStatus) => counts.get(status) ?? 0;
  return {
    PENDING: of('PENDING'),
    SCHEDULED: of('SCHEDULED'),
    COMPLETED: of('COMPLETED'),
    CANCELLED: of('CANCELLED'),
    FAILED: of('FAILED'),
    NO_SHOW: of('NO_SHOW'),
  };
}

/** The progress of a package: completed ÷ sessions not cancelled. A package without any owed session is at 0. */
export function progressOf(counts: SessionCounts): Progress {
  const total = SESSION_STATUSES.reduce((sum, status) => sum + counts[status], 0);
  const owed = total - counts.CANCELLED;
  return { counts, owed, percent: owed === 0 ? 0 : Math.floor((counts.COMPLETED * 100) / owed) };
}
