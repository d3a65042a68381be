import { type Clinic, clinicOf } from '@/lib/scheduling/clinic';
import type { Instance, InstanceSession } from '@/lib/scheduling/instance';
import { freeRoomFor } from '@/lib/scheduling/rooms';
import { allowedStarts } from '@/lib/scheduling/rules';
import { type Neighbours, neighboursOf, spacingGate } from '@/lib/scheduling/spacing';
import { eachGridStart } from '@/lib/scheduling/starts';
import { type Instant, MINUTE_MS } from '@/lib/time/instant';
import { dateOfEpochDay, type LocalDate } from '@/lib/time/local-date';
import { type LocalTime, timeOfMinute } from '@/lib/time/local-time';

/** A place that a session could take at once. */
export type FreeStart = {
  readonly date: LocalDate;
  readonly time: LocalTime;
  /** Days after the first of the window. */
  readonly day: number;
  readonly start: Instant;
  readonly end: Instant;
  readonly provider: string;
  /** A room free for the whole visit, or null when none is needed. */
  readonly room: string | null;
};

/**
 * Every start that the session may take while the fixed sessions stand, in order of (start, provider): rules
 * 1 to 5 by itself, rules 6 and 7 with the fixed ones. Where the session itself stands now never blocks it;
 * sessions that are neither fixed nor placed ask for nothing, except that each of them between two fixed ones
 * could bridge one more largest gap. An unknown number has no free start.
 */
export function freeStarts(instance: Instance, sessionNumber: number): FreeStart[] {
  const session = instance.sessions.find((each) => each.number === sessionNumber);
  if (!session) return [];
  const clinic = clinicOf(instance);
  const neighbours = fixedNeighbours(clinic, sessionNumber);
  return startsOf(clinic, session).filter(({ day }) => spacingGate(clinic, neighbours, day) === null);
}

/** Every start of the session by rules 1 to 5 alone, in order of (start, provider). */
export function startsOf(clinic: Clinic, session: InstanceSession): FreeStart[] {
  const durationMs = session.durationMinutes * MINUTE_MS;
  const found: FreeStart[] = [];
  for (const provider of clinic.providers) {
    if (!session.providers.includes(provider.id)) continue;
    eachGridStart(clinic, allowedStarts({ clinic, provider, durationMs }), (day, minute, start) => {
      const end = start + durationMs;
      found.push({
        date: dateOfEpochDay(clinic.days.firstEpochDay + day),
        time: timeOfMinute(minute),
        day,
        start,
        end,
        provider: provider.id,
        room: freeRoomFor(clinic.instance.rooms, { from: start, to: end }),
      });
    });
  }
  // Providers were walked in the order of ids, and the sort keeps it where starts are equal.
  return found.sort((a, b) => a.start - b.start);
}

/** The fixed sessions around one, which need not be its neighbours: open ones may come to stand between. */
function fixedNeighbours(clinic: Clinic, number: number): Neighbours {
  const { sessions } = clinic.instance;
  const fixed = sessions.flatMap((each) =>
    each.fixed && each.number !== number ? [{ number: each.number, start: each.fixed.start }] : [],
  );
  const before = fixed.findLast((each) => each.number < number)?.number ?? Number.NEGATIVE_INFINITY;
  const after = fixed.find((each) => each.number > number)?.number ?? Number.POSITIVE_INFINITY;
  return {
    ...neighboursOf(clinic, fixed, number),
    gapsBefore: 1 + sessions.filter((each) => before < each.number && each.number < number).length,
    gapsAfter: 1 + sessions.filter((each) => number < each.number && each.number < after).length,
  };
}
