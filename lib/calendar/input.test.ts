import { describe, expect, it } from 'vitest';
import { calendarQuery } from './input';

const usual = {
  view: 'day',
  date: null,
  clinic: null,
  provider: null,
  service: null,
  room: null,
  cancelled: false,
};

describe('the address of the calendar', () => {
  it('shows today by the day when it says nothing', () => {
    expect(calendarQuery.parse({})).toEqual(usual);
  });

  it.each([
    ['a view nobody has', { view: 'year' }],
    ['a date that does not exist', { date: '2027-02-30' }],
    ['a date in words', { date: 'tomorrow' }],
    ['a date before all clinics', { date: '1899-12-31' }],
    ['a date after all of us', { date: '2200-01-01' }],
    ['an id with a null byte', { clinic: 'a\u0000b' }],
    ['an id that is a statement', { provider: "'; drop table appointment" }],
    ['an endless id', { room: 'x'.repeat(65) }],
    ['an empty id', { service: '' }],
    ['a flag that is no flag', { cancelled: 'yes' }],
    ['a word of no meaning', { colour: 'red' }],
  ])('falls back to the usual for %s', (_, said) => {
    expect(calendarQuery.parse(said)).toEqual(usual);
  });

  it.each(['1900-01-01', '2199-12-31'])('takes %s, the last one that it takes', (date) => {
    expect(calendarQuery.parse({ date }).date).toBe(date);
  });

  it('counts the first of a thing said twice', () => {
    expect(calendarQuery.parse({ date: ['2027-01-03', '2027-01-04'] }).date).toBe('2027-01-03');
  });
});
