import { expect, it } from 'vitest';
import { weekDates } from './week-dates';

it.each([
  ['Sunday', '2027-01-03', 0, '2027-01-03'],
  ['Saturday, the last one', '2027-01-09', 0, '2027-01-03'],
  ['Sunday before a Monday', '2027-01-03', 1, '2026-12-28'],
  ['Friday before a Saturday', '2027-01-08', 6, '2027-01-02'],
])('puts %s into the week that the clinic says', (_, date, weekStart, first) => {
  const week = weekDates(date, weekStart);
  expect(week[0]).toBe(first);
  expect(week).toHaveLength(7);
  expect(week).toContain(date);
});
