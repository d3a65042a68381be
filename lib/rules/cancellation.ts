import type { AppointmentStatus, SessionStatus } from '@/db/schema';

/**
 * Whether cancelling what is left of a package takes this session. What is done or missed stays as it was; a
 * visit that has begun, or whose patient is there, is not called off but gets its outcome.
 */
export function goesWhenCancelled(
  { status, visit }: { status: SessionStatus; visit: { status: AppointmentStatus; start: number } | null },
  now: number,
): boolean {
  if (status === 'PENDING' || status === 'FAILED') return true;
  return status === 'SCHEDULED' && visit?.status === 'SCHEDULED' && visit.start > now;
}
