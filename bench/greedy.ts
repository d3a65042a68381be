import type { Instance } from '@/lib/scheduling/instance';
import { MINUTE_MS } from '@/lib/time/instant';
import { addDays, daysBetween, weekdayOf } from '@/lib/time/local-date';
import { localDays } from '@/lib/time/local-days';
import { minuteOfDay } from '@/lib/time/local-time';

/**
 * Earliest first, as a scheduler's first program would have it: for each session walk the days and grid
 * minutes from the last one on, ask every provider in turn, take the first start that is free. It minds hours,
 * time off, appointments with buffers and the smallest gap; it has no notion of cost.
 */
export function greedyFirstFit(instance: Instance): number[] {
  const count = daysBetween(instance.window.from, instance.window.to) + 1;
  const days = localDays(instance.window.from, count, instance.timeZone);
  const starts: number[] = [];
  let day = 0;
  for (const session of instance.sessions) {
    const length = session.durationMinutes * MINUTE_MS;
    let found: number | null = null;
    for (; day < count && found === null; day++)
      found = firstOn(instance, session.providers, days.starts[day] ?? 0, day, length);
    if (found === null) break;
    starts.push(found);
    day += instance.minGapDays - 1;
  }
  return starts;
}

function firstOn(
  instance: Instance,
  ids: readonly string[],
  midnight: number,
  day: number,
  length: number,
): number | null {
  const weekday = weekdayOf(addDays(instance.window.from, day));
  for (let minute = 0; minute < 1440; minute += instance.gridMinutes) {
    const start = midnight + minute * MINUTE_MS;
    const end = start + length;
    for (const provider of instance.providers) {
      if (!ids.includes(provider.id)) continue;
      const works = provider.hours.some(
        (hours) =>
          hours.weekday === weekday &&
          midnight + minuteOfDay(hours.from) * MINUTE_MS <= start &&
          end <= midnight + minuteOfDay(hours.to) * MINUTE_MS,
      );
      if (!works) continue;
      const from = start - provider.bufferBeforeMinutes * MINUTE_MS;
      const to = end + provider.bufferAfterMinutes * MINUTE_MS;
      const isTaken = (taken: { from: number; to: number }) => taken.from < to && from < taken.to;
      if (!provider.timeOff.some(isTaken) && !provider.busy.some(isTaken)) return start;
    }
  }
  return null;
}
