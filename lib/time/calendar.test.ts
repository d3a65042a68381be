import { describe, expect, it } from 'vitest';
import { formatInstant, parseInstant } from '@/lib/time/instant';
import { addDays, daysBetween, isLocalDate, weekdayOf } from '@/lib/time/local-date';
import { isEndOfSpan, isLocalTime, minuteOfDay, timeOfMinute } from '@/lib/time/local-time';

describe('a local date', () => {
  it('is a date of the calendar, not only of its shape', () => {
    expect(isLocalDate('2028-02-29')).toBe(true);
    expect(isLocalDate('2027-02-29')).toBe(false);
    expect(isLocalDate('2027-02-30')).toBe(false);
    expect(isLocalDate('2027-13-01')).toBe(false);
    expect(isLocalDate('2027-1-01')).toBe(false);
    expect(isLocalDate('0000-01-01')).toBe(false);
    expect(isLocalDate('0001-01-01')).toBe(true);
  });
  it('counts days over leap days and years', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    expect(daysBetween('2027-01-01', '2028-01-01')).toBe(365);
    expect(daysBetween('2028-01-01', '2029-01-01')).toBe(366);
  });
  it('falls on a weekday, Sunday being 0', () => {
    expect(weekdayOf('2027-01-03')).toBe(0);
    expect(weekdayOf('2027-01-09')).toBe(6);
    expect(weekdayOf('1969-12-31')).toBe(3);
  });
});

describe('a local time', () => {
  it('is a minute of the day', () => {
    expect(isLocalTime('23:59')).toBe(true);
    expect(isLocalTime('24:00')).toBe(false);
    expect(isEndOfSpan('24:00')).toBe(true);
    expect(isEndOfSpan('24:01')).toBe(false);
    expect(isLocalTime('9:00')).toBe(false);
    expect(minuteOfDay('09:30')).toBe(570);
    expect(timeOfMinute(570)).toBe('09:30');
    expect(timeOfMinute(1440)).toBe('24:00');
  });
});

describe('an instant as text', () => {
  it('is read with any offset and written in UTC', () => {
    expect(parseInstant('2027-01-03T09:00:00Z')).toBe(Date.UTC(2027, 0, 3, 9));
    expect(parseInstant('2027-01-03T09:00:00.250+03:00')).toBe(Date.UTC(2027, 0, 3, 6, 0, 0, 250));
    expect(parseInstant('2027-01-03T09:00-00:30')).toBe(Date.UTC(2027, 0, 3, 9, 30));
    expect(formatInstant(Date.UTC(2027, 0, 3, 9))).toBe('2027-01-03T09:00:00Z');
  });
  it('is refused when it names no moment or no offset', () => {
    for (const text of ['2027-02-30T09:00:00Z', '2027-01-03T24:00:00Z', '2027-01-03T09:00:00', 'soon', '']) {
      expect(parseInstant(text)).toBeNull();
    }
  });
});
