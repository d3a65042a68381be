import type { Instant } from '@/lib/time/instant';
import type { Interval } from '@/lib/time/interval';
import type { LocalDate, Weekday } from '@/lib/time/local-date';
import type { LocalTime } from '@/lib/time/local-time';

/**
 * One planning problem: the same shape as the JSON of `takt-instance/1`, with instants as epoch
 * milliseconds and what is absent as null. Plain data without names of people.
 */
export type Instance = {
  readonly format: 'takt-instance/1';
  /** IANA zone of the clinic; every local date and time below is in it. */
  readonly timeZone: string;
  /** Starts are multiples of it, counted from local midnight. */
  readonly gridMinutes: GridMinutes;
  /** Both dates inclusive, at most 366 days. */
  readonly window: { readonly from: LocalDate; readonly to: LocalDate };
  readonly notBefore: Instant | null;
  /** Empty means any day. */
  readonly preferredDays: readonly Weekday[];
  /** Calendar days from one session to the next, at least 1. */
  readonly minGapDays: number;
  /** Most calendar days between consecutive placed sessions, at least `minGapDays`. */
  readonly maxGapDays: number | null;
  /** Most placed sessions per week, 1 to 7; weeks start on `weekStart`. */
  readonly maxPerWeek: number | null;
  readonly weekStart: Weekday;
  /** The patient's possible hours: a session lies inside them. */
  readonly dayHours: DayHours | null;
  /** 1 to 100, numbers ascending. */
  readonly sessions: readonly InstanceSession[];
  readonly providers: readonly InstanceProvider[];
  readonly patientBusy: readonly Interval[];
  /** Dates on which the clinic is closed. */
  readonly closures: readonly LocalDate[];
  /** Null when no room is needed; otherwise one of them must be free. */
  readonly rooms: readonly Room[] | null;
  readonly weights: Weights;
  /** The rhythm wanted between sessions, in half days: 7 is twice a week. */
  readonly targetGapHalfDays: number | null;
  /** The local minute of day wanted, for the weight `prefer`. */
  readonly preferMinute: number | null;
};

export type GridMinutes = 1 | 5 | 10 | 15 | 20 | 30 | 60;

export type DayHours = { readonly from: LocalTime; readonly to: LocalTime };

export type InstanceSession = {
  readonly number: number;
  readonly durationMinutes: number;
  /** Ids of the providers who may give it. */
  readonly providers: readonly string[];
  /** Completed or pinned: stands where it is and constrains the others. */
  readonly fixed: FixedPlace | null;
};

export type FixedPlace = { readonly start: Instant; readonly provider: string };

export type InstanceProvider = {
  readonly id: string;
  readonly hours: readonly WorkingHours[];
  readonly timeOff: readonly Interval[];
  readonly busy: readonly Interval[];
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
};

/** Wall-clock hours on one weekday, for the dates from `validFrom` to `validTo` (both inclusive). */
export type WorkingHours = {
  readonly weekday: Weekday;
  readonly from: LocalTime;
  /** May be `24:00`. */
  readonly to: LocalTime;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
};

export type Room = { readonly id: string; readonly busy: readonly Interval[] };

/** What a plan costs, in integers 0 to 10,000 per unit. */
export type Weights = {
  /** Per day after the first day of the window. */
  readonly late: number;
  /** Per half day away from `targetGapHalfDays`, between consecutive sessions. */
  readonly gap: number;
  /** Per minute of difference in time of day between consecutive sessions. */
  readonly clock: number;
  /** Per change of provider between consecutive sessions. */
  readonly change: number;
  /** Per minute away from `preferMinute`. */
  readonly prefer: number;
};
