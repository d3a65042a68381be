import { bestPlan } from '@/lib/scheduling/best-plan';
import { clinicOf } from '@/lib/scheduling/clinic';
import type { Instance } from '@/lib/scheduling/instance';
import type { PlacedSession } from '@/lib/scheduling/plan';
import type { Instant } from '@/lib/time/instant';

/**
 * The instance with as many sessions fixed as it takes for its best plan to be the one that stands. A visit
 * that planning would put where it is stays open; one that has been moved since, or was left behind when
 * another was cancelled, is fixed where it stands. A session without a place is never placed in what is over.
 *
 * Mostly one or two visits are to be fixed and the others follow, so the first that stands elsewhere is fixed
 * alone; but twice as many each time, since a package of a hundred could take a hundred plans.
 */
export function reproducingInstance(
  instance: Instance,
  { standing, now }: { standing: readonly PlacedSession[]; now: Instant },
): Instance {
  const clinic = clinicOf(instance);
  const places = new Map(standing.map((place) => [place.number, place]));
  let reproducing = instance;
  for (let most = 1; ; most *= 2) {
    const { placed } = bestPlan({ ...clinic, instance: reproducing });
    const planned = new Map(placed.map((place) => [place.number, place]));
    const elsewhere = standing.filter(
      ({ number, provider, start }) =>
        planned.get(number)?.start !== start || planned.get(number)?.provider !== provider,
    );
    const isInThePast = placed.some(({ number, start }) => !places.has(number) && start <= now);
    if (elsewhere.length === 0 && !isInThePast) return reproducing;
    const held = new Set(elsewhere.slice(0, most).map(({ number }) => number));
    reproducing = {
      ...reproducing,
      notBefore: isInThePast ? now + 1 : reproducing.notBefore,
      sessions: reproducing.sessions.map((session) => {
        const place = places.get(session.number);
        if (!place || !held.has(session.number)) return session;
        return { ...session, fixed: { start: place.start, provider: place.provider } };
      }),
    };
  }
}
