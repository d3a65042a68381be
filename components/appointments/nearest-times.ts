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

/** The free places nearest to where the visit stands, with those it is for; on several days where there are. */
export function nearestTimes(
  { days, providers, timeZone }: MoveTimes,
  { start, count }: { start: number; count: number },
): OfferedPlace[] {
  const usual = new Set(providers.filter(({ isUsual }) => isUsual).map(({ id }) => id));
  const places = days.flatMap(({ date, of }) =>
    of
      .filter(({ providerId }) => usual.has(providerId))
      .flatMap(({ providerId, times }) =>
        times.map((time) => {
          const distance = Math.abs((exactInstantOf(date, time, timeZone) ?? 0) - start);
          return { place: { date, time, providerId }, distance };
        }),
      ),
  );
  const ofDay = new Map<string, number>();
  return places
    .sort((one, other) => one.distance - other.distance)
    .map(({ place }) => place)
    .filter(({ date }) => {
      const before = ofDay.get(date) ?? 0;
      ofDay.set(date, before + 1);
      return before < MOST_OF_A_DAY;
    })
    .slice(0, count);
}

export const isSamePlace = (one: OfferedPlace, other: OfferedPlace): boolean =>
  one.date === other.date && one.time === other.time && one.providerId === other.providerId;
