import type { PackageStatus, SessionStatus } from '@/db/schema';

const LEFT: readonly SessionStatus[] = ['PENDING', 'SCHEDULED', 'FAILED'];
const DONE: readonly SessionStatus[] = ['COMPLETED', 'NO_SHOW'];

/**
 * The one rule by which a package's status follows from its sessions. What staff cancelled stays cancelled
 * whatever was done before; a missed session counts as done, but never makes a package completed by itself.
 */
export function packageStatusOf(
  sessions: readonly SessionStatus[],
  { isCancelled }: { isCancelled: boolean },
): PackageStatus {
  if (isCancelled) return 'CANCELLED';
  if (!sessions.some((status) => LEFT.includes(status))) {
    return sessions.includes('COMPLETED') ? 'COMPLETED' : 'CANCELLED';
  }
  if (sessions.some((status) => DONE.includes(status))) return 'IN_PROGRESS';
  return sessions.includes('SCHEDULED') ? 'SCHEDULED' : 'DRAFT';
}
