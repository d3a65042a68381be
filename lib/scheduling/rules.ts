import { type Clinic, type ClinicProvider, runsOfDays } from '@/lib/scheduling/clinic';
import type { ReasonCode } from '@/lib/scheduling/plan';
import { ALWAYS, intersected, joined, type Runs, without } from '@/lib/scheduling/runs';
import type { Interval } from '@/lib/time/interval';
import { daysBetween, weekdayOfEpochDay } from '@/lib/time/local-date';
import { instantOfMinute } from '@/lib/time/local-days';
import { minuteOfDay } from '@/lib/time/local-time';

/**
 * Rules 1 to 5 of a feasible plan: where one session may start, whatever the others do. Each is one
 * function that keeps, of the starts it is given, those that the rule allows. (Rule 2, the provider's
 * qualification, is the list that callers walk; rules 6 and 7 stand in `spacing.ts`.)
 */
export type Gate = { readonly code: ReasonCode; readonly keep: (starts: Runs, visit: Visit) => Runs };

/** What a gate needs to know: who gives the session, and how long it lasts. */
export type Visit = {
  readonly clinic: Clinic;
  readonly provider: ClinicProvider;
  readonly durationMs: number;
};

/** In the order in which a day without a start is charged. Planner and explanation both walk this list. */
export const GATES: readonly Gate[] = [
  { code: 'not_preferred_day', keep: onPreferredDay },
  { code: 'closed', keep: whenOpen },
  { code: 'before_not_before', keep: fromNotBefore },
  { code: 'not_working', keep: insideWorkingHours },
  { code: 'outside_day_hours', keep: insideDayHours },
  { code: 'time_off', keep: clearOfTimeOff },
  { code: 'provider_busy', keep: clearOfAppointments },
  { code: 'patient_busy', keep: clearOfPatient },
  { code: 'no_room', keep: withFreeRoom },
];

/** Every start that all gates allow. */
export function allowedStarts(visit: Visit): Runs {
  return GATES.reduce((starts, gate) => gate.keep(starts, visit), ALWAYS);
}

/** Rule 1: the local date of the start is in the window and on a preferred day. */
function onPreferredDay(starts: Runs, { clinic }: Visit): Runs {
  const { preferredDays } = clinic.instance;
  const isPreferred = (day: number) =>
    preferredDays.length === 0 || preferredDays.includes(weekdayOfEpochDay(clinic.days.firstEpochDay + day));
  return intersected(starts, runsOfDays(clinic, isPreferred));
}

/** Rule 1: the clinic is open on the date. */
function whenOpen(starts: Runs, { clinic }: Visit): Runs {
  if (clinic.instance.closures.length === 0) return starts;
  const closed = new Set(
    clinic.instance.closures.map((date) => daysBetween(clinic.instance.window.from, date)),
  );
  return without(
    starts,
    runsOfDays(clinic, (day) => closed.has(day)),
  );
}

/** Rule 1: the start is not before `notBefore`. */
function fromNotBefore(starts: Runs, { clinic }: Visit): Runs {
  const { notBefore } = clinic.instance;
  return notBefore === null ? starts : intersected(starts, [notBefore, Number.POSITIVE_INFINITY]);
}

/** Rule 3: the whole session lies inside the joined hours of the provider. */
function insideWorkingHours(starts: Runs, { provider, durationMs }: Visit): Runs {
  return intersected(starts, startsInside(provider.worked, durationMs));
}

/** Rule 3: the whole session lies inside the patient's hours of its date. */
function insideDayHours(starts: Runs, { clinic, durationMs }: Visit): Runs {
  const { dayHours } = clinic.instance;
  if (!dayHours) return starts;
  const from = minuteOfDay(dayHours.from);
  const to = minuteOfDay(dayHours.to);
  const hours: number[] = [];
  for (let day = 0; day < clinic.dayCount; day++) {
    hours.push(instantOfMinute(clinic.days, day, from), instantOfMinute(clinic.days, day, to));
  }
  // Shortened one by one: unlike a provider's hours, two dates are never one stretch.
  return intersected(starts, joined(startsInside(hours, durationMs)));
}

/** Rule 4: the session with its buffers overlaps no time off. */
function clearOfTimeOff(starts: Runs, { provider, durationMs }: Visit): Runs {
  const { beforeMs, afterMs } = provider;
  return without(
    starts,
    startsTouching(provider.timeOff, { starts, beforeMs, afterMs: durationMs + afterMs }),
  );
}

/** Rule 4: the session with its buffers overlaps no appointment of the provider. */
function clearOfAppointments(starts: Runs, { provider, durationMs }: Visit): Runs {
  const { beforeMs, afterMs } = provider;
  return without(starts, startsTouching(provider.busy, { starts, beforeMs, afterMs: durationMs + afterMs }));
}

/** Rule 5: the session overlaps nothing else the patient has. */
function clearOfPatient(starts: Runs, { clinic, durationMs }: Visit): Runs {
  return without(starts, startsTouching(clinic.patientBusy, { starts, beforeMs: 0, afterMs: durationMs }));
}

/** Rule 5: if rooms are needed, one of them is free for the whole session. */
function withFreeRoom(starts: Runs, { clinic, durationMs }: Visit): Runs {
  if (!clinic.freeRooms) return starts;
  return intersected(starts, joined(startsInside(clinic.freeRooms, durationMs)));
}

/** The starts from which a session of that length stays inside one of the stretches. */
function startsInside(stretches: Runs, durationMs: number): Runs {
  const runs: number[] = [];
  for (let at = 0; at < stretches.length; at += 2) {
    const from = stretches[at] ?? 0;
    const lastStart = (stretches[at + 1] ?? 0) - durationMs;
    if (from <= lastStart) runs.push(from, lastStart + 1);
  }
  return runs;
}

type Around = { readonly starts: Runs; readonly beforeMs: number; readonly afterMs: number };

/**
 * The starts `s` for which `[s - beforeMs, s + afterMs)` overlaps one of the taken intervals: those with
 * `s - beforeMs < to` and `from < s + afterMs`. Like the intervals in order of their beginnings, and like them they
 * may overlap; those beyond the starts that are asked about are left out.
 */
function startsTouching(taken: readonly Interval[], { starts, beforeMs, afterMs }: Around): number[] {
  const first = starts[0] ?? 0;
  const last = starts.at(-1) ?? 0;
  const runs: number[] = [];
  for (const interval of taken) {
    const from = interval.from - afterMs + 1;
    const to = interval.to + beforeMs;
    if (to > first && from < last) runs.push(from, to);
  }
  return runs;
}
