import { describe, expect, it } from 'vitest';
import { addMonths, monthWeeks } from './month-weeks';

describe('the weeks of a month', () => {
  it('begin and end with whole weeks', () => {
    const dates = monthWeeks('2027-01-20', 0);
    expect([dates[0], dates.at(-1), dates.length]).toEqual(['2026-12-27', '2027-02-06', 42]);
  });

  it('hold nothing of other months when the month is four whole weeks', () => {
    const dates = monthWeeks('2027-02-14', 1);
    expect([dates[0], dates.at(-1), dates.length]).toEqual(['2027-02-01', '2027-02-28', 28]);
  });
});

describe('a month later', () => {
  it.each([
    ['2027-01-15', 1, '2027-02-15'],
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2027-01-15', -1, '2026-12-15'],
    ['2026-12-31', 2, '2027-02-28'],
  ])('%s and %i months is %s', (date, months, later) => {
    expect(addMonths(date, months)).toBe(later);
  });
});
