import { type Clinic, clinicOf } from '@/lib/scheduling/clinic';
import type { Instance } from '@/lib/scheduling/instance';
import { type Problem, problemOf } from '@/lib/scheduling/problem';

/*
 * How large a problem may be for its plan to be promised within a second. `problem-size.ts` measures an instance
 * before anything is made of it; here it is measured by what the planner would walk through, which hangs on the
 * calendars: a hundred sessions among ten people with ordinary days are a tenth of the same among people who
 * work around the clock with a gap in every hour.
 */

/** Some five times the largest problem that ENGINE.md promises a plan for, with ordinary calendars. */
const MOST_STARTS = 60_000_000;
/** A little more than what a hundred different durations cut out of such calendars. */
const MOST_STRETCHES = 2_500_000;

/** The problem of a clinic's instance, or why no plan of it is promised. */
export function promisedProblem(clinic: Clinic): { problem: Problem } | { excess: string } {
  const stretches = stretchesToCut(clinic);
  if (stretches > MOST_STRETCHES) {
    return {
      excess: `${stretches} stretches of calendars for all durations: at most ${MOST_STRETCHES}`,
    };
  }
  const problem = problemOf(clinic);
  const starts = startsToWeigh(problem);
  if (starts > MOST_STARTS) {
    return { excess: `${starts} free starts to weigh, by durations: at most ${MOST_STARTS}` };
  }
  return { problem };
}

/** Whether so many plans of the instance are promised within a second together. */
export function isPromised(instance: Instance, plans: number): boolean {
  const promised = promisedProblem(clinicOf(instance));
  return 'problem' in promised && startsToWeigh(promised.problem) * plans <= MOST_STARTS;
}

/** The starts that the planner may value for all sessions; each takes longer where there are many durations. */
function startsToWeigh({ sessions }: Problem): number {
  const tables = new Set(sessions.map(({ table }) => table));
  const cells = sessions.reduce((sum, { table }) => sum + (table.cellFrom.at(-1) ?? 0), 0);
  return Math.round(cells * (1 + Math.log2(tables.size) / 2));
}

/** Free stretches are cut out of each provider's calendar once for each duration. */
function stretchesToCut({ instance, providers }: Clinic): number {
  const durationsOf = new Map<string, Set<number>>();
  for (const { durationMinutes, providers: ids } of instance.sessions) {
    for (const id of ids) durationsOf.set(id, (durationsOf.get(id) ?? new Set()).add(durationMinutes));
  }
  const shared = instance.patientBusy.length;
  return providers.reduce((sum, { id, worked, timeOff, busy }) => {
    const stretches = worked.length / 2 + timeOff.length + busy.length + shared;
    return sum + stretches * (durationsOf.get(id)?.size ?? 0);
  }, 0);
}
