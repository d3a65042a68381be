import { describe, expect, it } from 'vitest';
import { instantOf } from '@/lib/time/wall-clock';
import { calendarDay, minuteOnDay, minutesOnDay } from './minutes-on-day';

const LONDON = 'Europe/London';
const at = (date: string, time: string) => instantOf(date, time, LONDON);
const HOUR = 3_600_000;

describe('where an interval stands on a day', () => {
  const day = calendarDay('2027-01-04', LONDON);

  it('is told in minutes of the wall clock', () => {
    const visit = { from: at('2027-01-04', '09:00'), to: at('2027-01-04', '09:45') };
    expect(minutesOnDay(visit, day)).toEqual({ from: 540, to: 585 });
  });

  it('cuts what goes over midnight, on both days', () => {
    const night = { from: at('2027-01-04', '23:30'), to: at('2027-01-05', '00:30') };
    expect(minutesOnDay(night, day)).toEqual({ from: 1410, to: 1440 });
    expect(minutesOnDay(night, calendarDay('2027-01-05', LONDON))).toEqual({ from: 0, to: 30 });
  });

  it('leaves out what ends at midnight, or begins at the next', () => {
    const before = { from: at('2027-01-03', '23:00'), to: at('2027-01-04', '00:00') };
    const after = { from: at('2027-01-05', '00:00'), to: at('2027-01-05', '01:00') };
    expect(minutesOnDay(before, day)).toBeNull();
    expect(minutesOnDay(after, day)).toBeNull();
    expect(minutesOnDay({ ...before, to: before.to + 60_000 }, day)).toEqual({ from: 0, to: 1 });
    expect(minutesOnDay({ ...after, from: after.from - 60_000 }, day)).toEqual({ from: 1439, to: 1440 });
  });

  it('fills a day that it covers', () => {
    const leave = { from: at('2027-01-01', '00:00'), to: at('2027-02-01', '00:00') };
    expect(minutesOnDay(leave, day)).toEqual({ from: 0, to: 1440 });
  });

  it('keeps 09:00 at its height on a day of 23 hours', () => {
    const short = calendarDay('2027-03-28', LONDON);
    expect(short.to - short.from).toBe(23 * HOUR);
    const visit = { from: at('2027-03-28', '09:00'), to: at('2027-03-28', '10:00') };
    expect(minutesOnDay(visit, short)).toEqual({ from: 540, to: 600 });
  });

  it('leaves the skipped hour empty but for what runs through it', () => {
    const short = calendarDay('2027-03-28', LONDON);
    const through = { from: at('2027-03-28', '00:30'), to: at('2027-03-28', '00:30') + HOUR };
    expect(minutesOnDay(through, short)).toEqual({ from: 30, to: 150 });
  });

  it('keeps 09:00 at its height on a day of 25 hours', () => {
    const long = calendarDay('2027-10-31', LONDON);
    expect(long.to - long.from).toBe(25 * HOUR);
    const visit = { from: at('2027-10-31', '09:00'), to: at('2027-10-31', '10:00') };
    expect(minutesOnDay(visit, long)).toEqual({ from: 540, to: 600 });
  });

  it('shows both passes of the hour that comes twice at one height', () => {
    const long = calendarDay('2027-10-31', LONDON);
    const first = at('2027-10-31', '01:15');
    expect(minutesOnDay({ from: first, to: first + HOUR / 2 }, long)).toEqual({ from: 75, to: 105 });
    expect(minutesOnDay({ from: first + HOUR, to: first + 1.5 * HOUR }, long)).toEqual({ from: 75, to: 105 });
  });

  it('keeps the length of what ends earlier on the clock than it began', () => {
    const long = calendarDay('2027-10-31', LONDON);
    const from = at('2027-10-31', '01:45');
    expect(minutesOnDay({ from, to: from + HOUR / 2 }, long)).toEqual({ from: 105, to: 135 });
  });
});

describe('the present minute', () => {
  const day = calendarDay('2027-01-04', 'Asia/Dubai');

  it('is on the day from its first moment on', () => {
    expect(minuteOnDay(day.from, day)).toBe(0);
    expect(minuteOnDay(day.from - 1, day)).toBeNull();
  });

  it('is on it up to, not including, the next midnight', () => {
    expect(minuteOnDay(day.to - 1, day)).toBe(1439);
    expect(minuteOnDay(day.to, day)).toBeNull();
  });
});
