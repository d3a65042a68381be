import type { Clinic } from '@/lib/scheduling/clinic';
import { cornerMinutes } from '@/lib/scheduling/corner-minutes';
import type { Instance, InstanceSession, Weights } from '@/lib/scheduling/instance';
import { type Spacing, spacingOf } from '@/lib/scheduling/row-spacing';
import { allowedStarts } from '@/lib/scheduling/rules';
import {
  type Grid,
  type OwnCost,
  type ProviderStarts,
  type StartTable,
  tableOfFixed,
  tableOfStarts,
} from '@/lib/scheduling/start-table';
import { daySpans } from '@/lib/scheduling/starts';
import { MINUTE_MS } from '@/lib/time/instant';
import { epochDayOf } from '@/lib/time/local-date';
import { localDateOf, localMinuteOf } from '@/lib/time/wall-clock';

/** What the planner works on: sessions with their tables of starts, and the rules between sessions. */
export type Problem = {
  readonly sessions: readonly ProblemSession[];
  readonly grid: Grid;
  readonly spacing: Spacing;
  readonly weights: Weights;
  /** Zero when no rhythm is wanted: then a gap costs nothing. */
  readonly gapWeight: number;
  readonly targetGapHalfDays: number;
  readonly ownCost: OwnCost;
  /** What placing one session is worth: more than any plan can cost. */
  readonly worth: number;
};

export type ProblemSession = {
  readonly table: StartTable;
  readonly isFixed: boolean;
  /** Whose starts the table holds; of a fixed session none. */
  readonly offers: readonly ProviderStarts[];
};

type FixedPlace = { day: number; minute: number; provider: number };

/**
 * The instance as the planner sees it: with the starts that a best plan may take, and with every start of the
 * session at index `whole`, if one is named.
 */
export function problemOf(clinic: Clinic, whole?: number): Problem {
  const { instance } = clinic;
  const offersOf = offerFinder(clinic);
  const places = instance.sessions.map((session) => fixedPlaceOf(clinic, session));
  const offers = instance.sessions.map((session) => (session.fixed ? [] : offersOf(session)));
  const kept = whole === undefined ? [] : (offers[whole] ?? []);
  const grid = gridOf(clinic, { offers: new Set(offers.flat()), places, kept });
  const ownCost = ownCostOf(instance);

  // Sessions of one kind share the list of offers, and with it the table.
  const tables = new Map<readonly ProviderStarts[], StartTable>();
  const sessions = instance.sessions.map((_, index) => {
    const own = offers[index] ?? [];
    const place = places[index];
    if (place) {
      const table = tableOfFixed(grid, { ...place, row: grid.rowDay.indexOf(place.day) });
      return { table, isFixed: true, offers: own };
    }
    const table = tables.get(own) ?? tableOfStarts(grid, own, ownCost);
    tables.set(own, table);
    return { table, isFixed: false, offers: own };
  });
  const gapWeight = instance.targetGapHalfDays === null ? 0 : instance.weights.gap;
  return {
    sessions,
    grid,
    spacing: spacingOf(instance, grid.rowDay),
    weights: instance.weights,
    gapWeight,
    targetGapHalfDays: instance.targetGapHalfDays ?? 0,
    ownCost,
    worth: worthOfPlacing(instance, grid.rowDay),
  };
}

/** What a session that is not fixed costs by itself, by day of the window and local minute of its start. */
export function ownCostOf(instance: Instance): OwnCost {
  const prefer = instance.preferMinute === null ? 0 : instance.weights.prefer;
  const wanted = instance.preferMinute ?? 0;
  return { late: instance.weights.late, wanted, ofMinute: (minute) => prefer * Math.abs(minute - wanted) };
}

/** More than any plan can cost, so that one session more outweighs every difference in cost. */
function worthOfPlacing(instance: Instance, rowDay: Int32Array): number {
  const { late, gap, clock, change, prefer } = instance.weights;
  const last = rowDay.at(-1) ?? 0;
  const pair =
    gap * (2 * (last - (rowDay[0] ?? 0)) + (instance.targetGapHalfDays ?? 0)) + clock * 1440 + change;
  return instance.sessions.length * (late * Math.max(0, last) + prefer * 1440 + pair) + 1;
}

