import { type Clinic, type ClinicProvider, runsOfDays } from '@/lib/scheduling/clinic';
import { GATES } from '@/lib/scheduling/rules';
import { ALWAYS, type Runs } from '@/lib/scheduling/runs';
import { eachSpan } from '@/lib/scheduling/starts';
import { MINUTE_MS } from '@/lib/time/instant';

/** By day of the window: the place in `GATES` of the first gate that leaves the day without a start, or `OPEN`. */
export type ClosingGates = Uint8Array;

/** Past every gate: a start is left. */
export const OPEN = GATES.length;

/**
 * Finds the closing gates of sessions with one provider, for any of the durations given beforehand.
 *
 * A longer session never has a start where a shorter one has none: every gate takes at least as many starts from
 * it. So the gate that closes a day only moves forward as durations grow shorter, and a day that the shortest and the
 * longest of some durations find closed by the same gate, all between find closed by it. Durations are therefore
 * halved, and each is tried only on the days that the two around it disagree on.
 */
export function closingGatesFinder(
  clinic: Clinic,
  durations: Iterable<number>,
): (provider: ClinicProvider, durationMinutes: number) => ClosingGates {
  const ascending = [...new Set(durations)].sort((a, b) => a - b);
  const known = new Map<ClinicProvider, Map<number, ClosingGates>>();
  return (provider, durationMinutes) => {
    const gates = known.get(provider) ?? gatesByDuration(clinic, provider, ascending);
    known.set(provider, gates);
    return gates.get(durationMinutes) ?? closingGates(clinic, provider, durationMinutes);
  };
}

function gatesByDuration(
  clinic: Clinic,
  provider: ClinicProvider,
  ascending: readonly number[],
): Map<number, ClosingGates> {
  const gates = new Map<number, ClosingGates>();
  const fill = (low: number, high: number): void => {
    const shortest = gates.get(ascending[low] ?? 0);
    const longest = gates.get(ascending[high] ?? 0);
    if (!shortest || !longest || high - low < 2) return;
    const isOpen = (day: number) => shortest[day] !== longest[day];
    const open = runsOfDays(clinic, isOpen);
    if (open.length === 0) {
      for (let index = low + 1; index < high; index++) gates.set(ascending[index] ?? 0, shortest);
      return;
    }
    const middle = (low + high) >> 1;
    const duration = ascending[middle] ?? 0;
    const tried = closingGates(clinic, provider, duration, open);
    gates.set(
      duration,
      shortest.map((gate, day) => (isOpen(day) ? (tried[day] ?? 0) : gate)),
    );
    fill(low, middle);
    fill(middle, high);
  };
  for (const duration of [ascending[0], ascending.at(-1)]) {
    if (duration !== undefined) gates.set(duration, closingGates(clinic, provider, duration));
  }
  fill(0, ascending.length - 1);
  return gates;
}

function closingGates(
  clinic: Clinic,
  provider: ClinicProvider,
  durationMinutes: number,
  days: Runs = ALWAYS,
): ClosingGates {
  const closing = new Uint8Array(clinic.dayCount);
  const visit = { clinic, provider, durationMs: durationMinutes * MINUTE_MS };
  let starts = days;
  for (const [place, gate] of GATES.entries()) {
    const kept = gate.keep(starts, visit);
    // A gate that takes nothing closes nothing.
    if (kept === starts && place > 0) {
      for (let day = 0; day < closing.length; day++) if (closing[day] === place) closing[day] = place + 1;
      continue;
    }
    starts = kept;
    eachSpan(clinic, starts, (day) => {
      closing[day] = place + 1;
    });
  }
  return closing;
}
