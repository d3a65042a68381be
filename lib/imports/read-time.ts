import { type Instant, parseInstant } from '@/lib/time/instant';
import { isLocalDate, type LocalDate } from '@/lib/time/local-date';
import { exactInstantOf } from '@/lib/time/wall-clock';

/*
 * Dates and times as exports write them. What could mean two days is refused, never guessed: 03/04/2027 is
 * the third of April to one clinic and the fourth of March to another.
 */

export type Read<T> = { ok: true; value: T } | { ok: false; why: string };

const NO_DATE = { ok: false, why: 'no date that Takt can read' } as const;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/** A calendar date: `2027-01-03`, `2027/1/3`, and day or month first where only one of them can be meant. */
export function readDate(text: string): Read<LocalDate> {
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (yearFirst) return dateOf(yearFirst[1], yearFirst[3], yearFirst[4]);
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text);
  if (!yearLast) return NO_DATE;
  const [first, second] = [Number(yearLast[1]), Number(yearLast[3])];
  if (first > 12) return dateOf(yearLast[4], yearLast[3], yearLast[1]);
  if (second > 12 || first === second) return dateOf(yearLast[4], yearLast[1], yearLast[3]);
  return { ok: false, why: 'day and month could be either; write the year first (2027-01-31)' };
}

function dateOf(year = '', month = '', day = ''): Read<LocalDate> {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isLocalDate(date)) return { ok: false, why: 'there is no such day' };
  if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) {
    return { ok: false, why: `years ${FIRST_YEAR} to ${LAST_YEAR} are taken` };
  }
  return { ok: true, value: date };
}

/** A birth date, alone or as the date of an ISO instant; not after `today`. */
export function readBirthDate(text: string, today: LocalDate): Read<LocalDate> {
  const date = readDate(text.replace(/[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/, ''));
  if (date.ok && date.value > today) return { ok: false, why: 'it lies in the future' };
  return date;
}

const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:\s*([ap])\.?m\.?)?$/i;

/** Whether the text is a time of day alone, to be joined with a date of another column. */
export const isTimeAlone = (text: string): boolean => TIME.test(text);

/**
 * An instant: ISO 8601 with Z or an offset, or a date and a time on the clinic's clock, `2027-01-03T09:00`,
 * `2027-01-03 09:00`, `31/01/2027 9:00 am`. A time that the clocks skip on that day is refused; one that comes
 * twice means its first coming.
 */
export function readInstant(text: string, zone: string): Read<Instant> {
  const [, day = '', time = '', offset = ''] =
    /^(\S+?)(?:[T\s]+)(\d{1,2}:\d{2}[^Z+-]*?)\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i.exec(text) ?? [];
  if (day === '') {
    return readDate(text).ok ? { ok: false, why: 'it has no time of day' } : NO_DATE;
  }
  const date = readDate(day);
  if (!date.ok) return date;
  const clock = readTime(time);
  if (!clock) return { ok: false, why: 'there is no such time of day' };
  const instant =
    offset === ''
      ? exactInstantOf(date.value, clock.time, zone)
      : parseInstant(`${date.value}T${clock.time}:00${isoOffset(offset)}`);
  if (instant === null) {
    return { ok: false, why: offset === '' ? `clocks in ${zone} skip that time` : 'its offset is not one' };
  }
  return { ok: true, value: instant + clock.milliseconds };
}

function readTime(text: string): { time: string; milliseconds: number } | null {
  const parts = TIME.exec(text.trim());
  if (!parts) return null;
  const [, hourText = '', minute = '', second = '0', fraction = '', half = ''] = parts;
  const hour = half === '' ? Number(hourText) : hourOfHalf(Number(hourText), half.toLowerCase());
  if (hour === null || hour > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return {
    time: `${String(hour).padStart(2, '0')}:${minute}`,
    milliseconds: Number(second) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0')),
  };
}

/** 12 am is midnight, 12 pm noon. */
const hourOfHalf = (hour: number, half: string): number | null =>
  hour < 1 || hour > 12 ? null : (hour % 12) + (half === 'p' ? 12 : 0);

function isoOffset(offset: string): string {
  if (/^z$/i.test(offset)) return 'Z';
  return `${offset.slice(0, 3)}:${offset.slice(3).replace(':', '') || '00'}`;
}
