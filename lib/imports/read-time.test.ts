import { describe, expect, it } from 'vitest';
import { readBirthDate, readDate, readInstant } from './read-time';

const date = (text: string) => {
  const read = readDate(text);
  return read.ok ? read.value : read.why;
};
const instant = (text: string, zone = 'Europe/London') => {
  const read = readInstant(text, zone);
  return read.ok ? new Date(read.value).toISOString() : read.why;
};

describe('dates of an import', () => {
  it('reads the year first, with any separator and without leading zeros', () => {
    expect(['2027-01-03', '2027/1/3', '2027.01.3'].map(date)).toEqual(Array(3).fill('2027-01-03'));
  });

  it('reads day or month first only where one of them is meant', () => {
    expect(date('31/01/2027')).toBe('2027-01-31');
    expect(date('31.1.2027')).toBe('2027-01-31');
    expect(date('01/31/2027')).toBe('2027-01-31');
    expect(date('13-12-2027')).toBe('2027-12-13');
    expect(date('05/05/2027')).toBe('2027-05-05');
    expect(date('12/12/2027')).toBe('2027-12-12');
    expect(date('04/05/2027')).toContain('either');
    expect(date('12/11/2027')).toContain('either');
  });

  it('refuses days that do not exist', () => {
    expect(date('2027-02-29')).toBe('there is no such day');
    expect(date('2028-02-29')).toBe('2028-02-29');
    expect(date('31/13/2027')).toBe('there is no such day');
    expect(date('2027-00-10')).toBe('there is no such day');
  });

  it('refuses years out of any clinic’s life, and what is no date', () => {
    expect(date('1900-01-01')).toBe('1900-01-01');
    expect(date('1899-12-31')).toContain('years');
    expect(date('2200-12-31')).toBe('2200-12-31');
    expect(date('2201-01-01')).toContain('years');
    for (const text of ['', 'soon', '3/4/27', '44563', '2027-1/3', "'; drop table", '２０２７-01-03']) {
      expect(date(text)).toBe('no date that Takt can read');
    }
  });
});

describe('birth dates of an import', () => {
  const birth = (text: string) => readBirthDate(text, '2027-01-03');

  it('takes a date up to today', () => {
    expect(birth('2027-01-03')).toEqual({ ok: true, value: '2027-01-03' });
    expect(birth('2027-01-04')).toEqual({ ok: false, why: 'it lies in the future' });
  });

  it('takes the date of an instant as it is written', () => {
    expect(birth('1984-05-04T00:00:00Z')).toEqual({ ok: true, value: '1984-05-04' });
    expect(birth('1984-05-04 00:00')).toEqual({ ok: true, value: '1984-05-04' });
    expect(birth('1984-05-04 soon').ok).toBe(false);
  });
});

describe('times of an import', () => {
  it('reads ISO 8601 with Z or an offset, whatever the clinic’s zone', () => {
    expect(instant('2027-07-03T09:00:00Z')).toBe('2027-07-03T09:00:00.000Z');
    expect(instant('2027-07-03T09:00:05.250Z')).toBe('2027-07-03T09:00:05.250Z');
    expect(instant('2027-07-03T09:00+03:00')).toBe('2027-07-03T06:00:00.000Z');
    expect(instant('2027-07-03 09:00:00 -0330')).toBe('2027-07-03T12:30:00.000Z');
    expect(instant('2027-07-03T09:00:00+03')).toBe('2027-07-03T06:00:00.000Z');
    expect(instant('2027-07-03T09:00:00+25:00')).toContain('offset');
  });

  it('reads a time without zone on the clinic’s clock', () => {
    expect(instant('2027-07-03T09:00:00')).toBe('2027-07-03T08:00:00.000Z');
    expect(instant('2027-01-03T09:00')).toBe('2027-01-03T09:00:00.000Z');
    expect(instant('2027-07-03 09:00', 'Asia/Riyadh')).toBe('2027-07-03T06:00:00.000Z');
    expect(instant('31/07/2027 9:05', 'Asia/Riyadh')).toBe('2027-07-31T06:05:00.000Z');
    expect(instant('07/31/2027 9:05', 'Asia/Riyadh')).toBe('2027-07-31T06:05:00.000Z');
  });

  it('reads twelve-hour clocks, midnight and noon included', () => {
    expect(instant('2027-01-31 12:00 AM')).toBe('2027-01-31T00:00:00.000Z');
    expect(instant('2027-01-31 12:15 pm')).toBe('2027-01-31T12:15:00.000Z');
    expect(instant('2027-01-31 2:30pm')).toBe('2027-01-31T14:30:00.000Z');
    expect(instant('2027-01-31 11:59 p.m.')).toBe('2027-01-31T23:59:00.000Z');
    expect(instant('2027-01-31 13:00 pm')).toBe('there is no such time of day');
    expect(instant('2027-01-31 0:10 am')).toBe('there is no such time of day');
  });

  it('refuses an ambiguous day, a time that is none, and a day without a time', () => {
    expect(instant('04/05/2027 09:00')).toContain('either');
    expect(instant('2027-01-31 24:00')).toBe('there is no such time of day');
    expect(instant('2027-01-31 09:60')).toBe('there is no such time of day');
    expect(instant('2027-01-31T09:00:60Z')).toBe('there is no such time of day');
    expect(instant('2027-01-31')).toBe('it has no time of day');
    expect(instant('09:00')).toBe('no date that Takt can read');
    expect(instant('tomorrow 09:00')).toBe('no date that Takt can read');
    expect(instant('2027-02-30T09:00:00Z')).toBe('there is no such day');
  });

  it('refuses the hour that clocks skip, and takes the first of the hour that comes twice', () => {
    expect(instant('2027-03-28 00:59')).toBe('2027-03-28T00:59:00.000Z');
    expect(instant('2027-03-28 01:00')).toBe('clocks in Europe/London skip that time');
    expect(instant('2027-03-28 01:59')).toBe('clocks in Europe/London skip that time');
    expect(instant('2027-03-28 02:00')).toBe('2027-03-28T01:00:00.000Z');
    expect(instant('2027-10-31 01:30')).toBe('2027-10-31T00:30:00.000Z');
  });
});
