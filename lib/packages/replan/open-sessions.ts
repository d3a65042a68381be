import type { PackageToPlan, SessionToPlan } from '@/db/reads/package-to-plan';
import type { ReplanInput } from './input';

/** Who is for a session after the changes. */
export type ProvidersOf = (number: number) => readonly string[];

/** A session without a place that is still owed. */
export const isUnplaced = ({ status }: SessionToPlan) => status === 'FAILED' || status === 'PENDING';

/** A visit that is still to come, and whose patient is not there yet. */
export const isAhead = ({ status, place, appointment }: SessionToPlan, now: number) =>
  status === 'SCHEDULED' && place !== null && place.start > now && appointment?.status === 'SCHEDULED';

/** A visit that a person has placed, moved or laid over another one. */
const isHeld = ({ isPinned, appointment }: SessionToPlan) => isPinned || appointment?.isOverlap === true;

/** A visit with a provider whom the session is not for any more: never kept without a word. */
const isWithOther = ({ number, place }: SessionToPlan, providersOf: ProvidersOf) => {
  const assigned = providersOf(number);
  return place !== null && assigned.length > 0 && !assigned.includes(place.providerId);
};

/** The visits to come that stand because a person holds them in place. */
export const heldSessions = (
  { sessions }: Pick<PackageToPlan, 'sessions'>,
  { providersOf, now }: { providersOf: ProvidersOf; now: number },
): SessionToPlan[] =>
  sessions.filter(
    (session) => isHeld(session) && isAhead(session, now) && !isWithOther(session, providersOf),
  );

/**
 * The sessions to plan again: those that were asked for, as far as they are not over, and every visit to come
 * whose provider is not for it any more. What a person holds in place moves only when it is asked for as such,
 * or by number.
 */
export function openSessions(
  { sessions }: Pick<PackageToPlan, 'sessions'>,
  { which, providersOf, now }: { which: ReplanInput['which']; providersOf: ProvidersOf; now: number },
): SessionToPlan[] {
  return sessions.filter((session) => {
    const isMovable = isAhead(session, now);
    if (!isMovable && !isUnplaced(session)) return false;
    if (isMovable && isWithOther(session, providersOf)) return true;
    if (Array.isArray(which)) return which.includes(session.number);
    if (isUnplaced(session)) return true;
    return which === 'rest_and_held' || (which === 'rest' && !isHeld(session));
  });
}
