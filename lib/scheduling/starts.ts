import type { Clinic } from '@/lib/scheduling/clinic';
import type { Runs } from '@/lib/scheduling/runs';
import { type Instant, MINUTE_MS } from '@/lib/time/instant';

/**
 * Starts on the grid as spans of slots: slot `n` of a day is its minute `n * gridMinutes`. The spans of day `d`
 * are `from[d]` up to `from[d + 1]`; span `s` holds the slots `first[s]` up to `end[s]`. In order, disjoint.
 */
export type DaySpans = {
  readonly from: Int32Array;
  readonly first: Int32Array;
  readonly end: Int32Array;
};

/** The starts on the grid that lie in the runs. */
export function daySpans(clinic: Clinic, runs: Runs): DaySpans {
  const from = new Int32Array(clinic.dayCount + 1);
  const first: number[] = [];
  const end: number[] = [];
  eachSpan(clinic, runs, (day, firstSlot, endSlot) => {
    first.push(firstSlot);
    end.push(endSlot);
    from[day + 1] = first.length;
  });
  // Days without a span begin and end where the day before them ends.
  for (let day = 0; day < clinic.dayCount; day++)
    from[day + 1] = Math.max(from[day] ?? 0, from[day + 1] ?? 0);
  return { from, first: new Int32Array(first), end: new Int32Array(end) };
}

/**
 * Visits every grid start in the runs, in order of (day, minute), which is also the order of instants: on a
 * date whose clocks go back only the first showing of a minute is a start.
 */
export function eachGridStart(
  clinic: Clinic,
  runs: Runs,
  visit: (day: number, minute: number, instant: number) => void,
): void {
  const grid = clinic.instance.gridMinutes;
  eachSpan(clinic, runs, (day, first, end) => {
    for (let slot = first; slot < end; slot++) visit(day, slot * grid, instantOfSlot(clinic, day, slot));
  });
}

/** The instant of a slot that is a start. */
export function instantOfSlot(clinic: Clinic, day: number, slot: number): Instant {
  const uneven = clinic.unevenDays[day];
  if (uneven) return uneven[slot] ?? Number.NaN;
  return (clinic.days.starts[day] ?? 0) + slot * clinic.instance.gridMinutes * MINUTE_MS;
}

/**
 * Visits the grid starts in the runs as spans `[first, end)` of a day's slots, in order. Runs end with the
 * window, since the first gate cuts them to it.
 */
export function eachSpan(
  clinic: Clinic,
  runs: Runs,
  visit: (day: number, first: number, end: number) => void,
): void {
  const { starts } = clinic.days;
  const step = clinic.instance.gridMinutes * MINUTE_MS;
  const slots = 1440 / clinic.instance.gridMinutes;
  let firstDay = 0;
  for (let at = 0; at < runs.length; at += 2) {
    const from = runs[at] ?? 0;
    const to = runs[at + 1] ?? 0;
    while (firstDay < clinic.dayCount && (starts[firstDay + 1] ?? 0) <= from) firstDay++;
    for (let day = firstDay; day < clinic.dayCount && (starts[day] ?? 0) < to; day++) {
      const uneven = clinic.unevenDays[day];
      if (uneven) {
        eachUnevenSpan(uneven, from, to, (first, end) => visit(day, first, end));
        continue;
      }
      const midnight = starts[day] ?? 0;
      const first = from <= midnight ? 0 : Math.ceil((from - midnight) / step);
      const end = Math.min(slots, Math.ceil((to - midnight) / step));
      if (first < end) visit(day, first, end);
    }
  }
}

/** The slots of a day on which clocks change: each has its own instant, or none. */
function eachUnevenSpan(
  instants: Float64Array,
  from: number,
  to: number,
  visit: (first: number, end: number) => void,
): void {
  let first = 0;
  for (let slot = 0; slot <= instants.length; slot++) {
    const instant = instants[slot] ?? Number.NaN;
    if (instant >= from && instant < to) continue;
    if (first < slot) visit(first, slot);
    first = slot + 1;
  }
}
