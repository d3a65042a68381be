import type { Instance } from '@/lib/scheduling/instance';
import { addDays, daysBetween, type LocalDate, weekdayOf } from '@/lib/time/local-date';
import { localDateOf } from '@/lib/time/wall-clock';

type Fixed = { readonly index: number; readonly number: number; readonly date: LocalDate };

/**
 * How fixed sessions break rules 6 and 7 among themselves, one sentence each; empty when they may all
 * stand. Two fixed sessions with others between them are consecutive only if none of those is placed, so the
 * largest gap is asked of each step that the sessions between could make: n of them bridge n + 1 gaps.
 */
export function faultsOfFixed(instance: Instance): string[] {
  const { minGapDays, maxGapDays, maxPerWeek, timeZone, weekStart } = instance;
  const fixed: Fixed[] = instance.sessions.flatMap((session, index) =>
    session.fixed
      ? [{ index, number: session.number, date: localDateOf(session.fixed.start, timeZone) }]
      : [],
  );
  const faults: string[] = [];
  const countOfWeek = new Map<LocalDate, number>();

  for (const [at, one] of fixed.entries()) {
    const week = addDays(one.date, -((weekdayOf(one.date) - weekStart + 7) % 7));
    const count = (countOfWeek.get(week) ?? 0) + 1;
    countOfWeek.set(week, count);
    if (maxPerWeek !== null && count === maxPerWeek + 1) {
      faults.push(`the week of ${week} has more than ${maxPerWeek} fixed sessions`);
    }
    const before = fixed[at - 1];
    if (!before) continue;
    const days = daysBetween(before.date, one.date);
    const pair = `fixed sessions ${before.number} and ${one.number} are ${days} days apart`;
    if (days < minGapDays) faults.push(`${pair}, less than minGapDays ${minGapDays}`);
    if (maxGapDays !== null && days > maxGapDays * (one.index - before.index)) {
      faults.push(`${pair}, more than maxGapDays ${maxGapDays} allows`);
    }
  }
  return faults;
}
