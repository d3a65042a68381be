import type { Instance, InstanceProvider, Room } from '@/lib/scheduling/instance';
import { ALWAYS, joined, type Runs, without } from '@/lib/scheduling/runs';
import { MINUTE_MS } from '@/lib/time/instant';
import type { Interval } from '@/lib/time/interval';
import { daysBetween, epochDayOf, weekdayOfEpochDay } from '@/lib/time/local-date';
import { exactInstantOfMinute, instantOfMinute, type LocalDays, localDays } from '@/lib/time/local-days';
import { minuteOfDay } from '@/lib/time/local-time';

/** The instance on the time line: every local date and time turned into instants, once. */
export type Clinic = {
  readonly instance: Instance;
  /** The dates of the window, and as many after it as a session begun on the last one may reach. */
  readonly days: LocalDays;
  /** The number of dates of the window itself. */
  readonly dayCount: number;
  /** By id, in the order of ids that breaks ties. */
  readonly providers: readonly ClinicProvider[];
  readonly patientBusy: readonly Interval[];
  /** The stretches in which some room is free, in order of their beginnings; null when no room is needed. */
  readonly freeRooms: readonly number[] | null;
  /** The grid instants of the few dates whose clocks change, NaN where skipped; null for all others. */
  readonly unevenDays: readonly (Float64Array | null)[];
};

export type ClinicProvider = {
  readonly id: string;
  /** The provider's working hours as instants, joined where they touch. */
  readonly worked: Runs;
  readonly timeOff: readonly Interval[];
  readonly busy: readonly Interval[];
  readonly beforeMs: number;
  readonly afterMs: number;
};

export function clinicOf(instance: Instance): Clinic {
  const dayCount = daysBetween(instance.window.from, instance.window.to) + 1;
  const longest = Math.max(...instance.sessions.map((session) => session.durationMinutes));
  const days = localDays(instance.window.from, dayCount + Math.ceil(longest / 1440) + 1, instance.timeZone);
  return {
    instance,
    days,
    dayCount,
    providers: instance.providers
      .map((provider) => onTimeLine(provider, days))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    patientBusy: ordered(instance.patientBusy),
    freeRooms: instance.rooms && freeStretches(instance.rooms),
    unevenDays: Array.from({ length: dayCount }, (_, day) =>
      days.isRegular[day] ? null : gridInstants(days, day, instance.gridMinutes),
    ),
  };
}

/** The dates of the window as one bounded run per stretch of dates that `isWanted` accepts. */
export function runsOfDays(clinic: Clinic, isWanted: (day: number) => boolean): Runs {
  const { starts } = clinic.days;
  const runs: number[] = [];
  for (let day = 0; day < clinic.dayCount; day++) {
    if (isWanted(day)) runs.push(starts[day] ?? 0, starts[day + 1] ?? 0);
  }
  return joined(runs);
}

function onTimeLine(provider: InstanceProvider, days: LocalDays): ClinicProvider {
  return {
    id: provider.id,
    worked: workedRuns(provider, days),
    timeOff: ordered(provider.timeOff),
    busy: ordered(provider.busy),
    beforeMs: provider.bufferBeforeMinutes * MINUTE_MS,
    afterMs: provider.bufferAfterMinutes * MINUTE_MS,
  };
}

function workedRuns(provider: InstanceProvider, days: LocalDays): Runs {
  const hours = provider.hours
    .map((each) => ({
      weekday: each.weekday,
      from: minuteOfDay(each.from),
      to: minuteOfDay(each.to),
      firstDay: each.validFrom === null ? 0 : epochDayOf(each.validFrom) - days.firstEpochDay,
      lastDay: each.validTo === null ? days.count : epochDayOf(each.validTo) - days.firstEpochDay,
    }))
    .sort((a, b) => a.from - b.from);
  const runs: number[] = [];
  for (let day = 0; day < days.count; day++) {
    const weekday = weekdayOfEpochDay(days.firstEpochDay + day);
    for (const each of hours) {
      if (each.weekday !== weekday || day < each.firstDay || day > each.lastDay) continue;
      runs.push(instantOfMinute(days, day, each.from), instantOfMinute(days, day, each.to));
    }
  }
  return joined(runs);
}

/** Of all rooms together: those of different rooms overlap, and are never one stretch. */
function freeStretches(rooms: readonly Room[]): number[] {
  const stretches = rooms.flatMap(({ busy }) => {
    const taken = joined(ordered(busy).flatMap(({ from, to }) => [from, to]));
    const free = without(ALWAYS, taken);
    return Array.from({ length: free.length / 2 }, (_, at) => ({
      from: free[2 * at] ?? 0,
      to: free[2 * at + 1] ?? 0,
    }));
  });
  return ordered(stretches).flatMap(({ from, to }) => [from, to]);
}

function gridInstants(days: LocalDays, day: number, gridMinutes: number): Float64Array {
  const instants = new Float64Array(1440 / gridMinutes);
  for (let slot = 0; slot < instants.length; slot++) {
    instants[slot] = exactInstantOfMinute(days, day, slot * gridMinutes);
  }
  return instants;
}

function ordered(intervals: readonly Interval[]): Interval[] {
  return [...intervals].sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
}
