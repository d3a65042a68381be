import { checkPlan } from '@/lib/scheduling/check-plan';
import type { Instance } from '@/lib/scheduling/instance';
import type { PlacedSession } from '@/lib/scheduling/plan';
import { MINUTE_MS } from '@/lib/time/instant';
import { overlaps } from '@/lib/time/interval';
import type { ProposePlanInput } from './input';
import { keepingLargestGap } from './largest-gap';

/** The places that a person holds, each with a room that is free for it, if rooms are needed and one is. */
export function heldInPlace(
  instance: Instance,
  {
    pinned = [],
    durationMinutes,
    sessionCount,
  }: Pick<ProposePlanInput, 'pinned' | 'durationMinutes' | 'sessionCount'>,
): PlacedSession[] {
  return pinned
    .filter(({ number }) => number <= sessionCount)
    .map(({ number, providerId, roomId, start }) => {
      const end = start + durationMinutes * MINUTE_MS;
      return { number, provider: providerId, room: freeRoom(instance, { start, end, roomId }), start, end };
    });
}

function freeRoom({ rooms }: Instance, visit: { start: number; end: number; roomId: string | null }) {
  if (!rooms) return null;
  const span = { from: visit.start, to: visit.end };
  const free = rooms.filter(({ busy }) => !busy.some((taken) => overlaps(taken, span)));
  return (free.find(({ id }) => id === visit.roomId) ?? free[0])?.id ?? null;
}

/** Not the largest gap: other sessions may lie between two that are held far apart. */
const AMONG_EACH_OTHER = new Set(['too_close', 'week_full']);

/**
 * The problem with the held places fixed. Places that stand wrongly to each other cannot all be fixed, nor can
 * one with a provider whom the problem does not know: the faulty ones are planned around the others, and keep
 * their fault on the screen.
 */
export function withHeld(instance: Instance, held: readonly PlacedSession[]): Instance {
  const atOdds = new Set(
    checkPlan(instance, { placed: held })
      .filter(({ rule }) => AMONG_EACH_OTHER.has(rule))
      .map(({ number }) => number),
  );
  const known = new Set(instance.providers.map(({ id }) => id));
  const places = new Map(
    held
      .filter(({ number, provider }) => !atOdds.has(number) && known.has(provider))
      .map((place) => [place.number, place]),
  );
  return keepingLargestGap({
    ...instance,
    sessions: instance.sessions.map((session) => {
      const place = places.get(session.number);
      return place ? { ...session, fixed: { start: place.start, provider: place.provider } } : session;
    }),
  });
}
