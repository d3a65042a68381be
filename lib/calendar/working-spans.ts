import { subtract, union } from '@/lib/time/interval';
import { type LocalDate, weekdayOf } from '@/lib/time/local-date';
import { minuteOfDay } from '@/lib/time/local-time';
import type { MinuteSpan } from './minutes-on-day';

export interface HoursOfWeekday {
  weekday: number;
  from: string;
  to: string;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
}

/** A provider's spans of work on a date, and the breaks between them. */
export function workingSpans(hours: readonly HoursOfWeekday[], date: LocalDate) {
  const weekday = weekdayOf(date);
  const works: MinuteSpan[] = union(
    hours
      .filter(
        (span) =>
          span.weekday === weekday &&
          (span.validFrom === null || span.validFrom <= date) &&
          (span.validTo === null || date <= span.validTo),
      )
      .map(({ from, to }) => ({ from: minuteOfDay(from), to: minuteOfDay(to) })),
  );
  const [first, last] = [works[0], works.at(-1)];
  const breaks: MinuteSpan[] = first && last ? subtract([{ from: first.from, to: last.to }], works) : [];
  return { works, breaks };
}

/** How much of the time that could be given is taken, 0 to 1; null when there is none to give. */
export function utilisationOf(time: {
  works: readonly MinuteSpan[];
  away: readonly MinuteSpan[];
  taken: readonly MinuteSpan[];
}): number | null {
  const available = subtract(time.works, time.away);
  const total = minutesIn(available);
  return total === 0 ? null : 1 - minutesIn(subtract(available, time.taken)) / total;
}

const minutesIn = (spans: readonly MinuteSpan[]) => spans.reduce((sum, { from, to }) => sum + to - from, 0);
