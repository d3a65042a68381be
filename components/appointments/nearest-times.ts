import type { MoveTimes } from '@/lib/appointments/move-times';
import { exactInstantOf } from '@/lib/time/wall-clock';

/** A free place as it is offered. */
export interface OfferedPlace {
  date: string;
  time: string;
  providerId: string;
}

/** Days and half days should not all be the same one: at most this many of a day. */
const MOST_OF_A_DAY = 2;

export interface NearestPlaces {
  places: OfferedPlace[];
  /** There are only some that go against the wishes of the package. */
  areAgainst: boolean;
}

interface Near {
  /** Where the visit stands. */
  start: number;
  /** Who is looked at: of those whom the visit is for all are offered, of others only this one. */
  providerId: string;
  count: number;
}

/**
 * The free places nearest to where the visit stands, on several days where there are. Only where none follows the
 * wishes of the package, those that go against them.
 */
export function nearestTimes(
  { days, providers, timeZone }: MoveTimes,
  { start, providerId: chosen, count }: Near,
): NearestPlaces {
  const usual = new Set(providers.filter(({ isUsual }) => isUsual).map(({ id }) => id));
  const asked = usual.has(chosen) ? usual : new Set([chosen]);
  const own = days.flatMap(({ date, of }) =>
    of.filter(({ providerId }) => asked.has(providerId)).map((each) => ({ date, ...each })),
  );
  const areAgainst = own.every(({ times }) => times.length === 0);
  const places = own.flatMap(({ date, providerId, times, against }) =>
    (areAgainst ? against : times).map((time) => {
      const distance = Math.abs((exactInstantOf(date, time, timeZone) ?? 0) - start);
      return { place: { date, time, providerId }, distance };
    }),
  );
  const ofDay = new Map<string, number>();
  const nearest = places
    .sort((one, other) => one.distance - other.distance)
    .map(({ place }) => place)
    .filter(({ date }) => {
      const before = ofDay.get(date) ?? 0;
      ofDay.set(date, before + 1);
      return before < MOST_OF_A_DAY;
    })
    .slice(0, count);
  return { places: nearest, areAgainst };
}

export const isSamePlace = (one: OfferedPlace, other: OfferedPlace): boolean =>
  one.date === other.date && one.time === other.time && one.providerId === other.providerId;
