import { clinicOf } from '@/lib/scheduling/clinic';
import type { Instance } from '@/lib/scheduling/instance';
import { GATES } from '@/lib/scheduling/rules';
import { ALWAYS } from '@/lib/scheduling/runs';
import { keepsMaxGap, keepsMinGap, keepsWeekLimit, neighboursOf } from '@/lib/scheduling/spacing';
import { eachGridStart } from '@/lib/scheduling/starts';
import { type Instant, MINUTE_MS } from '@/lib/time/instant';
import { dateOfEpochDay, type LocalDate } from '@/lib/time/local-date';
import { MINUTES_PER_DAY } from './minutes-on-day';

/** Starts, by the minute of the day, from `from` up to, not including, `to`, that share their reasons. */
export interface BlockedStarts {
  from: number;
  to: number;
  /** What keeps the visit off: rules of the calendar. Empty when only wishes speak against it. */
  hard: readonly string[];
  /** Wishes of the package, which a person may go against. */
  soft: readonly string[];
}

/** One provider's day: every start that is not among them is free. */
export interface FeasibleDay {
  providerId: string;
  date: LocalDate;
  blocked: readonly BlockedStarts[];
}

export interface FeasibilityQuestion {
  /** The visit is its open session, its providers those who are asked about. */
  instance: Instance;
  number: number;
  /** Where the visit stands: it may keep its beginning though that is past. */
  present: Instant;
  /** Why a provider cannot be given the visit at all, or null. */
  faultOf: (providerId: string) => string | null;
  isWish: (code: string) => boolean;
  /** What the package wishes beyond the engine's rules, or null for a single visit. */
  wishes: { window: { from: LocalDate; to: LocalDate }; assigned: readonly string[] } | null;
}

/** The minute does not exist on that date: clocks jump over it. */
const NO_SUCH_TIME = 'no_such_time';

/** Where a visit could begin, and why not elsewhere: asked of the planner's own gates, one by one. */
export function feasibilityOf(question: FeasibilityQuestion): FeasibleDay[] {
  const { instance, number, present, faultOf, isWish, wishes } = question;
  const clinic = clinicOf(instance);
  const session = instance.sessions.find((each) => each.number === number);
  if (!session) return [];
  const durationMs = session.durationMinutes * MINUTE_MS;
  const slots = MINUTES_PER_DAY / instance.gridMinutes;
  const visited = (runs: Parameters<typeof eachGridStart>[1]) => {
    const marks = new Float64Array(clinic.dayCount * slots).fill(Number.NaN);
    eachGridStart(clinic, runs, (day, minute, instant) => {
      marks[day * slots + minute / instance.gridMinutes] = instant;
    });
    return marks;
  };
  const instants = visited(ALWAYS);
  const ofDay = Array.from({ length: clinic.dayCount }, (_, day) => spacingCodes(question, day));

  return clinic.providers
    .filter(({ id }) => session.providers.includes(id))
    .flatMap((provider) => {
      const fault = faultOf(provider.id);
      const gates = GATES.map(({ code, keep }) => ({
        code,
        allowed: visited(keep(ALWAYS, { clinic, provider, durationMs })),
      }));
      const isStranger = wishes && wishes.assigned.length > 0 && !wishes.assigned.includes(provider.id);
      return ofDay.map((spacing, day): FeasibleDay => {
        const codesAt = (slot: number): string[] => {
          const at = day * slots + slot;
          const instant = instants[at] ?? Number.NaN;
          if (fault !== null) return [fault];
          if (Number.isNaN(instant)) return [NO_SUCH_TIME];
          const shut = gates.flatMap(({ code, allowed }) => {
            const isKept = code === 'before_not_before' && instant === present;
            return Number.isNaN(allowed[at] ?? Number.NaN) && !isKept ? [code] : [];
          });
          return [...shut, ...spacing, ...(isStranger ? ['not_assigned'] : [])];
        };
        const blocked = merged(
          Array.from({ length: slots }, (_, slot) => {
            const codes = codesAt(slot);
            return {
              from: slot * instance.gridMinutes,
              to: (slot + 1) * instance.gridMinutes,
              hard: codes.filter((code) => !isWish(code)),
              soft: codes.filter(isWish),
            };
          }),
        );
        return {
          providerId: provider.id,
          date: dateOfEpochDay(clinic.days.firstEpochDay + day),
          blocked,
        };
      });
    });

  /** What the package's other visits and its dates say of a day. */
  function spacingCodes({ wishes: wanted }: FeasibilityQuestion, day: number): string[] {
    const fixed = instance.sessions.flatMap((each) =>
      each.fixed && each.number !== number ? [{ number: each.number, start: each.fixed.start }] : [],
    );
    const neighbours = neighboursOf(clinic, fixed, number);
    const date = dateOfEpochDay(clinic.days.firstEpochDay + day);
    const isOutside = wanted !== null && (date < wanted.window.from || date > wanted.window.to);
    return [
      ...(keepsMinGap(instance, neighbours, day) ? [] : ['too_close']),
      ...(keepsMaxGap(instance, neighbours, day) ? [] : ['too_far']),
      ...(keepsWeekLimit(clinic, neighbours, day) ? [] : ['week_full']),
      ...(isOutside ? ['outside_window'] : []),
    ];
  }
}

/** Neighbours with the same reasons as one, free ones left out. */
function merged(starts: readonly BlockedStarts[]): BlockedStarts[] {
  const spans: BlockedStarts[] = [];
  for (const start of starts) {
    if (start.hard.length === 0 && start.soft.length === 0) continue;
    const last = spans.at(-1);
    const isSame =
      last?.to === start.from &&
      last.hard.join() === start.hard.join() &&
      last.soft.join() === start.soft.join();
    if (last && isSame) last.to = start.to;
    else spans.push({ ...start });
  }
  return spans;
}
