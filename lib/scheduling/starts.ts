import type { Clinic } from '@/lib/scheduling/clinic';
import type { Runs } from '@/lib/scheduling/runs';
import { MINUTE_MS } from '@/lib/time/instant';

/** Grid starts in order, as parallel columns: the day of the window, the local minute, the instant. */
export type Starts = {
  readonly count: number;
  readonly day: Int32Array;
  readonly minute: Int32Array;
  readonly instant: Float64Array;
};

/** The starts on the grid that lie in the runs. */
export function gridStarts(clinic: Clinic, runs: Runs): Starts {
  let count = 0;
  eachGridStart(clinic, runs, () => {
    count++;
  });
  const starts = {
    count,
    day: new Int32Array(count),
    minute: new Int32Array(count),
    instant: new Float64Array(count),
  };
  let at = 0;
  eachGridStart(clinic, runs, (day, minute, instant) => {
    starts.day[at] = day;
    starts.minute[at] = minute;
    starts.instant[at++] = instant;
  });
  return starts;
}

/**
 * Visits every grid start in the runs, in order of (day, minute), which is also the order of instants: on a
 * date whose clocks go back only the first showing of a minute is a start. Runs end with the window, since
 * the first gate cuts them to it.
 */
export function eachGridStart(
  clinic: Clinic,
  runs: Runs,
  visit: (day: number, minute: number, instant: number) => void,
): void {
  const { starts } = clinic.days;
  const grid = clinic.instance.gridMinutes;
  const step = grid * MINUTE_MS;
  let firstDay = 0;
  for (let at = 0; at < runs.length; at += 2) {
    const from = runs[at] ?? 0;
    const to = runs[at + 1] ?? 0;
    while (firstDay < clinic.dayCount && (starts[firstDay + 1] ?? 0) <= from) firstDay++;
    for (let day = firstDay; day < clinic.dayCount && (starts[day] ?? 0) < to; day++) {
      const midnight = starts[day] ?? 0;
      const uneven = clinic.unevenDays[day];
      if (uneven) {
        for (let slot = 0; slot < uneven.length; slot++) {
          const instant = uneven[slot] ?? Number.NaN;
          if (instant >= from && instant < to) visit(day, slot * grid, instant);
        }
        continue;
      }
      let minute = from <= midnight ? 0 : Math.ceil((from - midnight) / step) * grid;
      for (let instant = midnight + minute * MINUTE_MS; minute < 1440 && instant < to; minute += grid) {
        visit(day, minute, instant);
        instant += step;
      }
    }
  }
}
