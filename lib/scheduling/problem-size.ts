import type { Instance } from '@/lib/scheduling/instance';
import { MINUTE_MS } from '@/lib/time/instant';
import type { Interval } from '@/lib/time/interval';
import { daysBetween } from '@/lib/time/local-date';
import { minuteOfDay } from '@/lib/time/local-time';
import { startOfDay } from '@/lib/time/wall-clock';

/**
 * About how many starts planning has to look at: sessions × providers × days × times of day. A rough measure,
 * taken before anything is planned. What dates with a change of clocks, fixed sessions and the wanted minute
 * add to the times of day is left out.
 */
export function startsToLookAt(instance: Instance): number {
  const days = daysBetween(instance.window.from, instance.window.to) + 1;
  const pools = instance.sessions.reduce((sum, { providers }) => sum + new Set(providers).size, 0);
  return pools * days * timesOfDay(instance);
}

const FIVE_MINUTES = 5;

function timesOfDay(instance: Instance): number {
  const { gridMinutes } = instance;
  if (gridMinutes >= FIVE_MINUTES) return 1440 / gridMinutes;
  // Other work than looking at starts is the same on any grid.
  return Math.max(1440 / FIVE_MINUTES, 24 * minutesOfHour(instance));
}

/**
 * The planner looks at the first and the last slot of free stretches (`corner-minutes.ts`). Calendars are made
 * of round times, so on a grid of minutes these share a few minutes of the hour: how many.
 */
function minutesOfHour({ sessions, ...instance }: Instance): number {
  const midnight = startOfDay(instance.window.from, instance.timeZone);
  // Minutes at which something may begin, and at which it must be over.
  const begins = new Set<number>();
  const ends = new Set<number>();
  const addHours = (hours: { readonly from: string; readonly to: string }) => {
    begins.add(minuteOfDay(hours.from) % 60);
    ends.add(minuteOfDay(hours.to) % 60);
  };
  const addTaken = (taken: readonly Interval[], before: number, after: number) => {
    for (const { from, to } of taken) {
      begins.add(minuteOfHour(Math.ceil((to - midnight) / MINUTE_MS) + before));
      ends.add(minuteOfHour(Math.floor((from - midnight) / MINUTE_MS) - after));
    }
  };
  if (instance.dayHours) addHours(instance.dayHours);
  addTaken(instance.patientBusy, 0, 0);
  for (const { busy } of instance.rooms ?? []) addTaken(busy, 0, 0);
  for (const provider of instance.providers) {
    const { hours, timeOff, busy, bufferBeforeMinutes, bufferAfterMinutes } = provider;
    for (const each of hours) addHours(each);
    addTaken(timeOff, bufferBeforeMinutes, bufferAfterMinutes);
    addTaken(busy, bufferBeforeMinutes, bufferAfterMinutes);
  }

  const minutes = new Set(begins);
  const durations = new Set(sessions.map(({ durationMinutes }) => durationMinutes % 60));
  for (const end of ends) for (const duration of durations) minutes.add(minuteOfHour(end - duration));
  return minutes.size;
}

const minuteOfHour = (minute: number) => ((minute % 60) + 60) % 60;