/** Finds each provider's starts once per duration, and each list of offers once per kind of session. */
function offerFinder(clinic: Clinic): (session: InstanceSession) => readonly ProviderStarts[] {
  const starts = new Map<string, ProviderStarts>();
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
    const list = indexes.flatMap((index) => {
      const provider = clinic.providers[index];
      if (!provider) return [];
      const key = `${durationMs}:${index}`;
      const own = starts.get(key) ?? {
        provider: index,
        spans: daySpans(clinic, allowedStarts({ clinic, provider, durationMs })),
      };
      starts.set(key, own);
      return [own];
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
    provider: clinic.providers.findIndex((each) => each.id === provider),
  };
}

type Used = {
  readonly offers: ReadonlySet<ProviderStarts>;
  readonly places: readonly (FixedPlace | null)[];
  readonly kept: readonly ProviderStarts[];
};

/** Only days, minutes and providers with which something can start in a best plan get a row and a column. */
function gridOf({ instance, dayCount, providers }: Clinic, { offers, places, kept }: Used): Grid {
  const { gridMinutes, preferMinute } = instance;
  const isDayUsed = new Uint8Array(dayCount);
  const isProviderUsed = new Uint8Array(providers.length);
  for (const { provider, spans } of offers) {
    if (spans.first.length > 0) isProviderUsed[provider] = 1;
    for (let day = 0; day < dayCount; day++) {
      if ((spans.from[day] ?? 0) < (spans.from[day + 1] ?? 0)) isDayUsed[day] = 1;
    }
  }
  const fixed = places.flatMap((place) => place ?? []);
  const anchors = [...fixed.map(({ minute }) => minute), ...(preferMinute === null ? [] : [preferMinute])];
  const isMinuteUsed = cornerMinutes({ gridMinutes, offers, anchors, kept });
  const fixedDays = new Set<number>();
  for (const place of fixed) {
    if (place.day >= 0 && place.day < dayCount) isDayUsed[place.day] = 1;
    else fixedDays.add(place.day);
    isMinuteUsed[place.minute] = 1;
    isProviderUsed[place.provider] = 1;
  }
  const days = Array.from(isDayUsed.keys()).filter((day) => isDayUsed[day]);
  const { clock, change } = instance.weights;
  const providerColumns = columnsOf(isProviderUsed, change > 0);
  const minutes = columnsOf(isMinuteUsed, clock > 0);
  return {
    gridMinutes,
    rowDay: Int32Array.from([...days, ...fixedDays]).sort(),
    columnOfMinute: minutes.columnOf,
    columnFrom: columnsFrom(minutes.used, gridMinutes),
    stretchEnd: stretchEnds(minutes.used, gridMinutes),
    minuteOfColumn: Int32Array.from(minutes.used),
    columnOfProvider: providerColumns.columnOf,
    providerColumns: providerColumns.used.length,
    width: minutes.used.length * providerColumns.used.length,
    hasMinutes: clock > 0,
    hasProviders: change > 0,
  };
}

/** A column for each value in use, in order, and -1 for the others; one for all when nothing is charged between them. */
function columnsOf(isUsed: Uint8Array, isCharged: boolean): { columnOf: Int32Array; used: number[] } {
  const columnOf = new Int32Array(isUsed.length).fill(isCharged ? -1 : 0);
  const used: number[] = [];
  for (const [value, isOne] of isUsed.entries()) {
    if (!isOne) continue;
    if (isCharged || used.length === 0) used.push(value);
    if (isCharged) columnOf[value] = used.length - 1;
  }
  return { columnOf, used };
}

function columnsFrom(minuteOfColumn: readonly number[], gridMinutes: number): Int32Array {
  let column = 0;
  return Int32Array.from({ length: 1440 / gridMinutes + 1 }, (_, slot) => {
    while ((minuteOfColumn[column] ?? 1440) < slot * gridMinutes) column++;
    return column;
  });
}

function stretchEnds(minuteOfColumn: readonly number[], gridMinutes: number): Int32Array {
  const ends = new Int32Array(minuteOfColumn.length);
  for (let column = ends.length - 1; column >= 0; column--) {
    const isStart = (minuteOfColumn[column] ?? 0) % gridMinutes === 0;
    ends[column] = isStart ? (ends[column + 1] ?? column + 1) : column;
  }
  return ends;
}
