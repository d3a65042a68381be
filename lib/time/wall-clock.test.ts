import { describe, expect, it } from 'vitest';
import { formatInstant, parseInstant } from '@/lib/time/instant';
import { exactInstantOfMinute, instantOfMinute, localDays } from '@/lib/time/local-days';
import {
  endOfDay,
  exactInstantOf,
  instantOf,
  localDateOf,
  localMinuteOf,
  localTimeOf,
  startOfDay,
} from '@/lib/time/wall-clock';
import { isTimeZone } from '@/lib/time/zone-offsets';

const at = (text: string) => parseInstant(text) ?? Number.NaN;
const shown = (instant: number | null) => (instant === null ? null : formatInstant(instant));

describe('a wall time in a zone', () => {
  it('is the plain difference from UTC on an ordinary day', () => {
    expect(shown(instantOf('2027-01-12', '09:00', 'Europe/London'))).toBe('2027-01-12T09:00:00Z');
    expect(shown(instantOf('2027-07-12', '09:00', 'Europe/London'))).toBe('2027-07-12T08:00:00Z');
    expect(shown(instantOf('2027-07-12', '09:00', 'Asia/Kolkata'))).toBe('2027-07-12T03:30:00Z');
  });
  it('means the first instant after the gap when clocks jump over it, and does not exist exactly', () => {
    expect(shown(instantOf('2027-03-28', '01:30', 'Europe/London'))).toBe('2027-03-28T01:00:00Z');
    expect(exactInstantOf('2027-03-28', '01:30', 'Europe/London')).toBeNull();
    expect(shown(exactInstantOf('2027-03-28', '00:59', 'Europe/London'))).toBe('2027-03-28T00:59:00Z');
    expect(shown(exactInstantOf('2027-03-28', '02:00', 'Europe/London'))).toBe('2027-03-28T01:00:00Z');
  });
  it('means its first occurrence when clocks go back over it', () => {
    expect(shown(instantOf('2027-10-31', '01:30', 'Europe/London'))).toBe('2027-10-31T00:30:00Z');
    expect(shown(instantOf('2027-10-31', '02:00', 'Europe/London'))).toBe('2027-10-31T02:00:00Z');
  });
  it('moves by half an hour on Lord Howe', () => {
    expect(shown(instantOf('2027-04-04', '01:45', 'Australia/Lord_Howe'))).toBe('2027-04-03T14:45:00Z');
    expect(shown(instantOf('2027-04-04', '02:00', 'Australia/Lord_Howe'))).toBe('2027-04-03T15:30:00Z');
    expect(exactInstantOf('2027-10-03', '02:15', 'Australia/Lord_Howe')).toBeNull();
    expect(shown(instantOf('2027-10-03', '02:30', 'Australia/Lord_Howe'))).toBe('2027-10-02T15:30:00Z');
  });
  it('does not exist on the date that Apia skipped', () => {
    expect(exactInstantOf('2011-12-30', '12:00', 'Pacific/Apia')).toBeNull();
    expect(startOfDay('2011-12-30', 'Pacific/Apia')).toBe(startOfDay('2011-12-31', 'Pacific/Apia'));
    expect(shown(endOfDay('2011-12-29', 'Pacific/Apia'))).toBe('2011-12-30T10:00:00Z');
  });
  it('starts a day after a skipped midnight, and ends it after a repeated hour before midnight', () => {
    expect(shown(startOfDay('2018-11-04', 'America/Sao_Paulo'))).toBe('2018-11-04T03:00:00Z');
    expect(shown(endOfDay('2018-02-17', 'America/Sao_Paulo'))).toBe('2018-02-18T03:00:00Z');
  });
});

describe('an instant seen from a zone', () => {
  it('shows the local date and time', () => {
    expect(localDateOf(at('2027-01-12T23:30:00Z'), 'Asia/Tokyo')).toBe('2027-01-13');
    expect(localTimeOf(at('2027-01-12T23:30:00Z'), 'Asia/Tokyo')).toBe('08:30');
    expect(localMinuteOf(at('2027-01-12T23:30:00Z'), 'America/New_York')).toBe(18 * 60 + 30);
  });
  it('shows the repeated hour twice', () => {
    expect(localTimeOf(at('2027-10-31T00:30:00Z'), 'Europe/London')).toBe('01:30');
    expect(localTimeOf(at('2027-10-31T01:30:00Z'), 'Europe/London')).toBe('01:30');
  });
});

describe('a run of local days', () => {
  const zones = [
    'Europe/London',
    'Australia/Lord_Howe',
    'America/Sao_Paulo',
    'Africa/Cairo',
    'UTC',
    'Asia/Tehran',
  ];
  it('agrees with the one-by-one conversion on every hour of years with every kind of change', () => {
    for (const zone of [...zones, 'Pacific/Apia', 'America/St_Johns', 'Atlantic/Azores']) {
      for (const from of ['1969-12-30', '2011-01-01', '2018-01-01', '2027-01-01']) {
        const days = localDays(from, 366, zone);
        for (let day = 0; day < 366; day++) {
          for (let minute = 0; minute <= 1440; minute += 30) {
            const date = new Date((days.firstEpochDay + day) * 86_400_000).toISOString().slice(0, 10);
            const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${minute % 60 ? '30' : '00'}`;
            const expected = instantOf(date, time, zone);
            if (instantOfMinute(days, day, minute) !== expected) expect.fail(`${zone} ${date} ${time}`);
            if (minute < 1440) {
              const exact = exactInstantOf(date, time, zone) ?? Number.NaN;
              if (!Object.is(exactInstantOfMinute(days, day, minute), exact))
                expect.fail(`${zone} ${date} ${time}`);
            }
          }
        }
      }
    }
  });
});

describe('a zone name', () => {
  it('is one of the IANA database', () => {
    expect(isTimeZone('Europe/London')).toBe(true);
    expect(isTimeZone('UTC')).toBe(true);
    expect(isTimeZone('Europe/Nowhere')).toBe(false);
    expect(isTimeZone('+02:00')).toBe(false);
    expect(isTimeZone('')).toBe(false);
  });
});
