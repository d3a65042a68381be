import { type Clinic, clinicOf } from '@/lib/scheduling/clinic';
import type { Instance } from '@/lib/scheduling/instance';
import { type Problem, problemOf } from '@/lib/scheduling/problem';

/*
 * How large a problem may be for its plan to be promised within about a second. `problem-size.ts` measures an
 * instance before anything is made of it; here it is measured by what the planner would walk through, which hangs
 * on the calendars: a hundred sessions among ten people with ordinary days are a tenth of the same among people
 * who work around the clock with a gap in every hour. The weights were measured, on worlds made to be slow.
 */

/** Some four times the largest problem that ENGINE.md promises a plan for, with ordinary calendars. */
const MOST_STARTS = 70_000_000;
/** A little more than what a hundred different durations cut out of such calendars. */
const MOST_STRETCHES = 2_500_000;
/** A hundred sessions in a year, with a hundred others who might give them. */
const MOST_TRIED = 4_000_000;

/** The problem of a clinic's instance, or why no plan of it is promised. */
export function promisedProblem(clinic: Clinic): { problem: Problem } | { excess: string } {
  const stretches = stretchesToCut(clinic);
  if (stretches > MOST_STRETCHES) {
    return { excess: `${stretches} stretches of calendars for all durations: at most ${MOST_STRETCHES}` };
  }
  const tried = daysToTry(clinic);
  if (tried > MOST_TRIED) {
    return { excess: `${tried} days of sessions with other providers: at most ${MOST_TRIED}` };
  }
  const problem = problemOf(clinic);
  const starts = startsToWeigh(clinic, problem);
  if (starts > MOST_STARTS) {
    return { excess: `${starts} free starts to weigh, by durations: at most ${MOST_STARTS}` };
  }
  return { problem };
}

/** Whether so many plans of the instance are promised together. */
export function isPromised(instance: Instance, plans: number): boolean {
  const clinic = clinicOf(instance);
  const promised = promisedProblem(clinic);
  return 'problem' in promised && startsToWeigh(clinic, promised.problem) * plans <= MOST_STARTS;
}

/**
 * The starts that the planner may value for all sessions. Each takes longer where there are many durations, and
 * where a week counts its sessions; and the cells without a start are passed over, yet not for nothing.
 */
function startsToWeigh({ instance }: Clinic, { sessions, grid }: Problem): number {
  const tables = new Set(sessions.map(({ table }) => table));
  const starts = sessions.reduce((sum, { table }) => sum + (table.cellFrom.at(-1) ?? 0), 0);
  const cells = sessions.length * grid.rowDay.length * grid.width;
  const perStart = 1 + Math.log2(tables.size) / 2;
  return Math.round((starts * perStart + cells / 3) * weightOfWeeks(instance));
}

function weightOfWeeks({ maxPerWeek }: Instance): number {
  if (maxPerWeek === null || maxPerWeek === 1 || maxPerWeek === 7) return 1;
  return maxPerWeek === 2 ? 2 : 3;
}

/** Free stretches are cut out of each calendar once for each duration, also of providers who might help out. */
function stretchesToCut({ instance, providers }: Clinic): number {
  const durations = new Set(instance.sessions.map(({ durationMinutes }) => durationMinutes));
  const shared = instance.patientBusy.length + (instance.rooms ?? []).flatMap(({ busy }) => busy).length;
  const stretches = providers.map(
    ({ worked, timeOff, busy }) => worked.length / 2 + timeOff.length + busy.length + shared,
  );
  return durations.size * stretches.reduce((sum, each) => sum + each, 0);
}

/** Each provider who does not give every session may be tried for those without a place, on every day. */
function daysToTry({ instance: { sessions }, dayCount, providers }: Clinic): number {
  const isForAll = ({ id }: { id: string }) => sessions.every((session) => session.providers.includes(id));
  return providers.filter((provider) => !isForAll(provider)).length * sessions.length * dayCount;
}
