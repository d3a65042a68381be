import { type BestPlan, bestPlan } from '@/lib/scheduling/best-plan';
import { type Clinic, clinicOf } from '@/lib/scheduling/clinic';
import type { Instance } from '@/lib/scheduling/instance';
import type { Plan } from '@/lib/scheduling/plan';
import { explained } from '@/lib/scheduling/plan-package';
import { PRESET_NAMES, type PresetName, withPreset } from '@/lib/scheduling/presets';
import { MINUTE_MS } from '@/lib/time/instant';
import { type LocalDate, type Weekday, weekdayOf } from '@/lib/time/local-date';
import type { LocalTime } from '@/lib/time/local-time';
import { localDateOf, localTimeOf } from '@/lib/time/wall-clock';

/** One way to plan the package, with what a one-line summary needs. */
export type Alternative = {
  /** The presets that lead to it, in the order soonest, regular, same provider; the plan is the first one's. */
  readonly presets: readonly PresetName[];
  readonly plan: Plan;
  readonly summary: PlanSummary;
};

/** Facts for a sentence such as "Sun and Tue at 10:00, always the same provider, done by 14 March". */
export type PlanSummary = {
  readonly placed: number;
  readonly unplaced: number;
  /** Weekdays used, from the week's start on. */
  readonly weekdays: readonly Weekday[];
  /** Times of day used, the most frequent first, the earlier first among equals. */
  readonly times: readonly LocalTime[];
  readonly isAlwaysSameTime: boolean;
  /** Providers used, the most frequent first. */
  readonly providers: readonly string[];
  readonly isAlwaysSameProvider: boolean;
  readonly firstDate: LocalDate | null;
  readonly lastDate: LocalDate | null;
};

/**
 * The best plan of each preset, the instance's own weights aside. Plans that a patient could hardly tell apart
 * are offered once: the same sessions with the same providers, none moved by more than half an hour.
 * Every plan places equally many, since no weight outweighs a session.
 */
export function alternatives(instance: Instance): Alternative[] {
  const clinic = clinicOf(instance);
  const found: { presets: PresetName[]; clinic: Clinic; best: BestPlan }[] = [];
  for (const preset of PRESET_NAMES) {
    const preferring = { ...clinic, instance: withPreset(instance, preset) };
    const best = bestPlan(preferring);
    const twin = found.find((other) => isNearlySame(other.best.placed, best.placed));
    if (twin) twin.presets.push(preset);
    else found.push({ presets: [preset], clinic: preferring, best });
  }
  return found.map(({ presets, clinic: preferring, best }) => {
    let plan: Plan | null = null;
    return {
      presets,
      // Most are only looked at in summary: reasons and relaxations take longer to find than the plan itself.
      get plan() {
        plan ??= explained(preferring, best);
        return plan;
      },
      summary: summaryOf(instance, best.placed),
    };
  });
}

const NEARLY_MS = 30 * MINUTE_MS;

type Places = Plan['placed'];

function isNearlySame(one: Places, other: Places): boolean {
  if (one.length !== other.length) return false;
  return one.every((place, index) => {
    const twin = other[index];
    if (!twin || twin.number !== place.number || twin.provider !== place.provider) return false;
    return Math.abs(twin.start - place.start) <= NEARLY_MS;
  });
}

/** What a plan looks like at a glance. */
export function summaryOf(
  { timeZone, weekStart, sessions }: Pick<Instance, 'timeZone' | 'weekStart' | 'sessions'>,
  placed: Places,
): PlanSummary {
  const dates = placed.map((place) => localDateOf(place.start, timeZone)).sort();
  const times = byFrequency(placed.map((place) => localTimeOf(place.start, timeZone)));
  const providers = byFrequency(placed.map((place) => place.provider));
  const fromWeekStart = (weekday: Weekday) => (weekday - weekStart + 7) % 7;
  return {
    placed: placed.length,
    unplaced: sessions.length - placed.length,
    weekdays: [...new Set(dates.map(weekdayOf))].sort((a, b) => fromWeekStart(a) - fromWeekStart(b)),
    times,
    isAlwaysSameTime: times.length === 1,
    providers,
    isAlwaysSameProvider: providers.length === 1,
    firstDate: dates[0] ?? null,
    lastDate: dates.at(-1) ?? null,
  };
}

function byFrequency(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
    .map(([value]) => value);
}
