import type { Clinic } from '@/lib/scheduling/clinic';
import type { Instance, InstanceSession, Weights } from '@/lib/scheduling/instance';
import { allowedStarts } from '@/lib/scheduling/rules';
import {
  type Grid,
  type ProviderStarts,
  type StartTable,
  tableOfFixed,
  tableOfStarts,
} from '@/lib/scheduling/start-table';
import { gridStarts, type Starts } from '@/lib/scheduling/starts';
import { MINUTE_MS } from '@/lib/time/instant';
import { epochDayOf } from '@/lib/time/local-date';
import { localDateOf, localMinuteOf } from '@/lib/time/wall-clock';

/** What the planner works on: sessions with their tables of starts, and the rules between sessions. */
export type Problem = {
  readonly sessions: readonly { readonly table: StartTable; readonly isFixed: boolean }[];
  readonly grid: Grid;
  readonly spacing: Spacing;
  readonly weights: Weights;
  /** Zero when no rhythm is wanted: then a gap costs nothing. */
  readonly gapWeight: number;
  readonly targetGapHalfDays: number;
};

/** Rules 6 and 7 in numbers. */
export type Spacing = {
  readonly minGapDays: number;
  /** Infinity when there is no limit. */
  readonly maxGapDays: number;
  /** The most sessions a week may hold, or 0 when the smallest gap alone already keeps every week within it. */
  readonly weekLimit: number;
  /** A number per row; rows of one week share it, and it grows with time. */
  readonly rowWeek: Int32Array;
};

type FixedPlace = { day: number; minute: number; instant: number; provider: number };

/** The instance as the planner sees it. */
export function problemOf(clinic: Clinic): Problem {
  const { instance } = clinic;
  const offersOf = offerFinder(clinic);
  const places = instance.sessions.map((session) => fixedPlaceOf(clinic, session));
  const offers = instance.sessions.map((session) => (session.fixed ? [] : offersOf(session)));
  const grid = gridOf(instance, new Set(offers.flat()), places, clinic.providers.length);

  const ownCost = ownCostOf(instance);
  // Sessions of one kind share the list of offers, and with it the table.
  const tables = new Map<readonly ProviderStarts[], StartTable>();
  const sessions = instance.sessions.map((_, index) => {
    const place = places[index];
    if (place) {
      const table = tableOfFixed(grid, { ...place, row: grid.rowDay.indexOf(place.day) });
      return { table, isFixed: true };
    }
    const own = offers[index] ?? [];
    const table = tables.get(own) ?? tableOfStarts(grid, own, ownCost);
    tables.set(own, table);
    return { table, isFixed: false };
  });
  return {
    sessions,
    grid,
    spacing: spacingOf(instance, clinic.days.firstEpochDay, grid.rowDay),
    weights: instance.weights,
    gapWeight: instance.targetGapHalfDays === null ? 0 : instance.weights.gap,
    targetGapHalfDays: instance.targetGapHalfDays ?? 0,
  };
}

/** What a session that is not fixed costs by itself, by day of the window and local minute of its start. */
export function ownCostOf(instance: Instance): (day: number, minute: number) => number {
  const { late } = instance.weights;
  const prefer = instance.preferMinute === null ? 0 : instance.weights.prefer;
  const wanted = instance.preferMinute ?? 0;
  return (day, minute) => late * day + prefer * Math.abs(minute - wanted);
}

/** Finds each provider's starts once per duration, and each list of offers once per kind of session. */
function offerFinder(clinic: Clinic): (session: InstanceSession) => readonly ProviderStarts[] {
  const starts = new Map<string, Starts>();
  const lists = new Map<string, readonly ProviderStarts[]>();
  return (session) => {
    const durationMs = session.durationMinutes * MINUTE_MS;
    const qualified = new Set(session.providers);
    const indexes = clinic.providers.flatMap((provider, index) =>
      qualified.has(provider.id) ? [index] : [],
    );
    const kind = `${durationMs}:${indexes.join()}`;
    const known = lists.get(kind);
    if (known) return known;
    const list = clinic.providers.flatMap((provider, index) => {
      if (!qualified.has(provider.id)) return [];
      const key = `${durationMs}:${index}`;
      const own = starts.get(key) ?? gridStarts(clinic, allowedStarts({ clinic, provider, durationMs }));
      starts.set(key, own);
      return [{ provider: index, starts: own }];
    });
    lists.set(kind, list);
    return list;
  };
}

function fixedPlaceOf(clinic: Clinic, session: InstanceSession): FixedPlace | null {
  if (!session.fixed) return null;
  const { start, provider } = session.fixed;
  const zone = clinic.instance.timeZone;
  return {
    day: epochDayOf(localDateOf(start, zone)) - clinic.days.firstEpochDay,
    minute: localMinuteOf(start, zone),
    instant: start,
    provider: clinic.providers.findIndex((each) => each.id === provider),
  };
}

/** Only days, minutes and providers with which something can start get a row and a column. */
function gridOf(
  instance: Instance,
  offers: ReadonlySet<ProviderStarts>,
  places: readonly (FixedPlace | null)[],
  providerCount: number,
): Grid {
  const days = new Set<number>();
  const isMinuteUsed = new Uint8Array(1440);
  const isProviderUsed = new Uint8Array(providerCount);
  for (const { provider, starts } of offers) {
    if (starts.count > 0) isProviderUsed[provider] = 1;
    for (let at = 0, last = -1; at < starts.count; at++) {
      isMinuteUsed[starts.minute[at] ?? 0] = 1;
      const day = starts.day[at] ?? 0;
      if (day !== last) days.add(day);
      last = day;
    }
  }
  for (const place of places) {
    if (!place) continue;
    days.add(place.day);
    isMinuteUsed[place.minute] = 1;
    isProviderUsed[place.provider] = 1;
  }
  const { clock, change } = instance.weights;
  const providers = columnsOf(isProviderUsed, change > 0);
  const minutes = columnsOf(isMinuteUsed, clock > 0);
  return {
    rowDay: Int32Array.from(days).sort(),
    columnOfMinute: minutes.columnOf.map((column) => column * providers.used.length),
    minuteOfColumn: Int32Array.from(minutes.used),
    columnOfProvider: providers.columnOf,
    providerColumns: providers.used.length,
    width: minutes.used.length * providers.used.length,
  };
}

/** A column for each value in use, in order; one for all when nothing is charged between them. */
function columnsOf(isUsed: Uint8Array, isCharged: boolean): { columnOf: Int32Array; used: number[] } {
  const columnOf = new Int32Array(isUsed.length);
  const used: number[] = [];
  for (const [value, isOne] of isUsed.entries()) {
    if (!isOne) continue;
    if (isCharged || used.length === 0) used.push(value);
    columnOf[value] = used.length - 1;
  }
  return { columnOf, used };
}

function spacingOf(instance: Instance, firstEpochDay: number, rowDay: Int32Array): Spacing {
  const { minGapDays, maxPerWeek, weekStart } = instance;
  const mostByGap = Math.ceil(7 / minGapDays);
  return {
    minGapDays,
    maxGapDays: instance.maxGapDays ?? Number.POSITIVE_INFINITY,
    weekLimit: maxPerWeek === null || maxPerWeek >= mostByGap ? 0 : maxPerWeek,
    // Day 0 of the epoch was a Thursday.
    rowWeek: rowDay.map((day) => Math.floor((firstEpochDay + day + 4 - weekStart) / 7)),
  };
}
