import type { DayColumn } from '@/lib/calendar/day-column';
import type { MinuteSpan } from '@/lib/calendar/minutes-on-day';
import { subtract } from '@/lib/time/interval';

/** Where a new visit could be put by hand: worked time without leave, visits, or what is past. */
export function freeSpans(
  { works, timeOff, elsewhere, cards }: DayColumn,
  { isPast, nowMinute }: { isPast: boolean; nowMinute: number | null },
): MinuteSpan[] {
  if (isPast) return [];
  const taken = cards.filter(({ appointment: { status } }) => status !== 'CANCELLED' && status !== 'NO_SHOW');
  const gone = nowMinute === null ? [] : [{ from: 0, to: nowMinute }];
  return subtract(works, [...timeOff, ...elsewhere, ...taken, ...gone]);
}
